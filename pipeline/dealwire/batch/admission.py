"""What becomes of each article: done, quarantined, or a duplicate of an earlier one."""

from __future__ import annotations

import hashlib
from typing import Any

from dealwire.batch.ledger import Entry
from dealwire.batch.pieces import Outcome, Piece
from dealwire.batch.seen import Seen


class Admission:
    """Decides in input order, so that the first of two like articles is always the one that stays."""

    def __init__(self, seen: Seen, keep_duplicates: bool) -> None:
        self.seen, self.keep_duplicates = seen, keep_duplicates

    def judge(self, piece: Piece, outcome: Outcome) -> Entry:
        """The ledger's line for a piece, its offsets still to come."""
        return Entry(
            id=outcome.id, source=piece.source, line=piece.line, input=digest(piece), sha256=outcome.sha256,
            **self._verdict(outcome),
        )  # fmt: skip

    def _verdict(self, outcome: Outcome) -> dict[str, Any]:
        """The status of an article, and what goes with it."""
        if outcome.fault:
            return {"status": "quarantined", "reason": outcome.fault}
        assert outcome.id and outcome.sha256, "an outcome without fault is that of an article"
        if not self.seen.take_id(outcome.id):
            return {"status": "quarantined", "reason": f"repeats the id {outcome.id!r}"}
        if not self.keep_duplicates and (same := self.seen.take_text(outcome.sha256, outcome.id)) is not None:
            self.seen.give_back(outcome.id)
            return {"status": "duplicate", "same_as": same}
        records = sum(outcome.labels.values())
        return {"status": "done", "records": records, "labels": outcome.labels, "held": outcome.held}

    def recall(self, entry: Entry) -> None:
        """Take note of an article that an earlier, interrupted run has done."""
        if entry.status == "done" and entry.id and entry.sha256:
            self.seen.take_id(entry.id)
            self.seen.take_text(entry.sha256, entry.id)


def digest(piece: Piece) -> str:
    """A short digest of a piece as it was read."""
    return hashlib.blake2b(piece.raw, digest_size=8).hexdigest()
