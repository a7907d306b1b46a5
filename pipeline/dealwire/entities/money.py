"""Reads money mentions."""

from __future__ import annotations

from decimal import Decimal

from dealwire.entities.context import Context
from dealwire.mentions import Mention
from dealwire.records import Money
from dealwire.rulers.quantities import Quantity


def read(context: Context, mention: Mention) -> Money | None:
    """The record, in the currency that the article as a whole means."""
    quantity = mention.detail
    if not isinstance(quantity, Quantity):  # a user's own pattern
        return Money(**context.common(mention))
    unit = quantity.unit
    low, high = (None if value is None else value * Decimal(unit.share) for value in quantity.values)
    return Money(
        **context.common(mention),
        amount=low,
        amount_max=high,
        currency=context.denominations.code(unit),
        modifier=quantity.modifier,
    )
