"""Gold, records and articles as they stand in files, checked line by line.

A source is a `.jsonl` file or a folder: a run's (`records.jsonl` and `articles.jsonl`) or one of gold files, as
`corpus/gold`. A gold line `{"doc_id": "x", "evaluated": true}` says that article x was annotated and may hold no record
at all; without it only articles with a gold record are scored, and false positives in the others go unseen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dealwire.articles import Article
from dealwire.decode import read_text
from dealwire.errors import InputError, UsageError, shorten
from dealwire.jsonl import read_objects
from dealwire.patterns import explain
from dealwire.records import LABELS, Label

Scalar = str | int | float | bool | None
Value = Scalar | list[Scalar]


class Span(BaseModel):
    """A line of gold or of records: a labelled stretch of an article, with the values read from it."""

    model_config = ConfigDict(frozen=True, strict=True, extra="allow")
    __pydantic_extra__: dict[str, Value]

    doc_id: str = Field(min_length=1)
    label: Label
    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str
    id: str | None = None
    rule: str | None = None
    confidence: float | None = None
    evidence: list[dict[str, Scalar]] | None = None  # of `extract --explain`: to be read, not scored
    optional: bool = False

    @property
    def values(self) -> dict[str, Value]:
        """The attributes, as the file has them."""
        return self.__pydantic_extra__

    def order(self) -> tuple[int, int, bool, str]:
        """Text order, so that no figure depends on the order of lines."""
        return self.start, self.end, self.optional, str(sorted(self.values.items()))


@dataclass(frozen=True, slots=True)
class Line:
    """A span and the line of the file that says so."""

    path: Path
    number: int
    span: Span


@dataclass(frozen=True)
class Source:
    """What a file or folder of spans holds."""

    path: Path
    lines: tuple[Line, ...]
    evaluated: Mapping[str, tuple[Path, int]]  # articles named as annotated, and where

    @property
    def spans(self) -> Iterator[Span]:
        return (line.span for line in self.lines)

    @cached_property
    def docs(self) -> frozenset[str]:
        """The articles that it speaks of."""
        return frozenset(self.evaluated).union(span.doc_id for span in self.spans)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The labels in use, sorted; all of them where it only names articles without a record."""
        return tuple(sorted({span.label for span in self.spans} or LABELS))

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the content, whatever the order of its lines and their spread over files."""
        lines = [span.model_dump_json(exclude_defaults=True) for span in self.spans]
        return hashlib.sha256("\n".join(sorted(lines) + sorted(self.evaluated)).encode()).hexdigest()

    def check(self, articles: dict[str, str] | None) -> None:
        """Raise InputError at the first line whose span is not in its article as it says."""
        if articles is None:
            return
        for doc_id, (path, number) in self.evaluated.items():
            if doc_id not in articles:
                raise InputError(not_extracted(doc_id), path, number)
        for line in self.lines:
            if fault := misplaced(line.span, articles):
                raise InputError(fault, line.path, line.number)


def read_gold(path: Path) -> Source:
    """The gold of a file, or of all `.jsonl` files of a folder."""
    source = read_source(path, gold_files(path))
    if not source.docs:
        raise InputError("no gold in it", path)
    return source


def read_records(path: Path) -> Source:
    """The records of a run's folder, or of a file."""
    return read_source(path, [path / "records.jsonl" if path.is_dir() else path])


def read_source(path: Path, files: Iterable[Path]) -> Source:
    """Every line of some files; raises InputError at the first that is no span."""
    lines: list[Line] = []
    evaluated: dict[str, tuple[Path, int]] = {}
    for file in files:
        for number, value in read_objects(file):
            if named := named_article(value):
                evaluated[named] = file, number
            else:
                lines.append(Line(file, number, read_span(value, file, number)))
    return Source(path, tuple(lines), evaluated)


def named_article(value: dict[str, Any]) -> str | None:
    """The article that a line names as annotated; None where the line is a record.

    >>> named_article({"doc_id": "x", "evaluated": True})
    'x'
    """
    doc_id = value.get("doc_id")
    return doc_id if "label" not in value and value.get("evaluated") is True and isinstance(doc_id, str) else None


def read_span(value: dict[str, Any], path: Path, number: int) -> Span:
    """One line as a span; raises InputError with file, line and the value at fault."""
    try:
        span = Span.model_validate(value)
    except ValidationError as error:
        raise InputError(explain(error), path, number) from None
    if span.end < span.start:
        raise InputError(f"end: {span.end} is before start {span.start}", path, number)
    return span


def misplaced(span: Span, articles: Mapping[str, str]) -> str | None:
    """What contradicts the article, in words; None where the span is its slice.

    >>> misplaced(Span(doc_id="a", label="PERCENT", start=5, end=7, text="6%"), {"a": "Rose 5% today"})
    "text: '6%' is not what stands at 5-7 of article 'a', which is '5%'"
    """
    text = articles.get(span.doc_id)
    if text is None:
        return not_extracted(span.doc_id)
    if span.end > len(text):
        return f"end: {span.end} is beyond the end of article {shorten(span.doc_id)} at {len(text)}"
    there = text[span.start : span.end]
    if there != span.text:
        at = f"{span.start}-{span.end} of article {shorten(span.doc_id)}"
        return f"text: {shorten(span.text)} is not what stands at {at}, which is {shorten(there)}"
    return None


@dataclass(frozen=True)
class Case:
    """What an evaluation needs: gold, records, and the texts of their articles where these are at hand."""

    gold: Source
    records: Source
    articles: dict[str, str] | None


def read_case(records: Path, gold: Path, articles: Path | None = None) -> Case:
    """Read and check it all; raises InputError at the first line that is not sound."""
    texts = read_articles(articles) if articles else articles_beside(records)
    case = Case(read_gold(gold), read_records(records), texts)
    case.gold.check(texts)
    case.records.check(texts)
    return case


def parse_labels(text: str | None) -> tuple[Label, ...] | None:
    """Labels from `MONEY,PERCENT`; raises UsageError for one that is none.

    >>> parse_labels("PERCENT,MONEY")
    ('MONEY', 'PERCENT')
    """
    if text is None:
        return None
    names = {name.strip() for name in text.split(",")}
    if unknown := sorted(names.difference(LABELS)):
        raise UsageError(f"unknown label {unknown[0]!r} in {text!r}; the labels are {', '.join(LABELS)}")
    return tuple(label for label in sorted(LABELS) if label in names)


def not_extracted(doc_id: str) -> str:
    """What is wrong with gold for an article that is not there."""
    return f"doc_id: {shorten(doc_id)} is not among the extracted articles"


def read_articles(path: Path) -> dict[str, str]:
    """The texts of articles by id: from a run's folder, a `.jsonl` file, a text file or a folder of those."""
    if path.is_dir() and (path / "articles.jsonl").exists():
        path = path / "articles.jsonl"
    files = sorted(p for p in path.iterdir() if p.suffix in (".jsonl", ".txt")) if path.is_dir() else [path]
    texts = {article.id: article.text for file in files for article in _articles_of(file)}
    if not texts:
        raise InputError("no articles in it", path)
    return texts


def articles_beside(path: Path) -> dict[str, str] | None:
    """The articles of the run that a folder or file of records belongs to, None where it stands alone."""
    beside = (path if path.is_dir() else path.parent) / "articles.jsonl"
    return read_articles(beside) if beside.exists() else None


def _articles_of(path: Path) -> Iterator[Article]:
    if path.suffix != ".jsonl":
        yield Article(id=path.stem, text=read_text(path))
        return
    for number, value in read_objects(path):
        try:
            yield Article.model_validate(value)
        except ValidationError as error:
            raise InputError(explain(error), path, number) from None


def gold_files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(path.glob("*.jsonl"))
    if not files:
        raise InputError("no .jsonl files in this folder", path)
    return files
