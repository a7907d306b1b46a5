"""Reads company mentions."""

from __future__ import annotations

from dealwire.entities.context import Context
from dealwire.mentions import Mention
from dealwire.records import Company, Evidence
from dealwire.rulers.company import Firm


def read(context: Context, mention: Mention) -> Company:
    """A mention of the ruler's brings its name along; one of a user's own pattern is its own name."""
    common = context.common(mention)
    if not isinstance(mention.detail, Firm):
        return Company(**common, name=common["text"])
    firm = mention.detail
    evidence = None
    if context.settings.explain:
        strongest_first = sorted(firm.evidence.items(), key=lambda item: (-item[1], item[0]))
        evidence = tuple(Evidence(rule=rule, weight=weight) for rule, weight in strongest_first)
    return Company(
        **common,
        name=firm.name,
        legal_form=firm.legal_form,
        company_id=firm.company_id,
        evidence=evidence,
    )
