"""Short forms that the article introduces: an acronym in brackets behind a name, a capitalised `the Accord`."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from dealwire.rulers.treaty.candidate import Candidate
from dealwire.rulers.treaty.listed import is_body, is_part
from dealwire.rulers.treaty.modifiers import is_proper
from dealwire.tokens import Tokens

ACRONYM = "treaty.acronym"
SHORT = "treaty.short-name"


def short_forms(tokens: Tokens, candidates: Sequence[Candidate], taken: Container[int]) -> list[Candidate]:
    """The short forms of these candidates, wherever they stand."""
    return [*acronyms(tokens, candidates, taken), *short_names(tokens, candidates)]


def acronyms(tokens: Tokens, candidates: Sequence[Candidate], taken: Container[int]) -> Iterator[Candidate]:
    """The acronyms of these candidates, in the brackets behind them and alone; `the TPD` needs no brackets."""
    introduced = {i: c for c in candidates if (i := bracketed(tokens, c))}
    known = {tokens.words[i]: c for i, c in reversed(introduced.items())}
    spelt = {initials(tokens, c): c for c in candidates if c.base and is_proper(tokens.words[c.head])}
    for i, word in enumerate(tokens.words if known or spelt else ()):
        if word in spelt and len(word) > 2 and tokens.lower[i - 1] == "the":
            known.setdefault(word, spelt[word])
        if word in known and i not in taken and not is_body(tokens, i) and not is_part(tokens, i):
            yield Candidate(i, i, i, i, known[word].kind, ACRONYM, named=True, introduced_by=introduced.get(i))


def bracketed(tokens: Tokens, c: Candidate) -> int | None:
    """The token of the candidate's acronym in brackets right behind it."""
    i, words = c.last + 2, tokens.words
    if i + 1 < len(words) and words[i - 1] in ("(", "[") and words[i + 1] in (")", "]", ",", ";"):
        return i if stands_for(tokens, i, c) else None
    return None


def initials(tokens: Tokens, c: Candidate) -> str:
    """The first letters of the candidate's words with a capital: `TPD` of the Technology Prosperity Deal."""
    return "".join(word[0] for word in tokens.words[c.first : c.last + 1] if is_proper(word))


def short_names(tokens: Tokens, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """`the Accord`, capitalised, in an article that names an accord: its title cut short."""
    named = {tokens.words[c.head]: c for c in candidates if c.base and c.first < c.head and is_title(tokens, c)}
    for i, word in enumerate(tokens.words if named else ()):
        if word in named and i and tokens.words[i - 1] == "the" and not goes_on(tokens, i):
            yield Candidate(i, i, i, i, named[word].kind, SHORT, named=True)


def is_title(tokens: Tokens, c: Candidate) -> bool:
    return is_proper(tokens.words[c.head]) and is_proper(tokens.words[c.head - 1])


def goes_on(tokens: Tokens, i: int) -> bool:
    """Whether a longer name starts at token i: `the Protocol Officer`, `the Treaty of Rome`."""
    after = tokens.words[i + 1] if i + 1 < len(tokens) else ""
    return after[:1].isupper() or after in ("of", "on", "for", "-")


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
