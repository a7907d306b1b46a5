"""Candidates: runs of capitalised words cut into names, whoever bears them."""

from __future__ import annotations

from collections.abc import Iterable

from dealwire.rulers.company.candidate import Candidate, Dull
from dealwire.rulers.company.cutter import Cutter, Knife, is_plural
from dealwire.rulers.company.lexicon import JOIN, Lexicon
from dealwire.rulers.company.page import Page
from dealwire.rulers.company.runs import LEADS, PARTICLES, RunFinder

# Behind these a dull name is looked at too: `companies like Flock`; so it is behind kinds of firms: `the startup Ring`.
OPENING = frozenset(("like", "including"))


class CandidateFinder:
    """Cuts an article into candidates."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.runs = RunFinder(lexicon)
        self.knife = Knife(lexicon)
        self.opening = OPENING | {kind for kind in lexicon.kinds if JOIN not in kind}
        self.odd = PARTICLES | LEADS | lexicon.roles | lexicon.titles | lexicon.labels | lexicon.calendar

    def find(self, page: Page) -> tuple[list[Candidate], list[Dull]]:
        """The candidates in text order, and apart from them the dull ones.

        A dull one is all place, people, day, body or ordinary word, and on no list of companies: it names no firm
        unless it turns out to be short for one. Half of all runs are dull, so they are not looked at before.
        """
        candidates: list[Candidate] = []
        dull: list[Dull] = []
        lower, names_dull, known = page.lower, self.lexicon.dull, page.known
        for first, last in self.runs.find(page):
            key = lower[first] if first == last else JOIN.join(lower[first : last + 1])
            if "." in key:
                key = key.replace(".", "")
            is_dull = key in names_dull and first not in known
            if is_dull and lower[last + 1 : last + 2] != [","] and lower[first - 1] not in self.opening:
                dull.append((first, last, key))
            elif is_dull and first != last:  # an explanation may follow the comma, but there is nothing to cut
                candidates.append(Candidate(first, last, key, key, headline=first in page.in_headline))
            elif first == last and key not in self.odd and first not in page.forms:
                candidates += self._single(page, first, key)
            else:
                candidates += Cutter(self.knife, page, first, last).pieces()
        return candidates, dull

    def _single(self, page: Page, i: int, key: str) -> Iterable[Candidate]:
        """The candidate of a run of one word, by far the most frequent: nothing to cut, at most a form behind it."""
        if is_plural(page.words[i]) or page.form_behind(i) is not None:
            return Cutter(self.knife, page, i, i).pieces()
        return (Candidate(i, i, key, key, headline=i in page.in_headline, known=page.known.get(i)),)
