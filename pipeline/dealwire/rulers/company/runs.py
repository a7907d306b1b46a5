"""Runs: the stretches of words with a capital, with what may stand inside a name (`of`, `&`, hyphens, initials)."""

from __future__ import annotations

from collections.abc import Iterator

from dealwire.rulers.company.lexicon import Lexicon
from dealwire.rulers.company.page import POSSESSIVE, Page
from dealwire.tokens import OPENERS

PARTICLES = frozenset("de du van der den von la le des del della di da do dos et e y und och al el bin ter zu".split())
LINKS = PARTICLES | {"&", "-", ".", "/", "of", "for", "on", "and"}
JOINTS = LINKS.union(POSSESSIVE)
DOTTED = frozenset("bros co corp inc ltd cos st jr sr mt no intl".split())  # abbreviations inside a name
# What `and` joins to a founder's name.
FOUNDERS = frozenset("co company sons partners associates brothers holdings".split())
FIRMS = frozenset("co company corp corporation".split())
PREFIXES = frozenset("co ex no re un".split())  # `ex-Harbison boss`
LEADS = OPENERS | frozenset("so so-called yes now thus also still yet even copyright neither unlike".split())


class RunFinder:
    """Collects the runs of an article."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.heads = frozenset(lexicon.heads)
        self.bodies = lexicon.body_starts | lexicon.body_ends
        self.fields = lexicon.fields
        self.roles, self.given = lexicon.roles, lexicon.given
        self.countries = lexicon.countries

    def find(self, page: Page) -> Iterator[tuple[int, int]]:
        """First and last token of each run, left to right."""
        after = -1
        lower, gaps, known = page.lower, page.gaps, page.known
        for i in page.capitals:
            if i <= after or i not in page.is_capital:
                continue
            following = lower[i + 1] if i + 1 < len(lower) else ""
            if lower[i] in LEADS and i not in known and following != "-":
                continue  # `The`, `In`: what follows may start a run
            alone = following not in JOINTS and i + 1 not in page.is_capital and i not in known
            last = i if alone else self._grow(page, i)
            yield self._start(page, i, after) if i and gaps[i - 1] == "" else i, last
            after = last

    def _start(self, page: Page, i: int, after: int) -> int:
        """Where the run really starts: `3M` and `e-Tel` begin with what has no capital."""
        if i - 1 <= after:
            return i
        before = page.words[i - 1]
        if before.isdigit():
            return i - 1
        short = i - 2 > after and before in "-&" and page.glued(i - 2) and len(page.words[i - 2]) <= 2
        short = short and page.words[i - 2] not in PREFIXES
        return i - 2 if short and page.words[i - 2].isalnum() else i

    def _grow(self, page: Page, i: int) -> int:
        """The last token of the run that starts at token i."""
        last = known_end(page, i)
        while (following := self._following(page, last)) is not None:
            last = known_end(page, following)
        return last

    def _following(self, page: Page, last: int) -> int | None:
        """The next token of the name of which `last` is part, None where the name ends."""
        i = last + 1
        if i >= len(page.words):
            return None
        word = page.lower[i]
        if i in page.is_capital:
            ends = word == "the" or not page.flows(last) or (page.glued(last) and page.words[last].isalpha())
            return None if ends else i
        if word in POSSESSIVE:
            return i + 1 if self._garbled(page, last) else None
        if word not in LINKS or i + 1 >= len(page.words) or not page.flows(last) or not page.flows(i):
            return None
        if word == "-":
            return i + 1 if self._hyphenated(page, last) else None
        return i + 1 if i + 1 in page.is_capital and self._links(page, last, word) else None

    def _garbled(self, page: Page, last: int) -> bool:
        """Whether a country's possessive is part of a firm's name: after an article, `the Narnia's Temir Zavod JSC`."""
        if page.lower[last - 1 : last] != ["the"] or page.lower[last] not in self.countries:
            return False
        end = last + 2
        while end in page.is_capital and end not in page.forms and page.flows(end):
            end += 1
        return end > last + 2 and end in page.forms

    def _hyphenated(self, page: Page, last: int) -> bool:
        """Whether a hyphen joins two parts of a name: not `Paris-based`."""
        part = page.words[last + 2]
        return page.glued(last) and page.glued(last + 1) and (last + 2 in page.is_capital or part.isdigit())

    def _links(self, page: Page, last: int, word: str) -> bool:
        """Whether a word joins the name that ends at `last` to the capital behind it."""
        if word == "&" or word in PARTICLES:
            return True
        if word == ".":
            return page.glued(last) and (page.lower[last] in DOTTED or len(page.words[last]) == 1)
        if word == "and":
            return self._one_firm(page, last, last + 2)
        if word == "/":  # `Audio/Video Affiliates Inc`
            return page.glued(last) and page.glued(last + 1) and self._is_formed(page, last + 2)
        if page.lower[last] in self.bodies:
            return True
        if word != "of" or page.lower[last + 2] in self.given:  # `Harbison Motors of Ann Roe`
            return False
        return page.lower[last] in self.heads or page.lower[last] in FIRMS

    def _is_formed(self, page: Page, i: int) -> bool:
        """Whether the capitals from token i on end in a legal form, and are no well-known name by themselves."""
        end = i
        while end + 1 in page.is_capital and page.flows(end):
            end += 1
        return end > i and end in page.forms and i not in page.known

    def _one_firm(self, page: Page, last: int, i: int) -> bool:
        """Whether `and` stands inside one firm's name: what follows it at token i could name none by itself.

        `Harbison and Sons`, `Harbison and Co Ltd`, `Science and Technology Company`.
        """
        end = i
        while end + 1 in page.is_capital and page.flows(end):
            end += 1
        if page.lower[i] in FOUNDERS:
            return end == i or end in page.forms or page.lower[i + 1] in self.roles
        closes = page.lower[end] in self.heads or end in page.forms
        return closes and page.lower[i] in self.fields and page.lower[last] in self.fields


def known_end(page: Page, i: int) -> int:
    """The last token of the well-known name that starts at token i, else i."""
    hit = page.known.get(i)
    return hit.last if hit is not None and hit.last > i and page.flow(i, hit.last) else i
