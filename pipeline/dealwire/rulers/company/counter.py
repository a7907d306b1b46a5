"""Counter-evidence: what says that a name is not a company's, or that a mention of it is no company acting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from dealwire.rulers.company.candidate import Candidate
from dealwire.rulers.company.lexicon import JOIN, Lexicon
from dealwire.rulers.company.page import POSSESSIVE, Page
from dealwire.rulers.company.sites import Sites
from dealwire.rulers.company.spots import NO_MODEL, in_listing, is_model, is_namesake, is_town

SERIAL = re.compile(r"[a-z]{1,2}\d{1,3}")  # the last word of `LG G6`
SHIPS = frozenset("uss hms hmas hmcs ins rms cns".split())  # before the name of a ship
RELATIVES = frozenset(("who", "whose"))
PUBLIC = frozenset(("university", "ministry", "institute"))
CENTRAL_BANKS = frozenset((("central", "bank"), ("reserve", "bank"), ("federal", "reserve")))
NAMES_SIZE = 20_000  # names judged last are remembered: the same ones fill the news


class Name(NamedTuple):
    """What a name says by itself, wherever it stands: the rules it breaks, whether its words are a body's, a person's.

    last: its last word, a person's surname.
    """

    rules: tuple[str, ...]
    last: str
    is_body: bool
    is_person: bool


class CounterEvidence:
    """Places, peoples, persons, bodies, papers, products; and the spots in a sentence where no firm stands."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.weights = lexicon.weights
        self.given = lexicon.given
        self.surnames = lexicon.surnames
        self.sites = Sites(lexicon)
        self.bodies = lexicon.organisations
        self.lands = lexicon.lands
        self.goods = lexicon.words("goods")
        self.heads = frozenset(lexicon.heads)
        self.common = lexicon.common
        self.calendar = lexicon.calendar
        self.starts, self.ends = lexicon.body_starts, lexicon.body_ends
        self.lists = (  # the first list that has the name decides
            ("company.organisation", lexicon.organisations),
            ("company.place", lexicon.places),
            ("company.nationality", lexicon.nationalities),
            ("company.publication", lexicon.publications),
            ("company.product", lexicon.products),
        )
        self._of_name = lru_cache(NAMES_SIZE)(self._judge)

    def note(self, candidate: Candidate, persons: frozenset[str]) -> None:
        """Add what speaks against the name as such."""
        name = self._of_name(candidate.key)
        for rule in name.rules:
            if rule != "company.common" or not is_listed_in_capitals(candidate):
                self._add(candidate, rule)
        if candidate.form is not None or "company.known" in candidate.evidence:
            return
        if name.is_body:
            self._add(candidate, "company.organisation-word")
        if candidate.person or (name.last in persons and not candidate.has_head):
            self._add(candidate, "company.person")
        elif name.is_person:
            self._add(candidate, "company.given-name")
        if candidate.tail:
            self._add(candidate, "company.product")

    def _add(self, candidate: Candidate, rule: str) -> None:
        candidate.evidence[rule] = self.weights[rule]

    def _judge(self, key: str) -> Name:
        words = key.split(JOIN)
        found = [rule for rule, names in self.lists if key in names][:1]
        if len(words) > 1 and words[0] in SHIPS:
            found.append("company.product")
        if len(words) > 1 and not found and SERIAL.fullmatch(words[-1]) and not NO_MODEL.fullmatch(words[-1].upper()):
            found.append("company.product")
        if len(words) == 1 and key in self.common:
            found.append("company.common")
        opens = words[0] in self.calendar and len(words[0]) > len("Sun")  # Sun Pharma is no day
        if key in self.calendar or opens:
            found.append("company.calendar")
        return Name(tuple(found), words[-1], self._is_body(words), self._is_person(words))

    def _is_body(self, words: Sequence[str]) -> bool:
        return len(words) > 1 and (
            words[0] in self.starts
            or words[-1] in self.ends
            or not PUBLIC.isdisjoint(words)
            or any(pair in CENTRAL_BANKS for pair in pairwise(words))
        )

    def _is_person(self, words: Sequence[str]) -> bool:
        if len(words) > 2 and len(words[0]) == 1:  # `J. Ann Roe`
            words = words[1:]
        if not 1 < len(words) < 5:
            return False
        if words[-1] in self.surnames:
            return words[0] in self.given or words[0] not in self.common
        return words[0] in self.given and words[-1] not in self.heads

    def persons(self, candidates: Sequence[Candidate], page: Page) -> frozenset[str]:
        """The surnames of the article's persons: behind titles, offices and given names, before ages and `who`."""
        return frozenset(self._of_name(c.key).last for c in candidates if self._names_person(c, page))

    def _names_person(self, candidate: Candidate, page: Page) -> bool:
        if candidate.form is not None or "company.known" in candidate.evidence or candidate.has_head:
            return False
        return candidate.person or self._of_name(candidate.key).is_person or is_aged(candidate, page)

    def here(self, candidate: Candidate, page: Page) -> bool:
        """Whether this mention, whatever its name, is no firm acting: a person, a model, goods, a town, a site."""
        if candidate.person or candidate.named_product or in_listing(candidate, page):
            return True
        if candidate.form is not None:
            return self._is_economy(candidate)
        if page.lower[candidate.first - 1] in POSSESSIVE and self._is_possessed(candidate, page):
            return True
        i = candidate.last + 1
        after = page.words[i] if i < len(page.words) else ""
        if after == ",":
            return is_town(candidate, page) or self.sites.is_place(candidate, page)
        if after == "-" and page.lower[i + 1 : i + 2] == ["class"]:  # `a Harbison-class ship`
            return True
        if after in self.goods or is_model(after, page, i) or is_namesake(after, page, i):
            return True
        return self.sites.is_place(candidate, page)

    def _is_possessed(self, candidate: Candidate, page: Page) -> bool:
        """Whether a name is the end of a body's: `the People's Bank of China`."""
        first = candidate.first - 2
        return first >= 0 and JOIN.join(page.lower[first : candidate.last + 1]) in self.bodies

    def _is_economy(self, candidate: Candidate) -> bool:
        """Whether a country with a legal form means all its firms: `India Inc`."""
        return candidate.root in self.lands and candidate.form == candidate.last


def is_listed_in_capitals(candidate: Candidate) -> bool:
    """Whether the list of companies has the name in capitals alone, as it is written here: `BATS`, no animals."""
    return (
        "company.known" in candidate.evidence and candidate.known is not None and candidate.known.value.name.isupper()
    )


def is_aged(candidate: Candidate, page: Page) -> bool:
    """Whether a name is followed as persons are: `Ann Roe, 45,` and `Ann Roe, who`."""
    lower, i = page.lower, candidate.last + 1
    if i >= len(lower) or lower[i] != ",":
        return i < len(lower) and lower[i] in RELATIVES
    if i + 2 >= len(lower):
        return False
    age, comma = lower[i + 1], lower[i + 2]
    return age in RELATIVES or (age.isdigit() and len(age) == 2 and comma == ",")
