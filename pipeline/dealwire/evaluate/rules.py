"""Down to the rule: how often each fired, how often it was right, and which never did."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dealwire.confidence import Confidence, Trust, measure
from dealwire.evaluate.intervals import Interval, wilson
from dealwire.evaluate.score import Evaluation, Scored
from dealwire.evaluate.sources import Source
from dealwire.patterns import Pattern
from dealwire.records import Label

FOLDS = 5
EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0)

Rule = tuple[Label, str]
Tallies = dict[Rule, Counter[str]]


@dataclass(frozen=True, slots=True)
class Bin:
    """Records of about the same confidence, and how many of them are right."""

    low: float
    high: float
    found: int
    confidence: float
    right: int

    @property
    def interval(self) -> Interval:
        return wilson(self.right, self.found)


def rule_tallies(documents: Iterable[Scored]) -> Tallies:
    """For each label and rule: found, strict (right label and span), boundary, right (every value too)."""
    counts: defaultdict[Rule, Counter[str]] = defaultdict(Counter)
    for document in documents:
        for span, outcome in outcomes(document):
            counts[span]["found"] += 1
            for name in outcome:
                counts[span][name] += 1
    return dict(sorted(counts.items()))


def outcomes(document: Scored) -> Iterator[tuple[Rule, tuple[str, ...]]]:
    """The rule behind each found record that counts, with what it earned."""
    for pair in document.pairs:
        earned = (pair.outcome, *(["right"] if pair.outcome == "strict" and not pair.wrong else []))
        yield (pair.found.label, pair.found.rule or ""), earned
    for span in document.spurious:
        yield (span.label, span.rule or ""), ()


def trust(tallies: Iterable[Tallies]) -> list[Trust]:
    """What these tallies, added up, say of each rule."""
    sums: defaultdict[Rule, Counter[str]] = defaultdict(Counter)
    for part in tallies:
        for rule, count in part.items():
            sums[rule].update(count)
    return list(measure({rule: (n["strict"], n["found"]) for rule, n in sums.items()}))


def never_fired(patterns: Iterable[Pattern], records: Source, labels: Iterable[str]) -> list[str]:
    """The ids of patterns of these labels that no record names as its rule."""
    fired, wanted = {span.rule for span in records.spans}, set(labels)
    return [p.id for p in patterns if p.label in wanted and p.id not in fired]


def calibration(evaluation: Evaluation) -> list[Bin]:
    """Confidence against measured precision, on articles that had no part in the confidence.

    The articles are dealt into folds; the records of each fold get the confidence that the other folds give.
    """
    folds = min(FOLDS, len(evaluation.documents))
    if folds < 2:
        return []
    tallies = [rule_tallies(evaluation.documents[fold::folds]) for fold in range(folds)]
    judged: list[tuple[float, bool]] = []
    for fold in range(folds):
        confidence = Confidence(trust(tallies[:fold] + tallies[fold + 1 :]))
        for document in evaluation.documents[fold::folds]:
            for (label, rule), earned in outcomes(document):
                expected = confidence.of(label, rule)
                if expected is not None:
                    judged.append((expected, "strict" in earned))
    return list(bins(judged))


def bins(judged: Iterable[tuple[float, bool]]) -> Iterator[Bin]:
    """Judged records by their confidence; bins without any are left out.

    >>> list(bins([(0.6, True), (0.65, False)]))
    [Bin(low=0.5, high=0.7, found=2, confidence=0.625, right=1)]
    """
    grouped: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in judged:
        place = sum(edge <= confidence for edge in EDGES[1:-1])
        grouped[place].append((confidence, right))
    for place, group in sorted(grouped.items()):
        mean = sum(confidence for confidence, _ in group) / len(group)
        yield Bin(EDGES[place], EDGES[place + 1], len(group), round(mean, 4), sum(right for _, right in group))


def calibration_error(rows: Iterable[Bin]) -> float:
    """The expected calibration error: how far confidence and precision lie apart, over all records."""
    rows = list(rows)
    total = sum(row.found for row in rows)
    return sum(abs(row.confidence * row.found - row.right) for row in rows) / total if total else 0.0


def rules_json(counts: Mapping[Rule, Counter[str]]) -> list[dict[str, Any]]:
    """One object a rule, the busiest first within a label."""
    return [
        {
            "label": label,
            "rule": rule,
            "found": n["found"],
            "strict": n["strict"],
            "overlap": n["strict"] + n["boundary"],
            "right": n["right"],
            "precision": n["strict"] / n["found"],
            "interval": [(interval := wilson(n["strict"], n["found"])).low, interval.high],
        }
        for (label, rule), n in sorted(counts.items(), key=lambda item: (item[0][0], -item[1]["found"], item[0][1]))
    ]


def calibration_json(rows: list[Bin]) -> dict[str, Any]:
    """The table of calibration and its error."""
    return {
        "error": calibration_error(rows),
        "bins": [
            {
                "from": row.low,
                "to": row.high,
                "found": row.found,
                "confidence": row.confidence,
                "precision": row.right / row.found,
                "interval": [row.interval.low, row.interval.high],
            }
            for row in rows
        ],
    }
