"""The currencies: codes, names, signs, and the words that say whose dollar or franc it is.

`patterns/currencies.csv` has one row a currency, current and historic. `kin` are the nouns that it shares with others
(`dollar`, `franc`); the first currency of a kin is the one meant where nothing in the article says otherwise.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from dealwire.patterns import shipped
from dealwire.tokens import fold
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

    @cached_property
    def by_kin(self) -> dict[str, list[Currency]]:
        """The currencies of each kin, its default first."""
        kins: dict[str, list[Currency]] = {}
        for row in self.rows:
            for kin in row.kin:
                kins.setdefault(kin, []).append(row)
        return kins

    @cached_property
    def members(self) -> dict[str, frozenset[str]]:
        """The codes of each kin."""
        return {kin: frozenset(row.code for row in rows) for kin, rows in self.by_kin.items()}

    @cached_property
    def adjectives(self) -> dict[tuple[str, ...], list[Currency]]:
        """The currencies that an adjective, as folded words, can stand for: ("hong", "kong")."""
        found: dict[tuple[str, ...], list[Currency]] = {}
        for row in self.rows:
            for adjective in row.adjectives:
                found.setdefault(words(adjective), []).append(row)
        return found

    @cached_property
    def adjective_ends(self) -> frozenset[str]:
        """The last words of the adjectives."""
        return frozenset(words[-1] for words in self.adjectives)

    @cached_property
    def places(self) -> dict[str, list[Currency]]:
        """The currencies that a place name or nationality word speaks for."""
        found: dict[str, list[Currency]] = {}
        for row in self.rows:
            for place in row.places:
                found.setdefault(fold(place), []).append(row)
        return found

    def qualified(self, adjective: tuple[str, ...], kin: str) -> str | None:
        """The code of an adjective with the noun of a kin, `("swiss",)` with `franc`; None where they don't meet."""
        return next((row.code for row in self.adjectives.get(adjective, ()) if kin in (*row.kin, row.code)), None)


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
