"""The currencies: codes, names, signs, and the words that say whose dollar or franc it is.

`patterns/currencies.csv` has one row a currency, current and historic. `kin` are the nouns that it shares with others
(`dollar`, `franc`); the first currency of a kin is the one meant where nothing in the article says otherwise.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dealwire.folding import fold
from dealwire.patterns import shipped
from dealwire.wording import folded_words


class Unit(NamedTuple):
    """What an amount counts: a currency or, in lower case, a kin of them, and which share of its main unit."""

    currency: str
    share: Decimal = Decimal(1)

    @property
    def settled(self) -> bool:
        """Whether the text says which currency, not only which kin."""
        return self.currency.isupper()


def parse_unit(means: str) -> Unit:
    """A unit as pattern files write it.

    >>> parse_unit("GBP/100")
    Unit(currency='GBP', share=Decimal('0.01'))
    """
    currency, _, divisor = means.partition("/")
    return Unit(currency, 1 / Decimal(divisor) if divisor else Decimal(1))


@dataclass(frozen=True, slots=True)
class Currency:
    """One row of the table."""

    code: str
    kin: tuple[str, ...]
    names: tuple[str, ...]
    signs: tuple[str, ...]
    adjectives: tuple[str, ...]
    places: tuple[str, ...]


class Currencies:
    """The table, and what can be looked up in it."""

    def __init__(self, rows: list[Currency]) -> None:
        self.rows = rows
        self.by_code = {row.code: row for row in rows}
        self.by_kin: dict[str, list[Currency]] = {}  # the currencies of each kin, its default first
        self.adjectives: dict[tuple[str, ...], list[Currency]] = {}  # by their folded words: ("hong", "kong")
        self.places: dict[str, list[Currency]] = {}  # by the place name or nationality word that speaks for them
        for row in rows:
            for kin in row.kin:
                self.by_kin.setdefault(kin, []).append(row)
            for adjective in row.adjectives:
                self.adjectives.setdefault(words(adjective), []).append(row)
            for place in row.places:
                self.places.setdefault(fold(place), []).append(row)
        self.members = {kin: frozenset(row.code for row in group) for kin, group in self.by_kin.items()}
        self.adjective_ends = frozenset(adjective[-1] for adjective in self.adjectives)

    def qualified(self, adjective: tuple[str, ...], kin: str) -> str | None:
        """The code of an adjective with the noun of a kin, `("swiss",)` with `franc`; None where they don't meet."""
        return next((row.code for row in self.adjectives.get(adjective, ()) if kin in row.kin or kin == row.code), None)


def words(text: str) -> tuple[str, ...]:
    """A text as folded words.

    >>> words("Hong Kong")
    ('hong', 'kong')
    """
    return tuple(folded_words(text))


def read_currencies(path: Path) -> Currencies:
    """The table in a file."""
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [
            Currency(row["code"], *(tuple(filter(None, row[f.name].split("|"))) for f in fields(Currency)[1:]))
            for row in csv.DictReader(stream)
        ]
    return Currencies(rows)


@cache
def currencies() -> Currencies:
    """dealwire's own table, read once."""
    return read_currencies(shipped() / "currencies.csv")
