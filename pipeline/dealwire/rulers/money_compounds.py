"""Amounts in two units: 3 pounds 50, 20 euros and 4 cents."""

from __future__ import annotations

from decimal import Decimal

from dealwire.currencies import Currencies, Unit
from dealwire.numerals import Numeral
from dealwire.rulers.money_text import MoneyText
from dealwire.rulers.quantities import Quantity

# What may follow the bare hundredths of `15 dollars 50`.
CLOSING = frozenset(".,;:!?)\"”’'") | {"more", "each", "per", "a", "for", "apiece"}


def compounds(text: MoneyText, amounts: list[Quantity]) -> list[Quantity]:
    """The amounts with their hundredths added, where these follow."""
    result: list[Quantity] = []
    for amount in amounts:
        if result and (both := together(text, result[-1], amount)):
            result[-1] = both
        else:
            result.append(amount)
    starts = {amount.first for amount in result}
    return [with_rest(text, amount, starts) for amount in result]


def together(text: MoneyText, main: Quantity, part: Quantity) -> Quantity | None:
    """`20 euros and 4 cents` as one amount, None where they are two."""
    between = text.lower[main.last + 1 : part.first]
    if between not in ([], ["and"]) or not whole(main) or part.high or part.low.value is None:
        return None
    share = part.unit.share
    if share >= 1 or part.low.value * share >= 1 or not fits(main.unit, part.unit, text.table):
        return None
    return added(main, part.low.value * share, part.last)


def whole(amount: Quantity) -> bool:
    """Whether an amount counts whole units, so that a rest can follow."""
    value = amount.low.value
    if value is None or amount.high or amount.low.scale > 1 or amount.unit.share != 1:
        return False
    return value == value.to_integral_value()


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


def with_rest(text: MoneyText, amount: Quantity, starts: set[int]) -> Quantity:
    """`15 dollars 50`, `15 dollars and 50.`, `a dollar and a half`: a rest without unit that nothing else claims."""
    if amount.leads or not whole(amount):
        return amount
    half = text.numerals.and_part(amount.last)
    if half and half.head is not None and text.word(half.last + 1) in CLOSING | {""}:
        return added(amount, half.head, half.last)
    spelled = text.word(amount.last + 1) == "and"
    i = amount.last + 1 + spelled
    rest, after = text.word(i), text.word(i + 1)
    if not (rest.isdecimal() and len(rest) == 2) or i in starts or text.gaps[i - 1] not in (" ", "\n"):
        return amount
    if after in CLOSING | {""} and not (spelled and after.isalpha()):
        return added(amount, Decimal(rest) / 100, i)
    return amount
