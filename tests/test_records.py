"""The records: their JSON, their schema, their limits."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dealwire.records import RECORD, Money, Treaty, json_schema, plain

COMMON = {"id": "a:0-2:MONEY", "doc_id": "a", "text": "$5", "start": 0, "end": 2, "rule": "money.dollar"}


def test_decimals_are_exact_strings_in_json() -> None:
    record = Money(**COMMON, amount=Decimal("4.2E+9"), currency="USD")
    assert '"amount":"4200000000"' in record.model_dump_json()
    assert RECORD.validate_json(record.model_dump_json()) == record


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_plain_decimals_keep_their_value_and_have_no_exponent(number: Decimal) -> None:
    assert Decimal(plain(number)) == number
    assert "E" not in plain(number)


def test_records_are_frozen() -> None:
    record = Money(**COMMON)
    with pytest.raises(ValidationError, match="frozen"):
        record.currency = "EUR"  # type: ignore[misc]


@pytest.mark.parametrize(
    "wrong",
    [
        {"label": "CAT"},
        {"currency": "dollars"},
        {"modifier": "exactly"},
        {"amount": "much"},
        {"price": 5},
        {"text": ""},
    ],
    ids=str,
)
def test_what_is_no_record_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        RECORD.validate_python({**COMMON, "label": "MONEY", **wrong})


def test_the_schema_names_every_attribute() -> None:
    definitions = json_schema()["$defs"]
    assert set(definitions) == {"Money", "Percent", "Company", "Evidence", "Treaty"}
    assert {"amount", "amount_max", "currency", "modifier"} <= set(definitions["Money"]["properties"])
    assert {"value", "value_max", "unit", "modifier"} <= set(definitions["Percent"]["properties"])
    assert {"name", "legal_form", "company_id", "evidence"} <= set(definitions["Company"]["properties"])
    assert {"kind", "parties", "status"} <= set(definitions["Treaty"]["properties"])


def test_parties_are_a_list_in_json() -> None:
    record = Treaty(**{**COMMON, "kind": "pact", "parties": ("US", "Japan")})
    assert '"parties":["US","Japan"]' in record.model_dump_json()
