"""A text on the way to its amounts: its tokens with what looks at them."""

from __future__ import annotations

from dealwire.currencies import Currencies, Unit
from dealwire.numerals import Numeral, Numerals
from dealwire.numerals.tables import GLUED_ONLY, SCALES
from dealwire.phrases import Hit
from dealwire.rulers.money_anchors import Anchor, AnchorIndex, anchor_at
from dealwire.rulers.quantities import Joiner, Quantity
from dealwire.tokens import Tokens

MINUS = frozenset("-−")
OPENING = frozenset("(“\"'[")
ADJECTIVE = 4  # tokens of the longest nationality: West African CFA


class MoneyText:
    """What reading an amount needs to know about the places around it."""

    def __init__(self, tokens: Tokens, index: AnchorIndex, table: Currencies) -> None:
        self.tokens = tokens
        self.lower = tokens.lower
        self.gaps = tokens.gaps
        self.index = index
        self.table = table
        self.numerals = Numerals(tokens.lower, tokens.gaps)
        self.joiner = Joiner(tokens, self.numerals, steps=True)

    def word(self, i: int) -> str:
        """Token i, folded; nothing outside the text."""
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def near(self, i: int) -> bool:
        """Whether no blank line stands between token i and the next."""
        gap = self.gaps[i]
        return gap in ("", " ") or gap.count("\n") < 2

    def glued(self, i: int) -> bool:
        """Whether token i and the next stand together."""
        return 0 <= i < len(self.lower) - 1 and not self.gaps[i]

    def digit(self, i: int) -> bool:
        """Whether token i starts with a digit."""
        return self.word(i)[:1].isdecimal()

    def anchor_at(self, i: int) -> Hit[Anchor] | None:
        """The anchor that starts at token i."""
        return anchor_at(self.index, self.tokens, i)

    def unit_at(self, i: int, signs: bool = True) -> bool:
        """Whether a unit of its own follows a number that ends before token i."""
        if self.word(i) in ("%", "percent", "pct") or (self.word(i) == "per" and self.word(i + 1) == "cent"):
            return True
        hit = self.anchor_at(i)
        if hit is None or not (signs or hit.value.role == "unit"):
            return False
        return hit.value.role == "unit" or not self.digit(hit.last + 1)

    def scale_at(self, i: int, numeral: Numeral) -> tuple[Numeral, int]:
        """The number with the magnitude at token i, and i; -1 where none stands there."""
        word = self.word(i)
        if word not in SCALES or not self.near(i - 1) or (word in GLUED_ONLY and not self.glued(i - 1)):
            return numeral, -1
        return numeral._replace(scale=SCALES[word]), i

    def signed(self, quantity: Quantity, floor: int) -> Quantity:
        """The amount with the minus before it: -$5 million, minus 5 dollars."""
        i = quantity.first - 1
        if i < floor:
            return quantity
        minus = self.lower[i] in MINUS and self.glued(i)
        if self.lower[i] == "minus" or (minus and (i == 0 or self.gaps[i - 1] or self.lower[i - 1] in OPENING)):
            return quantity._replace(first=i, negative=True)
        return quantity

    def qualified(self, hit: Hit[Anchor], floor: int) -> tuple[Unit, int]:
        """The unit with the nationality before it, and where that starts: 20 `Hong Kong` dollars."""
        unit = hit.value.unit
        if hit.first <= floor or self.lower[hit.first - 1] not in self.table.adjective_ends:
            return unit, hit.first
        for length in range(min(ADJECTIVE, hit.first - floor), 0, -1):
            adjective = tuple(self.lower[hit.first - length : hit.first])
            if adjective in self.table.adjectives and (code := self.table.qualified(adjective, unit.currency)):
                return unit._replace(currency=code), hit.first - length
        return unit, hit.first

    def merged(self, one: Unit, other: Unit) -> Unit | None:
        """The surer of two units that can be the same, None where they cannot."""
        if one.share != other.share:
            return None
        if one.currency == other.currency:
            return one
        if not one.settled and self._of_kin(other.currency, one.currency):
            return other
        return one if not other.settled and self._of_kin(one.currency, other.currency) else None

    def _of_kin(self, code: str, kin: str) -> bool:
        return code in self.table.by_code and kin in self.table.by_code[code].kin
