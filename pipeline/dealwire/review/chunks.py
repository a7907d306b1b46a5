"""A long text in pieces that a browser can lay out one after another, none of them cut within a record."""

from __future__ import annotations

from collections.abc import Sequence

SIZE = 12_000  # code points; about three screens of text


def chunks(text: str, spans: Sequence[tuple[int, int]], size: int = SIZE) -> list[tuple[int, int]]:
    r"""Pieces that together are the text, cut after a line's end where there is one in reach, never within a span.

    >>> chunks("one two\nthree four\nfive", [(8, 18)], size=9)
    [(0, 8), (8, 18), (18, 23)]
    """
    pieces, start, at = [], 0, 0
    spans = sorted(spans)
    while start < len(text):
        end = _cut(text, start, min(start + size, len(text)))
        while at < len(spans) and spans[at][0] < end:
            end = max(end, spans[at][1])
            at += 1
        pieces.append((start, end))
        start = end
    return pieces


def _cut(text: str, start: int, end: int) -> int:
    """The last good place to cut before `end`: after a line, else after a space, else right there."""
    if end == len(text):
        return end
    for mark in ("\n", " "):
        if (found := text.rfind(mark, start + 1, end)) > 0:
            return found + 1
    return end
