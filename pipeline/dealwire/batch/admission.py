"""What becomes of each article: done, quarantined, or a duplicate of an earlier one."""

from __future__ import annotations

import hashlib

from dealwire.batch.ledger import Entry
from dealwire.batch.pieces import Outcome, Piece
from dealwire.batch.seen import Seen


class Admission:
    """Decides in input order, so that the first of two like articles is always the one that stays."""

    def __init__(self, seen: Seen, keep_duplicates: bool) -> None:
        self.seen, self.keep_duplicates = seen, keep_duplicates

    def judge(self, piece: Piece, outcome: Outcome) -> Entry:
        """The ledger's line for a piece, its offsets still to come."""
        entry = Entry(
            id=outcome.id, status="done", source=piece.source, line=piece.line,
            input=digest(piece), sha256=outcome.sha256,
        )  # fmt: skip
        fault = outcome.fault
        if not fault and outcome.id and self.seen.has(outcome.id):
            fault = f"repeats the id {outcome.id!r}"
        if fault:
            return entry.model_copy(update={"status": "quarantined", "reason": fault})
        assert outcome.id and outcome.sha256, "an outcome without fault is that of an article"
        if not self.keep_duplicates and (same := self.seen.same(outcome.sha256)):
            return entry.model_copy(update={"status": "duplicate", "same_as": same})
        self.seen.add(outcome.id, outcome.sha256)
        counts = {"records": sum(outcome.labels.values()), "labels": outcome.labels, "held": outcome.held}
        return entry.model_copy(update=counts)

    def recall(self, entry: Entry) -> None:
        """Take note of an article that an earlier, interrupted run has done."""
        if entry.status == "done" and entry.id and entry.sha256:
            self.seen.add(entry.id, entry.sha256)


def digest(piece: Piece) -> str:
    """A short digest of a piece as it was read."""
    return hashlib.blake2b(piece.raw, digest_size=8).hexdigest()
