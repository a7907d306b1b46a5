"""What to look at, in which order: a filter over records, an order, and perhaps a sample of articles."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, Self

from dealwire.review.decisions import Refused

Order = Literal["article", "confidence"]
# Articles that the reviewer did not close.
UNFINISHED = (
    "NOT EXISTS (SELECT 1 FROM decisions d WHERE d.reviewer = (SELECT reviewer FROM me)"
    " AND d.doc_id = there.doc_id AND d.item = '' AND d.verdict = 'finished')"
)


@dataclass(frozen=True, slots=True)
class Place:
    """A record's place in the run."""

    n: int
    item: str


@dataclass(frozen=True, slots=True)
class Queue:
    """Records in the order in which they are reviewed; every filter that is not set lets all through."""

    order: Order = "article"
    label: str = ""
    rule: str = ""
    company: str = ""
    search: str = ""
    sample: int = 0
    seed: int = 0

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Self:
        """The queue that a page's address asks for."""
        order: Order = "confidence" if query.get("order") == "confidence" else "article"
        texts = {key: query.get(key, "").strip() for key in ("label", "rule", "company", "search")}
        return cls(order=order, **texts, sample=number(query, "sample"), seed=number(query, "seed"))

    @property
    def selects(self) -> bool:
        """Whether some records of an article are passed over."""
        return bool(self.label or self.rule or self.company or self.search)

    def where(self, db: sqlite3.Connection) -> tuple[str, list[Any]]:
        """The filter as SQL over the view `items`, with its parameters."""
        clauses, values = ["1"], list[Any]()
        for column, value in (("label", self.label), ("rule", self.rule), ("name", self.company)):
            if value:
                clauses.append(f"{column} = ?")
                values.append(value)
        if self.search:
            clauses.append(r"(text LIKE ? ESCAPE '\' OR name LIKE ? ESCAPE '\' OR rule LIKE ? ESCAPE '\')")
            values += [like(self.search)] * 3
        if self.sample:
            clauses.append(f"n IN ({self.sampled(db)})")
        return " AND ".join(clauses), values

    def sampled(self, db: sqlite3.Connection) -> str:
        """The positions of the sampled articles, for an SQL list."""
        total = db.execute("SELECT count(*) FROM articles").fetchone()[0]
        return ", ".join(map(str, sample(total, self.sample, self.seed)))


def next_pending(db: sqlite3.Connection, queue: Queue, n: int, start: int, item: str) -> Place | None:
    """The next record that wants a look, after the one in hand; those put off come last."""
    where, values = queue.where(db)
    for put_off in ("verdict <> 'skipped'", "verdict = 'skipped'"):
        clause = f"{where} AND {put_off} AND item <> ? AND (flag IS NOT NULL OR verdict IN ('undecided', 'skipped'))"
        for after, place in _rounds(queue, n, start):
            if found := _first(db, queue, f"{clause} AND {after}", [*values, item, *place]):
                return found
    return None


def _first(db: sqlite3.Connection, queue: Queue, clause: str, values: list[Any]) -> Place | None:
    """The first in the queue's order, found by the rules or not; each of the two is a walk along an index."""
    key = "n, start" if queue.order == "article" else "ifnull(confidence, 2), n, start"
    rows = [
        row
        for view in ("found_items", "own_items")
        if (
            row := db.execute(
                f"SELECT n, item, {key} FROM {view} WHERE {clause} ORDER BY {key} LIMIT 1", values
            ).fetchone()
        )
    ]
    first = min(rows, key=lambda row: tuple(row)[2:], default=None)
    return Place(first["n"], first["item"]) if first else None


def _rounds(queue: Queue, n: int, start: int) -> list[tuple[str, list[int]]]:
    """Where to look, one after another: from here to the end, then from the beginning."""
    return [("1", [])] if queue.order == "confidence" else [("(n, start) >= (?, ?)", [n, start]), ("1", [])]


def neighbour(db: sqlite3.Connection, queue: Queue, n: int, step: int, only: str = "1") -> int | None:
    """The next (step 1) or previous (step -1) article of the queue."""
    where, values = queue.where(db)
    table = "items" if queue.selects else "articles"
    direction = "n > ? ORDER BY n" if step > 0 else "n < ? ORDER BY n DESC"
    row = db.execute(
        f"SELECT n FROM {table} AS there WHERE {where} AND {only} AND {direction} LIMIT 1", [*values, n]
    ).fetchone()
    return int(row["n"]) if row else None


def selected(db: sqlite3.Connection, queue: Queue, n: int) -> list[str]:
    """The records of an article that the queue holds."""
    where, values = queue.where(db)
    return [row["item"] for row in db.execute(f"SELECT item FROM items WHERE n = ? AND {where}", [n, *values])]


LEAST_SURE = "min(CASE WHEN p.flag IS NOT NULL OR p.verdict IN ('undecided', 'skipped') THEN p.confidence END)"


def listing(db: sqlite3.Connection, queue: Queue, offset: int, size: int) -> list[dict[str, Any]]:
    """Articles of the queue with how much of each is done."""
    where, values = queue.where(db)
    articles = f"SELECT * FROM articles WHERE n IN ({queue.sampled(db)})" if queue.sample else "SELECT * FROM articles"
    order, page, join = "a.n", [size, offset], "JOIN"
    if queue.order == "confidence":
        order = f"{LEAST_SURE} IS NULL, {LEAST_SURE}, a.n"
    elif not queue.selects:  # then the page is known before anything is counted
        first = [row["n"] for row in db.execute(f"{articles} ORDER BY n LIMIT ? OFFSET ?", page)]
        articles, page = f"SELECT * FROM articles WHERE n IN ({', '.join(map(str, first))})", [size, 0]
        where += f" AND n IN ({', '.join(map(str, first))})"
    if not queue.selects:
        join = "LEFT JOIN"
    rows = db.execute(
        "SELECT a.n, a.doc_id, a.title, count(p.item) AS records,"
        " sum(p.flag IS NOT NULL OR p.verdict IN ('undecided', 'skipped')) AS pending,"
        " sum(p.label = 'MONEY') AS MONEY, sum(p.label = 'PERCENT') AS PERCENT,"
        " sum(p.label = 'COMPANY') AS COMPANY, sum(p.label = 'TREATY') AS TREATY,"
        " EXISTS (SELECT 1 FROM decisions d WHERE d.reviewer = (SELECT reviewer FROM me) AND d.doc_id = a.doc_id"
        "   AND d.item = '' AND d.verdict = 'finished') AS finished"
        f" FROM ({articles}) a {join} (SELECT * FROM items WHERE {where}) p USING (n)"
        f" GROUP BY a.n ORDER BY {order} LIMIT ? OFFSET ?",
        [*values, *page],
    ).fetchall()
    return [dict(row) for row in rows]


@lru_cache(maxsize=8)
def sample(total: int, size: int, seed: int) -> tuple[int, ...]:
    """Positions of `size` articles of `total`, each as likely; a larger sample of the same seed holds the smaller.

    >>> set(sample(100, 5, seed=1)) < set(sample(100, 9, seed=1))
    True
    """
    places = list(range(total))
    random.Random(seed).shuffle(places)
    return tuple(sorted(places[:size]))


def like(words: str) -> str:
    r"""A LIKE pattern that finds the words anywhere, taken literally.

    >>> like("100%_")
    '%100\\%\\_%'
    """
    for sign in ("\\", "%", "_"):
        words = words.replace(sign, "\\" + sign)
    return f"%{words}%"


def number(query: Mapping[str, str], key: str) -> int:
    """A number in a page's address, 0 where it is not there."""
    value = query.get(key, "") or "0"
    if not value.isascii() or not value.isdigit() or len(value) > 9:
        raise Refused(f"{key}: not a number: {value!r}")
    return int(value)
