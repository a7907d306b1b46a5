"""Internal evidence: what a name's own words say, wherever it stands (McDonald 1996)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dealwire.rulers.company.candidate import Candidate
from dealwire.rulers.company.lexicon import CAPITAL, Lexicon
from dealwire.rulers.company.page import Page

ARTICLES = frozenset(("the", "a", "an"))
ON_A_MAP = frozenset(
    """basin county delta fires forest forests island jungle rainforest rainforests region river valley""".split()
)
BEHIND_PLACE = frozenset(
    ". , ; : ) and or but is was are were has have will would to in for as that which by from with".split()
)
SURNAMES = ("Mc", "Mac", "O'", "O’", "D'", "D’", "De", "Di", "La", "Le", "Van")


class InternalEvidence:
    """Legal forms, business heads, the list of companies, firms' spelling."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.weights = lexicon.weights
        self.heads = lexicon.heads
        self.ordinary = lexicon.common | lexicon.nationalities
        self.common = lexicon.common - lexicon.fields
        self.lands = lexicon.lands

    def note(self, candidate: Candidate, page: Page) -> None:
        """Add what the candidate's words say to its evidence."""
        last = candidate.last if candidate.form is None else candidate.form - 1
        if candidate.form_rule:
            self._add(candidate, candidate.form_rule)
        if candidate.known is not None:
            self._note_known(candidate, last, page)
        if page.lower[last] in self.heads:
            self._note_head(candidate, page.lower, last)
        words = page.words[candidate.first : last + 1]
        if "&" in words:
            self._add(candidate, "company.ampersand")
        if page.lower[last].endswith(".com"):
            self._add(candidate, "company.site")
        for word in words:
            if not word.istitle() and inner_capital(word):
                self._add(candidate, "company.inner-capital")

    def _add(self, candidate: Candidate, rule: str) -> None:
        candidate.evidence[rule] = self.weights[rule]

    def _note_known(self, candidate: Candidate, last: int, page: Page) -> None:
        assert candidate.known is not None
        known = candidate.known.value
        branch = candidate.known.last == last - 1 and page.lower[last] in self.lands  # `Starbucks China`
        if candidate.known.last < last and not branch:
            if known.sure:
                self._add(candidate, "company.known-part")
        elif known.sure:
            self._add(candidate, "company.known")
        else:
            self._add(candidate, "company.known-context")
            if known.needs == CAPITAL and is_on_a_map(candidate, page):
                self._add(candidate, "company.place")
            elif known.needs == CAPITAL and not candidate.headline and stands_in_text(candidate, page, known.name):
                self._add(candidate, "company.known-capital")

    def _note_head(self, candidate: Candidate, lower: Sequence[str], last: int) -> None:
        for before, pattern in self.heads[lower[last]]:
            start = last - len(before)
            if start > candidate.first and tuple(lower[start:last]) == before:
                self._add(candidate, pattern.id)
                candidate.has_head = True
                listed = candidate.known is not None and candidate.known.value.sure
                if candidate.form is None and not listed and self._names_nothing(lower[candidate.first : start]):
                    self._add(candidate, "company.common-head")
                return

    def _names_nothing(self, words: Sequence[str]) -> bool:
        """Whether the words before a business head are ordinary ones: `Working Group`, `Commercial Bank`."""
        return words[-1] in self.common or self.ordinary.issuperset([word for word in words if word.isalpha()])


def is_on_a_map(candidate: Candidate, page: Page) -> bool:
    """Whether a name is used as that of a river or region: `in the Amazon.`, `Amazon basin`, not `the Amazon deal`."""
    after = page.lower[candidate.last + 1] if candidate.last + 1 < len(page.lower) else "."
    if after in ON_A_MAP:
        return True
    return page.lower[candidate.first - 1 : candidate.first] == ["the"] and after in BEHIND_PLACE


def stands_in_text(candidate: Candidate, page: Page, name: str) -> bool:
    """Whether a name is written as it should be where no other word would have a capital.

    Not at the start of a sentence, in brackets or behind an article.
    """
    i = candidate.first
    if i in page.stops or page.tokens.slice(i, candidate.last) != name:
        return False
    before = page.lower[i - 1]
    return (before[-1].isalpha() and before not in ARTICLES) or before in (",", "’s", "'s")


def inner_capital(word: str) -> bool:
    """Whether a word has a capital after a small letter, as firms' names do and few others.

    >>> inner_capital("YouGov"), inner_capital("McKay"), inner_capital("IBM")
    (True, False, False)
    """
    if word.isupper() or word.islower() or word.istitle() or word.startswith(SURNAMES):
        return False
    return any(a.islower() and b.isupper() for a, b in pairwise(word))
