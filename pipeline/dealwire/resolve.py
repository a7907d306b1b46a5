"""The article as a whole: records that agree with each other and with the text."""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter

from dealwire.errors import SelfCheckError
from dealwire.records import AnyRecord, Label

START = attrgetter("start")
# Where spans of two labels overlap, the surer label wins; within a label the longer span.
ORDER: dict[Label, int] = {"PERCENT": 0, "MONEY": 1, "TREATY": 2, "COMPANY": 3}


def resolve(text: str, records: list[AnyRecord]) -> list[AnyRecord]:
    """The records of an article in text order, without overlaps, checked against the text."""
    best = without_overlaps(records)
    check(text, best)
    return best


def without_overlaps(records: list[AnyRecord]) -> list[AnyRecord]:
    """The best of overlapping records, in text order."""
    in_order = sorted(records, key=START)
    if all(a.end <= b.start for a, b in pairwise(in_order)):
        return in_order
    best = sorted(records, key=lambda r: (ORDER[r.label], r.start - r.end, r.start))
    taken: set[int] = set()
    kept = []
    for record in best:
        span = range(record.start, record.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(record)
    return sorted(kept, key=START)


def check(text: str, records: list[AnyRecord]) -> None:
    """Raise SelfCheckError where a record is not the slice it claims, or reaches into the next."""
    after = 0
    for record in records:
        if text[record.start : record.end] != record.text:
            raise SelfCheckError(f"{record.id}: text {record.text!r} is not the article's slice")
        if record.start < after:
            raise SelfCheckError(f"{record.id}: overlaps the record before it")
        after = record.end
