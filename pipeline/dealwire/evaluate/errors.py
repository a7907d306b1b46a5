"""Errors to read: what went wrong, in the sentence where it did.

missed    a gold record that nothing answers
spurious  a found record that answers nothing
boundary  the right label on a span that only overlaps gold's
label     another label on gold's span, or on one that overlaps it
value     the right span and label, with a value that differs
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from dealwire.evaluate.score import Evaluation, Pair, Scored
from dealwire.evaluate.sources import Span
from dealwire.tokens import Tokens, tokenize

Kind = Literal["missed", "spurious", "boundary", "label", "value"]
KINDS: dict[Kind, str] = {
    "missed": "missed",
    "spurious": "spurious",
    "boundary": "wrong boundary",
    "label": "wrong label",
    "value": "wrong value",
}
REACH = 160  # characters of a sentence shown on either side of a span


@dataclass(frozen=True, slots=True)
class Passage:
    """The text around an error: where it begins in the article, and whether its sentence goes on."""

    start: int
    text: str
    cut_before: bool = False
    cut_after: bool = False

    def pieces(self, gold: Span | None, found: Span | None) -> Iterator[tuple[str, bool, bool]]:
        """The text cut where a span begins or ends: each piece, and whether gold and found cover it.

        >>> gold = Span(doc_id="a", label="MONEY", start=13, end=15, text="$5")
        >>> list(Passage(9, "paid $5.").pieces(gold, None))
        [('paid', False, False), (' $', True, False), ('5.', False, False)]
        """
        spans = [span for span in (gold, found) if span is not None]
        end = self.start + len(self.text)
        cuts = sorted({self.start, end} | {min(end, max(self.start, at)) for s in spans for at in (s.start, s.end)})
        for first, last in pairwise(cuts):
            piece = self.text[first - self.start : last - self.start]
            yield piece, _covers(gold, first, last), _covers(found, first, last)


class Error(NamedTuple):
    """One thing that is not as gold has it."""

    kind: Kind
    gold: Span | None
    found: Span | None
    wrong: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """The span to look at first."""
        return self.gold or self.found  # type: ignore[return-value]  # one of them is there

    @property
    def key(self) -> tuple[object, ...]:
        """Place order, and the same for the same error in another run."""
        parts = [(s.start, s.end, s.label) if s else (-1, -1, "") for s in (self.gold, self.found)]
        return self.span.doc_id, self.span.start, self.kind, *parts

    def differences(self) -> dict[str, tuple[Any, Any]]:
        """The wrong values: what gold says and what was found."""
        gold, found = (span.values if span else {} for span in (self.gold, self.found))
        return {key: (gold.get(key), found.get(key)) for key in self.wrong}


def errors(evaluation: Evaluation) -> list[Error]:
    """All errors, by kind and then in the order of articles and text."""
    order = list(KINDS)
    found = (error for document in evaluation.documents for error in errors_of(document))
    return sorted(found, key=lambda error: (order.index(error.kind), error.key))


def errors_of(document: Scored) -> Iterator[Error]:
    """The errors of one article."""
    yield from (Error("missed", span, None) for span in document.missed)
    yield from (Error("spurious", None, span) for span in document.spurious)
    for pair in document.pairs:
        kind = kind_of(pair)
        if kind:
            yield Error(kind, pair.gold, pair.found, pair.wrong if kind == "value" else ())


def kind_of(pair: Pair) -> Kind | None:
    """What is wrong with a pair, None where nothing is."""
    if pair.outcome == "strict":
        return "value" if pair.wrong else None
    return "boundary" if pair.outcome == "boundary" else "label"


class Passages:
    """The sentences of articles, looked up as errors ask for them; the last article is kept cut into tokens."""

    def __init__(self, articles: Mapping[str, str] | None) -> None:
        self.articles = articles or {}
        self._last: tuple[str, Tokens] | None = None

    def around(self, error: Error) -> Passage | None:
        """The sentence of an error, shortened where it is long; None where its article is not at hand."""
        doc_id = error.span.doc_id
        if doc_id not in self.articles:
            return None
        spans = [span for span in (error.gold, error.found) if span]
        start, end = min(s.start for s in spans), max(s.end for s in spans)
        tokens = self._tokens(doc_id)
        whole = sentence(tokens, start, end)
        first, last = shortened(tokens.text, *whole, start, end)
        return Passage(first, tokens.text[first:last], first > whole[0], last < whole[1])

    def _tokens(self, doc_id: str) -> Tokens:
        if self._last is None or self._last[0] != doc_id:
            self._last = doc_id, tokenize(self.articles[doc_id])
        return self._last[1]


def sentence(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """Where the sentence, or the sentences, of these characters begin and end."""
    if not len(tokens):
        return start, end
    first, _ = tokens.sentence(max(0, bisect_right(tokens.starts, start) - 1))
    _, last = tokens.sentence(max(0, bisect_right(tokens.starts, max(start, end - 1)) - 1))
    return min(start, tokens.starts[first]), max(end, tokens.end(last - 1))


def shortened(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """The same stretch within reach of the span, cut between words."""
    if start - first > REACH:
        first = text.find(" ", start - REACH, start) + 1 or start - REACH
    if last - end > REACH:
        cut = text.rfind(" ", end, end + REACH)
        last = cut if cut > 0 else end + REACH
    return first, last


def as_json(error: Error, passages: Passages) -> dict[str, Any]:
    """An error as one object of `errors.jsonl`."""
    passage = passages.around(error)
    return {
        "kind": error.kind,
        "doc_id": error.span.doc_id,
        "label": error.span.label,
        "gold": error.gold and error.gold.model_dump(exclude_defaults=True),
        "found": error.found and error.found.model_dump(exclude_defaults=True),
        "wrong": {key: {"gold": gold, "found": found} for key, (gold, found) in error.differences().items()},
        "sentence": passage and {"start": passage.start, "text": passage.text},
    }


def grouped(found: Iterable[Error]) -> dict[Kind, list[Error]]:
    """Errors grouped by kind, in the order of KINDS; kinds without one are left out."""
    groups: dict[Kind, list[Error]] = {kind: [] for kind in KINDS}
    for error in found:
        groups[error.kind].append(error)
    return {kind: group for kind, group in groups.items() if group}


def _covers(span: Span | None, first: int, last: int) -> bool:
    return span is not None and span.start <= first and last <= span.end
