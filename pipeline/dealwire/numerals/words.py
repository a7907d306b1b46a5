"""Numbers in words: cardinals, parts, and numbers that the text leaves open."""

from __future__ import annotations

from decimal import Decimal

from dealwire.numerals.line import ONE, Line, Numeral
from dealwire.numerals.parts import MOST_SCALES, and_part, of_million, part, scaled, scales
from dealwire.numerals.tables import NEVER_ALONE, SCALES, SMALL, TENS, VAGUE, VAGUE_PLURALS

MOST_DECIMALS = 20


def words(line: Line, i: int) -> Numeral | None:
    """The number whose words start at token i."""
    word = line.lower[i]
    if word in VAGUE or word == "couple" or (word == "a" and line.word(i + 1) in ("few", "couple")):
        return vague(line, i)
    if share := part(line, i):
        whole = of_million(line, i, share.last, share.head)
        return whole if whole.last > i or word == "half" else None
    return counted(line, i)


def vague(line: Line, i: int) -> Numeral | None:
    """`several hundred million`, `tens of thousands of`, `a couple of`, `multi-billion`."""
    last = i + (line.lower[i] == "a")
    couple = line.lower[last] == "couple"
    for _ in range(MOST_SCALES):
        j = line.hyphen(last)
        j += line.word(j) == "of"
        if line.word(j) not in VAGUE_PLURALS and line.word(j) not in SCALES:
            break
        if couple:
            last, scale = scales(line, j - 1)
            return Numeral(i, last, Decimal(2), scale)
        last = j
    if last == i and line.lower[i] in NEVER_ALONE:
        return None
    return Numeral(i, last, Decimal(2) if couple else None)


def counted(line: Line, i: int) -> Numeral | None:
    """A cardinal in words: `one hundred and twenty-five thousand`, `two point five million`, `a million`."""
    total, j, below = Decimal(0), i, Decimal("Infinity")
    last = i - 1
    while (group := below_thousand(line, j, first=j == i)) is not None:
        value, end = group
        end, scale = scales(line, end)
        if scale >= below or (j > i and value >= below):
            break
        total, last, below = total + value * scale, end, scale
        if scale == 1:
            break
        j = line.hyphen(last)
        j = line.hyphen(j) if line.word(j) in ("and", ",") else j
    if last < i:
        return None
    return finished(line, i, last, total, below)


def finished(line: Line, first: int, last: int, total: Decimal, scale: Decimal) -> Numeral:
    """The cardinal with what may follow it, its value split into head and scale."""
    half = and_part(line, last)
    if half and half.head is not None:
        last, total = half.last, total + half.head * scale
        if scale == 1:  # two and a half million
            return scaled(line, first, last, total)
    return Numeral(first, last, total / scale, scale)


def below_thousand(line: Line, i: int, first: bool) -> tuple[Decimal, int] | None:
    """The value of `two hundred and five` and its last token, magnitudes left aside."""
    word = line.word(i)
    if word in ("a", "an") or word in SCALES:
        return one(line, i) if first else None
    value, last = below_hundred(line, i)
    if value is None:
        return None
    if line.word(line.hyphen(last)) == "point" and (tail := decimals(line, line.hyphen(last) + 1)):
        return value + tail[0], tail[1]
    j = line.hyphen(last)
    if line.word(j) != "hundred":
        return value, last
    value, last = value * 100, j
    j = line.hyphen(last)
    j = line.hyphen(j) if line.word(j) == "and" else j
    rest, end = below_hundred(line, j)
    return (value + rest, end) if rest is not None else (value, last)


def one(line: Line, i: int) -> tuple[Decimal, int] | None:
    """`a million`, `a hundred`; `million` alone where a hyphen makes it an adjective."""
    if line.lower[i] in SCALES:
        spelled = len(line.lower[i]) > 4
        return (ONE, i - 1) if spelled else None
    following = line.word(i + 1)
    return (ONE, i) if following in SCALES and len(following) > 3 else None


def below_hundred(line: Line, i: int) -> tuple[Decimal | None, int]:
    """The value of `forty-five` and its last token, None for what is no such number."""
    word = line.word(i)
    if word in SMALL:
        return Decimal(SMALL[word]), i
    if word not in TENS:
        return None, i
    j = line.hyphen(i)
    unit = SMALL.get(line.word(j), 0)
    return (Decimal(TENS[word] + unit), j) if 0 < unit < 10 else (Decimal(TENS[word]), i)


def decimals(line: Line, i: int) -> tuple[Decimal, int] | None:
    """The decimals behind `point`: two point five, three point one four."""
    digits = ""
    while SMALL.get(line.word(i), 10) < 10 and len(digits) < MOST_DECIMALS:
        digits += str(SMALL[line.lower[i]])
        i += 1
    return (Decimal(f"0.{digits}"), i - 1) if digits else None
