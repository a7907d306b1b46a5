"""Two runs on the same gold: how far their figures differ, how sure that is, and what each gained, lost or changed.

The difference gets its interval from a paired bootstrap: both runs are measured on the same draws of articles, so what
makes an article hard for both cancels out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from dealwire.evaluate.counts import RECORDS, VIEWS
from dealwire.evaluate.errors import Error, Passages, as_json, errors
from dealwire.evaluate.intervals import Bootstrap, Interval
from dealwire.evaluate.score import Evaluation, evaluate
from dealwire.evaluate.sources import Case

Outcome = Literal["lost", "gained", "changed"]
HEADINGS: dict[Outcome, str] = {
    "lost": "lost: right in A, wrong in B",
    "gained": "gained: wrong in A, right in B",
    "changed": "changed: wrong in both, in another way",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure of both runs, and B's lead with its interval (None with fewer than two articles)."""

    label: str
    figure: str
    a: float
    b: float
    interval: Interval | None

    @property
    def lead(self) -> float:
        return self.b - self.a

    @property
    def sure(self) -> bool:
        """Whether the interval leaves out zero."""
        return self.interval is not None and not self.interval.low <= 0 <= self.interval.high


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one record between the runs: its error in A, and in B, where it is wrong there."""

    outcome: Outcome
    a: Error | None
    b: Error | None

    @property
    def error(self) -> Error:
        """The error to look at: the one that is there now, else the one that is gone."""
        return self.b or self.a  # type: ignore[return-value]  # one of them is there


@dataclass(frozen=True)
class Comparison:
    """Everything that can be said about two runs."""

    labels: tuple[str, ...]
    differences: list[Difference]
    changes: list[Change]
    passages: Passages

    def as_json(self) -> dict[str, Any]:
        """The differences and changes as one object."""
        return {
            "differences": [
                {
                    "label": d.label,
                    "figure": d.figure,
                    "a": d.a,
                    "b": d.b,
                    "lead": d.lead,
                    "interval": d.interval and [d.interval.low, d.interval.high],
                }
                for d in self.differences
            ],
            "changes": [
                {"outcome": change.outcome}
                | {run: error and as_json(error, self.passages) for run, error in (("a", change.a), ("b", change.b))}
                for change in self.changes
            ],
        }


def compare(a: Case, b: Case, labels: tuple[str, ...] | None = None) -> Comparison:
    """Measure two runs on the same gold."""
    first, second = evaluate(a.gold, a.records, labels), evaluate(b.gold, b.records, labels)
    texts = {**(a.articles or {}), **(b.articles or {})}
    return Comparison(
        first.labels,
        list(differences(first, second)),
        sorted(
            changes(errors(first), errors(second)),
            key=lambda change: (list(HEADINGS).index(change.outcome), change.error.key),
        ),
        Passages(texts),
    )


def differences(a: Evaluation, b: Evaluation) -> Iterator[Difference]:
    """Each figure of each label, and of all labels together."""
    draws_a, draws_b = (Bootstrap([document.tallies for document in run.documents]) for run in (a, b))
    groups = {label: ([label], a.tallies[label], b.tallies[label]) for label in a.labels}
    groups["micro"] = (list(a.labels), a.all, b.all)
    for name, (labels, tally_a, tally_b) in groups.items():
        for view_name, view in {**VIEWS, "record": RECORDS}.items():
            figure_a, figure_b = view.of(tally_a), view.of(tally_b)
            for key, ratio in view.ratios.items():
                lead = draws_b.draws(ratio, labels) - draws_a.draws(ratio, labels)
                interval = draws_a.percentiles(lead)
                yield Difference(name, f"{view_name}.{key}", figure_a[key], figure_b[key], interval)


def changes(a: list[Error], b: list[Error]) -> Iterator[Change]:
    """Errors that are in one run only, or that another one took the place of."""
    places_a, places_b = dict(numbered(a)), dict(numbered(b))
    for place in places_a.keys() | places_b.keys():
        was, is_ = places_a.get(place), places_b.get(place)
        if was is None:
            yield Change("lost", None, is_)
        elif is_ is None:
            yield Change("gained", was, None)
        elif (was.key, was.differences()) != (is_.key, is_.differences()):
            yield Change("changed", was, is_)


def numbered(run: Iterable[Error]) -> Iterator[tuple[tuple[object, ...], Error]]:
    """Errors by the record they are about: gold's where there is one; duplicates are told apart by their number."""
    seen: Counter[tuple[object, ...]] = Counter()
    for error in run:
        span = error.span
        place = (error.gold is not None, span.doc_id, span.label, span.start, span.end)
        seen[place] += 1
        yield (*place, seen[place]), error
