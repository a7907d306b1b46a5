"""Finds percentages: a sign or word, grown over the number before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dealwire.mentions import Mention
from dealwire.numerals import ONE, Numeral, Numerals
from dealwire.patterns import Pattern, PatternSet
from dealwire.phrases import Hit, PhraseIndex
from dealwire.rulers.modifiers import Modifiers
from dealwire.rulers.quantities import Joiner, Quantity
from dealwire.tokens import Tokens, seek

SIGNS = frozenset("-−–+")
FILLERS = frozenset(["full", "whole"])  # two full percentage points
OPENING = frozenset("([“\"'|:;,=~")  # glued before a sign, these leave it one


class PercentRuler:
    """The mention's detail is its `Quantity`, the unit one of `records.Unit`."""

    def __init__(self, patterns: PatternSet) -> None:
        units = [p for p in patterns.of("PERCENT", "unit") if isinstance(p.pattern, str)]
        self.index = PhraseIndex((str(p.pattern), p) for p in units)
        seek(self.index.openers)
        self.modifiers = Modifiers(patterns.find("modifiers.csv"))

    def find(self, tokens: Tokens, found: Sequence[Mention]) -> list[Mention]:
        scan = PercentScan(tokens)
        quantities: list[Quantity] = []
        for hit in self.index.find(tokens):
            floor = quantities[-1].last + 1 if quantities else 0
            quantities += scan.grow(hit, floor)
        joined = scan.joiner.joined(quantities, lambda one, other: one if one == other else None)
        return [self._mention(tokens, quantity) for quantity in joined]

    def _mention(self, tokens: Tokens, amount: Quantity) -> Mention:
        modifier = self.modifiers.of(tokens, amount.first, amount.last)
        quantity = amount._replace(modifier=modifier) if modifier else amount
        return Mention("PERCENT", amount.first, amount.last, amount.rule, quantity)


class PercentScan:
    """Reads the number before each anchor of one text."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.lower = tokens.lower
        self.numerals = Numerals(tokens.lower, tokens.gaps)
        self.joiner = Joiner(tokens, self.numerals, steps=False)

    def grow(self, hit: Hit[Pattern], floor: int) -> list[Quantity]:
        """The quantity of an anchor, none where no number stands before it."""
        end = hit.first
        if end > floor and self.lower[end - 1] in FILLERS:
            end -= 1
        if end > floor and self.lower[end - 1] == "-" and not self.tokens.gaps[end - 1]:
            end -= 1
        if end <= floor or not self._near(end - 1):
            return []
        if bracketed := self._bracketed(hit, end, floor):
            return [bracketed]
        numeral = self.numerals.before(end, floor) or self._single(hit, end)
        condition = CONDITIONS.get(hit.value.id)
        if numeral is None or (condition and not condition(self, hit, numeral)):
            return []
        quantity = Quantity(numeral.first, hit.last, numeral, hit.value.means, hit.value.id)
        if low := self.joiner.lower_end(numeral, floor):
            return [self._signed(quantity._replace(first=low.first, low=low, high=numeral), floor)]
        return [self._signed(quantity, floor)]

    def _near(self, i: int) -> bool:
        gap = self.tokens.gaps[i]
        return gap in ("", " ") or gap.count("\n") < 2

    def _single(self, hit: Hit[Pattern], end: int) -> Numeral | None:
        """`a percentage point`, which is one."""
        if self.lower[end - 1] == "a" and hit.value.means != "percent" and hit.last > hit.first:
            return Numeral(end - 1, end - 1, ONE)
        return None

    def _bracketed(self, hit: Hit[Pattern], end: int, floor: int) -> Quantity | None:
        """(12.4)%: a loss."""
        i = end - 1
        if i - 2 < floor or self.lower[i] != ")" or self.lower[i - 2] != "(" or self.tokens.gaps[i]:
            return None
        numeral = self.numerals.at(i - 1)
        if numeral is None or numeral.last != i - 1:
            return None
        return Quantity(i - 2, hit.last, numeral, hit.value.means, hit.value.id, negative=True)

    def _signed(self, quantity: Quantity, floor: int) -> Quantity:
        """-0.3%, +5%, minus 5 percent: the sign belongs to the span."""
        i = quantity.first - 1
        if i < floor:
            return quantity
        word, gaps = self.lower[i], self.tokens.gaps
        if word == "minus" and self.lower[max(0, i - 2) : i] != ["plus", "or"]:
            return quantity._replace(first=i, negative=True)
        if word not in SIGNS or gaps[i] or (i and not gaps[i - 1] and self.lower[i - 1] not in OPENING):
            return quantity
        return quantity._replace(first=i, negative=word != "+")


def glued_small(scan: PercentScan, hit: Hit[Pattern], numeral: Numeral) -> bool:
    """5pc, 1.2pp: written small and glued to the number; 100 pc is a computer, pp 5 a page."""
    return not scan.tokens.gaps[hit.first - 1] and scan.tokens.words[hit.first].islower()


def spaced_small(scan: PercentScan, hit: Hit[Pattern], numeral: Numeral) -> bool:
    """5 bp, 40 pps: written small; BP is a company."""
    return scan.tokens.words[hit.first].islower()


def closing(scan: PercentScan, hit: Hit[Pattern], numeral: Numeral) -> bool:
    """`100 percentage`: nothing follows that it could be part of."""
    return hit.last + 1 >= len(scan.lower) or not scan.lower[hit.last + 1][0].isalnum()


def plain_sign(scan: PercentScan, hit: Hit[Pattern], numeral: Numeral) -> bool:
    """5%; not the 20% of an encoded address (%20and)."""
    behind = hit.last + 1
    glued = behind < len(scan.lower) and not scan.tokens.gaps[hit.last]
    return not (glued and (scan.lower[behind][0].isdecimal() or scan.lower[behind] in ("d", "s", "f", "c")))


CONDITIONS: dict[str, Callable[[PercentScan, Hit[Pattern], Numeral], bool]] = {
    "percent.sign": plain_sign,
    "percent.pc": glued_small,
    "percent.pp": glued_small,
    "percent.ppt": spaced_small,
    "percent.bp": spaced_small,
    "percent.percentage": closing,
    "percent.percentages": closing,
}
