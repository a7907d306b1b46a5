"""What stands before a description: its determiner and the adjectives of value or state that were left out of it."""

from __future__ import annotations

from typing import NamedTuple

from dealwire.rulers.treaty import vocabulary as vocab
from dealwire.rulers.treaty import words as w
from dealwire.rulers.treaty.modifiers import CURRENCIES, is_word, unit_start
from dealwire.tokens import Tokens

POSSESSIVES = ("'s", "’s", "'", "’")
OPENING = ("[", "“", '"')  # a link or a quotation starts inside the phrase: `the “landmark trade deal”`
REACH = 8


class Edge(NamedTuple):
    """The left edge of a noun phrase."""

    start: int  # its first token, determiner included
    determiner: str  # folded; "'s" for a possessor, "" where there is none
    adjectives: frozenset[str]  # of value, state and number, between determiner and description


def edge_of(tokens: Tokens, first: int, floor: int) -> Edge:
    """The edge of the phrase whose description starts at `first`.

    >>> from dealwire.tokens import tokenize
    >>> edge_of(tokenize("They signed two new trade agreements"), 4, 0)
    Edge(start=2, determiner='two', adjectives=frozenset({'new'}))
    """
    adjectives: set[str] = set()
    i = first
    while i > max(floor, first - REACH):
        word = tokens.lower[i - 1]
        if is_amount(tokens, i - 1):
            i -= 1
            continue
        if word in OPENING:
            i -= 1
            continue
        if word in POSSESSIVES:
            return Edge(i - 1, "'s", frozenset(adjectives))
        if word in w.DETERMINERS or word.isdigit():
            return determined(tokens, i - 1, floor, adjectives)
        start = unit_start(tokens, i - 1, floor)
        if not (
            start < i - 1 or word in vocab.EVALUATIVE or is_participle(word) or (word in (",", "and") and adjectives)
        ):
            break
        if not is_word(word) and word != ",":
            break
        adjectives.add("-".join(tokens.lower[start:i:2]))
        i = start
    while floor < i < first and is_participle(tokens.lower[i]):  # no determiner: a verb, `renegotiated NAFTA`
        adjectives.discard(tokens.lower[i])
        i += 1
    return Edge(i, "", frozenset(adjectives))


def is_amount(tokens: Tokens, i: int) -> bool:
    """Whether token i is part of an amount: `a 15.5 mln dlr loan agreement`, `a $40 million loan agreement`."""
    word = tokens.lower[i]
    if word in CURRENCIES or word[-1] in "$£€¥":
        return True
    after = tokens.lower[i + 1] if i + 1 < len(tokens) else ""
    return word[0].isdigit() and (after in CURRENCIES or not word.isdigit())


def determined(tokens: Tokens, i: int, floor: int, adjectives: set[str]) -> Edge:
    """The edge at the determiner i; a count may have another determiner before it: `the two`, `its first`."""
    word = tokens.lower[i]
    if (word in w.COUNTS or word in w.VAGUE or word.isdigit()) and i > floor:
        before = tokens.lower[i - 1]
        if before in w.DEFINITE or before in POSSESSIVES:
            return Edge(i - 1, "'s" if before in POSSESSIVES else before, frozenset({*adjectives, word}))
        if before in w.COUNTS or before.isdigit():
            return Edge(i - 1, before, frozenset({*adjectives, word}))
    return Edge(i, word, frozenset(adjectives))


def is_participle(word: str) -> bool:
    return (word.endswith("ed") or (word.endswith("ly") and word not in w.NOT_ADVERB)) and len(word) > 4
