"""Acronyms that the article introduces, in brackets behind a name or as the initials of its words."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from dealwire.rulers.treaty.candidate import Candidate
from dealwire.rulers.treaty.listed import is_body, is_part
from dealwire.rulers.treaty.modifiers import is_proper, unit_start
from dealwire.tokens import Tokens

ACRONYM = "treaty.acronym"
REACH = 12  # tokens of `U.S.-Mexico-Canada` before an acronym


def acronyms(tokens: Tokens, candidates: Sequence[Candidate], taken: Container[int]) -> Iterator[Candidate]:
    """The acronyms of these candidates, in the brackets behind them and alone; `the TPD` needs no brackets."""
    introduced = {i: c for c in candidates if (i := bracketed(tokens, c))}
    known = {tokens.words[i]: c for i, c in reversed(introduced.items())}
    spelt = {initials(tokens, c): c for c in candidates if c.base and is_proper(tokens.words[c.head])}
    for i, word in enumerate(tokens.words if known or spelt else ()):
        if word in spelt and len(word) > 2 and tokens.lower[i - 1] == "the":
            known.setdefault(word, spelt[word])
        if word in known and i not in taken and not is_body(tokens, i) and not is_part(tokens, i):
            first = parties_start(tokens, i)
            yield Candidate(first, i, i, i, known[word].kind, ACRONYM, named=True, introduced_by=introduced.get(i))


def parties_start(tokens: Tokens, i: int) -> int:
    """The first token of the parties before the acronym at token i, i where none stand there: `the US-Japan TPD`."""
    j = i - 1
    while j > max(0, i - 3) and is_proper(tokens.words[j]) and tokens.spaced(j):
        start = unit_start(tokens, j, max(0, i - REACH))
        if start < j:
            return start if is_proper(tokens.words[start]) else i
        j -= 1
    return i


def bracketed(tokens: Tokens, c: Candidate) -> int | None:
    """The token of the candidate's acronym in brackets right behind it."""
    i, words = c.last + 2, tokens.words
    if i + 1 < len(words) and words[i - 1] in ("(", "[") and words[i + 1] in (")", "]", ",", ";"):
        return i if stands_for(tokens, i, c) else None
    return None


def initials(tokens: Tokens, c: Candidate) -> str:
    """The first letters of the candidate's words with a capital: `TPD` of the Technology Prosperity Deal."""
    return "".join(word[0] for word in tokens.words[c.first : c.last + 1] if is_proper(word))


def stands_for(tokens: Tokens, i: int, c: Candidate) -> bool:
    """Whether token i is an acronym of the candidate: capitals that occur in its words in that order.

    >>> from dealwire.tokens import tokenize
    >>> tokens = tokenize("the Trade in Goods Agreement (TIGA)")
    >>> stands_for(tokens, 6, Candidate(1, 4, 4, 4, "agreement", ""))
    True
    """
    acronym = tokens.words[i]
    if not (2 <= len(acronym) <= 10 and acronym[0].isupper() and sum(letter.isupper() for letter in acronym) >= 2):
        return False
    initials = [word[0].lower() for word in tokens.words[c.first : c.last + 1] if word[0].isalpha()]
    if acronym[0].lower() not in initials[:3]:
        return False
    letters = iter("".join(tokens.lower[c.first : c.last + 1]))
    return all(letter in letters for letter in acronym.lower().rstrip("s"))
