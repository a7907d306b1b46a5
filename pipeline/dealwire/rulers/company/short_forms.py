"""Short forms: once an article has named a firm in full, its first words, initials or ticker name it too.

Mikheev, Moens and Grover (1999) call it partial matching; a name has one sense in an article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from dealwire.rulers.company.abbreviations import (
    SMALL,
    bracketed,
    first_letters,
    initials_of,
    symbol_behind,
)
from dealwire.rulers.company.candidate import Candidate, Dull
from dealwire.rulers.company.internal import is_on_a_map, stands_in_text
from dealwire.rulers.company.lexicon import JOIN, Lexicon
from dealwire.rulers.company.page import Page
from dealwire.rulers.company.weighing import is_firm
from dealwire.tokens import Tokens

Forms = dict[str, tuple[str, str]]  # short form → the evidence that it is one, the key of the firm
HOMONYMS = ("company.place", "company.organisation", "company.publication", "company.product", "company.common")
AROUND = ("company.after.", "company.noun.", "company.before.")
EXPLAINED = (*AROUND, "company.described", "company.apposition")
OUTRIGHT = 1.8
LONGEST = 16  # words of a name's beginning


def short_forms(
    candidates: Sequence[Candidate], forms: Forms, page: Page, weights: Mapping[str, float]
) -> dict[str, str]:
    """The firm, by its key, that each short form in the article stands for; the evidence on the form says so too."""
    firms: dict[str, str] = {}
    # Only a firm on a list or with a legal form may share its name with a person of the article.
    strong = {c.key for c in candidates if c.form is not None or "company.known" in c.evidence}
    listed = {c.known.value.firm: c.key for c in candidates if c.known is not None and "company.known" in c.evidence}
    spelling = Spelling(candidates, page)
    for candidate in candidates:
        entry = forms.get(candidate.key) or (candidate.known and alias(candidate, listed))
        if entry is None or entry[1] == candidate.key:
            continue
        rule, firm = entry
        if "company.person" in candidate.evidence and JOIN not in candidate.key and firm not in strong:
            continue
        if "company.publication" in candidate.evidence and not (rule == "company.abbreviation" or is_told(candidate)):
            continue  # `CNN` is the source, also where the copyright line names the network
        if rule != "company.short" and not page.words[candidate.first].isupper():
            continue
        for doubt in doubts(rule, candidate, spelling, firm in strong):
            candidate.evidence.pop(doubt, None)
        candidate.evidence[rule] = weights[rule]
        firms[candidate.key] = firm
    return firms


class Spelling:
    """How the names of an article are written, by key; gathered once, and only where it is asked."""

    def __init__(self, candidates: Sequence[Candidate], page: Page) -> None:
        self._candidates, self._page = candidates, page
        self._on_maps: frozenset[str] | None = None
        self._in_text: frozenset[str] | None = None
        self._in_small_letters: frozenset[str] | None = None

    def _keys(self, is_so: Callable[[Candidate, Page], bool]) -> frozenset[str]:
        return frozenset([c.key for c in self._candidates if is_so(c, self._page)])

    def on_map(self, key: str) -> bool:
        """Whether a name stands where those of rivers and regions do: `they took the Tube.`"""
        if self._on_maps is None:
            self._on_maps = self._keys(is_on_a_map)
        return key in self._on_maps

    def in_text(self, key: str) -> bool:
        """Whether a name has a capital in running text, which no ordinary word has: `they expect Jet to rise`."""
        if self._in_text is None:
            self._in_text = self._keys(lambda c, page: stands_in_text(c, page, c.key.title()))
        return key in self._in_text

    def in_small_letters(self, key: str) -> bool:
        """Whether a name is not always all in capitals."""
        if self._in_small_letters is None:
            self._in_small_letters = self._keys(lambda c, page: not page.words[c.first].isupper())
        return key in self._in_small_letters


def doubts(rule: str, candidate: Candidate, spelling: Spelling, strong: bool) -> Iterator[str]:
    """What speaks against a name and no longer counts, once it is short for a firm of the article.

    strong: the firm is on a list or has a legal form, so that an ordinary word can name it.
    """
    yield from overruled(rule, candidate)
    yield "company.often"
    key, evidence = candidate.key, candidate.evidence
    if strong and "company.common" in evidence and spelling.in_text(key) and not spelling.on_map(key):
        yield "company.common"
    if "company.calendar" in evidence and rule != "company.short" and not spelling.in_small_letters(key):
        yield "company.calendar"  # `DEC`, where the article has no `Dec.`


def alias(candidate: Candidate, listed: Mapping[str, str]) -> tuple[str, str] | None:
    """A name that by itself is not sure stands for the firm whose other name the article has: `HP`, Hewlett-Packard."""
    known = candidate.known
    if known is None or known.last != candidate.last or known.value.sure or known.value.firm not in listed:
        return None
    return "company.short", listed[known.value.firm]


def lend_to_full_names(candidates: Sequence[Candidate], tokens: Tokens, weights: Mapping[str, float]) -> None:
    """A firm's abbreviation in brackets shows that the name before them is the firm's: `Avions Zelvane (AZV)`."""
    full_names = [(c, short) for c in candidates if (short := bracketed(c, tokens)) is not None and not is_firm(c)]
    told = {c.key for c in candidates if c.first == c.last and is_firm(c) and is_told(c)} if full_names else ()
    for candidate, abbreviation in full_names:
        if abbreviation in told:
            candidate.evidence["company.abbreviation"] = weights["company.abbreviation"]


def borrowed(candidates: Sequence[Candidate], dull: Iterable[Dull], forms: Forms, tokens: Tokens) -> frozenset[str]:
    """The firms' names that stand for another name in the article: `KKR` where the Kolkata Knight Riders play.

    Not where something around it says outright that it is a firm: then so is the other name.
    """
    words = tokens.words
    short = [c for c in candidates if c.first == c.last and words[c.first].isupper() and len(c.key) > 2]
    own = {c.key for c in short if is_firm(c) and forms.get(c.key, ("", c.key))[1] == c.key and not is_told(c)}
    if not own:
        return frozenset()
    others = [(c.first, c.last) for c in candidates if JOIN in c.root and not c.headline and not is_firm(c)]
    others += [(first, last) for first, last, key in dull if JOIN in key and key not in forms]
    # `British` of the British Zelvane Industry stands before what could name a firm
    others += [(first - 1, last) for first, last in others if first and tokens.words[first - 1][0].isupper()]
    return frozenset(
        letters for first, last in others for letters in first_letters(tokens, first, last) if letters in own
    )


def is_told(candidate: Candidate) -> bool:
    """Whether something around a name says outright that it is a firm's: `ATR's chief executive`, `the lender ATR`."""
    return any(weight >= OUTRIGHT and rule.startswith(EXPLAINED) for rule, weight in candidate.evidence.items())


def overruled(rule: str, candidate: Candidate) -> Iterable[str]:
    """The other things of that name that a short form is not, once the article uses it for a firm.

    The name in full says so of its abbreviation in brackets; of its beginnings and initials what stands around them:
    `Zhuhai said it` means the firm and not the city, which `at Zhuhai` leaves open.
    """
    if rule == "company.abbreviation":
        return HOMONYMS
    shown = {rule for rule in candidate.evidence if rule.startswith(AROUND)}
    told = HOMONYMS if rule == "company.short" else HOMONYMS[:1]
    return () if not shown else told[1:] if shown == {"company.before.at"} else told


def forms_of(sure: Iterable[Candidate], tokens: Tokens, lexicon: Lexicon) -> Forms:
    """The short forms of sure candidates: form → evidence and key of the firm that the article names first."""
    forms: Forms = {}
    met: set[str] = set()  # a name gives its short forms once, what stands in brackets behind it each time
    for candidate in sure:
        new = candidate.key not in met
        met.add(candidate.key)
        if new:
            note_beginnings(forms, candidate, lexicon)
            note_surname(forms, candidate, tokens, lexicon)
            note_site(forms, candidate, tokens, lexicon)
        if (abbreviation := bracketed(candidate, tokens)) is not None:
            written = tokens.words[candidate.last + 2].isupper()
            stand_for(forms, abbreviation, "company.abbreviation" if written else "company.short", candidate.key)
        for initials in initials_of(candidate, tokens) if new else ():
            stand_for(forms, initials, "company.initials", candidate.key)
        if (symbol := symbol_behind(tokens, candidate.last + 1)) is not None:
            stand_for(forms, symbol, "company.symbol", candidate.key)
    return forms


def stand_for(forms: Forms, form: str, rule: str, firm: str) -> None:
    """Add a short form of a firm, unless another has it; `IBM` by itself is nobody else's."""
    if form not in forms or forms[form][1] == form:
        forms[form] = (rule, firm)


def note_beginnings(forms: Forms, candidate: Candidate, lexicon: Lexicon) -> None:
    """Add the first words of a name, those that can stand for it."""
    words = candidate.root.split(JOIN)
    formed = candidate.form is not None
    for n in range(min(len(words) - (not formed), LONGEST), 0, -1):
        if words[n : n + 1] == ["/"]:
            continue  # `San` of San/Bar Corp
        if n == len(words) or (able(words[:n], lexicon, formed) and not is_parent(words, n, lexicon, formed)):
            forms.setdefault(JOIN.join(words[:n]), ("company.short", candidate.key))
    if formed and candidate.form_last < candidate.last:  # `Harbison Corp` of Harbison Corp of Peru
        whole = candidate.key.split(JOIN)
        forms.setdefault(JOIN.join(whole[: len(words) + 1]), ("company.short", candidate.key))


def note_surname(forms: Forms, candidate: Candidate, tokens: Tokens, lexicon: Lexicon) -> None:
    """Add the founder's name without its initials: `Harbison` for J.P. Harbison & Co."""
    initials, name = (*candidate.root.split(JOIN), "")[:2]
    if "." not in tokens.words[candidate.first] or not name or initials in lexicon.places or name in lexicon.heads:
        return
    if able([name], lexicon, formed=True):
        forms.setdefault(name, ("company.short", candidate.key))


def note_site(forms: Forms, candidate: Candidate, tokens: Tokens, lexicon: Lexicon) -> None:
    """Add the name of a firm that is named as its site is: `Harbison` for Harbison.com Inc."""
    site = tokens.lower[candidate.first]
    name = site.removesuffix(".com")
    if name != site and able([name], lexicon, formed=True):
        forms.setdefault(name, ("company.short", candidate.key))


def is_parent(words: list[str], n: int, lexicon: Lexicon, formed: bool) -> bool:
    """Whether the first n words are another firm, known by itself: `Google` of Google DeepMind, not of Google Inc.

    formed: the name has a legal form; without one, `HSBC India` is a branch of HSBC.
    """
    part, whole = lexicon.known.at(words[:n], 0), lexicon.known.at(words, 0)
    if part is None or part.last < n - 1 or not part.value.sure or not lexicon.heads.keys().isdisjoint(words[n:]):
        return False
    if not formed and len(words) == n + 1 and words[n] in lexicon.lands:
        return True
    if whole is not None and whole.last == len(words) - 1:
        return whole.value.firm != part.value.firm
    ordinary = (SMALL, lexicon.fields, lexicon.lands)
    return not all(any(word in each for each in ordinary) for word in words[n:])  # `PwC Zhong Tian LLP` is not PwC


def able(words: list[str], lexicon: Lexicon, formed: bool) -> bool:
    """Whether the first words of a firm's name can stand for it: not `First`, `Bank of`, `American`.

    formed: the name has a legal form, so that two ordinary words of it can too: `State Mutual`.
    """
    if words[-1] in SMALL:
        return False
    if len(words) > 1:
        return formed or any(word not in lexicon.common for word in words)
    word = words[0]
    return (
        len(word) > 1
        and word not in lexicon.fields
        and word not in lexicon.nationalities
        and word not in lexicon.titles
        and word not in lexicon.countries
    )
