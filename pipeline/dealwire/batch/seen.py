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

    def take_id(self, article_id: str) -> bool:
        """Note an id; False where an article has it already."""
        return self._insert("INSERT OR IGNORE INTO ids VALUES (?)", article_id)

    def give_back(self, article_id: str) -> None:
        """Let another article have the id: the one that took it is none."""
        self._db.execute("DELETE FROM ids WHERE id = ?", (article_id,))

    def take_text(self, sha256: str, article_id: str) -> str | None:
        """Note a text; the id of the article that has the same already, None where there is none."""
        digest = bytes.fromhex(sha256)
        if self._insert("INSERT OR IGNORE INTO texts VALUES (?, ?)", digest, article_id):
            return None
        return str(self._db.execute("SELECT id FROM texts WHERE sha256 = ?", (digest,)).fetchone()[0])

    def _insert(self, statement: str, *values: str | bytes) -> bool:
        """Whether a row is new; raises DealwireError where the disk takes no more."""
        try:
            return self._db.execute(statement, values).rowcount > 0
        except sqlite3.OperationalError as error:
            raise DealwireError(f"the system's folder for temporary files: {error}; --resume goes on later") from error

    def close(self) -> None:
        self._db.close()
