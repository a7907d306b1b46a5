"""Numbers in figures: grouped, with decimals, fractions and magnitudes."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from dealwire.numerals.line import Line, Numeral
from dealwire.numerals.parts import and_part, of_million, scaled
from dealwire.numerals.tables import DENOMINATORS, FIGURE, GLYPHS, GOES_ON, LONGEST, SCALES


@lru_cache(10_000)  # prices and years come again and again
def figure(word: str) -> Decimal | None:
    """The value of a number written in figures, None for what is none.

    A comma before one or two digits is a decimal comma, before three it groups thousands.

    >>> figure("1,234.50"), figure("12,34,567"), figure("2,5"), figure("1.2.3")
    (Decimal('1234.50'), Decimal('1234567'), Decimal('2.5'), None)
    """
    match = FIGURE.fullmatch(word) if len(word) <= LONGEST else None
    if match is None:
        return None
    kind = match.lastgroup if match.lastgroup != "by" else "grouped"
    if match["plain"]:
        return Decimal(word)
    if kind in ("comma", "continental"):
        return Decimal(word.replace(".", "").replace(",", "."))
    return Decimal("".join(c for c in word if c.isdecimal() or c == "."))


def figures(line: Line, i: int) -> Numeral | None:
    """The number whose figures start at token i, with the smaller part behind it: `2 million 300 thousand`."""
    numeral = plain_figures(line, i)
    return with_rest(line, numeral) if numeral and numeral.scale >= 1000 else numeral


def plain_figures(line: Line, i: int) -> Numeral | None:
    """The number whose figures start at token i, up to its magnitude."""
    last = groups(line, i)
    value = figure("".join(line.lower[i : last + 1]))
    if value is None:
        return None
    following = line.word(last + 1)
    if following in SCALES:
        return scaled(line, i, last, value)
    if following not in GOES_ON and not following[:1].isdecimal():
        return Numeral(i, last, value)
    if line.word(i + 1) == "/" and len(line.lower[i]) < 4 and line.word(i + 2).isdecimal():
        return slashed(line, i, i, Decimal(0))
    if value == value.to_integral_value():
        return mixed(line, i, last, value)
    return scaled(line, i, last, value)


def groups(line: Line, i: int) -> int:
    """The last token of figures whose parts are spaced out: `6 . 2`, `1 200 000`; not a row of a table."""
    word = line.lower[i]
    if not word.isdecimal() or not line.gaps[i]:
        return i
    if line.word(i + 1) in (".", ",") and line.gaps[i + 1] and line.word(i + 2).isdecimal():
        return i + 2 if line.lower[i + 1] == "." or len(line.lower[i + 2]) == 3 else i
    last = i
    while len(word) <= 3 and word[0] != "0" and line.gaps[last] == " " and is_group(line, last + 1) and last < i + 5:
        last += 1
    return i if line.word(last + 1)[:1].isdecimal() else last


def is_group(line: Line, i: int) -> bool:
    """Whether token i is a group of three digits."""
    return len(line.word(i)) == 3 and line.lower[i].isdecimal()


def mixed(line: Line, i: int, last: int, whole: Decimal) -> Numeral:
    """A whole number with a fraction behind it: 7-3/4, 2½, 2 and a half."""
    j = line.hyphen(last)
    if line.word(j) in GLYPHS:
        return scaled(line, i, j, whole + GLYPHS[line.lower[j]])
    if line.word(j).isdecimal() and line.word(j + 1) == "/":
        return slashed(line, i, j, whole) or scaled(line, i, last, whole)
    if half := and_part(line, last):
        return scaled(line, i, half.last, None if half.head is None else whole + half.head)
    return scaled(line, i, last, whole)


def slashed(line: Line, first: int, i: int, whole: Decimal) -> Numeral | None:
    """A fraction in figures at token i, added to the whole number before it."""
    top, bottom = line.lower[i], line.word(i + 2)
    if bottom not in DENOMINATORS or not top.isdecimal() or len(top) > 2 or int(top) >= int(bottom):
        return None
    return of_million(line, first, i + 2, whole + Decimal(top) / Decimal(bottom))


def with_rest(line: Line, numeral: Numeral) -> Numeral:
    """A number in two magnitudes, `2 million 300 thousand`, from its larger part."""
    scale = numeral.scale
    j = numeral.last + 1 + (line.word(numeral.last + 1) == "and")
    if numeral.head is None or not line.word(j)[:1].isdecimal():
        return numeral
    rest = plain_figures(line, j)
    if rest is None or rest.value is None or not 1000 <= rest.scale < scale or rest.value >= scale:
        return numeral
    return Numeral(numeral.first, rest.last, numeral.head + rest.value / scale, scale)
