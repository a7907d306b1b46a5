"""The amounts of one text, each grown from its anchor over the number beside it."""

from __future__ import annotations

from dataclasses import replace

from dealwire.currencies import Currencies, Unit
from dealwire.number_words import GLUED_ONLY, SCALES
from dealwire.numerals import Numeral, Numerals
from dealwire.phrases import Hit, PhraseIndex
from dealwire.rulers.money_anchors import Anchor, anchors, as_written
from dealwire.rulers.money_conditions import Candidate, counts
from dealwire.rulers.quantities import Joiner, Quantity, year
from dealwire.tokens import Tokens

# Glued before a sign these make it code, a path or a regular expression; glued behind the number likewise.
CODE_BEFORE = frozenset("\\^*]}|{`@#=_")
CODE_BEHIND = frozenset("}\\=_|`[{")
MINUS = frozenset("-−")
SINGULAR = frozenset("dollar euro pound franc rupee peso".split())  # a million dollar loan
ADJECTIVE = 4  # tokens of the longest nationality: Trinidad and Tobago, West African CFA


class MoneyScan:
    """Goes through the anchors left to right; a number belongs to the first that claims it."""

    def __init__(self, tokens: Tokens, index: PhraseIndex[Anchor], table: Currencies) -> None:
        self.tokens = tokens
        self.lower = tokens.lower
        self.index = index
        self.table = table
        self.numerals = Numerals(tokens.lower, tokens.gaps)
        self.joiner = Joiner(tokens, self.numerals, steps=True)

    def amounts(self) -> list[Quantity]:
        """All amounts, before they are joined with each other."""
        found: list[Quantity] = []
        floor = 0
        for hit in anchors(self.index, self.tokens):
            if hit.first >= floor and (amount := self.grow(hit, floor)):
                found.append(amount)
                floor = amount.last + 1
        return found

    def grow(self, hit: Hit[Anchor], floor: int) -> Quantity | None:
        """The amount of an anchor: a sign is read with the number behind it first, a name with the one before."""
        role = hit.value.role
        if role == "unit":
            return self.number_before(hit, floor)
        glued = hit.last + 1 < len(self.lower) and not self.tokens.gaps[hit.last]
        if role == "sign" and not self._prices_in_column(hit, floor):
            return self.number_behind(hit, floor) or self.number_before(hit, floor)
        if glued and (amount := self.number_behind(hit, floor)):
            return amount
        return self.number_before(hit, floor) or self.number_behind(hit, floor)

    def _prices_in_column(self, hit: Hit[Anchor], floor: int) -> bool:
        """Whether signs stand behind their numbers: 10 $ 30 $."""
        behind = self.numerals.at(hit.last + 1)
        if behind is None or behind.last + 1 >= len(self.lower) or hit.first <= floor:
            return False
        same = self.lower[behind.last + 1] == self.lower[hit.first] and bool(self.tokens.gaps[hit.last])
        return same and self.lower[behind.last + 2 : behind.last + 3] != ["-"] and self._digit(hit.first - 1)

    def _digit(self, i: int) -> bool:
        return self.lower[i][0].isdigit()

    # The number behind the anchor: $4.2 billion, USD 200, $(0.15), ($12.4)M

    def number_behind(self, hit: Hit[Anchor], floor: int) -> Quantity | None:
        i = hit.last + 1
        if i >= len(self.lower) or not self._near(hit.last) or self._is_code(hit):
            return None
        bracket = self.lower[i] == "(" and not self.tokens.gaps[i]
        minus = self.lower[i] in MINUS and not self.tokens.gaps[i] and not self.tokens.gaps[hit.last]
        start = i + (bracket or minus)
        numeral = self.numerals.at(start)
        if numeral is None or not self._reads_behind(hit, start, numeral):
            return None
        quantity = Quantity(
            hit.first, numeral.last, numeral, hit.value.unit, hit.value.rule, leads=True, negative=minus
        )
        if bracket:
            return self._bracketed(quantity)
        if not counts(hit.value.rule, Candidate(self.tokens, hit.first, hit.last, numeral, True)):
            return None
        quantity = self._signed(self._losses(quantity), floor)
        return self._restated(self.joiner.upper_end(quantity, self._unit_at))

    def _near(self, i: int) -> bool:
        """Whether no blank line stands behind token i."""
        gap = self.tokens.gaps[i]
        return gap in ("", " ") or gap.count("\n") < 2

    def _is_code(self, hit: Hit[Anchor]) -> bool:
        before = hit.first - 1
        if before < 0 or self.tokens.gaps[before]:
            return False
        quantifier = self.lower[before] in ("+", "*", "?") and before > 0 and not self.tokens.gaps[before - 1]
        return quantifier or self.lower[before][-1] in CODE_BEFORE

    def _reads_behind(self, hit: Hit[Anchor], start: int, numeral: Numeral) -> bool:
        """Whether a number behind the anchor belongs to it; in words only behind a true sign, with a magnitude."""
        if not self._digit(start) and self.lower[start][0] != ".":
            return not self.lower[hit.first][0].isalpha() and (numeral.scale > 1 and self.lower[start] != "a")
        end = numeral.last
        if end + 1 < len(self.lower) and not self.tokens.gaps[end] and self.lower[end + 1][0] in CODE_BEHIND:
            return False
        if hit.value.role == "either":
            before = self.lower[hit.first - 1] if hit.first else ""
            candidate = Candidate(self.tokens, hit.first, hit.last, numeral, True)
            return candidate.precise and before not in ("the", "against", "a", "per") and not self._unit_at(end + 1)
        return hit.value.role == "sign" or not self._unit_at(end + 1, signs=False)

    def _unit_at(self, i: int, signs: bool = True) -> bool:
        """Whether a unit of its own follows a number that ends before token i."""
        if i < len(self.lower) and self.lower[i] in ("%", "percent", "pct", "per"):
            return True
        hit = self.index.at(self.lower, i) if i < len(self.lower) else None
        if hit is None or not as_written(hit, self.tokens) or not (signs or hit.value.role == "unit"):
            return False
        return not (hit.last + 1 < len(self.lower) and self._digit(hit.last + 1) and hit.value.role != "unit")

    def _bracketed(self, quantity: Quantity) -> Quantity | None:
        """$(0.15): a loss."""
        close = quantity.low.last + 1
        if (
            close >= len(self.lower)
            or self.lower[close] != ")"
            or (quantity.low.scale > 1 and self.tokens.gaps[close - 1])
        ):
            return None
        low, last = self._scale_at(close + 1, quantity.low)
        return replace(quantity, low=low, last=max(close, last), negative=True)

    def _losses(self, quantity: Quantity) -> Quantity:
        """($12.4)M: the brackets belong to the number, since its magnitude stands behind them."""
        close, first = quantity.last + 1, quantity.first - 1
        if first < 0 or close + 1 >= len(self.lower) or (self.lower[first], self.lower[close]) != ("(", ")"):
            return quantity
        low, last = self._scale_at(close + 1, quantity.low)
        if last < 0 or quantity.low.scale > 1 or self.tokens.gaps[close]:
            return quantity
        return replace(quantity, first=first, low=low, last=last, negative=True)

    def _scale_at(self, i: int, numeral: Numeral) -> tuple[Numeral, int]:
        """The number with the magnitude at token i, and i; -1 where none stands there."""
        word = self.lower[i] if i < len(self.lower) else ""
        if word not in SCALES or not self._near(i - 1) or (word in GLUED_ONLY and self.tokens.gaps[i - 1]):
            return numeral, -1
        return numeral._replace(scale=SCALES[word]), i

    def _signed(self, quantity: Quantity, floor: int) -> Quantity:
        """-$5 million, minus $5 million."""
        i = quantity.first - 1
        if i < floor:
            return quantity
        minus = self.lower[i] in MINUS and not self.tokens.gaps[i]
        if minus and (i == 0 or self.tokens.gaps[i - 1] or self.lower[i - 1] in ("(", "“", '"')):
            return replace(quantity, first=i, negative=True)
        return replace(quantity, first=i, negative=True) if self.lower[i] == "minus" else quantity

    def _restated(self, quantity: Quantity) -> Quantity:
        """$5 million USD, £20 sterling: the currency said twice."""
        i = quantity.last + 1
        hit = self.index.at(self.lower, i) if i < len(self.lower) and self._near(i - 1) else None
        if hit is None or hit.value.role == "sign" or not as_written(hit, self.tokens):
            return quantity
        unit = self.merged(quantity.unit, hit.value.unit)
        if unit is None or (hit.last + 1 < len(self.lower) and self._digit(hit.last + 1)):
            return quantity
        return replace(quantity, last=hit.last, unit=unit)

    # The number before the anchor: five million dollars, 500-million-euro, 10 €

    def number_before(self, hit: Hit[Anchor], floor: int) -> Quantity | None:
        unit, start = self.qualified(hit, floor)
        end = start
        if end - 1 > floor and self.lower[end - 1] == "-" and not self.tokens.gaps[end - 1]:
            end -= 1
        numeral = self.numerals.before(end, floor) if end > floor and self._near(end - 1) else None
        if numeral is None or not self._reads_before(hit, numeral, end, start):
            return None
        if end < start and self.lower[numeral.first] in ("a", "an") and self.lower[numeral.first + 1] in SCALES:
            numeral = numeral._replace(first=numeral.first + 1)  # a billion-dollar deal: the article is the deal's
        candidate = Candidate(self.tokens, start, hit.last, numeral, False, qualified=start < hit.first)
        if not counts(hit.value.rule, candidate):
            return None
        last = hit.last
        if hit.value.role == "code" and numeral.scale == 1:  # 75 USD million
            numeral, scale_at = self._scale_at(hit.last + 1, numeral)
            last = max(last, scale_at)
        quantity = Quantity(numeral.first, last, numeral, unit, hit.value.rule)
        low = self.joiner.lower_end(numeral, floor)
        if low:
            return replace(quantity, first=low.first, low=low, high=numeral)
        return self._signed(quantity, floor)

    def qualified(self, hit: Hit[Anchor], floor: int) -> tuple[Unit, int]:
        """The unit with the nationality before it, and where that starts: 20 `Hong Kong` dollars."""
        unit = hit.value.unit
        for length in range(min(ADJECTIVE, hit.first - floor), 0, -1):
            adjective = tuple(self.lower[hit.first - length : hit.first])
            if adjective in self.table.adjectives and (code := self.table.qualified(adjective, unit.currency)):
                return unit._replace(currency=code), hit.first - length
        return unit, hit.first

    def _reads_before(self, hit: Hit[Anchor], numeral: Numeral, end: int, start: int) -> bool:
        """Whether a number before the anchor belongs to it."""
        before = self.lower[numeral.first - 1] if numeral.first else ""
        dated = hit.value.role in ("sign", "code") or before in ("in", "constant", "of", "at")
        if dated and hit.value.unit.share == 1 and year(numeral, self.tokens):
            return False  # in 1987 dollars
        if hit.value.role == "sign":
            return self._digit(numeral.first)
        if hit.value.role == "code":
            return not self._glued_to_next_number(hit)
        bare = self.lower[numeral.first] in SCALES and numeral.head == 1
        return not bare or end < start or (self.lower[hit.last] in SINGULAR and before not in ("in", "per"))

    def _glued_to_next_number(self, hit: Hit[Anchor]) -> bool:
        return not self.tokens.gaps[hit.last] and hit.last + 1 < len(self.lower) and self._digit(hit.last + 1)

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
