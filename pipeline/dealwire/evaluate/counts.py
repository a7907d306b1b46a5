"""What is counted, and every figure as a ratio of counts.

A tally counts events of one label in one article. Tallies add up over articles; ratios are derived from the sums and
never stored, so that none can go stale. The same definitions serve the figures and their bootstrap.

    gold         gold records (optional ones are never counted)
    found        found records, without those that match an optional one
    strict       pairs of the same label and span
    boundary     pairs of the same label whose spans overlap
    relabelled   pairs of the same span and another label, counted under gold's label
    crossed      pairs that overlap and differ in both
    spurious     found records without any partner
    right        strict pairs with every value right
    K scored     strict pairs whose gold states attribute K; K right: those that have it right
    K gold, K found, K shared    items of a list attribute, such as parties, of strict pairs

The views are those of SemEval-2013 task 9.1 (https://aclanthology.org/S13-2056): strict (span and label), exact (span),
partial (any overlap, half a point), type (label, with any overlap).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

Tally = Counter[str]
Weights = Mapping[str, float]


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of tallies."""
    sum_: Tally = Counter()
    for tally in tallies:
        sum_.update(tally)
    return sum_


def weigh(weights: Weights, tally: Tally) -> float:
    """The weighted sum of some counts."""
    return sum(weight * tally[name] for name, weight in weights.items())


@dataclass(frozen=True, slots=True)
class Ratio:
    """A figure: some counts over others; 0 where there is nothing to divide by.

    >>> Ratio({"strict": 1}, {"found": 1}).of(Counter(strict=3, found=4))
    0.75
    """

    part: Weights
    whole: Weights

    def of(self, tally: Tally) -> float:
        whole = weigh(self.whole, tally)
        return weigh(self.part, tally) / whole if whole else 0.0

    def defined(self, tally: Tally) -> bool:
        return weigh(self.whole, tally) > 0


@dataclass(frozen=True, slots=True)
class View:
    """Precision, recall and F1 of one notion of a hit."""

    hit: Weights
    found: Weights
    gold: Weights

    @property
    def ratios(self) -> dict[str, Ratio]:
        """p, r and f, each as one ratio."""
        twice = {name: 2 * weight for name, weight in self.hit.items()}
        both = Counter(dict(self.found))
        both.update(dict(self.gold))
        return {"p": Ratio(self.hit, self.found), "r": Ratio(self.hit, self.gold), "f": Ratio(twice, both)}

    def of(self, tally: Tally) -> dict[str, float]:
        """p, r and their harmonic mean f.

        >>> VIEWS["strict"].of(Counter(strict=3, found=4, gold=6))
        {'p': 0.75, 'r': 0.5, 'f': 0.6}
        """
        p, r = Ratio(self.hit, self.found).of(tally), Ratio(self.hit, self.gold).of(tally)
        return {"p": p, "r": r, "f": 2 * p * r / (p + r) if p + r else 0.0}


_FOUND, _GOLD = {"found": 1}, {"gold": 1}
_ACTUAL = {"strict": 1, "boundary": 1, "relabelled": 1, "crossed": 1, "spurious": 1}

VIEWS: dict[str, View] = {
    "strict": View({"strict": 1}, _FOUND, _GOLD),
    "overlap": View({"strict": 1, "boundary": 1}, _FOUND, _GOLD),
}
# SemEval files a pair under its gold label, and a found record under its own label only where it has no partner.
SEMEVAL: dict[str, View] = {
    "strict": View({"strict": 1}, _ACTUAL, _GOLD),
    "exact": View({"strict": 1, "relabelled": 1}, _ACTUAL, _GOLD),
    "partial": View({"strict": 1, "relabelled": 1, "boundary": 0.5, "crossed": 0.5}, _ACTUAL, _GOLD),
    "type": View({"strict": 1, "boundary": 1}, _ACTUAL, _GOLD),
}
CORRECT = Ratio({"right": 1}, {"strict": 1})  # of the records found with the right span and label
RECORDS = View({"right": 1}, _FOUND, _GOLD)  # span, label and every value


def attributes(tally: Tally) -> dict[str, Ratio]:
    """The share of right values for each attribute that gold states, sorted by name."""
    names = sorted(name.removesuffix(" scored") for name in tally if name.endswith(" scored"))
    return {name: Ratio({f"{name} right": 1}, {f"{name} scored": 1}) for name in names}


def lists(tally: Tally) -> dict[str, View]:
    """Partial credit for each list attribute: its items as hits."""
    names = sorted(name.removesuffix(" items gold") for name in tally if name.endswith(" items gold"))
    return {
        name: View({f"{name} items shared": 1}, {f"{name} items found": 1}, {f"{name} items gold": 1}) for name in names
    }


def figures(tally: Tally) -> Iterator[tuple[tuple[str, ...], Ratio]]:
    """Every figure that can be derived from a tally, under its path in the JSON figures."""
    for name, view in VIEWS.items():
        for key, ratio in view.ratios.items():
            yield (name, key), ratio
    for key, ratio in RECORDS.ratios.items():
        yield ("record", key), ratio
    for name, ratio in attributes(tally).items():
        yield ("attrs", name), ratio
