"""Finds money: a currency sign, code or name, grown over the number beside it.

What each anchor gives (`money_scan`) is joined into compound amounts, series and ranges, then gets its modifier.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dealwire.currencies import currencies
from dealwire.mentions import Mention
from dealwire.patterns import PatternSet
from dealwire.rulers.modifiers import Modifiers
from dealwire.rulers.money_anchors import money_index
from dealwire.rulers.money_compounds import compounds
from dealwire.rulers.money_scan import MoneyScan
from dealwire.tokens import Tokens


class MoneyRuler:
    """The mention's detail is its `Quantity`, the unit a `currencies.Unit`."""

    def __init__(self, patterns: PatternSet) -> None:
        self.table = currencies()
        self.index = money_index(patterns, self.table)
        self.modifiers = Modifiers(patterns.find("modifiers.csv"))

    def find(self, tokens: Tokens, found: Sequence[Mention]) -> list[Mention]:
        scan = MoneyScan(tokens, self.index, self.table)
        amounts = compounds(tokens, scan.amounts(), self.table)
        amounts = scan.joiner.joined(scan.joiner.shared_scales(amounts), scan.merged)
        return [
            Mention("MONEY", a.first, a.last, a.rule, replace(a, modifier=self.modifiers.of(tokens, a.first, a.last)))
            for a in amounts
        ]
