"""Names: which mentions are of one firm, and its fullest name in the article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from dealwire.rulers.company.abbreviations import is_drawn_from
from dealwire.rulers.company.candidate import Candidate
from dealwire.rulers.company.lexicon import JOIN, Lexicon
from dealwire.tokens import Tokens

# Legal forms as they are abbreviated, and in full.
SPELT_OUT = {"ltd": "limited", "corp": "corporation", "inc": "incorporated", "co": "company", "bhd": "berhad"}


class Names:
    """The firms of an article by the keys of their mentions.

    short: the firm, by its key, that each short form stands for.
    """

    def __init__(self, firms: Sequence[Candidate], short: Mapping[str, str], tokens: Tokens, lexicon: Lexicon) -> None:
        self._spelt = spelt(firms, tokens)
        self._longer = containing(self._spelt, lexicon) | dict(short) | of_one_firm(firms, self._spelt, tokens)
        self._longer |= respelt(self._spelt) | in_brackets(firms, self._spelt, tokens)

    def firm(self, key: str) -> str:
        """The key of the fullest name of a firm."""
        longer = self._longer.get(key, key)
        return self._longer.get(longer, longer)  # `Harbison`, Harbison Tokyo, Harbison Tokyo Group

    def known_as(self, key: str, ids: Mapping[str, str]) -> str | None:
        """What the firm of a mention, or its fullest name, is filed under."""
        return ids.get(key) or ids.get(self.firm(key))

    def fullest(self, key: str) -> str:
        """The fullest name of a firm as the article writes it."""
        return self._spelt.get(self.firm(key), key)


def spelt(candidates: Sequence[Candidate], tokens: Tokens) -> dict[str, str]:
    """The longest spelling of each name by its key, on one line; not all in capitals, and headlines in want of text."""
    names: dict[str, str] = {}
    for candidate in sorted(candidates, key=lambda c: (c.headline, tokens.words[c.first].isupper())):
        text = " ".join(tokens.slice(candidate.first, candidate.last).split())
        before = names.get(candidate.key, "")
        better = len(text) > len(before) or (len(text) == len(before) and is_listed(candidate, text))
        if better and not (candidate.headline and before):
            names[candidate.key] = text
    return names


def is_listed(candidate: Candidate, text: str) -> bool:
    """Whether the list of companies spells a name so: `eBay`, not `Ebay`."""
    return candidate.known is not None and candidate.known.value.name == text


def containing(names: Iterable[str], lexicon: Lexicon) -> dict[str, str]:
    """The firm that a telling word inside its name stands for: `Harbison` for Compagnie Harbison de Gaz.

    Both by key; a word in the names of several firms stands for none.
    """
    found: dict[str, set[str]] = {}
    for key in names:
        for word in key.split(JOIN)[1:]:
            if word in names and is_telling(word, lexicon):
                found.setdefault(word, set()).add(key)
    return {word: keys.pop() for word, keys in found.items() if len(keys) == 1}


def is_telling(word: str, lexicon: Lexicon) -> bool:
    """Whether a word inside a firm's name can stand for it: no other firm of the list, as `Suzuki` of Maruti Suzuki."""
    return word not in lexicon.common and word not in lexicon.countries and lexicon.known.at([word], 0) is None


def of_one_firm(firms: Iterable[Candidate], names: Mapping[str, str], tokens: Tokens) -> dict[str, str]:
    """The fullest name in the article of a firm that the list has under several: `GE`, General Electric Co.

    Both by key. Only what is part of the fullest name or its initials: firms that merged are on one line of the list.
    """
    roots: dict[str, dict[str, str]] = {}  # firm of the list → key → root
    for c in firms:
        if (firm := listed_firm(c, tokens)) is not None:
            roots.setdefault(firm, {})[c.key] = c.root
    found: dict[str, str] = {}
    for keys in roots.values():
        full = max(sorted(keys), key=lambda key: len(names[key]))
        for key, root in keys.items():
            is_other = root == keys[full] and root != key  # another legal form: Harbison Inc, Harbison GmbH
            if key != full and not is_other and (is_within(root, keys[full]) or is_drawn_from(root, full)):
                found[key] = full
    return found


def in_brackets(firms: Sequence[Candidate], names: Mapping[str, str], tokens: Tokens) -> dict[str, str]:
    """The fuller of two names of a firm, one in brackets behind the other: `World Wrestling Entertainment (WWE)`.

    Both by key; only where the list has both as one firm's.
    """
    found: dict[str, str] = {}
    for a, b in pairwise(firms):
        if b.first == a.last + 2 and tokens.words[b.first - 1] == "(" and (firm := listed_firm(a, tokens)) is not None:
            short, full = sorted((a.key, b.key), key=lambda key: len(names[key]))
            if short != full and listed_firm(b, tokens) == firm:
                found[short] = full
    return found


def listed_firm(candidate: Candidate, tokens: Tokens) -> str | None:
    """The firm of the list whose name is all of the candidate's but its legal form."""
    known = candidate.known
    last = candidate.last if candidate.form is None else candidate.form - 1
    ends = (candidate.last, last - (tokens.words[last] == ","))
    return known.value.firm if known is not None and known.last in ends else None


def respelt(names: Mapping[str, str]) -> dict[str, str]:
    """The longest of the spellings of one name: `TimeWarner` and `Time Warner`, `Harbison Ltd` and `Harbison Limited`.

    Both by key.
    """
    alike: dict[str, list[str]] = {}
    for key in names:
        alike.setdefault("".join(SPELT_OUT.get(word, word) for word in key.split(JOIN) if word != "-"), []).append(key)
    groups = [(max(keys, key=lambda key: len(names[key])), keys) for keys in alike.values() if len(keys) > 1]
    return {key: full for full, keys in groups for key in keys if key != full}


def is_within(short: str, full: str) -> bool:
    """Whether a name is part of a longer one or its initials.

    >>> is_within("harbison & marsh", "harbison and marsh group"), is_within("h & m", "harbison and marsh")
    (True, True)
    """
    words, parts = full.replace("&", "and").split(JOIN), short.replace("&", "and").split(JOIN)
    initials = [word[0] for word in words if word != "and"]
    return {*words}.issuperset(parts) or [*short.replace("&", "").replace(JOIN, "")] == initials
