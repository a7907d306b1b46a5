"""Gold held to the rules that make it gold: every line sound, no two in each other's way, nothing forgotten.

A fault makes a line wrong. A suspicion is a place that someone should look at: a currency sign or a per cent beside a
figure that no line covers may be right all the same.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from dealwire.errors import InputError, place, shorten
from dealwire.evaluate.sources import Line, Span, gold_files, misplaced, named_article, not_extracted, read_span
from dealwire.jsonl import read_lines
from dealwire.records import Company, Money, Percent, Treaty

MODELS: dict[str, type[BaseModel]] = {"MONEY": Money, "PERCENT": Percent, "COMPANY": Company, "TREATY": Treaty}
NUMBERS = ("amount", "amount_max", "value", "value_max")
EDGES = "\"“”‘«»'"  # what a span never starts or ends with, beside white space; ’ may end a name
PAIRS = {"(": ")", "[": "]", "{": "}"}
FORGOTTEN = re.compile(r"[$€£¥₹₽₩]\s?\d[\d.,]{0,20}|\d[\d.,]{0,20}\s?(?:%|per ?cent\b|pct\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about gold that is wrong, or looks as if it might be."""

    path: Path
    number: int | None
    message: str
    suspicion: bool = False

    def __str__(self) -> str:
        return f"{place(self.path, self.number)}{'suspicious: ' if self.suspicion else ''}{self.message}"


def check_gold(path: Path, articles: Mapping[str, str]) -> list[Finding]:
    """All there is to find in a file or folder of gold, faults by file and line, suspicions after them."""
    findings: list[Finding] = []
    lines: list[Line] = []
    named: dict[str, tuple[Path, int]] = {}
    for file in gold_files(path):
        for item in _read(file):
            if isinstance(item, Finding):
                findings.append(item)
            elif isinstance(item, Line):
                lines.append(item)
            else:
                named[item[0]] = file, item[1]
    for doc_id, (file, number) in named.items():
        if doc_id not in articles:
            findings.append(Finding(file, number, not_extracted(doc_id)))
    for line in lines:
        findings += [Finding(line.path, line.number, message) for message in faults(line.span, articles)]
    findings += clashes(line for line in lines if not misplaced(line.span, articles))
    findings.sort(key=lambda finding: (finding.path, finding.number or 0))
    return findings + forgotten(path, lines, named, articles)


def faults(span: Span, articles: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with one line by itself."""
    if fault := misplaced(span, articles):
        yield fault
    elif span.start == span.end:
        yield f"end: the span at {span.start} is empty"
    else:
        yield from edges(span.text)
    yield from wrong_attributes(span)


def edges(text: str) -> Iterator[str]:
    """Characters at the ends of a span that do not belong to it.

    >>> list(edges(" $5")), list(edges("(EDF")), list(edges("Yahoo! (Japan)"))
    (["text: ' $5' starts with ' '"], ["text: '(EDF' has a stray '('"], [])
    """
    for verb, character in (("starts", text[0]), ("ends", text[-1])):
        if character.isspace() or character in EDGES:
            yield f"text: {shorten(text)} {verb} with {character!r}"
    for opening, closing in PAIRS.items():
        if text.count(opening) != text.count(closing):
            stray = opening if text.count(opening) > text.count(closing) else closing
            yield f"text: {shorten(text)} has a stray {stray!r}"


def wrong_attributes(span: Span) -> Iterator[str]:
    """Attributes that the label does not have, or whose values it does not allow."""
    model = MODELS[span.label]
    common = {"id": "id", "doc_id": span.doc_id, "label": span.label, "text": "x", "start": 0, "end": 1, "rule": "gold"}
    for key in NUMBERS:
        if isinstance(span.values.get(key), int | float):
            yield f"{key}: a decimal is written as a string, got {span.values[key]!r}"
    try:
        model.model_validate({**span.values, **common})
    except ValidationError as error:
        for fault in error.errors():
            if fault["type"] == "extra_forbidden":
                yield f"{fault['loc'][0]}: {span.label} has no such attribute"
            elif fault["type"] != "missing":  # what gold does not state is not scored
                yield f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}, got {shorten(fault['input'])}"


def clashes(lines: Iterable[Line]) -> Iterator[Finding]:
    """Lines that say the same, and records whose spans overlap; optional ones may be another reading."""
    by_article: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_article[line.span.doc_id].append(line)
    for group in by_article.values():
        group.sort(key=lambda line: (line.span.start, line.span.end))
        yield from duplicates(group)
        yield from overlaps([line for line in group if not line.span.optional and line.span.start < line.span.end])


def duplicates(group: list[Line]) -> Iterator[Finding]:
    """Lines of an article that repeat a record."""
    seen: dict[tuple[str, int, int], Line] = {}
    for line in group:
        first = seen.setdefault((line.span.label, line.span.start, line.span.end), line)
        if first is not line:
            yield Finding(line.path, line.number, f"the same record as on {_where(first, line)}")


def overlaps(group: list[Line]) -> Iterator[Finding]:
    """Lines of an article, in text order, that reach into one another; the later line of the file is named."""
    reach: Line | None = None
    for line in group:
        same = reach and (reach.span.label, reach.span.start, reach.span.end)
        if reach and line.span.start < reach.span.end and same != (line.span.label, line.span.start, line.span.end):
            first, second = sorted((reach, line), key=lambda each: (each.path, each.number))
            texts = f"{shorten(second.span.text)} overlaps {shorten(first.span.text)}"
            yield Finding(second.path, second.number, f"{texts} on {_where(first, second)}")
        if reach is None or line.span.end > reach.span.end:
            reach = line


def forgotten(path: Path, lines: list[Line], named: Iterable[str], articles: Mapping[str, str]) -> list[Finding]:
    """Sums and percentages in annotated articles that no line covers."""
    covered: defaultdict[str, set[int]] = defaultdict(set)
    for doc_id in named:
        covered[doc_id] = set()
    for line in lines:
        covered[line.span.doc_id].update(range(line.span.start, line.span.end))
    return [
        Finding(path, None, f"{shorten(match[0])} at {match.start()}-{match.end()} of {doc_id!r} is in no record", True)
        for doc_id in sorted(covered)
        for match in FORGOTTEN.finditer(articles.get(doc_id, ""))
        if covered[doc_id].isdisjoint(range(match.start(), match.end()))
    ]


def _read(path: Path) -> Iterator[Line | Finding | tuple[str, int]]:
    """Each line of a file as a span, as an article named as annotated and its number, or what is wrong with it."""
    try:
        with path.open("rb") as stream:
            for number, value in read_lines(stream, path):
                yield _parse(value, path, number)
    except OSError as error:
        raise InputError(error.strerror or str(error), path) from error


def _parse(value: dict[str, Any] | InputError, path: Path, number: int) -> Line | Finding | tuple[str, int]:
    if isinstance(value, InputError):
        return Finding(path, number, value.message)
    if named := named_article(value):
        return named, number
    try:
        return Line(path, number, read_span(value, path, number))
    except InputError as error:
        return Finding(path, number, error.message)


def _where(other: Line, line: Line) -> str:
    return f"line {other.number}" + (f" of {other.path}" if other.path != line.path else "")
