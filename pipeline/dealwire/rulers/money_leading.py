"""Amounts whose unit stands before the number: $4.2 billion, USD 200, $(0.15), ($12.4)M."""

from __future__ import annotations

from dealwire.numerals import Numeral
from dealwire.numerals.tables import SCALES
from dealwire.phrases import Hit
from dealwire.rulers.money_anchors import Anchor
from dealwire.rulers.money_conditions import Candidate, counts
from dealwire.rulers.money_text import MINUS, MoneyText
from dealwire.rulers.quantities import Quantity

# Glued before a sign these make it code, a path or a regular expression; glued behind the number likewise.
CODE_BEFORE = frozenset("^]}|{`@#_")
QUANTIFIERS = frozenset("+*?")  # of a regular expression
CODE_BEHIND = frozenset("}_|`[{")
DETERMINED = frozenset(["the", "against", "a", "per"])  # `against the dollar 2.5` has no amount


def number_behind(text: MoneyText, hit: Hit[Anchor], floor: int) -> Quantity | None:
    """The amount of an anchor with the number behind it."""
    i = hit.last + 1
    if i >= len(text.lower) or not text.near(hit.last) or is_code(text, hit):
        return None
    bracket = text.lower[i] == "(" and text.glued(i)
    minus = text.lower[i] in MINUS and text.glued(i) and text.glued(hit.last)
    numeral = text.numerals.at(i + (bracket or minus))
    if numeral is None or not belongs(text, hit, numeral):
        return None
    if not counts(hit.value.rule, Candidate(text.tokens, hit.first, hit.last, numeral, leads=True)):
        return None
    if not text.glued(hit.last) and text.word(numeral.last + 1) == "b":
        numeral = numeral._replace(last=numeral.last + 1, scale=SCALES["b"])  # $ 4 b, spaced throughout
    unit, first = text.qualified(hit, floor) if hit.value.role == "either" else (hit.value.unit, hit.first)
    quantity = Quantity(first, numeral.last, numeral, unit, hit.value.rule, leads=True, negative=minus)
    if bracket:
        return bracketed(text, quantity)
    return restated(text, text.joiner.upper_end(text.signed(loss(text, quantity), floor), text.unit_at))


def is_code(text: MoneyText, hit: Hit[Anchor]) -> bool:
    """Whether what is glued before the anchor makes it program text: ^\\d+$, {$1, a[0]$5."""
    before = hit.first - 1
    if not text.glued(before):
        return False
    if text.lower[before] in QUANTIFIERS and text.glued(before - 1):
        return text.lower[before - 1][-1] in ").]" or text.lower[before - 1] in ("d", "w", "s")
    return text.lower[before][-1] in CODE_BEFORE


def belongs(text: MoneyText, hit: Hit[Anchor], numeral: Numeral) -> bool:
    """Whether the number behind the anchor is its own; words count only with a magnitude, behind no letters."""
    if not text.digit(numeral.first) and text.lower[numeral.first][0] != ".":
        named = text.lower[hit.first][0].isalpha() and hit.value.role != "either"
        return not named and numeral.scale > 1 and text.lower[numeral.first] != "a"
    after = numeral.last + 1
    if text.glued(numeral.last) and runs_on(text, hit, after):
        return False
    if hit.value.role == "either":
        precise = Candidate(text.tokens, hit.first, hit.last, numeral, leads=True).precise
        return precise and text.word(hit.first - 1) not in DETERMINED and not text.unit_at(after)
    return hit.value.role == "sign" or not text.unit_at(after, signs=False)


def runs_on(text: MoneyText, hit: Hit[Anchor], i: int) -> bool:
    """Whether what is glued behind the number makes it program text, or a name like CYP2A6."""
    return text.lower[i][0] in CODE_BEHIND or (text.lower[hit.last][-1].isalpha() and text.lower[i][0].isalpha())


def bracketed(text: MoneyText, quantity: Quantity) -> Quantity | None:
    """$(0.15), a loss; its magnitude may stand behind the bracket."""
    close = quantity.last + 1
    if text.word(close) != ")":
        return None
    low, last = text.scale_at(close + 1, quantity.low) if text.glued(close) else (quantity.low, -1)
    return quantity._replace(low=low, last=max(close, last), negative=True)


def loss(text: MoneyText, quantity: Quantity) -> Quantity:
    """($12.4)M: the brackets belong to the number, since its magnitude stands behind them."""
    first, close = quantity.first - 1, quantity.last + 1
    if text.word(first) != "(" or text.word(close) != ")" or not text.glued(close) or quantity.low.scale > 1:
        return quantity
    low, last = text.scale_at(close + 1, quantity.low)
    return quantity if last < 0 else quantity._replace(first=first, low=low, last=last, negative=True)


def restated(text: MoneyText, quantity: Quantity) -> Quantity:
    """$5 million USD, £20 sterling, $500 Canadian: the currency said again, or more exactly."""
    i = quantity.last + 1
    if i >= len(text.lower) or not text.near(i - 1):
        return quantity
    hit = text.anchor_at(i)
    if hit is None or hit.value.role == "sign":
        return said_whose(text, quantity, i)
    unit = text.merged(quantity.unit, hit.value.unit)
    return quantity if unit is None or text.digit(hit.last + 1) else quantity._replace(last=hit.last, unit=unit)


def said_whose(text: MoneyText, quantity: Quantity, i: int) -> Quantity:
    """The nationality right behind an amount, where nothing follows that it could describe."""
    closed = not text.word(i + 1)[:1].isalnum()
    code = closed and text.table.qualified((text.lower[i],), quantity.unit.currency)
    if not code or not text.tokens.words[i][0].isupper():
        return quantity
    return quantity._replace(last=i, unit=quantity.unit._replace(currency=code))
