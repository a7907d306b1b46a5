"""Amounts in two units: 3 pounds 50, 20 euros and 4 cents."""

from __future__ import annotations

from decimal import Decimal

from dealwire.currencies import Currencies, Unit
from dealwire.numerals import Numeral
from dealwire.rulers.quantities import Quantity
from dealwire.tokens import Tokens

# What may follow the bare hundredths of `15 dollars 50`.
CLOSING = frozenset(".,;:!?)\"”’'") | {"more", "each", "per", "a", "for", "apiece"}


def compounds(tokens: Tokens, amounts: list[Quantity], table: Currencies) -> list[Quantity]:
    """The amounts with their hundredths added, where these follow."""
    result: list[Quantity] = []
    for amount in amounts:
        if result and (whole := together(tokens, result[-1], amount, table)):
            result[-1] = whole
        else:
            result.append(amount)
    starts = {amount.first for amount in result}
    return [with_hundredths(tokens, amount, starts) for amount in result]


def together(tokens: Tokens, main: Quantity, part: Quantity, table: Currencies) -> Quantity | None:
    """`20 euros and 4 cents` as one amount, None where they are two."""
    between = tokens.lower[main.last + 1 : part.first]
    if between not in ([], ["and"]) or not whole(main) or part.high or part.low.value is None:
        return None
    share = part.unit.share
    if share >= 1 or part.low.value * share >= 1 or main.unit.share != 1 or not fits(main.unit, part.unit, table):
        return None
    return added(main, part.low.value * share, part.last)


def whole(amount: Quantity) -> bool:
    """Whether an amount counts whole units, so that hundredths can follow."""
    value = amount.low.value
    return amount.high is None and amount.low.scale == 1 and value is not None and value == value.to_integral_value()


def fits(main: Unit, part: Unit, table: Currencies) -> bool:
    """Whether a subunit is one of the main unit's: cents are also the euro's and the rand's."""
    if main.currency == part.currency:
        return True
    if part.currency == "dollar" and main.currency in ("EUR", "ZAR"):
        return True
    row = table.by_code.get(main.currency) or table.by_code.get(part.currency)
    return row is not None and (part.currency in row.kin or main.currency in row.kin)


def added(amount: Quantity, more: Decimal, last: int) -> Quantity:
    value = (amount.low.value or Decimal(0)) + more
    return amount._replace(last=last, low=Numeral(amount.low.first, amount.low.last, value))


def with_hundredths(tokens: Tokens, amount: Quantity, starts: set[int]) -> Quantity:
    """`15 dollars 50`, `15 dollars and 50.`: two figures that nothing else claims."""
    lower = tokens.lower
    if amount.leads or not whole(amount) or amount.unit.share != 1:
        return amount
    i = amount.last + 1
    spelled = i < len(lower) and lower[i] == "and"
    i += spelled
    if i >= len(lower) or not (lower[i].isdigit() and len(lower[i]) == 2) or i in starts:
        return amount
    after = lower[i + 1] if i + 1 < len(lower) else "."
    if after not in CLOSING or (spelled and after.isalpha()) or tokens.gaps[i - 1] not in (" ", "\n"):
        return amount
    return added(amount, Decimal(lower[i]) / 100, i)
