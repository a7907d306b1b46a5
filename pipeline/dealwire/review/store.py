"""The store of one reviewer's decisions on one run: events appended, versions checked, nothing acknowledged lost."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

from dealwire.articles import Article
from dealwire.records import AnyRecord
from dealwire.review.catalogue import Catalogue
from dealwire.review.database import connect, transaction
from dealwire.review.decisions import UNDECIDED, Action, Decision, Press, Refused, decide, read_record

WHOLE_ARTICLE = ""  # the item that stands for the article itself


class Conflict(Refused):
    """Somebody decided the same thing since this reader looked."""

    def __init__(self, doc_id: str, item: str) -> None:
        self.doc_id, self.item = doc_id, item
        super().__init__("decided elsewhere meanwhile; this is the newer state, and your key press was not saved")


@dataclass(frozen=True, slots=True)
class Change:
    """One item's next decision, and the version that it was decided on."""

    doc_id: str
    item: str
    version: int
    after: Decision


@dataclass(slots=True)
class Store:
    """Decisions of `reviewer` on the run in `folder`; `actor` takes them."""

    folder: Path
    reviewer: str
    actor: str = ""
    db: sqlite3.Connection = field(init=False)
    catalogue: Catalogue = field(init=False)
    stamp: str = field(init=False, default="")  # of the run's files as this store knows them
    touched: set[str] = field(init=False, default_factory=set)  # articles decided on since somebody last asked

    def __post_init__(self) -> None:
        self.actor = self.actor or self.reviewer
        self.db = connect(self.folder, self.reviewer)
        self.catalogue = Catalogue(self.folder, self.db)
        self.refresh()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.db.close()

    def refresh(self) -> None:
        """Follow the run's files; decisions whose span the rules have caught up with move to the record there."""
        stamp = self.catalogue.refresh()
        if stamp != self.stamp:
            self._reattach()
            self.stamp = stamp

    def article(self, n: int) -> Article | None:
        return self.catalogue.article(n)

    def standing(self, doc_id: str, item: str) -> tuple[int, Decision]:
        """Version and decision that stand for an item; version 0 where nobody decided yet."""
        row = self.db.execute(
            "SELECT version, verdict, record, seen FROM decisions WHERE reviewer = ? AND doc_id = ? AND item = ?",
            (self.reviewer, doc_id, item),
        ).fetchone()
        return (int(row["version"]), decision_of(row)) if row else (0, UNDECIDED)

    def found(self, doc_id: str, item: str) -> AnyRecord | None:
        """The record as the rules found it."""
        row = self.db.execute("SELECT record FROM records WHERE item = ? AND doc_id = ?", (item, doc_id)).fetchone()
        return read_record(json.loads(row["record"])) if row else None

    def decide(self, action: Press, doc_id: str, item: str, version: int, wish: AnyRecord | None = None) -> None:
        """Take one decision; raises Conflict or Refused, and then nothing has changed."""
        if (action == "finish") != (item == WHOLE_ARTICLE):
            raise Refused(f"{action}: not of {item!r}")
        with transaction(self.db):
            if self.standing(doc_id, item)[0] != version:  # before anything else is said about the wish
                raise Conflict(doc_id, item)
            found = None if item == WHOLE_ARTICLE else self.found(doc_id, item)
            after = decide(action, found, self.standing(doc_id, item)[1], wish)
            self._append(action, [Change(doc_id, item, version, after)])

    def settle(self, doc_id: str, item: str, version: int, after: Decision) -> None:
        """Let a decision that another reviewer took stand as this one's."""
        with transaction(self.db):
            self._append("settle", [Change(doc_id, item, version, after)])

    def decide_all(self, action: Press, rows: Sequence[sqlite3.Row]) -> int:
        """Accept or reject many records as found, as one step; returns how many could be. Call within a transaction."""
        changes = []
        for row in rows:
            found = read_record(json.loads(row["found"]))
            if action == "accept" and self._crossed(row["doc_id"], row["item"], found):
                continue
            after = decide(action, found, UNDECIDED, None)
            changes.append(Change(row["doc_id"], row["item"], row["version"] or 0, after))
        self._append(action, changes, checked=True)
        return len(changes)

    def last_step(self) -> sqlite3.Row | None:
        """The newest step that an undo would take back, with the place it was at."""
        row: sqlite3.Row | None = self.db.execute(
            "SELECT e.step, e.action, e.doc_id, e.item, a.n,"
            " (SELECT count(*) FROM events s WHERE s.reviewer = e.reviewer AND s.step = e.step) AS size"
            " FROM events e LEFT JOIN articles a USING (doc_id)"
            " WHERE e.reviewer = ? AND e.actor = ? AND e.action NOT IN ('undo', 'reattach') AND e.seq = e.step"
            " AND NOT EXISTS (SELECT 1 FROM events u WHERE u.reviewer = e.reviewer AND u.undoes = e.step)"
            " ORDER BY e.seq DESC LIMIT 1",
            (self.reviewer, self.actor),
        ).fetchone()
        return row

    def undo(self, step: int) -> list[tuple[str, str]]:
        """Take back a step; returns the articles and items it touched.

        Raises Conflict if one of them was decided again since.
        """
        with transaction(self.db):
            events = self.db.execute(
                "SELECT doc_id, item, before, after FROM events WHERE reviewer = ? AND step = ?", (self.reviewer, step)
            ).fetchall()
            if not events:
                raise Refused("there is nothing to undo")
            changes = [self._undone(event) for event in events]
            self._append("undo", changes, undoes=step)
        return [(change.doc_id, change.item) for change in changes]

    def _undone(self, event: sqlite3.Row) -> Change:
        """What an event had replaced, if what it left still stands."""
        version, standing = self.standing(event["doc_id"], event["item"])
        if standing != Decision.model_validate_json(event["after"]):
            raise Conflict(event["doc_id"], event["item"])
        return Change(event["doc_id"], event["item"], version, Decision.model_validate_json(event["before"]))

    def _append(
        self, action: Action, changes: Iterable[Change], undoes: int | None = None, checked: bool = False
    ) -> None:
        """Write the events of one step."""
        step = self.db.execute("SELECT ifnull(max(seq), 0) + 1 FROM events").fetchone()[0]
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        for change in changes:
            version, before = self.standing(change.doc_id, change.item)
            if version != change.version:
                raise Conflict(change.doc_id, change.item)
            self.touched.add(change.doc_id)
            if not checked and change.after.record:
                self._refuse_overlap(change)
            self.db.execute(
                "INSERT INTO events (at, reviewer, actor, action, step, undoes, doc_id, item, version, before, after)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    now, self.reviewer, self.actor, action, step, undoes, change.doc_id, change.item, version + 1,
                    before.model_dump_json(), change.after.model_dump_json(),
                ),
            )  # fmt: skip

    def _refuse_overlap(self, change: Change) -> None:
        record = change.after.record
        if record and (text := self._crossed(change.doc_id, change.item, record)):
            raise Refused(f"it overlaps “{text}”, which is in the gold already: reject or change that one first")

    def _crossed(self, doc_id: str, item: str, record: AnyRecord) -> str | None:
        """The text of another record of this reviewer's gold that a record would overlap: gold never overlaps."""
        # As gold never overlaps, the last record that starts before this one's end is the only one that can reach it.
        row = self.db.execute(
            "SELECT json_extract(record, '$.text') AS text, \"end\" FROM decisions WHERE reviewer = ? AND doc_id = ?"
            " AND verdict IN ('accepted', 'corrected', 'added') AND start < ? AND item <> ?"
            " ORDER BY start DESC LIMIT 1",
            (self.reviewer, doc_id, record.end, item),
        ).fetchone()
        return str(row["text"]) if row and row["end"] > record.start else None

    def _reattach(self) -> None:
        """Move decisions from items that are gone to the record that now stands where the decision says."""
        with transaction(self.db):
            rows = self.db.execute(
                "SELECT i.doc_id, i.item, i.version, i.verdict, i.decided AS record, r.item AS target, r.value AS seen"
                " FROM items i JOIN records r ON r.item = json_extract(i.decided, '$.id')"
                " WHERE i.found IS NULL AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.reviewer = ?"
                " AND d.doc_id = r.doc_id AND d.item = r.item AND d.verdict <> 'undecided')",
                (self.reviewer,),
            ).fetchall()
            for row in rows:
                moved = decision_of(row).model_copy(update={"verdict": "accepted"})
                version, _ = self.standing(row["doc_id"], row["target"])
                self._append(
                    "reattach",
                    [
                        Change(row["doc_id"], row["item"], row["version"], UNDECIDED),
                        Change(row["doc_id"], row["target"], version, moved),
                    ],
                    checked=True,
                )


def decision_of(row: sqlite3.Row | dict[str, Any]) -> Decision:
    """The decision in a row that has verdict, record and seen."""
    record = json.loads(row["record"]) if row["record"] else None
    return Decision(verdict=row["verdict"], record=read_record(record) if record else None, seen=row["seen"])
