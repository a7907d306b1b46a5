"""The report as one page of HTML that needs nothing else: no network, no script, dark and light as the system has it.

Filters are check boxes that the style sheet reads, so they work from the keyboard; a policy in the page's head
forbids it to load anything. All text goes through the template's escaping.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dealwire.evaluate.errors import KINDS, Error, Passage
from dealwire.evaluate.marking import show
from dealwire.evaluate.output import written
from dealwire.evaluate.report import Report
from dealwire.evaluate.sources import Span

Side = Literal["gold", "found"]
Status = str  # a kind of error, or "right", or "optional" where the span does not count


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article's text, with the span that covers it."""

    text: str
    span: Span | None = None
    status: Status = ""

    @property
    def title(self) -> str:
        """What the span says, for whoever points at it or hears it read."""
        if self.span is None:
            return ""
        values = "; ".join(f"{key} {show(value)}" for key, value in self.span.values.items() if value not in (None, []))
        return " – ".join(part for part in (self.span.label, self.status, values, self.span.rule) if part)


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article twice: with gold marked and with what was found."""

    doc_id: str
    gold: list[Piece]
    found: list[Piece]
    errors: int


def write_html(path: Path, report: Report, title: str) -> None:
    """Write the report as one file."""
    page = (
        environment()
        .get_template("report.html")
        .render(
            title=title,
            labels=report.labels,
            kinds=KINDS,
            figures=report.figures,
            errors=report.errors,
            passage=report.passages.around,
            articles=list(article_views(report)),
        )
    )
    with written(path) as stream:
        stream.write(page)


def environment() -> Environment:
    """The templates, with everything escaped and nothing undefined let through."""
    loader = FileSystemLoader(Path(__file__).parent / "templates")
    env = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    env.filters["figure"] = lambda value: f"{value:.3f}"
    env.filters["show"] = show
    env.globals["pieces"] = pieces_of
    return env


def pieces_of(passage: Passage, error: Error) -> list[tuple[str, str]]:
    """An error's sentence in pieces, each with the class of its mark."""
    return [
        (text, "both" if gold and found else "gold" if gold else "found" if found else "")
        for text, gold, found in passage.pieces(error.gold, error.found)
    ]


def article_views(report: Report) -> Iterator[ArticleView]:
    """Every scored article whose text is at hand, those with most errors first."""
    texts = report.passages.articles
    statuses = {side: dict(status_of(report.errors, side)) for side in ("gold", "found")}
    spans = {"gold": _by_article(report.case.gold.spans), "found": _by_article(report.case.records.spans)}
    count: defaultdict[str, int] = defaultdict(int)
    for error in report.errors:
        count[error.span.doc_id] += 1
    documents = [document.doc_id for document in report.evaluation.documents if document.doc_id in texts]
    for doc_id in sorted(documents, key=lambda doc_id: (-count[doc_id], doc_id)):
        sides = [
            list(pieces(texts[doc_id], [s for s in spans[side][doc_id] if s.label in report.labels], statuses[side]))
            for side in ("gold", "found")
        ]
        yield ArticleView(doc_id, sides[0], sides[1], count[doc_id])


def status_of(errors: Sequence[Error], side: Side) -> Iterator[tuple[int, Status]]:
    """The kind of error of each span that has one, by the span's identity."""
    for error in errors:
        span = error.gold if side == "gold" else error.found
        if span is not None:
            yield id(span), error.kind


def pieces(text: str, spans: Sequence[Span], statuses: dict[int, Status]) -> Iterator[Piece]:
    """The text cut at its spans; where two overlap, the later one starts behind the earlier."""
    at = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        start = max(at, span.start)
        if start >= span.end:
            continue
        yield Piece(text[at:start])
        yield Piece(text[start : span.end], span, statuses.get(id(span), "optional" if span.optional else "right"))
        at = span.end
    yield Piece(text[at:])


def _by_article(spans: Iterator[Span]) -> defaultdict[str, list[Span]]:
    grouped: defaultdict[str, list[Span]] = defaultdict(list)
    for span in spans:
        grouped[span.doc_id].append(span)
    return grouped
