"""What the tests of companies share: one ruler, and what it finds in a text."""

from __future__ import annotations

from functools import cache

from dealwire.mentions import Mention
from dealwire.patterns import PatternSet
from dealwire.rulers.company import CompanyRuler
from dealwire.tokens import tokenize


@cache
def ruler(known: bool = True) -> CompanyRuler:
    return CompanyRuler(PatternSet(), known)


def mentions(text: str, known: bool = True) -> list[tuple[str, Mention]]:
    """The text of each mention, and the mention."""
    tokens = tokenize(text)
    return [(tokens.slice(m.first, m.last), m) for m in ruler(known).find(tokens, [])]


def companies(text: str, known: bool = True) -> list[str]:
    """The texts of the mentions."""
    return [found for found, _ in mentions(text, known)]
