"""Pairs of gold and found spans of one article: one to one, exact spans first, then by most shared characters.

Spans are half-open, so those that only touch do not overlap. The work is a sort and one sweep over the text: linear
in the spans and in the pairs of them that do overlap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol


class Stretch(Protocol):
    """Anything with a place in a text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Match(NamedTuple):
    """Indexes of a gold and a found span that belong together."""

    gold: int
    found: int
    exact: bool


def match(gold: Sequence[Stretch], found: Sequence[Stretch]) -> list[Match]:
    """The pairs among spans of one label (or of any, where labels do not count).

    A span that stands twice on both sides is exact once: a duplicate earns nothing.

    >>> from types import SimpleNamespace as S
    >>> match([S(start=0, end=4), S(start=9, end=12)], [S(start=2, end=10), S(start=0, end=4)])
    [Match(gold=0, found=1, exact=True), Match(gold=1, found=0, exact=False)]
    """
    exact = list(same(gold, found))
    seen_gold = {pair.gold for pair in exact}
    seen_found = {pair.found for pair in exact}
    rest = ([i for i in range(len(gold)) if i not in seen_gold], [j for j in range(len(found)) if j not in seen_found])
    pairs = exact
    for _, i, j in sorted(overlaps(gold, found, *rest), key=lambda t: (-t[0], t[1], t[2])):
        if i not in seen_gold and j not in seen_found:
            pairs.append(Match(i, j, exact=False))
            seen_gold.add(i)
            seen_found.add(j)
    return pairs


def same(gold: Sequence[Stretch], found: Sequence[Stretch]) -> Iterator[Match]:
    """Pairs that start and end at the same characters."""
    places = {(span.start, span.end): j for j, span in enumerate(found)}
    for i, span in enumerate(gold):
        j = places.pop((span.start, span.end), None)
        if j is not None:
            yield Match(i, j, exact=True)


def overlaps(
    gold: Sequence[Stretch], found: Sequence[Stretch], some_gold: list[int], some_found: list[int]
) -> Iterator[tuple[int, int, int]]:
    """Each pair of the indexed spans that shares characters: how many, and the two indexes."""
    starts = [(gold[i].start, 0, i, gold[i].end) for i in some_gold]
    starts += [(found[j].start, 1, j, found[j].end) for j in some_found]
    open_spans: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for start, side, index, end in sorted(starts):
        if start == end:
            continue
        other = 1 - side
        open_spans[other][:] = [(stop, k) for stop, k in open_spans[other] if stop > start]
        for stop, k in open_spans[other]:
            yield min(end, stop) - start, *((index, k) if side == 0 else (k, index))
        open_spans[side].append((end, index))
