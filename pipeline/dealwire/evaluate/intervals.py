"""How sure a figure is: 95% intervals.

Figures over articles come from a bootstrap: articles are drawn again with replacement, because mentions of one article
stand or fall together. The draws are seeded, and numpy's `RandomState` gives the same ones in every version. Figures of
one rule come from Wilson's formula, which stays honest where a rule fired three times and was right three times
(a bootstrap would say 1 to 1).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dealwire.evaluate.counts import Ratio, Tally, Weights

SEED = 20130614
DRAWS = 1000
LEVEL = (2.5, 97.5)  # percentiles
Z = 1.959964  # the normal quantile of 95%
BUNDLES = 2000  # beyond so many articles they are drawn in bundles, which vary in sum as much as their articles do

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Interval:
    """From low to high."""

    low: float
    high: float


class Bootstrap:
    """Sums of counts over many draws of the articles, from which any ratio gets its interval.

    An article is its tallies by label. All figures, and two runs over the same articles, see the same draws; so
    figures can be averaged or subtracted draw by draw.
    """

    def __init__(self, articles: Sequence[Mapping[str, Tally]]) -> None:
        self.articles = len(articles)
        columns = {(label, name) for article in articles for label, tally in article.items() for name in tally}
        self.columns = {column: i for i, column in enumerate(sorted(columns))}
        counts = np.zeros((min(len(articles), BUNDLES), len(self.columns)))
        for number, article in enumerate(articles):
            row = number % BUNDLES
            for label, tally in article.items():
                for name, count in tally.items():
                    counts[row, self.columns[label, name]] += count
        self.sums = resample(counts)

    def draws(self, ratio: Ratio, labels: Iterable[str]) -> Floats:
        """The figure over some labels in each draw; NaN where a draw has nothing to divide by."""
        labels = list(labels)
        part, whole = self._weigh(ratio.part, labels), self._weigh(ratio.whole, labels)
        draws: Floats = np.divide(part, whole, out=np.full_like(part, np.nan), where=whole > 0)
        return draws

    def interval(self, ratio: Ratio, labels: Iterable[str]) -> Interval | None:
        """The interval of a figure; None with fewer than two articles, or where it is not defined."""
        return self.percentiles(self.draws(ratio, labels))

    def macro(self, ratio: Ratio, labels: Iterable[str]) -> Floats:
        """The mean over labels in each draw; a label that is not defined in one counts as 0, as in the figure."""
        by_label = np.stack([self.draws(ratio, [label]) for label in labels])
        return np.asarray(np.nan_to_num(by_label).mean(axis=0), dtype=np.float64)

    def percentiles(self, draws: Floats) -> Interval | None:
        """The interval that holds 95% of the draws."""
        known = draws[~np.isnan(draws)]
        if self.articles < 2 or not len(known):
            return None
        low, high = np.percentile(known, LEVEL)
        return Interval(float(low), float(high))

    def _weigh(self, weights: Weights, labels: list[str]) -> Floats:
        total = np.zeros(len(self.sums))
        for label in labels:
            for name, weight in weights.items():
                column = self.columns.get((label, name))
                if column is not None:
                    total += weight * self.sums[:, column]
        return total


def resample(counts: Floats) -> Floats:
    """Column sums of `DRAWS` draws with replacement of the rows."""
    rows = len(counts)
    if rows == 0:
        return np.zeros((DRAWS, counts.shape[1]))
    random = np.random.RandomState(SEED)
    times = [np.bincount(random.randint(0, rows, rows), minlength=rows) for _ in range(DRAWS)]
    return np.asarray(np.array(times, dtype=np.float64) @ counts, dtype=np.float64)


def wilson(right: int, count: int) -> Interval:
    """Wilson's score interval of a proportion (https://doi.org/10.1080/01621459.1927.10502953).

    >>> wilson(3, 3)
    Interval(low=0.4385, high=1.0)
    """
    if not count:
        return Interval(0.0, 1.0)
    share, spread = right / count, Z * Z / count
    middle = share + spread / 2
    reach = Z * math.sqrt(share * (1 - share) / count + spread / (4 * count))
    return Interval(*(round(min(1.0, max(0.0, (middle + side * reach) / (1 + spread))), 4) for side in (-1, 1)))
