"""Reads company mentions."""

from __future__ import annotations

from dealwire.entities.context import Context
from dealwire.mentions import Mention
from dealwire.records import Company


def read(context: Context, mention: Mention) -> Company | None:
    return Company(**context.common(mention), name=context.common(mention)["text"])
