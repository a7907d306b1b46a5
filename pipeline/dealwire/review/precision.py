"""How precise a run is so far, with an interval that knows records of one article resemble each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

Z = 1.959964  # two-sided 95%


@dataclass(frozen=True, slots=True)
class Precision:
    """Right among decided records, with its 95% interval."""

    right: int
    decided: int
    low: float
    high: float

    @property
    def value(self) -> float | None:
        return self.right / self.decided if self.decided else None


def precision(counts: Sequence[tuple[int, int]]) -> Precision:
    """Precision over articles given as (right, decided).

    Wilson's interval (https://doi.org/10.2307/2276774) at the effective number of records: articles are the sampled
    unit, so their spread around the ratio (Cochran, Sampling Techniques, 6.3) gives the variance, not that of a coin.

    >>> p = precision([(9, 10), (10, 10), (5, 10)])
    >>> p.value, round(p.low, 2), round(p.high, 2)
    (0.8, 0.43, 0.96)
    """
    right, decided = sum(r for r, _ in counts), sum(d for _, d in counts)
    if not decided:
        return Precision(0, 0, 0.0, 1.0)
    low, high = wilson(right / decided, _effective(counts, right / decided, decided))
    return Precision(right, decided, low, high)


def _effective(counts: Sequence[tuple[int, int]], p: float, decided: int) -> float:
    """How many independent records would tell as much; never more than there are."""
    articles = sum(1 for _, d in counts if d)
    spread = sum((r - p * d) ** 2 for r, d in counts)
    if articles < 2 or not spread:
        return decided
    variance = articles / (articles - 1) * spread / decided**2
    return min(decided, p * (1 - p) / variance)


def wilson(p: float, n: float) -> tuple[float, float]:
    """The score interval of a proportion.

    >>> [round(edge, 3) for edge in wilson(1.0, 10)]
    [0.722, 1.0]
    """
    centre, square = p + Z * Z / (2 * n), Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    return max(0.0, (centre - square) / (1 + Z * Z / n)), min(1.0, (centre + square) / (1 + Z * Z / n))
