"""Abbreviations: initials, words drawn from a name's letters, tickers."""

from __future__ import annotations

import unicodedata

from dealwire.rulers.company.candidate import Candidate
from dealwire.rulers.company.lexicon import JOIN
from dealwire.tokens import Tokens

LONGEST = 16  # letters
SMALL = frozenset("of and & the de del der des di do du e et la le und y - for a's 's".split())


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
