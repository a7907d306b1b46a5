"""Numbers as newspapers write them, read out of tokens into exact decimals.

`Numerals` looks at folded tokens and the white space behind them, nothing else. It reads forward from a token
(`$ 4.2 billion`) or backward to one (`half a million euros`); both look at a bounded number of tokens. A number the
text leaves open (`several million`, `tens of thousands of`) has the value None.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from dealwire.number_words import (
    DENOMINATORS,
    DOTTED,
    FIGURE,
    FIGURE_WORDS,
    GLUED_ONLY,
    GLYPHS,
    JOINERS,
    LONGEST,
    NEVER_ALONE,
    ONES,
    PARTS,
    PLURAL_SCALES,
    SCALES,
    SMALL,
    TENS,
    VAGUE,
    VAGUE_PLURALS,
)

ONE = Decimal(1)
REACH = 24  # tokens: longer than any number that is read aloud
MOST_SCALES = 3  # hundred thousand million


class Numeral(NamedTuple):
    """A number at tokens first to last: `4.2 billion` is 4.2 (its head) times a billion (its scale)."""

    first: int
    last: int
    head: Decimal | None
    scale: Decimal = ONE

    @property
    def value(self) -> Decimal | None:
        return None if self.head is None else self.head * self.scale


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
    return Decimal("".join(c for c in word if c.isdigit() or c == "."))


class Numerals:
    """Reads the numbers in one list of tokens."""

    def __init__(self, lower: Sequence[str], gaps: Sequence[str]) -> None:
        self.lower = lower
        self.gaps = gaps
        self._start = 0  # of the number being read: what stands before it does not matter

    def starts(self, i: int) -> bool:
        """Whether token i is a figure or a word of numbers."""
        word = self.lower[i] if i < len(self.lower) else " "
        return word[0].isdigit() or word in FIGURE_WORDS or word in SCALES or (word[0] == "." and len(word) > 1)

    def at(self, i: int) -> Numeral | None:
        """The longest number that starts at token i."""
        if i >= len(self.lower):
            return None
        self._start = i
        word = self.lower[i]
        if word[0].isdigit() or (word[0] == "." and len(word) > 1):
            return self._figures(i)
        if word in GLYPHS:
            return self._scaled(i, i, GLYPHS[word])
        return self._words(i) if word in FIGURE_WORDS or word in SCALES else None

    def before(self, end: int, floor: int = 0) -> Numeral | None:
        """The number that ends right before token `end` and starts no earlier than `floor`."""
        last = self._ending(end - 1, floor)
        if last < floor:
            return None
        if self.lower[last] in ONES and last > floor and (share := self._share_of_one(last, floor)):
            return share
        if self.lower[last] in JOINERS or not self._part_of_number(last):
            return None
        i = self._run_start(last, floor)
        while i <= last:  # the run splits into numbers left to right; wanted is the one that ends it
            numeral = self.at(i)
            if numeral is None:
                i += 1
            elif numeral.last >= last:
                return numeral if numeral.last == last and not self._cut_off(i) else None
            else:
                i = numeral.last + 1
        return None

    def _ending(self, last: int, floor: int) -> int:
        """The last token of a number, without what may stand between it and its unit."""
        if last <= floor:
            return last
        word, glued = self.lower[last], not self.gaps[last - 1]
        if word == "." and glued and self.lower[last - 1] in DOTTED:  # 2,5 Mio. €
            return last - 1
        if word == "+" and glued:  # 30+ cents
            return last - 1
        if word == "of" and (self.lower[last - 1] in VAGUE_PLURALS or self.lower[last - 1] == "couple"):
            return last - 1  # millions of dollars
        return last

    def _cut_off(self, i: int) -> bool:
        """Whether the number at i is the end of a date or a fraction that has no exact decimal: 3/7."""
        return i > 1 and self.lower[i - 1] == "/" and self.lower[i - 2].isdigit() and self.lower[i].isdigit()

    def _run_start(self, last: int, floor: int) -> int:
        """Where the run of tokens that numbers are made of, up to `last`, begins."""
        i = last
        lowest = max(floor, last - REACH)
        while i > lowest and self._part_of_number(i - 1) and self._same_line(i - 1):
            i -= 1
        return i

    def _part_of_number(self, i: int) -> bool:
        word = self.lower[i]
        if word in (".", ","):  # only in text whose tokens are spaced out (6 . 2 %), or: two million, five hundred
            spelled = word == "," and self.lower[i - 1] in SCALES and self._word(i + 1) in SMALL.keys() | TENS.keys()
            return self.gaps[i - 1] != "" or spelled
        return word[0].isdigit() or word[0] == "." or word in FIGURE_WORDS or word in SCALES or word in JOINERS

    def _same_line(self, i: int) -> bool:
        """Whether no blank line stands between token i and the next."""
        gap = self.gaps[i]
        return gap in ("", " ") or gap.count("\n") < 2

    def _word(self, i: int) -> str:
        """Token i, nothing behind the end or behind a blank line."""
        if i >= len(self.lower) or (i > self._start and not self._same_line(i - 1)):
            return ""
        return self.lower[i]

    def _hyphen(self, i: int) -> int:
        """The token behind i, behind the hyphen between them where one joins them."""
        joined = self._word(i + 1) == "-" and not self.gaps[i] and i + 2 < len(self.lower) and not self.gaps[i + 1]
        return i + 2 if joined else i + 1

    def _figures(self, i: int) -> Numeral | None:
        last = self._groups(i)
        value = figure("".join(self.lower[i : last + 1]))
        if value is None:
            return None
        if self._word(i + 1) == "/" and len(self.lower[i]) < 4 and self._word(i + 2).isdigit():
            return self._slashed(i, i, Decimal(0))
        if value == value.to_integral_value():
            return self._mixed(i, last, value)
        return self._scaled(i, last, value)

    def _groups(self, i: int) -> int:
        """The last token of figures whose parts are spaced out: `6 . 2`, `1 200 000`; not a row of a table."""
        word = self.lower[i]
        if not word.isdigit() or not self.gaps[i]:
            return i
        if self._word(i + 1) in (".", ",") and self.gaps[i + 1] and self._word(i + 2).isdigit():
            return i + 2 if self.lower[i + 1] == "." or len(self.lower[i + 2]) == 3 else i
        last = i
        while len(word) <= 3 and word[0] != "0" and self.gaps[last] == " " and self._group(last + 1) and last < i + 5:
            last += 1
        return i if self._word(last + 1)[:1].isdigit() else last

    def _group(self, i: int) -> bool:
        """Whether token i is a group of three digits."""
        return len(self._word(i)) == 3 and self.lower[i].isdigit()

    def _mixed(self, i: int, last: int, whole: Decimal) -> Numeral | None:
        """A whole number with a fraction behind it: 7-3/4, 2½, 2 and a half."""
        j = self._hyphen(last)
        if self._word(j) in GLYPHS:
            return self._scaled(i, j, whole + GLYPHS[self.lower[j]])
        if self._word(j).isdigit() and self._word(j + 1) == "/":
            return self._slashed(i, j, whole) or self._scaled(i, last, whole)
        if part := self.and_part(last):
            return self._scaled(i, part.last, whole + part.head if part.head is not None else None)
        return self._scaled(i, last, whole)

    def _slashed(self, first: int, i: int, whole: Decimal) -> Numeral | None:
        """A fraction in figures at token i, added to the whole number before it."""
        top, bottom = self.lower[i], self._word(i + 2)
        if bottom not in DENOMINATORS or not top.isdigit() or len(top) > 2 or int(top) >= int(bottom):
            return None
        return self._of_million(first, i + 2, whole + Decimal(top) / Decimal(bottom))

    def and_part(self, last: int) -> Numeral | None:
        """`and a half`, `-and-three-quarters` behind token `last`."""
        j = self._hyphen(last)
        if self._word(j) != "and":
            return None
        return self._part(self._hyphen(j))

    def _part(self, i: int) -> Numeral | None:
        """A part in words at token i: a half, three-quarters, one-hundredth, half, quarter."""
        word = self._word(i)
        if word in ("half", "quarter"):
            return Numeral(i, i, PARTS[word])
        count = 1 if word in ("a", "an") else SMALL.get(word)
        if word.isdigit() and len(word) < 3:
            count = int(word)
        j = self._hyphen(i)
        part = self._word(j)
        if not count or part not in PARTS:
            return None
        share = PARTS[part]
        return Numeral(i, j, None if share is None else share * count)

    def _of_million(self, first: int, last: int, value: Decimal | None) -> Numeral:
        """A part with the magnitude it is a part of: half a million, three-quarters of a billion, quarter million."""
        j = self._hyphen(last)
        of = self._word(j) == "of"
        j += of
        if self._word(j) in ONES and self._word(self._hyphen(j)) in SCALES:
            return self._scaled(first, j, value)
        return Numeral(first, last, value) if of else self._scaled(first, last, value)

    def _share_of_one(self, last: int, floor: int) -> Numeral | None:
        """A part of the one thing that follows: `half a` percent, `three-quarters of one` percent."""
        i = last
        if self.lower[i - 1] == "of" or (self.lower[i - 1] == "-" and not self.gaps[i - 1]):
            i -= 1
        if i <= floor or not (self.lower[i - 1] in PARTS or (i > 1 and self.lower[i - 2] == "/")):
            return None
        part = self.before(i, floor)
        return part._replace(last=last) if part and part.value is not None and part.value < 1 else None

    def _scaled(self, first: int, last: int, head: Decimal | None) -> Numeral:
        """The number with the magnitudes behind it: `4.2 billion`, `500-thousand`, `$900+ million`."""
        last, scale = self._scales(last)
        if scale > 1 and head is not None:
            if (part := self.and_part(last)) and part.head is not None:  # a million and a half
                return Numeral(first, part.last, head + part.head, scale)
            if scale >= 1000 and (rest := self._rest(last, scale)):  # 2 million 300 thousand
                return Numeral(first, rest.last, head + (rest.value or 0) / scale, scale)
        return Numeral(first, last, head, scale)

    def _scales(self, last: int) -> tuple[int, Decimal]:
        """The last token and the product of the magnitudes behind token `last`."""
        scale = ONE
        if self._word(last + 1) == "+" and not self.gaps[last] and self._word(last + 2) in SCALES:
            last += 1
        for _ in range(MOST_SCALES):
            j = self._hyphen(last)
            word = self._word(j)
            if word in PLURAL_SCALES and scale == 1 and not (self.lower[last].isdigit() and len(self.lower[last]) > 3):
                return j, PLURAL_SCALES[word]
            spaced = j == last + 1 and self.gaps[last]
            if word not in SCALES or (word in GLUED_ONLY and spaced):
                break
            scale, last = scale * SCALES[word], j
        return last, scale

    def _rest(self, last: int, scale: Decimal) -> Numeral | None:
        """The smaller part of a number in two magnitudes, figures with their own magnitude."""
        j = last + 1 + (self._word(last + 1) == "and")
        if not self._word(j)[:1].isdigit():
            return None
        rest = self._figures(j)
        return rest if rest and rest.value and 1000 <= rest.scale < scale and rest.value < scale else None

    def _words(self, i: int) -> Numeral | None:
        word = self.lower[i]
        if word in VAGUE or word == "couple" or (word == "a" and self._word(i + 1) in ("few", "couple")):
            return self._vague(i)
        if part := self._part(i):
            whole = self._of_million(i, part.last, part.head)
            return whole if whole.last > i or word == "half" else None
        return self._counted(i)

    def _vague(self, i: int) -> Numeral | None:
        """`several hundred million`, `tens of thousands of`, `a couple of`, `multi-billion`."""
        last = i + (self.lower[i] == "a")
        couple = self.lower[last] == "couple"
        for _ in range(MOST_SCALES):
            j = self._hyphen(last)
            j += self._word(j) == "of"
            if self._word(j) not in VAGUE_PLURALS and self._word(j) not in SCALES:
                break
            if couple:
                last, scale = self._scales(j - 1)
                return Numeral(i, last, Decimal(2), scale)
            last = j
        if last == i and self.lower[i] in NEVER_ALONE:
            return None
        return Numeral(i, last, Decimal(2) if couple else None)

    def _counted(self, i: int) -> Numeral | None:
        """A cardinal in words: `one hundred and twenty-five thousand`, `two point five million`, `a million`."""
        total, j, below = Decimal(0), i, Decimal("Infinity")
        last = i - 1
        while (group := self._below_thousand(j, first=j == i)) is not None:
            value, end = group
            end, scale = self._scales(end)
            if scale >= below or (j > i and value >= below):
                break
            total, last, below = total + value * scale, end, scale
            if scale == 1:
                break
            j = self._hyphen(last)
            j = self._hyphen(j) if self._word(j) in ("and", ",") else j
        if last < i:
            return None
        return self._finished(i, last, total, below)

    def _finished(self, first: int, last: int, total: Decimal, scale: Decimal) -> Numeral:
        """The cardinal with what may follow it, its value split into head and scale."""
        part = self.and_part(last)
        if part and part.head is not None:
            whole = total + part.head * scale
            return (
                Numeral(first, part.last, whole / scale, scale) if scale > 1 else self._scaled(first, part.last, whole)
            )
        return Numeral(first, last, total / scale, scale) if scale > 1 else Numeral(first, last, total)

    def _below_thousand(self, i: int, first: bool) -> tuple[Decimal, int] | None:
        """The value of `two hundred and five` and its last token, magnitudes left aside."""
        word = self._word(i)
        if word in ("a", "an") or word in SCALES:
            return self._one(i) if first else None
        value, last = self._below_hundred(i)
        if value is None:
            return None
        if self._word(self._hyphen(last)) == "point" and (tail := self._point(self._hyphen(last) + 1)):
            return value + tail[0], tail[1]
        j = self._hyphen(last)
        if self._word(j) != "hundred":
            return value, last
        value, last = value * 100, j
        j = self._hyphen(last)
        j = self._hyphen(j) if self._word(j) == "and" else j
        rest, end = self._below_hundred(j)
        return (value + rest, end) if rest is not None else (value, last)

    def _one(self, i: int) -> tuple[Decimal, int] | None:
        """`a million`, `a hundred`; `million` alone where a hyphen makes it an adjective."""
        if self.lower[i] in SCALES:
            spelled = len(self.lower[i]) > 4
            return (ONE, i - 1) if spelled else None
        following = self._word(i + 1)
        return (ONE, i) if following in SCALES and len(following) > 3 else None

    def _below_hundred(self, i: int) -> tuple[Decimal | None, int]:
        word = self._word(i)
        if word in SMALL:
            return Decimal(SMALL[word]), i
        if word not in TENS:
            return None, i
        j = self._hyphen(i)
        unit = SMALL.get(self._word(j), 0)
        return (Decimal(TENS[word] + unit), j) if 0 < unit < 10 else (Decimal(TENS[word]), i)

    def _point(self, i: int) -> tuple[Decimal, int] | None:
        """The decimals behind `point`: two point five, three point one four."""
        digits = ""
        while SMALL.get(self._word(i), 10) < 10 and len(digits) < REACH:
            digits += str(SMALL[self.lower[i]])
            i += 1
        return (Decimal(f"0.{digits}"), i - 1) if digits else None
