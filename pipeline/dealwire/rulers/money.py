"""Finds money: a currency sign, code or name, grown over the number beside it.

What each anchor gives (`money_scan`) is joined into compound amounts, series and ranges, then gets its modifier.
"""

from __future__ import annotations

from collections.abc import Sequence

from dealwire.currencies import currencies
from dealwire.mentions import Mention
from dealwire.patterns import PatternSet
from dealwire.rulers.modifiers import Modifiers
from dealwire.rulers.money_anchors import money_index
from dealwire.rulers.money_compounds import compounds
from dealwire.rulers.money_scan import amounts
from dealwire.rulers.money_text import MoneyText
from dealwire.rulers.quantities import Quantity
from dealwire.tokens import Tokens, seek


class MoneyRuler:
    """The mention's detail is its `Quantity`, the unit a `currencies.Unit`."""

    def __init__(self, patterns: PatternSet) -> None:
        self.table = currencies()
        self.index = money_index(patterns, self.table)
        seek(self.index.openers)
        self.modifiers = Modifiers(patterns.find("modifiers.csv"))

    def find(self, tokens: Tokens, found: Sequence[Mention]) -> list[Mention]:
        text = MoneyText(tokens, self.index, self.table)
        found_here = text.joiner.shared_scales(compounds(text, amounts(text)))
        return [self._mention(tokens, amount) for amount in text.joiner.joined(found_here, text.merged)]

    def _mention(self, tokens: Tokens, amount: Quantity) -> Mention:
        modifier = self.modifiers.of(tokens, amount.first, amount.last)
        quantity = amount._replace(modifier=modifier) if modifier else amount
        return Mention("MONEY", amount.first, amount.last, amount.rule, quantity)
