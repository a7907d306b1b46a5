"""What figures and words share: magnitudes behind a number, and parts such as `and a half`."""

from __future__ import annotations

from decimal import Decimal

from dealwire.numerals.line import ONE, Line, Numeral
from dealwire.numerals.tables import GLUED_ONLY, ONES, PARTS, PLURAL_SCALES, SCALES, SMALL

MOST_SCALES = 3  # hundred thousand million


def and_part(line: Line, last: int) -> Numeral | None:
    """`and a half`, `-and-three-quarters` behind token `last`."""
    j = line.hyphen(last)
    if line.word(j) != "and":
        return None
    return part(line, line.hyphen(j))


def part(line: Line, i: int) -> Numeral | None:
    """A part in words at token i: a half, three-quarters, one-hundredth, half, quarter."""
    word = line.word(i)
    if word in ("half", "quarter"):
        return Numeral(i, i, PARTS[word])
    count = 1 if word in ("a", "an") else SMALL.get(word)
    if word.isdecimal() and len(word) < 3:
        count = int(word)
    j = line.hyphen(i)
    if not count or line.word(j) not in PARTS:
        return None
    share = PARTS[line.word(j)]
    return Numeral(i, j, None if share is None else share * count)


def of_million(line: Line, first: int, last: int, value: Decimal | None) -> Numeral:
    """A part with the magnitude it is a part of: half a million, three-quarters of a billion, quarter million."""
    j = line.hyphen(last)
    of = line.word(j) == "of"
    j += of
    if line.word(j) in ONES and line.word(line.hyphen(j)) in SCALES:
        return scaled(line, first, j, value)
    return Numeral(first, last, value) if of else scaled(line, first, last, value)


def scaled(line: Line, first: int, last: int, head: Decimal | None) -> Numeral:
    """The number with the magnitudes behind it: `4.2 billion`, `500-thousand`, `a million and a half`."""
    last, scale = scales(line, last)
    if scale > 1 and head is not None and (half := and_part(line, last)) and half.head is not None:
        return Numeral(first, half.last, head + half.head, scale)
    return Numeral(first, last, head, scale)


def scales(line: Line, last: int) -> tuple[int, Decimal]:
    """The last token and the product of the magnitudes behind token `last`."""
    scale = ONE
    following = line.word(last + 1)
    if following == "+" and not line.gaps[last] and line.word(last + 2) in SCALES:
        last += 1
    elif following != "-" and following not in SCALES and following not in PLURAL_SCALES:
        return last, scale
    for _ in range(MOST_SCALES):
        j = line.hyphen(last)
        word = line.word(j)
        if word in PLURAL_SCALES and scale == 1 and not (line.lower[last].isdecimal() and len(line.lower[last]) > 3):
            return j, PLURAL_SCALES[word]
        spaced = j == last + 1 and line.gaps[last]
        if word not in SCALES or (word in GLUED_ONLY and spaced):
            break
        scale, last = scale * SCALES[word], j
    return last, scale
