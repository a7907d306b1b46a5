"""Words folded: case and typography taken off, so that lists and texts meet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_MARKS = re.compile("[\u00ad\u200b-\u200d\u2060]")


def fold(word: str) -> str:
    """A word as lists spell it: lower case, NFC, straight apostrophe, no soft hyphens or zero-width marks.

    >>> fold("Soci\\u00adété"), fold("L’Oréal")
    ('société', "l'oréal")
    """
    return word.lower() if word.isascii() else _folded(word)


@lru_cache(10_000)  # dashes and quotation marks come again and again
def _folded(word: str) -> str:
    bare = _MARKS.sub("", word) or word  # a soft hyphen alone stays, so that no token folds to nothing
    return unicodedata.normalize("NFC", bare).replace("’", "'").lower()


def folded(words: Sequence[str], ascii_only: bool) -> list[str]:
    """Words folded; one that folding does not change is the same object, not an equal one.

    Three words in four are, and the fewer objects an article has, the more of it stays in the processor's cache.
    """
    if ascii_only:
        return [word if (low := word.lower()) == word else low for word in words]
    return [word if (low := word.lower() if word.isascii() else _folded(word)) == word else low for word in words]
