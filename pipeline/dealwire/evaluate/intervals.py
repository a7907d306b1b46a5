"""How sure a figure is: 95% intervals.

Figures over articles come from a bootstrap: articles are drawn again with replacement, because mentions of one article
stand or fall together. The draws are seeded, and numpy's `RandomState` gives the same ones in every version. Figures of
one rule come from Wilson's formula, which stays honest where a rule fired three times and was right three times
(a bootstrap would say 1 to 1).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dealwire.evaluate.counts import Ratio, Tally, Weights

SEED = 20130614
DRAWS = 1000
LEVEL = (2.5, 97.5)  # percentiles
Z = 1.959964  # the normal quantile of 95%
BLOCK = 2_000_000  # numbers held at once

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Interval:
    """From low to high."""

    low: float
    high: float


class Bootstrap:
    """Sums of counts over many draws of the articles, from which any ratio gets its interval.

    The same seed draws the same articles, so two runs over the same articles can be compared draw by draw.
    """

    def __init__(self, tallies: Sequence[Tally]) -> None:
        self.names = {name: i for i, name in enumerate(sorted({name for tally in tallies for name in tally}))}
        self.articles = len(tallies)
        counts = np.zeros((len(tallies), len(self.names)))
        for row, tally in enumerate(tallies):
            for name, count in tally.items():
                counts[row, self.names[name]] = count
        self.sums = resample(counts)

    def draws(self, ratio: Ratio) -> Floats:
        """The figure in each draw; NaN where a draw has nothing to divide by."""
        part, whole = self._weigh(ratio.part), self._weigh(ratio.whole)
        draws: Floats = np.divide(part, whole, out=np.full_like(part, np.nan), where=whole > 0)
        return draws

    def interval(self, ratio: Ratio) -> Interval | None:
        """The interval of a figure; None with fewer than two articles, or where it is not defined."""
        return percentiles(self.draws(ratio)) if self.articles > 1 else None

    def _weigh(self, weights: Weights) -> Floats:
        vector = np.zeros(len(self.names))
        for name, weight in weights.items():
            if name in self.names:
                vector[self.names[name]] = weight
        return np.asarray(self.sums @ vector, dtype=np.float64)


def resample(counts: Floats) -> Floats:
    """Column sums of `DRAWS` draws with replacement of the rows."""
    rows = len(counts)
    if rows == 0:
        return np.zeros((DRAWS, counts.shape[1]))
    random = np.random.RandomState(SEED)
    sums = []
    step = max(1, BLOCK // rows)
    for first in range(0, DRAWS, step):
        size = min(step, DRAWS - first)
        times = np.stack([np.bincount(random.randint(0, rows, rows), minlength=rows) for _ in range(size)])
        sums.append(times.astype(np.float64) @ counts)
    return np.concatenate(sums)


def percentiles(draws: Floats) -> Interval | None:
    """The interval that holds 95% of the draws."""
    known = draws[~np.isnan(draws)]
    if not len(known):
        return None
    low, high = np.percentile(known, LEVEL)
    return Interval(float(low), float(high))


def mean_draws(draws: Iterable[Floats]) -> Floats:
    """The mean over labels in each draw: a macro figure."""
    return np.asarray(np.nan_to_num(np.stack(list(draws))).mean(axis=0), dtype=np.float64)


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
