"""What saves typing: the values of like records for one that is added, and the choices of the filters."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

CHOICES = 500


def values(db: sqlite3.Connection, label: str, text: str) -> dict[str, Any]:
    """The values that the rules gave the same words elsewhere in the run, else what the words themselves say."""
    row = db.execute(
        "SELECT value, count(*) AS times FROM records WHERE label = ? AND text = ?"
        " GROUP BY json_remove(value, '$.doc_id', '$.start', '$.end') ORDER BY times DESC, value LIMIT 1",
        (label, text),
    ).fetchone()
    if row:
        line = json.loads(row["value"])
        return {k: v for k, v in line.items() if k not in ("doc_id", "label", "start", "end", "text")}
    return {"name": text} if label == "COMPANY" else {}


def facets(db: sqlite3.Connection) -> dict[str, list[str]]:
    """The rules and the companies of the run, the most frequent first."""
    return {key: _choices(db, column) for key, column in (("rules", "rule"), ("companies", "name"))}


def _choices(db: sqlite3.Connection, column: str) -> list[str]:
    rows = db.execute(
        f"SELECT {column} AS choice FROM records WHERE choice IS NOT NULL GROUP BY choice"
        f" ORDER BY count(*) DESC, choice LIMIT {CHOICES}"
    )
    return [row["choice"] for row in rows]
