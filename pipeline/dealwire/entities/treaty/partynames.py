"""Names of parties in running text: `French President Emmanuel Macron`, `Samruk-Kazyna JSC`, `A, B and C`.

Titles, articles, nationalities before a title, and descriptions (`its Japanese rival`) are read over; a name that only
modifies a noun (`US officials`, `Swiss banks`) is none.
"""

from __future__ import annotations

from typing import NamedTuple

from dealwire.entities.treaty.polities import adjectives, polities
from dealwire.rulers.treaty import vocabulary as vocab
from dealwire.rulers.treaty import words as w
from dealwire.rulers.treaty.modifiers import is_acronym, is_proper, is_word, looks_like_no_modifier, unit_end
from dealwire.tokens import Tokens

LONGEST = 9  # tokens of a name
LISTED = 14  # names of a list
TITLES = w.words(
    "president prime minister premier chancellor king queen prince princess emperor sultan emir sheikh pope",
    "general foreign defence defense finance trade interior economy energy agriculture secretary state treasury",
    "ambassador envoy mr mrs ms dr sir lord lady senator sen governor gov mayor pm chairman chief executive ceo",
    "director colonel admiral marshal professor prof vice deputy commerce minister's leader chairwoman presidents",
    "ministers excellency then-president ex-president vice-president counterpart colleague opposite number",
    "commissioner commander mp",
)
DETERMINERS = w.ARTICLES | {"its", "his", "her", "their", "both", "fellow"}
DATES = w.MONTHS | w.DAYS
DESCRIBING = w.words("based owned led backed listed controlled born")
POSSESSIVES = ("'s", "’s", "'", "’")


class PartyName(NamedTuple):
    """A party as written, and the token after it."""

    text: str
    after: int


class PartyReader:
    """Reads names at a place in a text; `companies` holds the last token of each company by its first."""

    def __init__(self, tokens: Tokens, companies: dict[int, int]) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.lower = tokens.lower
        self.companies = companies

    def names(self, i: int, limit: int) -> tuple[list[str], int]:
        """The list of names that starts at token i (`A`, `A and B`, `A, B and C`), and the token after it."""
        found: list[str] = []
        after = i
        while i < limit and len(found) < LISTED and (name := self.name(i, limit)):
            if len(found) == 1 and i - after == 2 and self.governs(name.after, limit):
                break  # `with Chile, and Peru said`
            found.append(name.text)
            after = name.after
            separator = self.separator(after, limit)
            if not separator:
                break
            i = after + separator
        if len(found) == 1 and found[0].lower() in adjectives():  # `the British and Philippine governments`
            return [], after
        return found, after

    def governs(self, i: int, limit: int) -> bool:
        """Whether token i is a verb, so that the name before it is the subject of a clause of its own."""
        return i < limit and (self.lower[i] in w.VERBS or self.lower[i] in w.AUXILIARIES)

    def separator(self, i: int, limit: int) -> int:
        """How many tokens at i join two names: `,`, `and`, `, and`."""
        if i >= limit:
            return 0
        if self.lower[i] in ("and", "&", "plus"):
            return 1
        if self.lower[i] == ",":
            return 2 if i + 1 < limit and self.lower[i + 1] in ("and", "&") else 1
        return 0

    def name(self, i: int, limit: int) -> PartyName | None:
        """The party named at token i, None where none is."""
        if i < limit and i in self.companies:
            return self.finished(i, self.companies[i], limit)
        i = self.introduction_end(i, limit)
        if i >= limit or not (i in self.companies or is_proper(self.words[i])) or self.is_no_name(i):
            return None
        last = self.companies[i] if i in self.companies else max(self.run_end(i, limit), self.known_end(i, limit))
        after = last + 1
        if after < limit and self.lower[after] in POSSESSIVES:  # `Kazakhstan's Samruk`, not `Kazakhstan's ministry`
            return self.name(after + 1, limit) if after + 1 < limit and is_proper(self.words[after + 1]) else None
        if i == last and self.lower[i] in TITLES:
            return None
        if self.lower[last] in DATES or (self.modifies(after, limit) and not self.closes_pair(i, last)):
            return self.described(i, after, limit)
        return self.finished(i, last, limit)

    def is_no_name(self, i: int) -> bool:
        lower = self.lower[i]
        if is_acronym(self.words[i]):
            return False
        return lower in w.CLOSED or lower in DATES or lower in vocab.HEAD_NOUNS

    def introduction_end(self, i: int, limit: int) -> int:
        """The first token behind articles, nationalities before a title, and titles."""
        while i < limit and self.lower[i] in DETERMINERS:
            i += 1
        if i in self.companies:
            return i
        stop = unit_end(self.tokens, i, limit) if i < limit else i
        j = i = stop + 1 if stop > i and self.lower[stop] in DESCRIBING else i  # `Tokyo-based`
        if j + 1 < limit and self.lower[j] in polities() and self.lower[j + 1] in TITLES:
            j += 1
        if (
            j + 2 < limit
            and self.lower[j + 1] in POSSESSIVES
            and self.lower[j + 2] in TITLES
            and is_proper(self.words[j])
        ):
            j += 2
        titled = j
        while titled < limit and (self.lower[titled] in TITLES or (titled > j and self.words[titled] in (".", "of"))):
            titled += 1
        return titled if titled > j and titled < limit and is_proper(self.words[titled]) else i

    def known_end(self, i: int, limit: int) -> int:
        """The last token of the longest known name at token i: `People's Bank of China`; i where there is none."""
        if i + 1 < limit and self.lower[i + 1] not in POSSESSIVES:
            return i
        stops = range(min(i + LONGEST, limit) - 1, i, -1)
        return next((stop for stop in stops if self.tokens.slice(i, stop).lower() in polities()), i)

    def run_end(self, i: int, limit: int) -> int:
        """The last token of the capitalised name that starts at i."""
        last = unit_end(self.tokens, i, limit)
        while last + 1 < limit and last - i < LONGEST:
            j = last + 1
            if self.words[j] == "." and len(self.words[last]) == 1 and j + 1 < limit:  # `Ann J. Roe`
                j += 1
            if self.lower[j] in ("of", "for") and j + 1 < limit and self.is_organisation(i, last):
                j += 1 + (self.lower[j + 1] == "the")
            if j >= limit or not is_proper(self.words[j]) or self.is_no_name(j) or self.lower[j] in w.VERBS:
                break
            last = unit_end(self.tokens, j, limit)
        return last

    def is_organisation(self, first: int, last: int) -> bool:
        return any(word in ORGANISATION_NOUNS for word in self.lower[first : last + 1])

    def modifies(self, i: int, limit: int) -> bool:
        """Whether the name before token i only modifies the noun there."""
        if i >= limit or not is_word(self.words[i]) or self.words[i][0].isdigit():
            return False
        lower = self.lower[i]
        if lower in w.CLOSED or lower in w.VERBS or lower in w.TIME_NOUNS or is_proper(self.words[i]):
            return False
        return not ((lower.endswith(("ed", "ly", "ing")) and looks_like_no_modifier(lower)) or lower.endswith("ing"))

    def closes_pair(self, first: int, last: int) -> bool:
        """Whether a country ends `between A and B`, whatever follows: `between Rome and Cairo collapse`."""
        name = self.tokens.slice(first, last).lower()
        return (
            first >= 3
            and self.lower[first - 1] == "and"
            and "between" in self.lower[first - 5 : first]
            and (name in polities() and name not in adjectives())
        )

    def described(self, first: int, i: int, limit: int) -> PartyName | None:
        """The name behind a nationality and a description: `Japanese rival Nissan Motor`."""
        if self.tokens.slice(first, i - 1).lower() not in polities():
            return None
        for j in range(i, min(i + 4, limit)):
            if j in self.companies or is_proper(self.words[j]):
                return self.name(j, limit)
            if not is_word(self.words[j]) or self.lower[j] in w.CLOSED or self.lower[j] in w.VERBS:
                return None
        return None

    def finished(self, first: int, last: int, limit: int) -> PartyName:
        """The name without what hangs on it: an abbreviation in brackets, a ticker."""
        after = last + 1
        if after + 2 < limit and self.words[after] in "(<[" and self.words[after + 2] in ")>]":
            after += 3
        if after + 1 < limit and self.lower[after] == "of" and self.lower[after + 1] in polities():
            after += 2  # `Ruto of Kenya`
        return PartyName(" ".join(self.tokens.slice(first, last).split()), after)


ORGANISATION_NOUNS = w.words(
    "bank government republic kingdom ministry union organisation organization association league council",
    "commission federation community department university fund agency authority emirates states office company",
    "corporation institute bureau conference movement front army",
)
