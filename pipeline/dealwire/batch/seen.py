"""Ids and texts seen so far, kept outside memory: ten million articles would fill it."""

from __future__ import annotations

import sqlite3

from dealwire.errors import DealwireError


class Seen:
    """A temporary database that vanishes with the process."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.execute("PRAGMA journal_mode = OFF")
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.execute("PRAGMA cache_size = -256")  # kB: memory is the same however many articles there were
        self._db.execute("CREATE TABLE ids (id TEXT PRIMARY KEY) WITHOUT ROWID")
        self._db.execute("CREATE TABLE texts (sha256 BLOB PRIMARY KEY, id TEXT) WITHOUT ROWID")
        self._db.execute("BEGIN")

    def has(self, article_id: str) -> bool:
        """Whether an article of this id has been done."""
        return self._db.execute("SELECT 1 FROM ids WHERE id = ?", (article_id,)).fetchone() is not None

    def same(self, sha256: str) -> str | None:
        """The id of an article done with the same text."""
        row = self._db.execute("SELECT id FROM texts WHERE sha256 = ?", (bytes.fromhex(sha256),)).fetchone()
        return str(row[0]) if row else None

    def add(self, article_id: str, sha256: str) -> None:
        """Note an article; raises DealwireError where the disk takes no more."""
        try:
            self._db.execute("INSERT OR IGNORE INTO ids VALUES (?)", (article_id,))
            self._db.execute("INSERT OR IGNORE INTO texts VALUES (?, ?)", (bytes.fromhex(sha256), article_id))
        except sqlite3.OperationalError as error:
            raise DealwireError(f"the system's folder for temporary files: {error}; --resume goes on later") from error

    def close(self) -> None:
        self._db.close()
