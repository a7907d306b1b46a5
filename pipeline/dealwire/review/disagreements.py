"""Where reviewers differ, and what an adjudicator made of it.

The settled decision is one more reviewer's, `ADJUDICATED`; the event keeps who took it.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from dealwire.review import view
from dealwire.review.decisions import Decision, Refused
from dealwire.review.store import WHOLE_ARTICLE, Store, decision_of

ADJUDICATED = "adjudicated"
DECIDED = ("accepted", "corrected", "added", "rejected")

Votes = dict[str, Decision]  # by reviewer


@dataclass(frozen=True, slots=True)
class Ballot:
    """One item with every reviewer's decision, and the settled one where there is one."""

    doc_id: str
    item: str
    votes: Votes
    settled: Decision | None
    version: int = 0  # of the settled decision

    @property
    def agreed(self) -> bool:
        return len({vote.value for vote in self.votes.values()}) == 1

    @property
    def outcome(self) -> Decision | None:
        """What goes to gold; None while it is open."""
        if self.settled:
            return self.settled
        return next(iter(self.votes.values())) if self.agreed else None


def reviewers(db: sqlite3.Connection) -> list[str]:
    """Everyone who decided something, the adjudicator's seat left out."""
    rows = db.execute(
        "SELECT DISTINCT reviewer FROM decisions WHERE verdict <> 'undecided' AND reviewer <> ? ORDER BY reviewer",
        (ADJUDICATED,),
    )
    return [row["reviewer"] for row in rows]


def ballots(db: sqlite3.Connection) -> Iterator[Ballot]:
    """Every decided item, article by article."""
    rows = db.execute(
        "SELECT d.* FROM decisions d JOIN articles a USING (doc_id) WHERE d.item <> ? ORDER BY a.n, d.item",
        (WHOLE_ARTICLE,),
    )
    article: list[sqlite3.Row] = []
    for row in rows:
        if article and article[0]["doc_id"] != row["doc_id"]:
            yield from _ballots(article)
            article = []
        article.append(row)
    yield from _ballots(article)


def _ballots(rows: list[sqlite3.Row]) -> Iterator[Ballot]:
    """The ballots of one article."""
    votes, seat = defaultdict[str, Votes](dict), dict[str, sqlite3.Row]()
    gold = defaultdict[str, set[str | None]](set)
    for row in rows:
        if row["reviewer"] == ADJUDICATED:
            seat[row["item"]] = row
        elif row["verdict"] in DECIDED:
            votes[row["item"]][row["reviewer"]] = decision_of(row)
            gold[row["reviewer"]].add(row["value"])
    for item, cast in votes.items():
        _complete(cast, gold)
        taken = seat.get(item)
        settled = decision_of(taken) if taken and taken["verdict"] in DECIDED else None
        yield Ballot(rows[0]["doc_id"], item, cast, settled, taken["version"] if taken else 0)


def _complete(cast: Votes, gold: dict[str, set[str | None]]) -> None:
    """Who read the article and did not add what another added has voted too: with it if it is in their gold."""
    added = next((vote for vote in cast.values() if vote.verdict == "added" or vote.seen is None), None)
    if added is None:
        return
    for reviewer, values in gold.items():
        if reviewer not in cast:
            cast[reviewer] = added if added.value in values else Decision(verdict="rejected")


def open_ballots(store: Store, size: int = 200) -> list[dict[str, Any]]:
    """Disagreements for the page, each in its context."""
    rows = []
    for ballot in islice((ballot for ballot in ballots(store.db) if ballot.outcome is None), size):
        spans = [r for vote in ballot.votes.values() if (r := vote.record)]
        found = store.found(ballot.doc_id, ballot.item)
        place = store.db.execute("SELECT n FROM articles WHERE doc_id = ?", (ballot.doc_id,)).fetchone()
        at = found or spans[0]
        rows.append({
            "doc_id": ballot.doc_id, "item": ballot.item, "n": place["n"], "label": at.label, "text": at.text,
            "version": ballot.version, "context": view.context(store, place["n"], at.start, at.end),
            "votes": {who: vote.model_dump(mode="json") for who, vote in sorted(ballot.votes.items())},
        })  # fmt: skip
    return rows


def settle(store: Store, doc_id: str, item: str, take: str, version: int) -> None:
    """Let one reviewer's decision stand for all, taken by the reader of the page."""
    vote = next((b.votes.get(take) for b in ballots(store.db) if (b.doc_id, b.item) == (doc_id, item)), None)
    if vote is None:
        raise Refused(f"{take!r} did not decide this")
    with Store(store.folder, ADJUDICATED, actor=store.reviewer) as seat:
        seat.settle(doc_id, item, version, vote)
