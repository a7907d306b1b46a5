"""Finds company mentions: candidates → evidence → sure names → their short forms."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from dealwire.mentions import Mention
from dealwire.patterns import PatternSet
from dealwire.rulers.company.candidate import Candidate, Dull
from dealwire.rulers.company.candidates import CandidateFinder
from dealwire.rulers.company.counter import CounterEvidence
from dealwire.rulers.company.external import ExternalEvidence
from dealwire.rulers.company.internal import InternalEvidence
from dealwire.rulers.company.lexicon import Lexicon, key_of_words
from dealwire.rulers.company.names import Names
from dealwire.rulers.company.own_lists import Listed, OwnLists
from dealwire.rulers.company.page import Page
from dealwire.rulers.company.short_forms import borrowed, forms_of, lend_to_full_names, short_forms
from dealwire.rulers.company.weighing import is_firm, lift_enumerations, pool
from dealwire.tokens import Tokens


class Firm(NamedTuple):
    """What the ruler learned about a mention: the fullest name, the legal form, all evidence with its weights."""

    name: str
    legal_form: str | None
    company_id: str | None
    evidence: Mapping[str, float]


class CompanyRuler:
    """Finds named firms.

    known: whether to use the list of well-known companies; without it the evidence in the article decides alone.
    lists: the user's own lists of companies.
    """

    def __init__(self, patterns: PatternSet, known: bool = True, lists: Sequence[Path] = ()) -> None:
        self.lexicon = Lexicon(patterns, known)
        self.own = OwnLists(lists, self.lexicon.forms) if lists else None
        self.candidates = CandidateFinder(self.lexicon)
        self.internal = InternalEvidence(self.lexicon)
        self.external = ExternalEvidence(self.lexicon)
        self.counter = CounterEvidence(self.lexicon)

    def find(self, tokens: Tokens, found: Sequence[Mention]) -> list[Mention]:
        page = Page(tokens, self.lexicon)
        taken = {i for mention in found for i in range(mention.first, mention.last + 1)}
        candidates, dull = self.candidates.find(page)
        if taken:
            candidates = [c for c in candidates if taken.isdisjoint(range(c.first, c.last + 1))]
        ids = self._note_listed(candidates, page) if self.own is not None else {}
        self.weigh(candidates, page)
        lend_to_full_names(candidates, tokens, self.lexicon.weights)
        sure = [c for c in candidates if is_firm(c)]
        forms = forms_of(sure, tokens, self.lexicon)
        revived = self._revived([each for each in dull if each[0] not in taken], forms, sure, page)
        if revived:
            candidates = sorted(candidates + revived, key=lambda c: c.first)
        firm_of = short_forms(candidates, forms, page, self.lexicon.weights)
        others = borrowed(candidates, dull, forms, tokens)
        firms = [c for c in candidates if is_firm(c) and c.key not in others]
        names = Names(firms, firm_of, tokens, self.lexicon)
        return [
            mention(c, tokens, names.fullest(c.key), names.known_as(c.key, ids) if ids else None)
            for c in firms
            if not self.counter.here(c, page)
        ]

    def _revived(
        self, dull: Iterable[Dull], forms: Container[str], sure: Iterable[Candidate], page: Page
    ) -> list[Candidate]:
        """The dull names that may be a firm's after all: its short form, or its name where no other word stands so."""
        evidence = {c.key: c.evidence for c in sure}
        found = [Candidate(first, last, key, key) for first, last, key in dull if key in forms or key in evidence]
        if found:
            self.note_evidence(found, page)
        for candidate in found:
            if candidate.shown or candidate.first not in page.stops:
                candidate.evidence = evidence.get(candidate.key, candidate.evidence)
        return found

    def _note_listed(self, candidates: list[Candidate], page: Page) -> dict[str, str]:
        """Add what the user's lists know to the evidence; the ids of the companies by key."""
        assert self.own is not None
        ids: dict[str, str] = {}
        for listed in self.own.find(page):
            candidate = place(listed, candidates, page)
            if candidate is not None:
                rule = "company.listed" if listed.whole else "company.listed-part"
                candidate.evidence[rule] = self.lexicon.weights[rule]
                if listed.id:
                    ids[candidate.key] = listed.id
        candidates.sort(key=lambda c: c.first)
        return ids

    def weigh(self, candidates: list[Candidate], page: Page) -> None:
        """Note the evidence on each candidate, then share it over the article."""
        self.note_evidence(candidates, page)
        lift_enumerations(candidates, page.tokens, self.lexicon.weights)

    def note_evidence(self, candidates: list[Candidate], page: Page) -> None:
        for candidate in candidates:
            self.internal.note(candidate, page)
            self.external.note(candidate, page)
        persons = self.counter.persons(candidates, page)
        for candidate in candidates:
            self.counter.note(candidate, persons)
        pool(candidates, self.lexicon.weights)


def place(listed: Listed, candidates: list[Candidate], page: Page) -> Candidate | None:
    """The candidate of a listed name: the one that stands there, or a new one in the place of shorter ones."""
    there = [c for c in candidates if c.first <= listed.last and listed.first <= c.last]
    for candidate in there:
        # A listed name may lack the legal form, its full stop or the comma before it.
        ends = {candidate.last, candidate.last - 1}
        if candidate.form is not None:
            ends |= {candidate.form - 1, candidate.form - 2}
        if candidate.first == listed.first and listed.last in ends:
            return candidate
        if candidate.first <= listed.first and listed.last <= candidate.last:
            return None  # part of a longer name
    if not listed.whole:
        return None
    for candidate in there:
        candidates.remove(candidate)
    key = key_of_words(page.lower[listed.first : listed.last + 1])
    candidates.append(Candidate(listed.first, listed.last, key, key))
    return candidates[-1]


def mention(candidate: Candidate, tokens: Tokens, name: str, company_id: str | None) -> Mention:
    """A candidate that is a firm, with the strongest evidence as its rule."""
    strongest = max(candidate.evidence.values())
    rule = min([rule for rule, weight in candidate.evidence.items() if weight == strongest])
    form = None if candidate.form is None else tokens.slice(candidate.form, candidate.form_last)
    firm = Firm(name, form and " ".join(form.split()), company_id, candidate.evidence)
    return Mention("COMPANY", candidate.first, candidate.last, rule, firm)
