"""Reads percent mentions."""

from __future__ import annotations

from dealwire.entities.context import Context
from dealwire.mentions import Mention
from dealwire.records import Percent


def read(context: Context, mention: Mention) -> Percent | None:
    return Percent(**context.common(mention))
