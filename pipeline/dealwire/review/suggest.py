"""What saves typing: the values of like records for one that is added, and the choices of the filters."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from typing import Any, get_args

from dealwire.numerals import Numerals
from dealwire.records import Kind, plain
from dealwire.tokens import tokenize

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
    return READ[label](text) if label in READ else {}


def kind_of(text: str) -> Kind:
    """The kind whose name is the last among the words, `agreement` where none is.

    >>> kind_of("protocol to the Oslo Treaty"), kind_of("MoU"), kind_of("peace deal")
    ('treaty', 'memorandum', 'agreement')
    """
    words = text.lower().replace("mou", "memorandum").split()
    named: list[Kind] = [kind for word in words for kind in get_args(Kind) if word.startswith(kind)]
    return named[-1] if named else "agreement"


def number_in(text: str) -> str | None:
    """The first number of the words.

    >>> number_in("some $4.2 billion"), number_in("dollars")
    ('4200000000', None)
    """
    tokens = tokenize(text)
    numerals = Numerals(tokens.lower, tokens.gaps)
    found = (numeral.value for i in range(len(tokens.lower)) if (numeral := numerals.at(i)))
    value = next(found, None)
    return None if value is None else plain(value)


READ: dict[str, Callable[[str], dict[str, Any]]] = {
    "MONEY": lambda text: {"amount": number_in(text)},
    "PERCENT": lambda text: {"value": number_in(text)},
    "COMPANY": lambda text: {"name": text},
    "TREATY": lambda text: {"kind": kind_of(text)},
}


def facets(db: sqlite3.Connection) -> dict[str, list[str]]:
    """The rules and the companies of the run, the most frequent first."""
    return {key: _choices(db, column) for key, column in (("rules", "rule"), ("companies", "name"))}


def _choices(db: sqlite3.Connection, column: str) -> list[str]:
    rows = db.execute(
        f"SELECT {column} AS choice FROM records WHERE choice IS NOT NULL GROUP BY choice"
        f" ORDER BY count(*) DESC, choice LIMIT {CHOICES}"
    )
    return [row["choice"] for row in rows]
