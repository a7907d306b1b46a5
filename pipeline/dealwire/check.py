"""Patterns held to their examples: each must be matched, no near miss may be.

An example is run through the whole extractor, as an article would be: what counts is not that a phrase occurs but that
the record comes out, made by this pattern, or with it among the evidence.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dealwire.errors import PatternError
from dealwire.extract import Extractor
from dealwire.patterns import Pattern, PatternSet, read_patterns
from dealwire.records import AnyRecord, Company


def check_folder(folder: Path, extractor: Extractor) -> Iterator[PatternError]:
    """Every example that is missed and every near miss that is matched, with file and line.

    Raises PatternError itself where a file has the wrong form, which comes before any example.
    """
    for path in PatternSet(folder).pattern_files():
        for line, pattern in read_patterns(path):
            for message in faults(pattern, extractor):
                yield PatternError(message, path, line)


def faults(pattern: Pattern, extractor: Extractor) -> Iterator[str]:
    """What is wrong with one pattern, a line each."""
    for example in pattern.examples:
        if not made_by(pattern, extractor.extract(example)):
            yield f"{pattern.id} does not match its example {example!r}"
    for near_miss in pattern.not_examples:
        if made_by(pattern, extractor.extract(near_miss)):
            yield f"{pattern.id} matches its near miss {near_miss!r}"


def made_by(pattern: Pattern, records: list[AnyRecord]) -> bool:
    """Whether a record of the pattern's label comes from it."""
    return any(record.label == pattern.label and pattern.id in rules_of(record) for record in records)


def rules_of(record: AnyRecord) -> set[str]:
    """The rule that made a record, and those that spoke for it."""
    evidence = record.evidence if isinstance(record, Company) else None
    return {record.rule, *(each.rule for each in evidence or ())}
