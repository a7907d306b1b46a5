"""Reads company mentions."""

from __future__ import annotations

from dealwire.entities.context import Context
from dealwire.mentions import Mention
from dealwire.records import Company


def read(context: Context, mention: Mention) -> Company | None:
    """A mention of the ruler's brings its name along; one of a user's own pattern is its own name."""
    common = context.common(mention)
    firm = getattr(mention.detail, "name", None)
    return Company(**common, name=firm or common["text"], legal_form=getattr(mention.detail, "legal_form", None))
