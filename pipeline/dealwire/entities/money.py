"""Reads money mentions."""

from __future__ import annotations

from dealwire.entities.context import Context
from dealwire.mentions import Mention
from dealwire.records import Money


def read(context: Context, mention: Mention) -> Money | None:
    return Money(**context.common(mention))
