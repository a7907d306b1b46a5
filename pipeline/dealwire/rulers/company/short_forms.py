"""Short forms: once an article has named a firm in full, its first words, initials or ticker name it too.

Mikheev, Moens and Grover (1999) call it partial matching; a name has one sense in an article.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

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
LONGEST = 16  # words of a name's beginning, letters of its initials
SMALL = frozenset("of and & the de du la le - for a's 's".split())


def short_forms(
    candidates: Sequence[Candidate], forms: Forms, page: Page, weights: Mapping[str, float]
) -> dict[str, str]:
    """The firm, by its key, that each short form in the article stands for; the evidence on the form says so too."""
    firms: dict[str, str] = {}
    # Only a firm on a list or with a legal form may share its name with a person of the article.
    strong = {c.key for c in candidates if c.form is not None or "company.known" in c.evidence}
    listed = {c.known.value.firm: c.key for c in candidates if c.known is not None and "company.known" in c.evidence}
    things = cache(lambda: {c.key for c in candidates if is_on_a_map(c, page)})  # `they took the Tube.`
    written = cache(lambda: {c.key for c in candidates if is_written(c, page)})
    small = cache(lambda: {c.key for c in candidates if not page.words[c.first].isupper()})
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
        doubts = {*overruled(rule, candidate), "company.often"}
        ordinary = firm in strong and "company.common" in candidate.evidence
        if ordinary and candidate.key in written() and candidate.key not in things():
            doubts.add("company.common")
        if rule != "company.short" and candidate.key not in small():
            doubts.add("company.calendar")  # `DEC`, where the article has no `Dec.`
        for doubt in doubts:
            candidate.evidence.pop(doubt, None)
        candidate.evidence[rule] = weights[rule]
        firms[candidate.key] = firm
    return firms


def is_written(candidate: Candidate, page: Page) -> bool:
    """Whether an ordinary word has a capital in running text, and so is a name: `they expect Jet to rise`."""
    return stands_in_text(candidate, page, candidate.key.title())


def alias(candidate: Candidate, listed: Mapping[str, str]) -> tuple[str, str] | None:
    """A name that by itself is not sure stands for the firm whose other name the article has: `HP`, Hewlett-Packard."""
    known = candidate.known
    if known is None or known.last != candidate.last or known.value.sure or known.value.firm not in listed:
        return None
    return "company.short", listed[known.value.firm]


def lend_to_full_names(candidates: Sequence[Candidate], tokens: Tokens, weights: Mapping[str, float]) -> None:
    """A firm's abbreviation in brackets shows that the name before them is the firm's: `Avions Zelvane (AZV)`."""
    told = {c.key for c in candidates if c.first == c.last and is_firm(c) and is_told(c)}
    for candidate in candidates if told else ():
        if not is_firm(candidate) and bracketed(candidate, tokens) in told:
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


def is_parent(words: list[str], n: int, lexicon: Lexicon, formed: bool) -> bool:
    """Whether the first n words are another firm, known by itself: `Google` of Google DeepMind, not of Google Inc.

    formed: the name has a legal form; without one, `HSBC India` is a branch of HSBC.
    """
    part, whole = lexicon.known.at(words[:n], 0), lexicon.known.at(words, 0)
    if part is None or part.last < n - 1 or not part.value.sure or not lexicon.heads.keys().isdisjoint(words[n:]):
        return False
    if not formed and len(words) == n + 1 and words[n] in lexicon.lands:
        return True
    return whole is not None and whole.last == len(words) - 1 and whole.value.firm != part.value.firm


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


def initials_of(candidate: Candidate, tokens: Tokens) -> set[str]:
    """`ccc` for Commodity Credit Corporation, `eos` for Electro Optics Systems Holdings Ltd."""
    letters = {
        letters[:n]
        for letters in first_letters(tokens, candidate.first, candidate.last)
        for n in range(3, min(len(letters), LONGEST) + 1)
    }
    first, joint, second = (*candidate.root.split(JOIN), "", "")[:3]
    if joint == "&" and first and second:
        letters.add(f"{first[0]} & {second[0]}")  # `H&S` for Harbison & Stead Ltd
    return letters


def first_letters(tokens: Tokens, first: int, last: int) -> tuple[str, ...]:
    """The first letters of a name of three words or more: of all, and of all but the small words."""
    words = [word for word in tokens.lower[first : last + 1] if word[0].isalnum()] if last > first + 1 else ()
    if len(words) < 3:
        return ()
    return "".join(plain(word[0]) for word in words), "".join(plain(word[0]) for word in words if word not in SMALL)


def plain(letter: str) -> str:
    """A letter without its accent.

    >>> plain("é")
    'e'
    """
    return letter if letter.isascii() else unicodedata.normalize("NFD", letter)[0]


def bracketed(candidate: Candidate, tokens: Tokens) -> str | None:
    """The abbreviation in brackets right behind a name of several words: `Compagnie Harbison (HBSN)`.

    Behind a single word it is a ticker: `Harbison (HBSN)`.
    """
    if JOIN not in candidate.root:
        return None
    i = candidate.last + 1
    inside = tokens.words[i : i + 3]
    if len(inside) < 3 or inside[0] != "(" or inside[2] != ")" or not inside[1].isalpha() or len(inside[1]) < 2:
        return None
    low = tokens.lower[i + 1]
    if plain(low[0]) != plain(candidate.root[0]):
        return None
    return low if inside[1].isupper() or (len(low) > 3 and is_drawn_from(low, candidate.root)) else None


def is_drawn_from(word: str, name: str) -> bool:
    """Whether the letters of a word occur in a name in their order: `Amro`, Amsterdam-Rotterdam Bank.

    >>> is_drawn_from("amro", "amsterdam - rotterdam bank"), is_drawn_from("austin", "amsterdam - rotterdam bank")
    (True, False)
    """
    letters = iter(name)
    return all(letter in letters for letter in word)


def symbol_behind(tokens: Tokens, i: int) -> str | None:
    """The ticker in the listing bracket that opens at token i."""
    words = tokens.words
    if i < len(words) and words[i] == ".":
        i += 1
    if i + 2 >= len(words) or words[i] not in "(<":
        return None
    if words[i] == "<":
        return tokens.lower[i + 1]
    for k in range(i + 1, min(i + 8, len(words) - 1)):
        if words[k] == ":":
            return tokens.lower[k + 1]
        if words[k] == ")":
            return None
    return None
