"""The catalogue of a run: its articles and records, indexed so that a run of any size opens at once.

Made from `articles.jsonl` and `records.jsonl`, and made again when they change; texts stay in their file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from dealwire.articles import Article
from dealwire.errors import InputError, UsageError, shorten
from dealwire.jsonl import dump, read_lines, read_objects
from dealwire.patterns import explain
from dealwire.review.database import transaction
from dealwire.review.decisions import gold_line, read_record

TITLE_WIDTH = 160


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A run's folder and the tables that index it."""

    folder: Path
    db: sqlite3.Connection

    @property
    def articles(self) -> Path:
        return self.folder / "articles.jsonl"

    @property
    def records(self) -> Path:
        return self.folder / "records.jsonl"

    def refresh(self) -> str:
        """Index the run's files again if they changed; returns what tells one state of them from another."""
        stamp = " ".join(_stamp(path) for path in (self.articles, self.records))
        if stamp == self._stamp():
            return stamp
        with transaction(self.db):
            if stamp != self._stamp():  # else another process was quicker
                self._index()
                self.db.execute("INSERT OR REPLACE INTO meta VALUES ('stamp', ?)", (stamp,))
        return stamp

    def article(self, n: int) -> Article | None:
        """The article at a position of `articles.jsonl`."""
        row = self.db.execute("SELECT at, bytes FROM articles WHERE n = ?", (n,)).fetchone()
        if row is None:
            return None
        with self.articles.open("rb") as stream:
            stream.seek(row["at"])
            _, value = next(read_lines([stream.read(row["bytes"])], self.articles))
        return _article(value, n + 1, self.articles)

    def _stamp(self) -> str | None:
        row = self.db.execute("SELECT value FROM meta WHERE key = 'stamp'").fetchone()
        return str(row["value"]) if row else None

    def _index(self) -> None:
        self.db.execute("DELETE FROM articles")
        self.db.execute("DELETE FROM records")
        self.db.executemany("INSERT INTO articles VALUES (?, ?, ?, ?, ?, 0)", self._article_rows())
        places = dict(self.db.execute("SELECT doc_id, n FROM articles").fetchall())
        self.db.executemany(
            "INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", self._record_rows(places)
        )
        self.db.execute(
            "UPDATE articles SET records = counted.records"
            " FROM (SELECT n, count(*) AS records FROM records GROUP BY n) AS counted WHERE counted.n = articles.n"
        )

    def _article_rows(self) -> Iterator[tuple[int, str, str, int, int]]:
        at, n, seen = 0, 0, set()
        with self.articles.open("rb") as stream:
            for number, raw in enumerate(stream, 1):
                for _, value in read_lines([raw], self.articles):
                    article = _article(value, number, self.articles)
                    if article.id in seen:
                        raise InputError(f"id {shorten(article.id)} is there twice", self.articles, number)
                    seen.add(article.id)
                    yield n, article.id, title_of(article), at, len(raw)
                    n += 1
                at += len(raw)

    def _record_rows(self, places: dict[str, int]) -> Iterator[tuple[Any, ...]]:
        seen = set()
        for number, value in read_objects(self.records):
            try:
                record = read_record(value)
            except ValidationError as error:
                raise InputError(explain(error), self.records, number) from None
            if record.doc_id not in places:
                raise InputError(f"{shorten(record.doc_id)} is not among the articles", self.records, number)
            if record.id in seen:
                raise InputError(f"id {shorten(record.id)} is there twice", self.records, number)
            seen.add(record.id)
            yield (
                record.id, places[record.doc_id], record.doc_id, record.label, record.start, record.end, record.text,
                record.rule, value.get("confidence"), value.get("name"), gold_line(record), dump(value),
            )  # fmt: skip


def title_of(article: Article) -> str:
    """The title if the article has one, else its first line.

    >>> title_of(Article(id="a", text="\\nRates held\\nThe bank kept its rate."))
    'Rates held'
    """
    title = (article.model_extra or {}).get("title")
    line = title if isinstance(title, str) and title.strip() else article.text.strip()[: 4 * TITLE_WIDTH]
    first = line.strip().splitlines()[0] if line.strip() else article.id
    return first if len(first) <= TITLE_WIDTH else first[: TITLE_WIDTH - 1] + "…"


def _article(value: dict[str, Any] | InputError, number: int, path: Path) -> Article:
    if isinstance(value, InputError):
        raise InputError(value.message, path, number)
    try:
        return Article.model_validate(value)
    except ValidationError as error:
        raise InputError(explain(error), path, number) from None


def _stamp(path: Path) -> str:
    try:
        state = path.stat()
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}; review needs the folder of a run") from error
    return f"{state.st_size}:{state.st_mtime_ns}"
