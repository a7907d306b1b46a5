"""Decisions out as gold: one reviewer's, or all reviewers' with their disagreements settled."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dealwire.errors import UsageError, shorten
from dealwire.jsonl import atomic, write_lines
from dealwire.review.disagreements import ADJUDICATED, Ballot, ballots, reviewers
from dealwire.review.store import Store


@dataclass(slots=True)
class Gold:
    """Lines of gold, the articles that they cover from end to end, and what stayed out and why."""

    lines: list[dict[str, Any]] = field(default_factory=list)
    evaluated: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def rows(self) -> Iterator[dict[str, Any]]:
        yield from self.lines
        yield from ({"doc_id": doc_id, "evaluated": True} for doc_id in self.evaluated)


def export(folder: Path, reviewer: str = "", unfinished: bool = False) -> Gold:
    """The gold of a run: `reviewer`'s, the only reviewer's, or (`adjudicated`) what all agree on or had settled.

    Articles with a record still to be decided stay out unless `unfinished`: half their gold would count as errors.
    """
    who = reviewer or _only_reviewer(folder)
    with Store(folder, who) as store:
        if who != ADJUDICATED and who not in reviewers(store.db):
            raise UsageError(f"{folder}: no decisions by {who!r}; there are those of {_named(reviewers(store.db))}")
        decided = _settled(store) if who == ADJUDICATED else _own(store)
        open_items = _open(store, who)
        gold = Gold()
        for row in store.db.execute("SELECT n, doc_id FROM articles ORDER BY n").fetchall():
            if row["doc_id"] in decided:
                _add(gold, store, row["n"], decided[row["doc_id"]], open_items.get(row["doc_id"], 0), unfinished)
        return gold


def _add(gold: Gold, store: Store, n: int, values: list[str], still_open: int, unfinished: bool) -> None:
    """One article's lines; anything that its text contradicts by now stays out and is said."""
    article = store.article(n)
    if article is None:
        return
    if still_open and not unfinished:
        gold.left_out.append(f"article {article.id!r}: {still_open} still to be decided")
        return
    moved = False
    for line in sorted(map(json.loads, values), key=lambda line: (line["start"], line["end"])):
        if article.text[line["start"] : line["end"]] == line["text"]:
            gold.lines.append(line)
        else:
            moved = True
            gold.left_out.append(f"article {article.id!r}: its text changed under {line['text']!r}")
    if not still_open and not moved:
        gold.evaluated.append(article.id)


def _own(store: Store) -> dict[str, list[str]]:
    """Lines of gold by article, empty for one with nothing to find."""
    lines: dict[str, list[str]] = {}
    for row in store.db.execute(
        "SELECT doc_id, verdict, value FROM decisions WHERE reviewer = ? AND verdict <> 'undecided'", (store.reviewer,)
    ):
        lines.setdefault(row["doc_id"], []).extend([row["value"]] if row["value"] else [])
    return lines


def _settled(store: Store) -> dict[str, list[str]]:
    """Lines of gold by article that are agreed or settled, each once."""
    lines: dict[str, list[str]] = {}
    for ballot in ballots(store.db):
        values = lines.setdefault(ballot.doc_id, [])
        outcome = ballot.outcome
        if outcome and outcome.value and outcome.value not in values:
            values.append(outcome.value)
    for row in store.db.execute("SELECT doc_id FROM decisions WHERE item = '' AND verdict = 'finished'"):
        lines.setdefault(row["doc_id"], [])
    return lines


def _open(store: Store, who: str) -> dict[str, int]:
    """How many items of each article are not decided: by the reviewer, or by anyone and then agreed on."""
    if who != ADJUDICATED:
        rows = store.db.execute("SELECT doc_id, count(*) AS open FROM pending GROUP BY doc_id").fetchall()
        return {row["doc_id"]: row["open"] for row in rows}
    decided = {(ballot.doc_id, ballot.item): ballot for ballot in ballots(store.db)}
    counts: dict[str, int] = {}
    undecided = store.db.execute("SELECT doc_id, item FROM records").fetchall()
    waiting = [row["doc_id"] for row in undecided if (row["doc_id"], row["item"]) not in decided]
    for doc_id in waiting + [b.doc_id for b in decided.values() if b.outcome is None]:
        counts[doc_id] = counts.get(doc_id, 0) + 1
    return counts


def disagreements(folder: Path) -> list[Ballot]:
    """Items on which reviewers differ and nobody settled it."""
    with Store(folder, ADJUDICATED) as store:
        return [ballot for ballot in ballots(store.db) if ballot.outcome is None]


def _only_reviewer(folder: Path) -> str:
    with Store(folder, "") as store:
        names = reviewers(store.db)
    if len(names) == 1:
        return names[0]
    if not names:
        raise UsageError(f"{folder}: nothing has been decided here yet")
    raise UsageError(f"{folder}: several reviewers ({_named(names)}): say --reviewer NAME or --adjudicated")


def _named(names: list[str]) -> str:
    return ", ".join(map(repr, names)) or "nobody"


def write(folder: Path, output: Path, reviewer: str, adjudicated: bool, unfinished: bool) -> Iterator[str]:
    """Write the gold of a run; yields what the user should know: how much it is, and what stayed out."""
    if adjudicated and reviewer:
        raise UsageError("--adjudicated is everybody's: leave --reviewer out")
    gold = export(folder, ADJUDICATED if adjudicated else reviewer, unfinished)
    if str(output) == "-":
        write_lines(sys.stdout, gold.rows())
    else:
        with atomic(output) as stream:
            write_lines(stream, gold.rows())
    yield f"{len(gold.lines)} records of gold, {len(gold.evaluated)} articles reviewed to the end"
    yield from (f"left out: {reason}" for reason in gold.left_out)
    if adjudicated:
        yield from (f"disagreement: {said(ballot)}" for ballot in disagreements(folder))


def said(ballot: Ballot) -> str:
    """A disagreement in one line: who says what of which record."""
    votes = (f"{who} {vote.verdict}" + (f" {shorten(vote.record.text)}" if vote.record else "")
             for who, vote in sorted(ballot.votes.items()))  # fmt: skip
    return f"{ballot.item}: {'; '.join(votes)}"
