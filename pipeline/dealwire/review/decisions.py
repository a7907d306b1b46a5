"""A decision on a record: what was decided, and whether it may be.

Pure functions of the record as found, the wish and the article's text; `store` keeps what they return.
"""

from __future__ import annotations

from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, ValidationError, computed_field

from dealwire.errors import DealwireError
from dealwire.jsonl import dump
from dealwire.records import RECORD, AnyRecord, Company, Money, Percent, Record, Treaty, record_id

Verdict = Literal["undecided", "accepted", "rejected", "corrected", "added", "skipped", "finished"]
Press = Literal["accept", "reject", "correct", "add", "skip", "finish"]  # what a reviewer does
Action = Press | Literal["settle", "undo", "reattach"]

MODELS: dict[str, type[BaseModel]] = {
    get_args(model.model_fields["label"].annotation)[0]: model for model in (Money, Percent, Company, Treaty)
}
# What says how a record was found, not what it says: no part of gold, and no reason to look at a decision again.
PROVENANCE = frozenset({"id", "rule", "confidence", "evidence", "company_id"})
BY_HAND = "review"  # the rule of a record that a person added


class Refused(DealwireError):
    """A decision that cannot be; `fields` says why beside each field of the form."""

    def __init__(self, message: str, fields: dict[str, str] | None = None) -> None:
        self.message, self.fields = message, fields or {}
        super().__init__(message)


class Decision(BaseModel):
    """What stands for one record and reviewer: the verdict, the record for gold, and what the rules had found."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    verdict: Verdict = "undecided"
    record: Record | None = None
    seen: str | None = None

    @computed_field  # type: ignore[prop-decorator]
    @property
    def value(self) -> str | None:
        return gold_line(self.record) if self.record else None


UNDECIDED = Decision()


def gold_line(record: AnyRecord) -> str:
    """The record as a line of gold: where, what, and the label's attributes.

    >>> from dealwire.records import Percent
    >>> gold_line(Percent(id="a:5-7:PERCENT", doc_id="a", text="5%", start=5, end=7, rule="percent.sign", value=5))
    '{"doc_id":"a","label":"PERCENT","start":5,"end":7,"text":"5%","value":"5","value_max":null,"unit":"percent","modifier":null}'
    """
    fields = record.model_dump(mode="json", exclude=set(PROVENANCE))
    head = {key: fields.pop(key) for key in ("doc_id", "label", "start", "end", "text")}
    return dump(head | fields)


def read_record(value: dict[str, Any]) -> AnyRecord:
    """The typed record of a line; fields that its model does not have are for show only and stay out."""
    model = MODELS.get(str(value.get("label")))
    known = model.model_fields if model else value
    return RECORD.validate_python({key: field for key, field in value.items() if key in known})


def decide(action: Press, found: AnyRecord | None, standing: Decision, wish: AnyRecord | None) -> Decision:
    """What stands after an action on a record as found (None: by no rule), with the corrected or added record."""
    seen = gold_line(found) if found else None
    if action in ("reject", "correct", "skip") and found is None and standing.record is None:
        raise Refused("there is no such record")
    if action == "accept":
        record = found or standing.record
        if record is None:
            raise Refused("there is nothing here to accept")
        return Decision(verdict="accepted" if found else "added", record=record, seen=seen)
    if action in ("correct", "add"):
        if wish is None:
            raise Refused("a correction needs the corrected record")
        same = found is not None and gold_line(wish) == seen
        return Decision(verdict="accepted" if same else "corrected" if found else "added", record=wish, seen=seen)
    if action == "skip":
        return Decision(verdict="skipped", record=standing.record if found is None else None, seen=seen)
    return Decision(verdict="finished" if action == "finish" else "rejected", seen=seen)


def wished(fields: dict[str, Any], doc_id: str, text: str, rule: str = BY_HAND) -> AnyRecord:
    """The record that a person asks for, its span checked against the article and its values by the models."""
    start, end = fields.get("start"), fields.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end <= len(text):
        raise Refused(f"no span of the article: {start!r} to {end!r}")
    span = text[start:end]
    if span != span.strip():
        raise Refused("a span neither starts nor ends with white space")
    label = str(fields.get("label"))
    whole = {key: value for key, value in fields.items() if key not in PROVENANCE} | {
        "id": record_id(doc_id, start, end, label), "doc_id": doc_id, "text": span, "rule": rule,
    }  # fmt: skip
    try:
        return RECORD.validate_python(whole)
    except ValidationError as error:
        raise Refused("these values are not sound", dict(faults(error))) from None


def faults(error: ValidationError) -> list[tuple[str, str]]:
    """Pairs of field and what is wrong with it, the field named as the form names it."""
    return [(str(next((p for p in e["loc"] if p not in MODELS), "label")), e["msg"]) for e in error.errors()]
