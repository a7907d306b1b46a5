"""Whether two values of an attribute are the same: numbers as decimals, lists as sets, strings but for typography."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable
from decimal import Decimal, InvalidOperation

from dealwire.evaluate.sources import Span, Value

NUMBER = re.compile(r"\s*[+-]?(\d[\d_]*\.?|\.\d)")  # what a number starts with: a name is none, however it ends


def fold(value: Value) -> Hashable:
    """A value in the form in which it is compared.

    >>> fold("4.20e9") == fold("4200000000"), fold("Société  Générale’s") == fold("société générale's")
    (True, True)
    >>> fold(["EU", "Japan"]) == fold(["Japan", "EU"])
    True
    """
    if isinstance(value, list):
        return frozenset(fold(item) for item in value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return value
    if NUMBER.match(value):
        try:
            return Decimal(value)
        except InvalidOperation:
            pass  # a name that starts with a figure, such as 3M
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", value)).replace("’", "'").strip().casefold()


def wrong_values(gold: Span, found: Span) -> tuple[str, ...]:
    """The attributes that gold states and the found span has otherwise."""
    theirs = found.values
    return tuple(
        sorted(
            key
            for key, value in gold.values.items()
            if value != theirs.get(key) and fold(value) != fold(theirs.get(key))
        )
    )
