"""Amounts whose unit stands behind the number: five million dollars, 500-million-euro, 20 Hong Kong dollars, 10 €."""

from __future__ import annotations

from dealwire.numerals import ONE, Numeral
from dealwire.numerals.tables import SCALES
from dealwire.phrases import Hit
from dealwire.rulers.money_anchors import Anchor
from dealwire.rulers.money_conditions import Candidate, counts
from dealwire.rulers.money_text import MoneyText
from dealwire.rulers.quantities import Quantity, year

SINGULAR = frozenset("dollar euro pound franc rupee peso".split())  # a million dollar loan
DATING = frozenset(["in", "constant", "of", "at"])  # in 1987 dollars


def number_before(text: MoneyText, hit: Hit[Anchor], floor: int) -> Quantity | None:
    """The amount of an anchor with the number before it, which starts no earlier than token `floor`."""
    unit, start = text.qualified(hit, floor)
    hyphen = start - 1 > floor and text.lower[start - 1] == "-" and text.glued(start - 1)
    end = start - hyphen
    numeral = text.numerals.before(end, floor) or single(text, hit, end) if end > floor and text.near(end - 1) else None
    if numeral is None or not belongs(text, hit, numeral, hyphen):
        return None
    if hyphen and text.lower[numeral.first] in ("a", "an") and text.lower[numeral.first + 1] in SCALES:
        numeral = numeral._replace(first=numeral.first + 1)  # a billion-dollar deal: the article is the deal's
    candidate = Candidate(text.tokens, start, hit.last, numeral, leads=False, qualified=start < hit.first)
    if not counts(hit.value.rule, candidate):
        return None
    last = hit.last
    if hit.value.role == "code" and numeral.scale == 1:  # 75 USD million
        numeral, scale_at = text.scale_at(hit.last + 1, numeral)
        last = max(last, scale_at)
    quantity = Quantity(numeral.first, last, numeral, unit, hit.value.rule)
    if low := text.joiner.lower_end(numeral, floor):
        return quantity._replace(first=low.first, low=low, high=numeral)
    return text.signed(quantity, floor)


def single(text: MoneyText, hit: Hit[Anchor], end: int) -> Numeral | None:
    """The one of `a dollar and forty-two cents`, `a euro and a half`; `a dollar` alone counts nothing."""
    if text.word(end - 1) != "a" or text.word(hit.last + 1) != "and":
        return None
    part = text.numerals.at(hit.last + 2)
    following = part and text.anchor_at(part.last + 1)
    fraction = text.numerals.and_part(hit.last) is not None
    return Numeral(end - 1, end - 1, ONE) if fraction or (following and following.value.unit.share < 1) else None


def belongs(text: MoneyText, hit: Hit[Anchor], numeral: Numeral, hyphen: bool) -> bool:
    """Whether the number before the anchor is its own, and no year, table heading or other anchor's number."""
    role = hit.value.role
    before = text.word(numeral.first - 1)
    dated = role in ("sign", "code") or before in DATING
    if dated and hit.value.unit.share == 1 and year(numeral, text.tokens):
        return False
    if role == "sign":
        return text.digit(numeral.first) or numeral.scale > 1
    bare = text.lower[numeral.first] in SCALES and numeral.head == 1  # `million dollars` without a number
    if role == "code":
        return not bare and not (text.glued(hit.last) and text.digit(hit.last + 1))
    small = text.tokens.words[numeral.first].islower()  # not the film Million Dollar Baby
    return not bare or (small and (hyphen or (text.lower[hit.last] in SINGULAR and before not in ("in", "per"))))
