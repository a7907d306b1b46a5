"""All figures of an evaluation, as one JSON object.

The keys in capitals are labels, and what stands under them has the shape of a plain scorer's table
(`{"gold", "found", "strict": {"p", "r", "f"}, "overlap": …, "attrs": {key: [share, count]}}`); everything else has
a key of its own in small letters, so that a reader of that shape can take the labels and leave the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from dealwire.evaluate.counts import CORRECT, RECORDS, SEMEVAL, VIEWS, Tally, attributes, figures, lists
from dealwire.evaluate.intervals import Bootstrap, Interval
from dealwire.evaluate.score import Evaluation

Figures = dict[str, Any]


def table(evaluation: Evaluation) -> Figures:
    """The figures of each label."""
    return {label: plain(tally) for label, tally in evaluation.tallies.items()}


def plain(tally: Tally) -> Figures:
    """The figures of one tally."""
    return {
        "gold": tally["gold"],
        "found": tally["found"],
        **{name: view.of(tally) for name, view in VIEWS.items()},
        "attrs": {name: [share.of(tally), tally[f"{name} scored"]] for name, share in attributes(tally).items()},
    }


def all_figures(evaluation: Evaluation) -> Figures:
    """Every figure that follows from the counts: labels, micro and macro, views, values, intervals, articles."""
    by_label = table(evaluation)
    tallies = {**evaluation.tallies, "micro": evaluation.all}
    return {
        **by_label,
        "micro": {key: value for key, value in plain(evaluation.all).items() if key != "attrs"},
        "macro": {view: macro([by_label[label][view] for label in evaluation.labels]) for view in VIEWS},
        "views": {name: {view: v.of(tally) for view, v in SEMEVAL.items()} for name, tally in tallies.items()},
        "records": {
            name: {**RECORDS.of(tally), "of_strict": CORRECT.of(tally), "right": tally["right"]}
            for name, tally in tallies.items()
        },
        "items": {
            label: {name: view.of(tally) for name, view in lists(tally).items()}
            for label, tally in evaluation.tallies.items()
            if lists(tally)
        },
        "confusion": confusion(evaluation),
        "intervals": intervals(evaluation),
        "documents": {
            document.doc_id: {label: plain(tally) for label, tally in document.tallies.items()}
            for document in evaluation.documents
        },
    }


def macro(rows: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The mean over labels, each weighing the same."""
    return {key: sum(row[key] for row in rows) / len(rows) if rows else 0.0 for key in ("p", "r", "f")}


def confusion(evaluation: Evaluation) -> dict[str, dict[str, int]]:
    """For each gold label how often which label was found in its place, or none; last what answers no gold."""
    rows: dict[str, Counter[str]] = {name: Counter() for name in (*evaluation.labels, "spurious")}
    for document in evaluation.documents:
        for pair in document.pairs:
            rows[pair.gold.label][pair.found.label] += 1
        for span in document.missed:
            rows[span.label]["missed"] += 1
        for span in document.spurious:
            rows["spurious"][span.label] += 1
    return {name: dict(row) for name, row in rows.items()}


def intervals(evaluation: Evaluation) -> Figures:
    """The 95% interval of each figure, under the same keys; null where there are fewer than two articles."""
    sample = Bootstrap([document.tallies for document in evaluation.documents])
    labels = evaluation.labels
    out: Figures = {label: _intervals(sample, tally, [label]) for label, tally in evaluation.tallies.items()}
    out["micro"] = {key: row for key, row in _intervals(sample, evaluation.all, labels).items() if key != "attrs"}
    out["macro"] = {
        name: {key: _pair(sample.percentiles(sample.macro(ratio, labels))) for key, ratio in view.ratios.items()}
        for name, view in VIEWS.items()
    }
    return out


def _intervals(sample: Bootstrap, tally: Tally, labels: Sequence[str]) -> Figures:
    out: Figures = {}
    for (group, key), ratio in figures(tally):
        out.setdefault(group, {})[key] = _pair(sample.interval(ratio, labels))
    return out


def _pair(interval: Interval | None) -> list[float] | None:
    return None if interval is None else [interval.low, interval.high]
