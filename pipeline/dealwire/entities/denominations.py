"""Which dollar, franc or crown an article means where it names only the kin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from dealwire.currencies import Currencies, Unit, currencies
from dealwire.errors import UsageError, shorten
from dealwire.mentions import Mention
from dealwire.rulers.quantities import Quantity
from dealwire.tokens import Tokens

# A place in the text says nothing about dollars; about pounds only where no British word stands beside it.
WORLDLY = frozenset(["dollar"])

ASIAN = (Decimal(100_000), Decimal(10_000_000))  # a lakh, a crore: magnitudes of South Asia alone
AFRICAN = frozenset(("MUR", "SCR"))  # rupees that are not counted in them
DATELINE = 6  # tokens in which an article that has a dateline names the place


def check_dollar(code: str) -> None:
    """Raise UsageError where what a bare dollar shall mean is no dollar.

    >>> check_dollar("EUR")
    Traceback (most recent call last):
    dealwire.errors.UsageError: 'EUR' is no dollar's ISO 4217 code, such as USD, CAD, AUD
    """
    codes = [row.code for row in currencies().by_kin["dollar"]]
    if code not in codes:
        raise UsageError(f"{shorten(code)} is no dollar's ISO 4217 code, such as {', '.join(codes[:3])}")


class Denominations:
    """What one article says about its currencies."""

    def __init__(self, tokens: Tokens, mentions: Iterable[Mention], dollar: str) -> None:
        self.table: Currencies = currencies()
        self.lower = tokens.lower
        self.dollar = dollar
        self.money = [m for m in mentions if m.label == "MONEY" and isinstance(m.detail, Quantity)]
        self.known: dict[str, str | None] = {}

    def code(self, unit: Unit) -> str | None:
        """The ISO 4217 code of an amount's unit; None where the article leaves it open, and for what has none."""
        code = unit.currency if unit.settled else self.meant(unit.currency)
        return None if code == BITCOIN else code

    def meant(self, kin: str) -> str | None:
        """The code of a kin, the same all over the article."""
        if kin not in self.known:
            self.known[kin] = self._said(kin) or self._placed(kin) or self._default(kin)
        return self.known[kin]

    def _said(self, kin: str) -> str | None:
        """The kin as the article names it on first mention (`C$5 million … $3 million`): later ones leave it out.

        Not where the first bare one stands in brackets behind it (`A$10 million ($6.5 million)`): that is another.
        """
        members = self._members(kin)
        named: str | None = None
        for mention in self.money:
            currency: str = mention.detail.unit.currency
            if currency in members:
                named = named or currency
            elif currency == kin:
                return None if self._converted(mention) else named
        return None

    def _converted(self, mention: Mention) -> bool:
        """Whether an amount restates the one before it in another currency."""
        return mention.first > 0 and self.lower[mention.first - 1] in ("(", "/", "or", "[")

    def _placed(self, kin: str) -> str | None:
        """The currency of the place that the article names most."""
        members = self._members(kin)
        if kin in WORLDLY:
            return self._datelined(members)
        counts = Counter(
            row.code for word in self.lower for row in self.table.places.get(word, ()) if row.code in members
        )
        if not counts or (kin == "pound" and self._default(kin) in counts):
            return None
        return counts.most_common(1)[0][0]

    def _datelined(self, members: frozenset[str]) -> str | None:
        """The currency of the country that the dateline names behind its town: `Perth, Australia (Newswire)`."""
        lower = self.lower
        for i in range(1, min(DATELINE, len(lower) - 2)):
            if lower[i] == "," and not lower[i + 2][0].isalpha():
                for row in self.table.places.get(lower[i + 1], ()):
                    if row.code in members:
                        return row.code
        return None

    def _members(self, kin: str) -> frozenset[str]:
        """The codes of a kin that the article can mean."""
        members = self.table.members.get(kin, frozenset())
        asian = any(m.detail.unit.currency == kin and m.detail.low.scale in ASIAN for m in self.money)
        return members - AFRICAN if asian else members

    def _default(self, kin: str) -> str | None:
        """The currency meant where the article does not say: what was set for dollars, else the kin's first."""
        if kin == "dollar":
            return self.dollar
        rows = self.table.by_kin.get(kin)
        return rows[0].code if rows else None


BITCOIN = "BTC"  # no ISO 4217 code: the record's currency stays None
