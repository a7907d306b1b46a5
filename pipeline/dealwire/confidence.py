"""How far a rule can be trusted: its precision on gold, kept beside the patterns in `confidence.jsonl`.

A line is `{"label", "rule", "found", "right", "confidence"}`; one without a rule is what holds for the rules of that
label that were never measured. `dealwire evaluate --write-confidence` writes the file, the extractor reads it.

The confidence is the mean of a Beta distribution: the rule's right and wrong records on gold, on top of a prior that
is worth `PRIOR` records of the label's average precision. So three right out of three is not certainty, a rule never
seen is as good as its label, and a rule seen a hundred times speaks for itself. The label's own average starts from
Jeffreys' prior, Beta(½, ½).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dealwire.errors import PatternError
from dealwire.jsonl import read_objects
from dealwire.patterns import CONFIDENCE, explain
from dealwire.records import AnyRecord, Label

PRIOR = 4.0


class Trust(BaseModel):
    """What gold says of one rule, or (rule None) of the other rules of a label."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: Label
    rule: str | None = Field(default=None, exclude_if=lambda rule: rule is None)
    found: int = Field(ge=0)
    right: int = Field(ge=0)
    confidence: float = Field(ge=0, le=1)


def smoothed(right: int, found: int, prior: float) -> float:
    """The mean of Beta(PRIOR · prior + right, PRIOR · (1 - prior) + wrong), to four places.

    >>> smoothed(3, 3, prior=0.8), smoothed(0, 0, prior=0.8), smoothed(99, 100, prior=0.8)
    (0.8857, 0.8, 0.9827)
    """
    return round((PRIOR * prior + right) / (PRIOR + found), 4)


def measure(counts: Mapping[tuple[Label, str], tuple[int, int]]) -> Iterator[Trust]:
    """The lines of the file from (right, found) of each label and rule, label by label."""
    for label in sorted({label for label, _ in counts}):
        rules = {rule: pair for (of, rule), pair in sorted(counts.items()) if of == label}
        right, found = (sum(column) for column in zip(*rules.values(), strict=True))
        average = (right + 0.5) / (found + 1)
        yield Trust(label=label, found=found, right=right, confidence=round(average, 4))
        for rule, (r, f) in rules.items():
            yield Trust(label=label, rule=rule, found=f, right=r, confidence=smoothed(r, f, average))


class Confidence:
    """Looks up how far a record can be trusted."""

    def __init__(self, lines: Iterable[Trust]) -> None:
        self.table: dict[tuple[str, str | None], float] = {(line.label, line.rule): line.confidence for line in lines}

    def of(self, label: str, rule: str | None) -> float | None:
        """The confidence of a rule, else of its label; None where neither was measured."""
        return self.table.get((label, rule), self.table.get((label, None)))

    def mark(self, records: list[AnyRecord]) -> list[AnyRecord]:
        """The records with their confidence."""
        if not self.table:
            return records
        return [r.model_copy(update={"confidence": self.of(r.label, r.rule)}) for r in records]


def read_confidence(folders: Iterable[Path]) -> Confidence:
    """The confidence files of pattern folders, later folders before earlier ones; raises PatternError."""
    return Confidence(line for folder in folders for line in _read(folder / CONFIDENCE))


def _read(path: Path) -> Iterator[Trust]:
    for number, value in read_objects(path) if path.exists() else ():
        try:
            yield Trust.model_validate(value)
        except ValidationError as error:
            raise PatternError(explain(error), path, number) from None
