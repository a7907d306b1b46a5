"""Reads treaty mentions: kind, parties, status."""

from __future__ import annotations

from dealwire.entities.context import Context
from dealwire.entities.treaty.parties import parties_of
from dealwire.entities.treaty.status import status_of
from dealwire.mentions import Mention
from dealwire.records import Treaty
from dealwire.rulers.treaty.candidate import Candidate


def read(context: Context, mention: Mention) -> Treaty | None:
    """The record of an instrument; a user's own pattern says its kind by `means`."""
    candidate = mention.detail
    if not isinstance(candidate, Candidate):
        return Treaty(**context.common(mention), kind=getattr(candidate, "means", None) or "other")
    told = candidate.introduced_by or candidate  # an acronym in brackets shares what is said of the full name
    return Treaty(
        **context.common(mention),
        kind=candidate.kind,
        parties=parties_of(context, told),
        status=status_of(context.tokens, told),
    )
