"""Reads treaty mentions."""

from __future__ import annotations

from dealwire.entities.context import Context
from dealwire.mentions import Mention
from dealwire.records import Treaty


def read(context: Context, mention: Mention) -> Treaty | None:
    return Treaty(**context.common(mention), kind="other")
