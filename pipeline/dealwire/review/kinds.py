"""Records of one kind: same label, same rule, same words. One decision can settle them all."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

from dealwire.review import view
from dealwire.review.database import transaction
from dealwire.review.decisions import Press, Refused
from dealwire.review.queue import Queue
from dealwire.review.store import Store


@dataclass(frozen=True, slots=True)
class Kind:
    """What records of a kind share; `doc_id` narrows it to one article."""

    label: str
    rule: str
    text: str
    doc_id: str = ""

    @classmethod
    def read(cls, value: dict[str, Any]) -> Self:
        return cls(*(str(value.get(key, "")) for key in ("label", "rule", "text", "doc_id")))

    @property
    def where(self) -> tuple[str, list[str]]:
        clause, values = "label = ? AND rule = ? AND text = ?", [self.label, self.rule, self.text]
        return (f"{clause} AND doc_id = ?", [*values, self.doc_id]) if self.doc_id else (clause, values)


def listing(db: sqlite3.Connection, queue: Queue, offset: int, size: int) -> list[dict[str, Any]]:
    """Kinds with their counts, those with most left to decide first."""
    where, values = queue.where(db)
    rows = db.execute(
        "SELECT label, rule, text, count(*) AS records, min(confidence) AS confidence,"
        " sum(flag IS NOT NULL OR verdict IN ('undecided', 'skipped')) AS pending,"
        " sum(verdict = 'accepted') AS accepted, sum(verdict = 'rejected') AS rejected, count(DISTINCT n) AS articles"
        f" FROM items WHERE found IS NOT NULL AND {where}"
        " GROUP BY label, rule, text ORDER BY pending DESC, records DESC, label, rule, text LIMIT ? OFFSET ?",
        [*values, size, offset],
    ).fetchall()
    return [dict(row) for row in rows]


def samples(store: Store, kind: Kind, size: int = 8) -> list[dict[str, Any]]:
    """Records of a kind in context, from all over the run, those not yet decided first."""
    where, values = kind.where
    rows = store.db.execute(
        f'SELECT n, start, "end", verdict FROM items WHERE {where} AND found IS NOT NULL'
        " ORDER BY verdict <> 'undecided', n, start",
        values,
    ).fetchall()
    undecided = [row for row in rows if row["verdict"] == "undecided"] or rows
    return [
        {"n": row["n"], "verdict": row["verdict"]} | view.context(store, row["n"], row["start"], row["end"])
        for row in spread(undecided, size)
    ]


def spread(rows: Sequence[Any], size: int) -> list[Any]:
    """Up to `size` of the rows, evenly from first to last.

    >>> spread(range(100), 4)
    [0, 25, 50, 75]
    """
    return [rows[i * len(rows) // size] for i in range(size)] if len(rows) > size else list(rows)


def settle(store: Store, kind: Kind, action: Press, expected: int) -> dict[str, int]:
    """Accept or reject every record of a kind that is not decided yet, if there are as many as the reviewer saw."""
    if action not in ("accept", "reject"):
        raise Refused(f"all of a kind can be accepted or rejected, not {action!r}")
    where, values = kind.where
    with transaction(store.db):
        rows = store.db.execute(
            f"SELECT doc_id, item, found, version FROM pending WHERE {where} AND found IS NOT NULL ORDER BY n, start",
            values,
        ).fetchall()
        if len(rows) != expected:
            raise Refused(f"{len(rows)} of these are undecided now, not {expected}: nothing was saved, look again")
        done = store.decide_all(action, rows)
    return {"done": done, "left": len(rows) - done}
