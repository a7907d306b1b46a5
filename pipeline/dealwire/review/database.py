"""The SQLite file in a run's folder: opened so that nothing acknowledged is lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dealwire.errors import InputError

FILE = "review.sqlite"
SCHEMA = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")


def connect(folder: Path, reviewer: str) -> sqlite3.Connection:
    """The database of a run as one reviewer sees it; made where there is none yet."""
    path = folder / FILE
    try:
        db = sqlite3.connect(path, isolation_level=None, timeout=10, check_same_thread=False)
        db.row_factory = sqlite3.Row
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")  # a commit is on the disk before anyone hears of it
        db.execute("PRAGMA recursive_triggers = OFF")
        db.executescript(SCHEMA)
        db.execute("INSERT INTO me VALUES (?)", (reviewer,))
    except sqlite3.Error as error:
        raise InputError(f"cannot be used as the file of decisions ({error})", path) from error
    return db


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, and nobody writes between what is read here and what is written."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
