"""What money and percentages share: numbers with a unit, joined into ranges and series.

A range whose unit is written once (`5 to 7 percent`, `$10-20 million`) is one quantity. Where both ends carry the
unit, `A to B` is a range as well (`a range of $8.20 to $9.40`) unless the text tells of a movement (`rose from
$3 billion to $5 billion`).
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from dealwire.numerals import Numeral, Numerals
from dealwire.records import Modifier
from dealwire.tokens import Tokens

DASHES = frozenset("-–—−")
TO = frozenset(["to", "through", "till"])
# `from A to B` is a range only behind such a word, otherwise a movement.
RANGING = frozenset(
    """range ranges ranged ranging vary varies varied varying anywhere priced prices fluctuate fluctuates fluctuated
    fluctuating differ differs span spans spanning between extending extend fines fine penalties prizes amounts
    denominations estimates estimated costs cost costing fees bonuses salaries""".split()
)
# Right before `A to B` these tell of a movement by A to the level B.
MOVING = frozenset(
    """rose rise rises risen rising fell fall falls fallen falling climbed climb climbs climbing jumped jump jumps
    gained gain gains gaining dropped drop drops dropping declined decline declines slipped slid lost added adding
    up down advanced surged soared sank tumbled plunged dipped eased increased decreased grew raised cut lifted
    reduced boosted lowered off firmed""".split()
)
HEDGES = frozenset(
    "about nearly almost more than over a further another some around roughly just as much up to".split()
)
YEARS = range(1900, 2101)
MONTHS = frozenset(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec""".split()
)


class Quantity(NamedTuple):
    """One or two numbers with their unit, at tokens first to last."""

    first: int
    last: int
    low: Numeral
    unit: Any
    rule: str
    high: Numeral | None = None
    leads: bool = False  # the unit stands before the number
    negative: bool = False
    modifier: Modifier | None = None

    @property
    def end(self) -> Numeral:
        """The number written last."""
        return self.high or self.low

    @property
    def values(self) -> tuple[Decimal | None, Decimal | None]:
        """The exact lower and upper value, in the unit as written."""
        low = self.low.value
        high = None if self.high is None else self.high.value
        if low is not None and self.negative:
            low = -low
        return low, high


def ordered(low: Numeral, high: Numeral) -> Numeral | None:
    """The lower end of a range with the magnitude it shares; None where the two make no range.

    `$10-20 million` starts at 10 million, `$500 to $1 million` at 500.
    """
    if low.value is None or high.value is None or low.head is None or high.head is None:
        return None
    if low.scale == 1 and high.scale > 1 and low.head < high.head:
        return low._replace(scale=high.scale)
    return low if low.value < high.value else None


def year(numeral: Numeral, tokens: Tokens) -> bool:
    """Whether a bare number is written as a year is."""
    word = tokens.words[numeral.first]
    return numeral.first == numeral.last and len(word) == 4 and word.isdecimal() and int(word) in YEARS


class Joiner:
    """Joins numbers and quantities of one article.

    steps: whether `rose A to B` says by how much (money) rather than between what (percent).
    """

    def __init__(self, tokens: Tokens, numerals: Numerals, *, steps: bool) -> None:
        self.steps = steps
        self.tokens = tokens
        self.lower = tokens.lower
        self.numerals = numerals

    def connector(self, i: int) -> str | None:
        """What token i does between two numbers: `to`, `-`, `and`, `or`; None for nothing."""
        if not 0 < i < len(self.lower):
            return None
        word = self.lower[i]
        if word in DASHES:
            return "-"
        return "to" if word in TO else word if word in ("and", "or") else None

    def between(self, first: int) -> bool:
        """Whether `between` governs the amount that starts at token `first`, modifiers aside."""
        return "between" in self.lower[max(0, first - 4) : first]

    def lower_end(self, high: Numeral, floor: int) -> Numeral | None:
        """The bare number that starts a range before `high`, the unit following: `5 to` 7 percent."""
        i = high.first - 1
        how = self.connector(i)
        if how is None or (how == "-" and not self._hyphenated(i)):
            return None
        low = self.numerals.before(i, floor)
        if low is None or self._no_amount(low, high) or (how == "and" and not self.between(low.first)):
            return None
        return ordered(low, high)

    def _hyphenated(self, i: int) -> bool:
        """Whether the dash at token i joins two numbers rather than two clauses."""
        before, behind = self.tokens.gaps[i - 1] != "", self.tokens.gaps[i] != ""
        return not before or (behind and self.lower[i] != "—")

    def _no_amount(self, low: Numeral, high: Numeral) -> bool:
        """Whether a bare number is a year, a day, a count in a list, rather than the lower end of a range."""
        before = self.lower[low.first - 1] if low.first else ""
        if before in MONTHS or before in ("no", "article", "chapter", "section", "page"):
            return True
        return year(low, self.tokens) and not (high.value and 1000 <= high.value < 10_000)

    def upper_end(self, quantity: Quantity, follows: Callable[[int], bool]) -> Quantity:
        """A quantity with leading unit, with the bare number that ends its range: $10 `-20 million`."""
        i = quantity.last + 1
        how = self.connector(i)
        if how is None or i + 1 >= len(self.lower):
            return quantity
        high = self.numerals.at(i + 1)
        if high is None or follows(high.last + 1) or not self._ends(how, quantity, high, i):
            return quantity
        low = ordered(quantity.low, high)
        return quantity._replace(low=low, high=high, last=high.last) if low else quantity

    def _ends(self, how: str, quantity: Quantity, high: Numeral, i: int) -> bool:
        """Whether the number behind the connector at token i ends the range of a quantity with leading unit."""
        gaps = self.tokens.gaps
        if how == "-":
            attached = high.last + 1 < len(self.lower) and not gaps[high.last] and self.lower[high.last + 1] in DASHES
            return not gaps[i - 1] and not gaps[i] and (high.scale > 1 or not attached)
        if how == "and":
            return self.between(quantity.first)
        opened = quantity.first > 0 and self.lower[quantity.first - 1] in ("from", "between")
        return high.scale > 1 or (how == "to" and opened)

    def joined(self, quantities: list[Quantity], merged: Callable[[Any, Any], Any]) -> list[Quantity]:
        """Quantities with ranges made of two where both carry their unit, and magnitudes shared along series."""
        result: list[Quantity] = []
        moved = -1  # the sentence end up to which `from A to B` was said
        for quantity in quantities:
            last = result[-1] if result else None
            unit = merged(last.unit, quantity.unit) if last else None
            if last and unit and last.high is None and quantity.high is None:
                how = self.connector(last.last + 1) if quantity.first == last.last + 2 else None
                if how in ("to", "-") or (how == "and" and self.between(last.first)):
                    moving = how == "to" and self._movement(last, quantity, moved)
                    if moving:
                        moved = self.tokens.sentence(last.first)[1]
                    elif low := ordered(last.low, quantity.low):
                        result[-1] = last._replace(low=low, high=quantity.low, last=quantity.last, unit=unit)
                        continue
            result.append(quantity)
        return result

    def _movement(self, low: Quantity, high: Quantity, moved: int) -> bool:
        """Whether `A to B`, both with their unit, is a movement; later ones of the sentence follow the first."""
        shared = low.low.scale == 1 and high.low.scale > 1 and low.leads
        if low.first < moved:
            return True
        i = low.first
        while i and self.lower[i - 1] in HEDGES:
            i -= 1
        if i and self._stepped(low, high, self.lower[i - 1]):
            return True
        window = self.lower[max(0, i - 5) : i]
        if "from" not in window:
            return False
        i -= 1 + window[::-1].index("from")
        return not shared and RANGING.isdisjoint(self.lower[max(0, i - 3) : i])

    def _stepped(self, low: Quantity, high: Quantity, before: str) -> bool:
        """Whether `A to B` says by how much and to what level: rose 5 cents to 75 cents, up by 2 cts to 33 cts."""
        if self.steps and before in MOVING:
            return True
        step, level = low.values[0], high.values[0]
        return before == "by" and step is not None and level is not None and level > (4 if self.steps else 10) * step

    def shared_scales(self, quantities: list[Quantity]) -> list[Quantity]:
        """`$2, $3 and $5 million`: the magnitude written once at the end holds for the whole series."""
        result = list(quantities)
        for i in range(len(result) - 1, 0, -1):
            before, after = result[i - 1], result[i]
            gap = self.lower[before.last + 1 : after.first]
            series = gap in ([","], ["and"], ["or"], [",", "and"], [",", "or"])
            if series and after.low.scale > 1 and before.low.scale == 1 and self._bare(before, after):
                result[i - 1] = before._replace(low=before.low._replace(scale=after.low.scale))
        return result

    def _bare(self, before: Quantity, after: Quantity) -> bool:
        """Whether a leading-unit amount is round and small enough to wait for its magnitude."""
        figures = self.lower[before.low.last]
        return before.leads and after.leads and before.high is None and figures.isdecimal() and len(figures) <= 3
