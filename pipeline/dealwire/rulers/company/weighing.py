"""Weighing: the evidence on a name is summed over the article; a firm is what reaches the threshold.

A name has one sense in an article, so what one mention shows counts for all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import log2
from operator import attrgetter

from dealwire.rulers.company.candidate import Candidate
from dealwire.tokens import Tokens

THRESHOLD = 2.0
ROOT = attrgetter("root")
SELDOM = 6  # mentions in an article
# Evidence that is the name's own.
OWN = ("company.form.", "company.head.", "company.known", "company.listed", "company.ticker")
BETWEEN = frozenset((",", "and", "or", "&", "the"))


def is_firm(candidate: Candidate) -> bool:
    """Whether the weights of all evidence on a candidate's name reach the threshold."""
    evidence = candidate.evidence
    return len(evidence) > 0 and sum(evidence.values()) >= THRESHOLD


def pool(candidates: Iterable[Candidate], weights: Mapping[str, float]) -> None:
    """Let all mentions of a name share their evidence; each kind of it counts once."""
    names: dict[str, dict[str, float]] = {}
    for candidate in candidates:
        names.setdefault(candidate.root, {}).update(candidate.evidence)
    for candidate in candidates:
        candidate.evidence = names[candidate.root]
    for root, count in Counter(map(ROOT, candidates)).items():
        if count > SELDOM:
            doubt(names[root], count, weights)


def doubt(evidence: dict[str, float], mentions: int, weights: Mapping[str, float]) -> None:
    """Ask more of a name the more often it stands in the article, where only what stands around it shows a firm.

    A firm that is named thirty times is shown to be one many times over; of anything else so frequent one sentence or
    another looks that way by chance.
    """
    if evidence and not any(rule.startswith(OWN) for rule in evidence):
        evidence["company.often"] = weights["company.often"] * log2(mentions / SELDOM)


def lift_enumerations(candidates: Sequence[Candidate], tokens: Tokens, weights: Mapping[str, float]) -> None:
    """In `A, B and C` a sure firm lifts its neighbours, and what opens the list counts for all of it."""
    pairs = [(a, b) for a, b in pairwise(candidates) if side_by_side(a, b, tokens)]
    for a, b in pairs:
        if "company.among" in a.evidence:
            b.evidence["company.among"] = weights["company.among"]
        elif is_firm(a):
            b.evidence["company.coordination"] = weights["company.coordination"]
            if a.form is not None:
                b.evidence = beside(b.evidence)
    for a, b in reversed(pairs):
        if is_firm(b):
            a.evidence["company.coordination"] = weights["company.coordination"]


def beside(evidence: dict[str, float]) -> dict[str, float]:
    """The evidence on a name beside one with a legal form: there a paper or station is the firm, elsewhere a source."""
    if "company.publication" not in evidence:
        return evidence
    return {rule: weight for rule, weight in evidence.items() if rule != "company.publication"}


def side_by_side(a: Candidate, b: Candidate, tokens: Tokens) -> bool:
    """Whether two candidates are neighbours in an enumeration."""
    return 1 < b.first - a.last <= 3 and BETWEEN.issuperset(tokens.lower[a.last + 1 : b.first])
