"""Articles scored: pairs and leftovers, tallied by label, which add up over articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

from dealwire.evaluate.counts import Tally, total
from dealwire.evaluate.match import match
from dealwire.evaluate.sources import Source, Span
from dealwire.evaluate.values import fold, wrong_values


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold record and the found one that answers it: the count that it adds to, and which values are wrong."""

    gold: Span
    found: Span
    outcome: str
    wrong: tuple[str, ...] = ()


def make_pair(gold: Span, found: Span, exact: bool) -> Pair:
    """Judge two records that belong together; values are only compared where span and label are right."""
    if gold.label != found.label:
        return Pair(gold, found, "relabelled" if exact else "crossed")
    if not exact:
        return Pair(gold, found, "boundary")
    return Pair(gold, found, "strict", wrong_values(gold, found))


@dataclass(frozen=True)
class Scored:
    """One article: which records answer which, and which have no partner."""

    doc_id: str
    pairs: list[Pair]
    missed: list[Span]
    spurious: list[Span]
    tallies: dict[str, Tally] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tallies", dict(tallies(self)))


@dataclass(frozen=True)
class Evaluation:
    """All articles of the gold, scored for some labels."""

    labels: tuple[str, ...]
    documents: list[Scored]

    @cached_property
    def tallies(self) -> dict[str, Tally]:
        """The counts of each label over all articles."""
        sums: dict[str, Tally] = {label: Counter() for label in self.labels}
        for document in self.documents:
            for label, tally in document.tallies.items():
                sums[label].update(tally)
        return sums

    @cached_property
    def all(self) -> Tally:
        """The counts over all labels."""
        return total(self.tallies.values())


def evaluate(gold: Source, records: Source, labels: Sequence[str] | None = None) -> Evaluation:
    """Score the articles of the gold; records of other articles, and of labels not asked for, do not count."""
    chosen = tuple(labels or gold.labels)
    golds, founds = _by_article(gold.spans, chosen), _by_article(records.spans, chosen)
    return Evaluation(chosen, [score(doc, golds.get(doc, []), founds.get(doc, [])) for doc in sorted(gold.docs)])


def score(doc_id: str, gold: Sequence[Span], found: Sequence[Span]) -> Scored:
    """Score one article: each label on its own first, then what is left over across labels."""
    gold, found = in_order(gold), in_order(found)
    labels = sorted({span.label for span in gold} | {span.label for span in found})
    pairs, missed, spurious = [], [], []
    for label in labels:
        paired, no_found, no_gold = pair_up(
            [span for span in gold if span.label == label], [span for span in found if span.label == label]
        )
        pairs += paired
        missed += [span for span in no_found if not span.optional]
        spurious += no_gold
    relabelled, missed, spurious = pair_up(missed, spurious, across_labels=True)
    return Scored(doc_id, [pair for pair in pairs + relabelled if not pair.gold.optional], missed, spurious)


def in_order(spans: Iterable[Span]) -> list[Span]:
    """Spans in text order; only those at one place need a look at what they say."""
    ordered = sorted(spans, key=attrgetter("start", "end"))
    if any(a.start == b.start and a.end == b.end for a, b in pairwise(ordered)):
        ordered.sort(key=Span.order)
    return ordered


def pair_up(
    gold: list[Span], found: list[Span], across_labels: bool = False
) -> tuple[list[Pair], list[Span], list[Span]]:
    """The pairs, the gold without a partner and the found without one."""
    matches = match(gold, found)
    if across_labels:  # what is left over under one label can only be empty spans, written twice
        matches = [m for m in matches if gold[m.gold].label != found[m.found].label]
    taken_gold, taken_found = {m.gold for m in matches}, {m.found for m in matches}
    return (
        [make_pair(gold[m.gold], found[m.found], m.exact) for m in matches],
        [span for i, span in enumerate(gold) if i not in taken_gold],
        [span for j, span in enumerate(found) if j not in taken_found],
    )


def tallies(document: Scored) -> dict[str, Tally]:
    """The counts of an article by label."""
    counts: defaultdict[str, Tally] = defaultdict(Counter)
    for pair in document.pairs:
        tally = counts[pair.gold.label]
        tally["gold"] += 1
        tally[pair.outcome] += 1
        counts[pair.found.label]["found"] += 1
        if pair.outcome == "strict":
            tally["right"] += not pair.wrong
            _count_values(pair, tally)
    for span in document.missed:
        counts[span.label]["gold"] += 1
    for span in document.spurious:
        counts[span.label]["found"] += 1
        counts[span.label]["spurious"] += 1
    return counts


def _count_values(pair: Pair, tally: Tally) -> None:
    """Count which values a strict pair has right, and which items of its lists."""
    for key, value in pair.gold.values.items():
        tally[f"{key} scored"] += 1
        tally[f"{key} right"] += key not in pair.wrong
        if isinstance(value, list):
            gold, found = _folded(value), _folded(pair.found.values.get(key))
            tally[f"{key} items gold"] += len(gold)
            tally[f"{key} items found"] += len(found)
            tally[f"{key} items shared"] += len(gold & found)


def _folded(value: object) -> frozenset[object]:
    return frozenset(fold(item) for item in value) if isinstance(value, list) else frozenset()


def _by_article(spans: Iterable[Span], labels: tuple[str, ...]) -> dict[str, list[Span]]:
    grouped: defaultdict[str, list[Span]] = defaultdict(list)
    for span in spans:
        if span.label in labels:
            grouped[span.doc_id].append(span)
    return grouped
