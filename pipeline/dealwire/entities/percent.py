"""Reads percent mentions."""

from __future__ import annotations

from dealwire.entities.context import Context
from dealwire.mentions import Mention
from dealwire.records import Percent
from dealwire.rulers.quantities import Quantity


def read(context: Context, mention: Mention) -> Percent | None:
    """The record, its value in the unit as written."""
    quantity = mention.detail
    if not isinstance(quantity, Quantity):  # a user's own pattern
        return Percent(**context.common(mention))
    low, high = quantity.values
    return Percent(**context.common(mention), value=low, value_max=high, unit=quantity.unit, modifier=quantity.modifier)
