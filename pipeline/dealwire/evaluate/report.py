"""The whole report: what the terminal, the JSON and the HTML page show, worked out once."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dealwire.evaluate import rules
from dealwire.evaluate.errors import Error, Passages, as_json, errors
from dealwire.evaluate.figures import Figures, all_figures
from dealwire.evaluate.output import written
from dealwire.evaluate.score import Evaluation, evaluate
from dealwire.evaluate.sources import Case
from dealwire.jsonl import write_lines
from dealwire.patterns import PatternSet


@dataclass(frozen=True)
class Report:
    """A case and its evaluation, with the figures and errors, and where to read the articles."""

    case: Case
    evaluation: Evaluation
    figures: Figures
    errors: list[Error]
    passages: Passages

    @property
    def labels(self) -> tuple[str, ...]:
        return self.evaluation.labels


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep Python from looking for garbage among the many spans that stay to the end: a fifth of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def make_report(case: Case, labels: Sequence[str] | None, patterns: PatternSet) -> Report:
    """Score a case and work out all there is to say about it."""
    evaluation = evaluate(case.gold, case.records, labels)
    figures = {
        **all_figures(evaluation),
        "rules": rules.rules_json(rules.rule_tallies(evaluation.documents)),
        "never_fired": rules.never_fired(patterns.patterns, case.records, evaluation.labels),
        "calibration": rules.calibration_json(rules.calibration(evaluation)),
        "gold_digest": case.gold.digest,
    }
    return Report(case, evaluation, figures, errors(evaluation), Passages(case.articles))


def write_errors(path: Path, report: Report) -> None:
    """The errors as JSON Lines."""
    with written(path) as stream:
        write_lines(stream, (as_json(error, report.passages) for error in report.errors))


def write_confidence(path: Path, report: Report) -> None:
    """What the gold says of each rule, for the extractor to read."""
    with written(path) as stream:
        write_lines(stream, rules.trust([rules.rule_tallies(report.evaluation.documents)]))
