"""The records: what was found where in an article, and what it says.

One frozen pydantic model a label, as `ANNOTATION` in CONTRIBUTING.md defines them; `Record` is their union by `label`.
Offsets are Unicode code points into the article's text, half-open. Decimals are exact, and exact strings in JSON.
"""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from operator import is_
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, TypeAdapter

Label = Literal["MONEY", "PERCENT", "COMPANY", "TREATY"]
Modifier = Literal["about", "over", "under"]
Unit = Literal["percent", "percentage_point", "basis_point"]
Kind = Literal[
    "treaty", "convention", "protocol", "agreement", "accord", "pact", "memorandum",
    "declaration", "statement", "charter", "other",
]  # fmt: skip
Status = Literal["signed", "adopted", "ratified", "in_force", "negotiated", "ended"]

LABELS: tuple[Label, ...] = ("MONEY", "PERCENT", "COMPANY", "TREATY")


def plain(number: Decimal) -> str:
    """A decimal without exponent or idle zeros, as records write it.

    >>> plain(Decimal("4.20E+9")), plain(Decimal("0.50")), plain(Decimal("-0"))
    ('4200000000', '0.5', '0')
    """
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


absent = partial(is_, None)  # asked at every record: a function of Python's own takes half the time

Number = Annotated[Decimal, PlainSerializer(plain, return_type=str)]


class BaseRecord(BaseModel):
    """What all records share: where the mention stands and which rule found it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    doc_id: str
    label: Label
    text: str = Field(min_length=1)
    start: int = Field(ge=0)
    end: int = Field(ge=1)
    rule: str
    confidence: float | None = Field(
        default=None,
        ge=0,
        le=1,
        exclude_if=absent,
        description="how often the rule was right on gold, smoothed; absent where it was not measured",
    )


class Money(BaseRecord):
    """An amount in a currency; `amount` is None where the text gives none (`several million dollars`)."""

    label: Literal["MONEY"] = "MONEY"
    amount: Number | None = None
    amount_max: Number | None = None
    currency: str | None = Field(default=None, pattern=r"^[A-Z]{3}$", description="ISO 4217, historic codes included")
    modifier: Modifier | None = None


class Percent(BaseRecord):
    """A proportion in percent, percentage points or basis points, as written in that unit."""

    label: Literal["PERCENT"] = "PERCENT"
    value: Number | None = None
    value_max: Number | None = None
    unit: Unit = "percent"
    modifier: Modifier | None = None


class Evidence(BaseModel):
    """A rule that speaks for (+) or against (-) a record, and how much."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    weight: float


class Company(BaseRecord):
    """A named commercial enterprise; `name` is its fullest form in the article.

    `company_id` is there where the company is on the user's own list, `evidence` where it was asked for.
    """

    label: Literal["COMPANY"] = "COMPANY"
    name: str
    legal_form: str | None = None
    company_id: str | None = Field(default=None, exclude_if=absent)
    evidence: tuple[Evidence, ...] | None = Field(default=None, exclude_if=absent)


class Treaty(BaseRecord):
    """A named or described instrument, who made it and where it stands."""

    label: Literal["TREATY"] = "TREATY"
    kind: Kind
    parties: tuple[str, ...] = ()
    status: Status | None = None


Record = Annotated[Money | Percent | Company | Treaty, Field(discriminator="label")]
AnyRecord = Money | Percent | Company | Treaty

RECORD: TypeAdapter[AnyRecord] = TypeAdapter(Record)


def json_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one line of `records.jsonl`, as written."""
    schema = RECORD.json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "dealwire record", **schema}


def record_id(doc_id: str, start: int, end: int, label: str) -> str:
    """The id of a record: unique, because spans of one label do not repeat in an article.

    >>> record_id("a1", 5, 17, "MONEY")
    'a1:5-17:MONEY'
    """
    return f"{doc_id}:{start}-{end}:{label}"
