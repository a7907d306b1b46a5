"""Names of the list that have no head noun: NAFTA, New START, Rome Statute. Which of them are meant here.

Capitals of three or four letters stand for many things, and the name of an instrument for the body that runs it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from dealwire.rulers.treaty import vocabulary as vocab
from dealwire.rulers.treaty import words as w
from dealwire.rulers.treaty.candidate import Candidate
from dealwire.rulers.treaty.modifiers import HYPHENS, is_year
from dealwire.rulers.treaty.names import Named
from dealwire.tokens import Tokens

LISTED = "treaty.named"
SUPPORT = w.words("treaty treaties pact trade tariffs")
INSTRUMENT_NOUNS = vocab.HEAD_NOUNS | w.words(
    "partnership area covenant arrangement plan action economic framework statute"
)
ATTITUDES = w.words("anti pro post pre non pan")


def listed(tokens: Tokens, names: list[tuple[int, int, Named]]) -> Iterator[Candidate]:
    """The names that stand for an instrument; a year before one belongs to it."""
    foreign = introduced_otherwise(tokens) if any(first == last for first, last, _ in names) else ()
    for first, last, named in names:
        if first == last and is_other(tokens, first, foreign, named):
            continue
        dated = first > 0 and is_year(tokens.words[first - 1]) and tokens.spaced(first - 1)
        yield Candidate(first - dated, last, first, last, named.kind, LISTED, named=True)


def is_other(tokens: Tokens, i: int, foreign: Container[str], named: Named) -> bool:
    """Whether an acronym stands for the body that runs the instrument, or for something else of that name."""
    if is_part(tokens, i) or is_body(tokens, i):
        return True
    return tokens.words[i] in foreign or not is_supported(tokens, i, named)


def is_body(tokens: Tokens, i: int) -> bool:
    """Whether the name at i stands for the body that runs the instrument: `GATT director-general`, `the body GATT`."""
    return (i + 1 < len(tokens) and tokens.lower[i + 1] in vocab.BODY_NOUNS) or (
        i > 0 and tokens.lower[i - 1] == "body"
    )


def is_part(tokens: Tokens, i: int) -> bool:
    """Whether the name at i is the end of a longer hyphenated one: `ODI-CEPA`, not `anti-TPP`."""
    if i < 2 or tokens.words[i - 1] not in HYPHENS or tokens.gaps[i - 1]:
        return False
    return tokens.lower[i - 2] not in ATTITUDES


def is_supported(tokens: Tokens, i: int, named: Named) -> bool:
    """Whether a short acronym is made plain: by what is done with it, or by a word of its full name in the article."""
    if is_apposition(tokens, i):
        return False
    if i > 1 and tokens.lower[i - 2] in ATTITUDES:
        return True
    near = tokens.lower[max(0, i - 6) : i] + tokens.lower[i + 1 : i + 4]
    if len(tokens.words[i]) > 4 or not vocab.DEALING.isdisjoint(near):
        return True
    full = {word for word in named.name.lower().replace("-", " ").split() if len(word) > 4}
    return not tokens.vocabulary.isdisjoint(full | SUPPORT)


def is_apposition(tokens: Tokens, i: int) -> bool:
    """Whether a common noun before the name says what it is, and no kind of instrument: `gas supplier DEPA`."""
    before = tokens.words[i - 1] if i else ""
    plain = before.islower() and before.isalpha() and not before.endswith(("ing", "ed", "ly"))
    return (
        plain and before not in w.CLOSED | vocab.EVALUATIVE | w.VERBS | vocab.KINDS | vocab.HEAD_NOUNS | vocab.DEALING
    )


def introduced_otherwise(tokens: Tokens) -> frozenset[str]:
    """The acronyms that the article introduces in brackets behind words that do not say treaty."""
    words = tokens.words
    return frozenset(
        words[i + 1]
        for i, word in enumerate(words[:-2])
        if word in ("(", "[") and not INSTRUMENT_NOUNS.intersection(tokens.lower[max(0, i - 9) : i])
    )
