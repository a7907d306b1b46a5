"""The words and signs that money is found by, from the pattern file and the table of currencies."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple, cast

from dealwire.currencies import Currencies, Unit, parse_unit, words
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
    written: frozenset[str] | None = None  # the exact letters, where another case would be an ordinary word


MILLION = Decimal(1_000_000)
# Codes that people also write small, and that are no English words.
SMALL_CODES = frozenset("USD EUR GBP JPY CNY INR AUD CAD CHF HKD SGD NZD KRW PKR SEK NOK DKK BTC".split())
# Prefixes of $ that are words of their own when a space follows: `gave us $5`, `a $4 billion fund`, `can $5 buy`.
WORDY = frozenset("US CAN Can A C S R J G L N F B Z T".split())


AnchorIndex = PhraseIndex[tuple[Anchor, ...]]


def money_index(patterns: PatternSet, table: Currencies) -> AnchorIndex:
    """All anchors of money; those spelled alike but for their case (`p`, `P`) together, the strictest first."""
    own = [
        (pattern.pattern, Anchor(pattern.id, parse_unit(pattern.means or ""), cast("Role", pattern.role)))
        for pattern in patterns.of("MONEY", *ROLES)
        if isinstance(pattern.pattern, str)
    ]
    alike: dict[tuple[str, ...], list[Anchor]] = {}
    phrases: dict[tuple[str, ...], str] = {}
    for phrase, anchor in [*own, *table_anchors(table)]:
        alike.setdefault(words(phrase), []).append(anchor)
        phrases[words(phrase)] = phrase
    return PhraseIndex(
        (phrases[key], tuple(sorted(found, key=lambda anchor: anchor.written is None))) for key, found in alike.items()
    )


def table_anchors(table: Currencies) -> Iterator[tuple[str, Anchor]]:
    """The anchors that the rows of the table stand for."""
    for row in table.rows:
        unit = Unit(row.code)
        letters = frozenset(sign.replace(" ", "") for sign in row.signs)
        for name in row.names:
            yield name, Anchor("money.name", unit, "unit")
        for sign in row.signs:
            for form in spellings(sign):
                spelled = sign[0].isalpha() or sign[-1].isalpha()
                yield form, Anchor("money.sign", unit, "sign", letters if spelled else None)
        yield row.code, Anchor("money.code", unit, "code", None if row.code in SMALL_CODES else frozenset([row.code]))
        yield f"M{row.code}", Anchor("money.code", Unit(row.code, MILLION), "code", frozenset([f"M{row.code}"]))


def spellings(sign: str) -> Iterator[str]:
    """A sign, and with a space inside as tokenised text has it.

    >>> list(spellings("HK$"))
    ['HK$', 'HK $']
    """
    yield sign
    letters = sign[:-1]
    if sign[-1] in "$£" and letters and letters[-1] != " " and (letters not in WORDY or letters == "US"):
        yield f"{letters} {sign[-1]}"


def anchors(index: AnchorIndex, tokens: Tokens) -> Iterator[Hit[Anchor]]:
    """The anchors in a text, each as it has to be written."""
    for hit in index.find(tokens):
        if found := as_written(hit, tokens) or (anchor_at(index, tokens, hit.last) if hit.last > hit.first else None):
            yield found


def anchor_at(index: AnchorIndex, tokens: Tokens, i: int) -> Hit[Anchor] | None:
    """The anchor that starts at token i."""
    hit = index.at(tokens.lower, i) if i < len(tokens) else None
    return hit and as_written(hit, tokens)


def as_written(hit: Hit[tuple[Anchor, ...]], tokens: Tokens) -> Hit[Anchor] | None:
    """The first of the anchors that has the letters found."""
    found = "".join(tokens.words[hit.first : hit.last + 1])
    for anchor in hit.value:
        if anchor.written is None or (found in anchor.written if found[-1].isalpha() else plain(hit, found)):
            return Hit(hit.first, hit.last, anchor)
    return None


def plain(hit: Hit[tuple[Anchor, ...]], found: str) -> bool:
    """Whether letters before `$` are its country: glued on (`us$`) in any case, apart (`gave us $5`) not."""
    return hit.first == hit.last or found[:-1] not in ("us", "Us", "can", "Can")
