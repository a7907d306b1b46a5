"""The amounts of one text, each grown from its anchor over the number beside it."""

from __future__ import annotations

from dealwire.phrases import Hit
from dealwire.rulers.money_anchors import Anchor, anchors
from dealwire.rulers.money_leading import number_behind
from dealwire.rulers.money_text import MINUS, MoneyText
from dealwire.rulers.money_trailing import number_before
from dealwire.rulers.quantities import Quantity

BEFORE_NUMBER = MINUS | {"("}
BEHIND_NUMBER = frozenset(["-", ".", "of"])


def amounts(text: MoneyText) -> list[Quantity]:
    """All amounts, before they are joined with each other; a number belongs to the first anchor that claims it."""
    found: list[Quantity] = []
    floor = 0
    for hit in anchors(text.index, text.tokens):
        if hit.first >= floor and (amount := grow(text, hit, floor)):
            found.append(amount)
            floor = amount.last + 1
    return found


def grow(text: MoneyText, hit: Hit[Anchor], floor: int) -> Quantity | None:
    """The amount of an anchor: a sign is read with the number behind it first, a name with the one before."""
    role = hit.value.role
    if role == "sign" and not beside_number(text, hit):
        return None
    if role == "unit":
        return number_before(text, hit, floor)
    if role == "sign" and not prices_in_column(text, hit, floor):
        return number_behind(text, hit, floor) or number_before(text, hit, floor)
    if text.glued(hit.last) and (amount := number_behind(text, hit, floor)):
        return amount
    return number_before(text, hit, floor) or number_behind(text, hit, floor)


def beside_number(text: MoneyText, hit: Hit[Anchor]) -> bool:
    """Whether something a number can start or end with stands beside a sign, which is quick to say."""
    if text.numerals.starts(hit.last + 1) or text.word(hit.last + 1) in BEFORE_NUMBER:
        return True
    return hit.first > 0 and (text.numerals.starts(hit.first - 1) or text.lower[hit.first - 1] in BEHIND_NUMBER)


def prices_in_column(text: MoneyText, hit: Hit[Anchor], floor: int) -> bool:
    """Whether signs stand behind their numbers: 10 $ 30 $."""
    if hit.first <= floor or not text.digit(hit.first - 1) or text.glued(hit.last):
        return False
    behind = text.numerals.at(hit.last + 1)
    return behind is not None and text.word(behind.last + 1) == text.lower[hit.first] and text.gaps[behind.last] != ""
