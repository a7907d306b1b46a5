"""Mentions read into records: one reader a label, `None` for "not one after all"."""

from __future__ import annotations

from collections.abc import Callable

from dealwire.entities import company, money, percent, treaty
from dealwire.entities.context import Context
from dealwire.mentions import Mention
from dealwire.records import AnyRecord, Label

Reader = Callable[[Context, Mention], AnyRecord | None]

READERS: dict[Label, Reader] = {
    "MONEY": money.read,
    "PERCENT": percent.read,
    "COMPANY": company.read,
    "TREATY": treaty.read,
}


def read(context: Context, mention: Mention) -> AnyRecord | None:
    """The record of a mention, None where a closer look says that it is none."""
    return READERS[mention.label](context, mention)
