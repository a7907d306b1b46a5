"""Rows of gold and records made up for the tests of evaluation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dealwire.evaluate.sources import Line, Source, Span

Row = dict[str, Any]


def row(start: int, end: int, label: str = "MONEY", doc: str = "a", **values: Any) -> Row:
    """A line of gold or of records."""
    return {"doc_id": doc, "label": label, "start": start, "end": end, "text": "x" * (end - start), **values}


def source(rows: list[Row], evaluated: tuple[str, ...] = ()) -> Source:
    """These lines as if read from a file."""
    path = Path("rows.jsonl")
    lines = tuple(Line(path, number, Span.model_validate(line)) for number, line in enumerate(rows, 1))
    return Source(path, lines, dict.fromkeys(evaluated, (path, 1)))
