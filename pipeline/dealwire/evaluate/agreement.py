"""How far two annotators agree: F1 over records, Cohen's kappa over tokens, values, and every disagreement.

F1 is the same whichever of the two is taken for gold. Kappa (https://doi.org/10.1177/001316446002000104) asks how much
better than chance two annotators agree on the label of each token, `O` where there is none; what either holds to be
optional is left out of F1 and the disagreements, but stands in the tokens.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dealwire.errors import UsageError
from dealwire.evaluate.errors import Error, Kind, Passages, errors
from dealwire.evaluate.figures import Figures, all_figures
from dealwire.evaluate.score import Evaluation, Scored, evaluate
from dealwire.evaluate.sources import Source, Span, read_articles, read_gold
from dealwire.tokens import tokenize

NONE = "O"
HEADINGS: dict[Kind, str] = {
    "missed": "only in A",
    "spurious": "only in B",
    "boundary": "another boundary",
    "label": "another label",
    "value": "another value",
}

Confusion = Counter[tuple[str, str]]


@dataclass(frozen=True)
class Agreement:
    """Two annotations of the same articles, compared."""

    evaluation: Evaluation
    figures: Figures
    confusion: Confusion | None  # (label by A, label by B) of each token; None without the articles
    disagreements: list[Error]
    passages: Passages
    only_a: list[str]
    only_b: list[str]

    @property
    def kappas(self) -> dict[str, float | None]:
        """Kappa over all labels, then over each label against the rest."""
        if self.confusion is None:
            return {}
        one = {label: against_rest(self.confusion, label) for label in self.evaluation.labels}
        return {"all": kappa(self.confusion), **{label: kappa(table) for label, table in one.items()}}

    def as_json(self) -> dict[str, Any]:
        """The figures, with kappa and the articles that only one annotator has."""
        return {**self.figures, "kappa": self.kappas, "only_a": self.only_a, "only_b": self.only_b}


def agree(first: Path, second: Path, articles: Path | None = None) -> Agreement:
    """Compare the annotations of the articles that two files, or folders, have in common."""
    a, b = read_gold(first), read_gold(second)
    common = a.docs & b.docs
    if not common:
        raise UsageError(f"{first} and {second} have no article in common")
    texts = _articles(first, second, articles)
    for source in (a, b):
        source.check(texts)
    labels = tuple(sorted({*a.labels, *b.labels}))
    both = evaluate(a, b, labels)
    evaluation = Evaluation(labels, [binding(document) for document in both.documents if document.doc_id in common])
    return Agreement(
        evaluation,
        all_figures(evaluation),
        token_labels(a, b, {doc_id: texts[doc_id] for doc_id in sorted(common)}) if texts else None,
        errors(evaluation),
        Passages(texts),
        sorted(a.docs - b.docs),
        sorted(b.docs - a.docs),
    )


def binding(document: Scored) -> Scored:
    """An article without what B holds to be optional; A's is left out already."""
    pairs = [pair for pair in document.pairs if not pair.found.optional]
    return Scored(document.doc_id, pairs, document.missed, [s for s in document.spurious if not s.optional])


def token_labels(a: Source, b: Source, articles: Mapping[str, str]) -> Confusion:
    """How often each pair of labels meets on a token."""
    spans: dict[str, tuple[list[Span], list[Span]]] = {doc_id: ([], []) for doc_id in articles}
    for side, source in enumerate((a, b)):
        for span in source.spans:
            if span.doc_id in spans:
                spans[span.doc_id][side].append(span)
    confusion: Confusion = Counter()
    for doc_id, (by_a, by_b) in spans.items():
        tokens = tokenize(articles[doc_id])
        ends = list(map(tokens.end, range(len(tokens))))
        confusion.update(zip(*(labelled(tokens.starts, ends, side) for side in (by_a, by_b)), strict=True))
    return confusion


def labelled(starts: Sequence[int], ends: Sequence[int], spans: Sequence[Span]) -> list[str]:
    """The label of each token: that of a span which shares characters with it, NONE for the rest."""
    labels = [NONE] * len(starts)
    for span in spans:
        for i in range(bisect_right(ends, span.start), bisect_left(starts, span.end)):
            labels[i] = span.label
    return labels


def against_rest(confusion: Confusion, label: str) -> Confusion:
    """The same table with all other labels as one."""
    table: Confusion = Counter()
    for (a, b), count in confusion.items():
        table[a if a == label else NONE, b if b == label else NONE] += count
    return table


def kappa(confusion: Confusion) -> float | None:
    """Cohen's kappa of a table; None where chance alone agrees on everything.

    >>> kappa(Counter({("M", "M"): 20, ("M", "O"): 5, ("O", "M"): 10, ("O", "O"): 15}))
    0.4
    """
    count = confusion.total()
    if not count:
        return None
    agreed = sum(n for (a, b), n in confusion.items() if a == b) / count
    by_a, by_b = Counter[str](), Counter[str]()
    for (a, b), n in confusion.items():
        by_a[a] += n
        by_b[b] += n
    chance = sum(by_a[label] * by_b[label] for label in by_a) / count**2
    return None if chance == 1 else round((agreed - chance) / (1 - chance), 6)


def _articles(first: Path, second: Path, given: Path | None) -> dict[str, str] | None:
    """The articles as given, else those that lie beside the gold as in a run's folder or in `corpus/`."""
    if given:
        return read_articles(given)
    for path in (first, second):
        for beside in (path / "articles.jsonl", path.parent / "articles.jsonl", path.parent / "articles"):
            if beside.exists():
                return read_articles(beside)
    return None
