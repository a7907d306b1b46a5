"""Short forms that the article introduces: an acronym in brackets behind a name, then the acronym alone."""

from __future__ import annotations

from collections.abc import Container, Sequence

from dealwire.rulers.treaty import words as w
from dealwire.rulers.treaty.candidate import Candidate
from dealwire.rulers.treaty.modifiers import HYPHENS
from dealwire.tokens import Tokens

ACRONYM = "treaty.acronym"


def short_forms(tokens: Tokens, candidates: Sequence[Candidate], taken: Container[int]) -> list[Candidate]:
    """The acronyms of these candidates, in their brackets and wherever else they stand."""
    known: dict[str, Candidate] = {}
    introduced: dict[int, Candidate] = {}
    for c in candidates:
        i = c.last + 2
        if (
            i + 1 < len(tokens)
            and tokens.words[i - 1] in "(["
            and tokens.words[i + 1] in ")],;"
            and stands_for(tokens, i, c)
        ):
            known.setdefault(tokens.words[i], c)
            introduced[i] = c
    if not known:
        return []
    return [
        Candidate(i, i, i, i, known[word].kind, ACRONYM, named=True, introduced_by=introduced.get(i))
        for i, word in enumerate(tokens.words)
        if word in known and i not in taken and not is_body(tokens, i) and not is_part(tokens, i)
    ]


def is_body(tokens: Tokens, i: int) -> bool:
    """Whether the name at i stands for the body that runs the instrument: `GATT director-general`, `the body GATT`."""
    return (i + 1 < len(tokens) and tokens.lower[i + 1] in w.BODY_NOUNS) or (i > 0 and tokens.lower[i - 1] == "body")


ATTITUDES = w.words("anti pro post pre non pan")


def is_part(tokens: Tokens, i: int) -> bool:
    """Whether the name at i is the end of a longer hyphenated one: `ODI-CEPA`, not `anti-TPP`."""
    if i < 2 or tokens.words[i - 1] not in HYPHENS or tokens.gaps[i - 1]:
        return False
    return tokens.lower[i - 2] not in ATTITUDES


def stands_for(tokens: Tokens, i: int, c: Candidate) -> bool:
    """Whether token i is an acronym of the candidate: capitals that occur in its words in that order.

        >>> from dealwire.rulers.treaty.modifiers import HYPHENS
    from dealwire.tokens import tokenize
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
