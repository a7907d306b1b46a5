"""A small run's folder, made by hand through the public models, for the tests of the review wing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dealwire.jsonl import dump
from dealwire.records import RECORD, record_id

PORTS = (
    "Nordkap Lines bought 40% of Halden Port for $3.5 million.\n\n"
    "Nordkap Lines signed a lease agreement with Halden Port."
)
RATES = "Rates held\n\nThe fund lost 2.5 percent. It owes €12bn to Halden Port."
QUIET = "Nothing of note happened in the valley."

VALUES: dict[str, dict[str, Any]] = {
    "Nordkap Lines": {"label": "COMPANY", "name": "Nordkap Lines", "rule": "company.lines"},
    "Halden Port": {"label": "COMPANY", "name": "Halden Port", "rule": "company.port"},
    "40%": {"label": "PERCENT", "value": "40", "rule": "percent.sign"},
    "2.5 percent": {"label": "PERCENT", "value": "2.5", "rule": "percent.word"},
    "$3.5 million": {"label": "MONEY", "amount": "3500000", "currency": "USD", "rule": "money.sign"},
    "€12bn": {"label": "MONEY", "amount": "12000000000", "currency": "EUR", "rule": "money.sign"},
    "lease agreement": {"label": "TREATY", "kind": "agreement", "status": "signed", "rule": "treaty.agreement"},
}


def records(doc_id: str, text: str, values: dict[str, dict[str, Any]] = VALUES) -> list[dict[str, Any]]:
    """A record for every occurrence of the words that have values."""
    found = []
    for words, fields in values.items():
        start = text.find(words)
        while start >= 0:
            end = start + len(words)
            place = {"id": record_id(doc_id, start, end, fields["label"]), "doc_id": doc_id, "text": words}
            record = RECORD.validate_python(place | {"start": start, "end": end} | fields)
            found.append(record.model_dump(mode="json"))
            start = text.find(words, end)
    return sorted(found, key=lambda record: record["start"])


def write_run(folder: Path, articles: dict[str, str], found: list[dict[str, Any]] | None = None) -> Path:
    """The folder of a run: articles and what the rules found in them."""
    folder.mkdir(parents=True, exist_ok=True)
    if found is None:
        found = [record for doc_id, text in articles.items() for record in records(doc_id, text)]
    lines = (dump({"id": doc_id, "text": text}) for doc_id, text in articles.items())
    (folder / "articles.jsonl").write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    (folder / "records.jsonl").write_text("".join(dump(record) + "\n" for record in found), encoding="utf-8")
    return folder


def small_run(folder: Path) -> Path:
    return write_run(folder, {"ports": PORTS, "rates": RATES, "quiet": QUIET})


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
