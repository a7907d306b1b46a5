"""Internal evidence: what a name's own words say, wherever it stands (McDonald 1996)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dealwire.rulers.company.candidates import Candidate
from dealwire.rulers.company.lexicon import Lexicon
from dealwire.rulers.company.page import Page

SURNAMES = ("Mc", "Mac", "O'", "O’", "D'", "D’", "De", "Di", "La", "Le", "Van")


class InternalEvidence:
    """Legal forms, business heads, the list of companies, firms' spelling."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.weights = lexicon.weights
        self.heads = lexicon.heads
        self.ordinary = lexicon.common | lexicon.nationalities
        self.common = lexicon.common - lexicon.fields

    def note(self, candidate: Candidate, page: Page) -> None:
        """Add what the candidate's words say to its evidence."""
        last = candidate.last if candidate.form is None else candidate.form - 1
        if candidate.form_rule:
            self._add(candidate, candidate.form_rule)
        if candidate.known is not None:
            self._note_known(candidate, last)
        if page.lower[last] in self.heads:
            self._note_head(candidate, page.lower, last)
        words = page.words[candidate.first : last + 1]
        if "&" in words:
            self._add(candidate, "company.ampersand")
        if any(inner_capital(word) for word in words):
            self._add(candidate, "company.inner-capital")

    def _add(self, candidate: Candidate, rule: str) -> None:
        candidate.evidence[rule] = self.weights[rule]

    def _note_known(self, candidate: Candidate, last: int) -> None:
        assert candidate.known is not None
        if candidate.known.last >= last:
            self._add(candidate, "company.known" if candidate.known.value.sure else "company.known-context")
        elif candidate.known.value.sure:
            self._add(candidate, "company.known-part")

    def _note_head(self, candidate: Candidate, lower: Sequence[str], last: int) -> None:
        for before, pattern in self.heads[lower[last]]:
            start = last - len(before)
            if start > candidate.first and tuple(lower[start:last]) == before:
                self._add(candidate, pattern.id)
                if candidate.form is None and self._names_nothing(lower[candidate.first : start]):
                    self._add(candidate, "company.common-head")
                return

    def _names_nothing(self, words: Sequence[str]) -> bool:
        """Whether the words before a business head are ordinary ones: `Working Group`, `Commercial Bank`."""
        return words[-1] in self.common or all(word in self.ordinary for word in words if word.isalpha())


def inner_capital(word: str) -> bool:
    """Whether a word has a capital after a small letter, as firms' names do and few others.

    >>> inner_capital("YouGov"), inner_capital("McKay"), inner_capital("IBM")
    (True, False, False)
    """
    if word.isupper() or word.islower() or word.istitle() or word.startswith(SURNAMES):
        return False
    return any(a.islower() and b.isupper() for a, b in pairwise(word))
