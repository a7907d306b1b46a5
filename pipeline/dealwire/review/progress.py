"""How far the run is and how precise, kept up to date article by article: no key press counts the whole run again."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from dealwire.review.precision import precision
from dealwire.review.queue import Queue
from dealwire.review.store import Store

Tally = tuple[int, int, int]  # decided, span and label right, every value right

JUDGED = "SELECT n, count(*) AS decided, sum(spanned) AS spanned, sum(correct) AS correct FROM judged"


@dataclass(slots=True)
class Progress:
    """The tallies of a store's articles for the queue that was asked for last."""

    store: Store
    queue: Queue | None = None
    seen: tuple[str, int] = ("", 0)  # the state of files and database that the tallies are of
    tallies: dict[int, Tally] = field(default_factory=dict)
    articles: int = 0  # of the run
    records: int = 0  # of the queue

    def report(self, queue: Queue) -> dict[str, Any]:
        """Records decided and precision over the queue, articles closed over the run."""
        self._follow(queue)
        counted = self._counted(queue)
        finished = self.store.db.execute(
            "SELECT count(*) FROM decisions WHERE reviewer = ? AND item = '' AND verdict = 'finished'",
            (self.store.reviewer,),
        ).fetchone()[0]
        decided = [decided for decided, _, _ in counted]
        return {
            "articles": self.articles, "records": self.records, "finished": finished,
            "decided": sum(decided for decided, _, _ in self.tallies.values()),
            "precision": _measured([spanned for _, spanned, _ in counted], decided),
            "correct": _measured([correct for _, _, correct in counted], decided),
        }  # fmt: skip

    def _follow(self, queue: Queue) -> None:
        """Count again what changed: all of it if others wrote or another queue is asked for."""
        db, where = self.store.db, queue.where(self.store.db)
        seen = (self.store.stamp, int(db.execute("PRAGMA data_version").fetchone()[0]))
        touched, self.store.touched = self.store.touched, set()
        if queue != self.queue or seen != self.seen or len(touched) > 50:
            self.queue, self.seen = queue, seen
            self.tallies = self._count(*where)
            self.articles = db.execute("SELECT count(*) FROM articles").fetchone()[0]
            self.records = db.execute(f"SELECT count(*) FROM records WHERE {where[0]}", where[1]).fetchone()[0]
            return
        for doc_id in touched:
            place = db.execute("SELECT n FROM articles WHERE doc_id = ?", (doc_id,)).fetchone()
            if place:
                self.tallies.pop(place["n"], None)
                self.tallies |= self._count(f"{where[0]} AND doc_id = ?", [*where[1], doc_id])

    def _count(self, clause: str, values: list[Any]) -> dict[int, Tally]:
        rows = self.store.db.execute(f"{JUDGED} WHERE {clause} GROUP BY n", values)
        return {row["n"]: (row["decided"], row["spanned"], row["correct"]) for row in rows}

    def _counted(self, queue: Queue) -> list[Tally]:
        """What precision is counted on: in a sample only articles decided to the end, so that it stays unbiased."""
        if not queue.sample:
            return list(self.tallies.values())
        db = self.store.db
        still_open = db.execute(f"SELECT DISTINCT n FROM pending WHERE n IN ({queue.sampled(db)})")
        left_out = {row["n"] for row in still_open}
        return [tally for n, tally in self.tallies.items() if n not in left_out]


def _measured(right: list[int], decided: list[int]) -> dict[str, float | int | None]:
    found = precision(list(zip(right, decided, strict=True)))
    return asdict(found) | {"value": found.value}
