"""The tokens that numbers are read from, and what a number is."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

ONE = Decimal(1)


class Numeral(NamedTuple):
    """A number at tokens first to last: `4.2 billion` is 4.2 (its head) times a billion (its scale)."""

    first: int
    last: int
    head: Decimal | None
    scale: Decimal = ONE

    @property
    def value(self) -> Decimal | None:
        """The exact value, None where the text leaves it open."""
        return None if self.head is None else self.head * self.scale


class Line:
    """Folded tokens and the white space behind each; a blank line ends what is read together."""

    def __init__(self, lower: Sequence[str], gaps: Sequence[str]) -> None:
        self.lower = lower
        self.size = len(lower)
        self.gaps = gaps
        self.start = 0  # of the number being read: what stands before it does not matter

    def near(self, i: int) -> bool:
        """Whether no blank line stands between token i and the next."""
        gap = self.gaps[i]
        return gap in ("", " ") or gap.count("\n") < 2

    def word(self, i: int) -> str:
        """Token i, nothing behind the end or behind a blank line."""
        if i >= self.size:
            return ""
        if i > self.start and (gap := self.gaps[i - 1]) not in ("", " ") and gap.count("\n") > 1:
            return ""
        return self.lower[i]

    def hyphen(self, i: int) -> int:
        """The token behind i, behind the hyphen between them where one joins them."""
        j = i + 1
        joined = j + 1 < self.size and self.lower[j] == "-" and not self.gaps[i] and not self.gaps[j]
        return j + joined
