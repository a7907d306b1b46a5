"""The words and signs that money is found by, from the pattern file and the table of currencies."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple, cast

from dealwire.currencies import Currencies, Unit, parse_unit
from dealwire.patterns import PatternSet
from dealwire.phrases import Hit, PhraseIndex
from dealwire.tokens import Tokens

# sign: before the amount, else behind it; unit: behind it; either: a noun that also stands before; code: ISO 4217.
Role = Literal["sign", "unit", "either", "code"]
ROLES: tuple[Role, ...] = ("sign", "unit", "either", "code")


class Anchor(NamedTuple):
    """What a word or sign says, and how it has to be written."""

    rule: str
    unit: Unit
    role: Role
    written: str | None = None  # the exact letters, where lower case would be an ordinary word


MILLION = Decimal(1_000_000)
# Codes that people also write small, and that are no English words.
SMALL_CODES = frozenset("USD EUR GBP JPY CNY INR AUD CAD CHF HKD SGD NZD KRW PKR SEK NOK DKK BTC".split())
# Prefixes of $ that are words of their own when a space follows: `gave us $5`, `a $4 billion fund`, `can $5 buy`.
WORDY = frozenset("US CAN Can A C S R J G L N F B Z T".split())


def money_index(patterns: PatternSet, table: Currencies) -> PhraseIndex[Anchor]:
    """All anchors of money."""
    own = [
        (pattern.pattern, Anchor(pattern.id, parse_unit(pattern.means or ""), cast("Role", pattern.role)))
        for pattern in patterns.of("MONEY", *ROLES)
        if isinstance(pattern.pattern, str)
    ]
    return PhraseIndex(own + list(table_anchors(table)))


def table_anchors(table: Currencies) -> Iterator[tuple[str, Anchor]]:
    """The anchors that the rows of the table stand for."""
    for row in table.rows:
        unit = Unit(row.code)
        for name in row.names:
            yield name, Anchor("money.name", unit, "unit")
        for sign in row.signs:
            for form in spellings(sign):
                yield (
                    form,
                    Anchor("money.sign", unit, "sign", sign if sign[0].isalpha() or sign[-1].isalpha() else None),
                )
        yield row.code, Anchor("money.code", unit, "code", None if row.code in SMALL_CODES else row.code)
        yield f"M{row.code}", Anchor("money.code", Unit(row.code, MILLION), "code", f"M{row.code}")


def spellings(sign: str) -> Iterator[str]:
    """A sign, and with a space inside as tokenised text has it.

    >>> list(spellings("HK$"))
    ['HK$', 'HK $']
    """
    yield sign
    letters = sign[:-1]
    if sign[-1] in "$£" and letters and letters[-1] != " " and (letters not in WORDY or letters == "US"):
        yield f"{letters} {sign[-1]}"


def anchors(index: PhraseIndex[Anchor], tokens: Tokens) -> Iterator[Hit[Anchor]]:
    """The anchors in a text, each as it has to be written."""
    for hit in index.find(tokens.lower):
        if as_written(hit, tokens):
            yield hit
        elif hit.last > hit.first and (rest := index.at(tokens.lower, hit.last)) and as_written(rest, tokens):
            yield rest


def as_written(hit: Hit[Anchor], tokens: Tokens) -> bool:
    """Whether a sign made of letters has their case; `hk $` is plain in small letters too, `us $` is not."""
    written = hit.value.written
    if written is None:
        return True
    found = "".join(tokens.words[hit.first : hit.last + 1])
    if found == written.replace(" ", ""):
        return True
    return written[-1] in "$£" and found == written.lower() and written[:-1] not in WORDY
