"""Reads the number that starts at a token, or the one that ends before it."""

from __future__ import annotations

from collections.abc import Sequence

from dealwire.numerals.figures import figures
from dealwire.numerals.line import Line, Numeral
from dealwire.numerals.parts import and_part, scaled
from dealwire.numerals.tables import (
    DOTTED,
    FIGURE_WORDS,
    GLYPHS,
    JOINERS,
    ONES,
    PARTS,
    SCALES,
    SMALL,
    TENS,
    VAGUE_PLURALS,
)
from dealwire.numerals.words import words

REACH = 24  # tokens: longer than any number that is read aloud


class Numerals:
    """Reads the numbers in one list of tokens."""

    def __init__(self, lower: Sequence[str], gaps: Sequence[str]) -> None:
        self.line = Line(lower, gaps)
        self.lower = lower
        self.gaps = gaps

    def starts(self, i: int) -> bool:
        """Whether token i is a figure or a word of numbers."""
        word = self.lower[i] if i < len(self.lower) else " "
        return word[0].isdecimal() or word in FIGURE_WORDS or word in SCALES or (word[0] == "." and len(word) > 1)

    def at(self, i: int) -> Numeral | None:
        """The longest number that starts at token i."""
        if i >= len(self.lower):
            return None
        self.line.start = i
        word = self.lower[i]
        if word[0].isdecimal() or (word[0] == "." and len(word) > 1):
            return figures(self.line, i)
        if word in GLYPHS:
            return scaled(self.line, i, i, GLYPHS[word])
        return words(self.line, i) if word in FIGURE_WORDS or word in SCALES else None

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

    def and_part(self, last: int) -> Numeral | None:
        """`and a half` behind token `last`."""
        return and_part(self.line, last)

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
        """Whether the number at i is the end of a date, a quote (1.6195/05), a fraction without exact decimal: 3/7."""
        return i > 1 and self.lower[i - 1] == "/" and self.lower[i - 2][0].isdecimal() and self.lower[i].isdecimal()

    def _run_start(self, last: int, floor: int) -> int:
        """Where the run of tokens that numbers are made of, up to `last`, begins."""
        i = last
        lowest = max(floor, last - REACH)
        while i > lowest and self._part_of_number(i - 1) and self.line.near(i - 1):
            i -= 1
        return i

    def _share_of_one(self, last: int, floor: int) -> Numeral | None:
        """A part of the one thing that follows: `half a` percent, `three-quarters of one` percent."""
        i = last
        if self.lower[i - 1] == "of" or (self.lower[i - 1] == "-" and not self.gaps[i - 1]):
            i -= 1
        if i <= floor or not (self.lower[i - 1] in PARTS or (i > 1 and self.lower[i - 2] == "/")):
            return None
        part = self.before(i, floor)
        return part._replace(last=last) if part and part.value is not None and part.value < 1 else None

    def _part_of_number(self, i: int) -> bool:
        """Whether numbers can have a token like i in them."""
        word = self.lower[i]
        if word in (".", ","):  # only in text whose tokens are spaced out (6 . 2 %), or: two million, five hundred
            spelled = (
                word == "," and self.lower[i - 1] in SCALES and self.line.word(i + 1) in SMALL.keys() | TENS.keys()
            )
            return self.gaps[i - 1] != "" or spelled
        return word[0].isdecimal() or word[0] == "." or word in FIGURE_WORDS or word in SCALES or word in JOINERS
