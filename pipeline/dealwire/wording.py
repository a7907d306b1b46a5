"""The words of phrases in lists and patterns: the tokens of a text, with a short cut for the most."""

from __future__ import annotations

import re

from dealwire.tokens import tokenize

PLAIN_PHRASE = re.compile(r"(?:[A-Za-z][a-z]*+|[A-Z]++)(?: (?:[A-Za-z][a-z]*+|[A-Z]++))*+")


def words_of(phrase: str) -> list[str]:
    """The tokens of a phrase of a list; most are plain words, and a hundred thousand are read at every start.

    >>> words_of("Banco de Chile"), words_of("L'Oréal S.A.")
    (['Banco', 'de', 'Chile'], ["L'Oréal", 'S.A.'])
    """
    return phrase.split(" ") if is_plain(phrase) else tokenize(phrase).words


def folded_words(phrase: str) -> list[str]:
    """The folded tokens of a phrase of a list.

    >>> folded_words("Banco de Chile"), folded_words("L’Oréal S.A.")
    (['banco', 'de', 'chile'], ["l'oréal", 's.a.'])
    """
    return phrase.lower().split(" ") if is_plain(phrase) else tokenize(phrase).lower


def first_word(phrase: str) -> str:
    """The first token of a phrase of a list, "" of an empty one.

    >>> first_word("Banco de Chile"), first_word("S.A. Harbison")
    ('Banco', 'S.A.')
    """
    first = phrase.partition(" ")[0]
    return first if is_plain(first) else next(iter(tokenize(phrase).words), "")


def is_plain(phrase: str) -> bool:
    """Whether a phrase is words of ASCII letters with a space between each two, so that no rule is needed to cut it.

    A capital inside a word may show two words that lost the space between them.
    """
    return PLAIN_PHRASE.fullmatch(phrase) is not None
