"""A candidate: a stretch of text that may name a company."""

from __future__ import annotations

from dataclasses import dataclass, field

from dealwire.phrases import Hit
from dealwire.rulers.company.lexicon import Known

Dull = tuple[int, int, str]  # first and last token, key


@dataclass(slots=True)
class Candidate:
    """Tokens first to last that may name a company, and how they were cut out.

    key: the folded name; root: the same without the legal form; form, form_last: the tokens of the legal form;
    person: a title or an office stands before it; headline: it stands where most words have a capital;
    tail: it follows a well-known name, as products do; named_product: such a tail follows it (`Boeing Starliner`);
    known: what the list of companies has at its start; has_head: it ends in a business head (`Harbison Motors`);
    shown: what stands around this very mention shows a firm.
    """

    first: int
    last: int
    key: str
    root: str
    form: int | None = None
    form_rule: str = ""
    form_last: int = -1
    person: bool = False
    tail: bool = False
    headline: bool = False
    named_product: bool = False
    known: Hit[Known] | None = None
    has_head: bool = False
    shown: bool = False
    evidence: dict[str, float] = field(default_factory=dict)
