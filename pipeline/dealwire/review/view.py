"""What the page shows of an article: its items as they stand, with what came with them."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from dealwire.review.store import WHOLE_ARTICLE, Store

WIDTH = 90  # code points of context on either side of a span
ITEMS = "SELECT n, doc_id, item, found, decided, version, at, verdict, flag FROM items"


def items(store: Store, n: int) -> list[dict[str, Any]]:
    """All items of an article in text order."""
    rows = store.db.execute(f"{ITEMS} WHERE n = ?", (n,)).fetchall()
    return sorted((shown(row) for row in rows), key=lambda item: (item["start"], item["end"], item["item"]))


def item(store: Store, doc_id: str, item_id: str) -> dict[str, Any] | None:
    """One item as it stands, None where there is none any more (an added record taken back)."""
    row = store.db.execute(f"{ITEMS} WHERE doc_id = ? AND item = ?", (doc_id, item_id)).fetchone()
    return shown(row) if row else None


def shown(row: sqlite3.Row) -> dict[str, Any]:
    """An item for the page: the record as decided (else as found), with what came with it."""
    found: dict[str, Any] | None = json.loads(row["found"]) if row["found"] else None
    record: dict[str, Any] = json.loads(row["decided"]) if row["decided"] else found or {}
    values = {k: v for k, v in record.items() if k not in ("id", "doc_id", "text", "start", "end", "label")}
    provenance = {k: (found or {}).get(k) for k in ("confidence", "evidence", "company_id")}
    return {
        "item": row["item"], "doc_id": row["doc_id"], "version": row["version"] or 0, "verdict": row["verdict"],
        "flag": row["flag"], "at": row["at"], "label": record["label"], "start": record["start"],
        "end": record["end"], "text": record["text"], "values": values, **provenance,
        "found": found and {k: found[k] for k in ("label", "start", "end", "text")},
    }  # fmt: skip


def context(store: Store, n: int, start: int, end: int) -> dict[str, str]:
    """A span with the words around it."""
    article = store.article(n)
    text = article.text if article else ""
    return {"before": text[max(0, start - WIDTH) : start], "text": text[start:end], "after": text[end : end + WIDTH]}


def article_state(store: Store, doc_id: str) -> dict[str, Any]:
    """Whether the reviewer closed the article, with the version to decide on."""
    version, decision = store.standing(doc_id, WHOLE_ARTICLE)
    return {"version": version, "finished": decision.verdict == "finished"}
