"""When a word that also means something else is money.

Most anchors count wherever a number stands beside them. Those listed here are ordinary words too (pounds of butter,
the team won, exam marks), so each has a condition, named by its pattern's id.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from dealwire.numerals import Numeral
from dealwire.rulers.money_words import (
    BRITISH,
    CAPITAL_CODES,
    COMMODITIES,
    DEBT_NOUNS,
    EURO_NOUNS,
    FUNDS,
    GERMAN,
    GOVERNING,
    LETTER_SIGNS_BEHIND,
    LETTER_SIGNS_SURE,
    NORDIC,
    PRICED,
    RARE_NAMES,
    SCREENS,
    SHORT,
    STERLING,
    WEIGHT_AFTER,
    WEIGHT_BEFORE,
)
from dealwire.rulers.quantities import year
from dealwire.tokens import Tokens

WINDOW = 3  # tokens looked at on either side for words that say what is counted


class Candidate(NamedTuple):
    """An anchor at tokens first to last with the number beside it."""

    tokens: Tokens
    first: int
    last: int
    numeral: Numeral
    leads: bool  # the anchor stands before the number
    qualified: bool = False  # an adjective says whose it is: Korean won

    @property
    def word(self) -> str:
        return "".join(self.tokens.words[self.first : self.last + 1])

    @property
    def glued(self) -> bool:
        """Whether no space stands between number and anchor."""
        return not self.tokens.gaps[self.last if self.leads else self.first - 1]

    @property
    def large(self) -> bool:
        """Whether the number is one that only money or statistics have."""
        value = self.numeral.value
        return self.numeral.scale > 1 or value is None or value >= 100

    @property
    def precise(self) -> bool:
        """Whether the number is written as amounts are: with a magnitude, decimals or grouped thousands."""
        return self.numeral.scale > 1 or any(c in ".,'’" for c in self.tokens.words[self.numeral.first])

    @property
    def before(self) -> str:
        i = min(self.first, self.numeral.first) - 1
        return self.tokens.lower[i] if i >= 0 else ""

    @property
    def preceding(self) -> list[str]:
        """The few tokens before the amount."""
        i = min(self.first, self.numeral.first)
        return self.tokens.lower[max(0, i - WINDOW) : i]

    @property
    def following(self) -> list[str]:
        """The few tokens behind the amount."""
        i = max(self.last, self.numeral.last) + 1
        return self.tokens.lower[i : i + WINDOW]

    def after(self, n: int = 1) -> str:
        i = max(self.last, self.numeral.last) + n
        return self.tokens.lower[i] if i < len(self.tokens) else ""

    def article_has(self, words: frozenset[str]) -> bool:
        """Whether the article has one of the words anywhere."""
        return not words.isdisjoint(self.tokens.vocabulary)


def pounds(c: Candidate) -> bool:
    """Money rather than weight: no scales, diets or cargo nearby, and in an article something British.

    A short text may leave the country to the reader; a whole article about British money does not.
    """
    if not WEIGHT_BEFORE.isdisjoint(c.preceding) or not WEIGHT_AFTER.isdisjoint(c.following):
        return False
    if c.after() == "of":
        return c.after(2) in FUNDS
    if c.article_has(STERLING):
        return True
    short = len(c.tokens) < SHORT
    return (short or c.article_has(BRITISH)) and not c.article_has(COMMODITIES)


def pound(c: Candidate) -> bool:
    """A 30-million-pound stadium, a 20 pound fine; not a 200-pound man."""
    open_ended = c.numeral.value is None
    return (c.numeral.scale > 1 or open_ended or c.after() in PRICED) and pounds(c)


def plural_coins(places: frozenset[str]) -> Callable[[Candidate], bool]:
    """Marks and crowns: millions of them, or a sum as small as a dividend where the article is about such a country."""
    return lambda c: (
        c.numeral.scale > 1
        or ((c.precise or c.before in GOVERNING) and c.article_has(places) and not year(c.numeral, c.tokens))
    )


def mark(c: Candidate) -> bool:
    """A 300 mln mark loan; not the 20 million mark, not the 5,000m crown of a runner."""
    spelled = c.tokens.lower[c.numeral.last] != "m"
    return c.numeral.scale > 1 and spelled and (c.before in ("a", "an") or c.after() in DEBT_NOUNS)


def pence_sign(c: Candidate) -> bool:
    """25p; not 1080p (unless the article is about shares), p 5, 3 p."""
    screen = c.numeral.value in SCREENS and not c.article_has(STERLING | {"shares"})
    return c.glued and c.word == "p" and not screen


def cent_sign(c: Candidate) -> bool:
    """5c a litre, in an article with prices; not an iPhone 5c."""
    named = c.numeral.first > 0 and c.tokens.words[c.numeral.first - 1][0].isupper()
    return c.glued and c.word == "c" and not named and c.article_has(frozenset(["$", "cents", "cent", "€"]))


def code(c: Candidate) -> bool:
    """Codes that are words or other abbreviations in capitals (ALL, TOP, SDG) need a number that looks like money."""
    return c.precise if c.word in CAPITAL_CODES else True


def letter_sign(c: Candidate) -> bool:
    """Signs made of letters: R2.5bn, DM 100; single letters only with a magnitude."""
    if not c.word[0].isalpha() or "$" in c.word or "£" in c.word:
        return True
    if not c.leads:
        return c.word in LETTER_SIGNS_BEHIND
    if len(c.word) == 1 and c.word.isascii():
        return c.numeral.scale > 1 and c.glued
    return c.word in LETTER_SIGNS_SURE or c.glued or c.numeral.scale > 1


def name(c: Candidate) -> bool:
    """Names of currencies that have another meaning, or are people's names, count with large numbers only."""
    word = c.tokens.lower[c.last]
    if word == "euro":
        following = c.after(2) if c.after() == "-" else c.after()
        return following not in EURO_NOUNS
    return c.large or c.precise if word in RARE_NAMES else True


def small(c: Candidate) -> bool:
    """Written small: 20 bucks, not 12 Bucks players; 6 pence, not Mike Pence."""
    return c.tokens.words[c.last].islower() or c.tokens.words[c.first - 1].isupper()


def cue(*words: str) -> Callable[[Candidate], bool]:
    """A condition: a number like an amount's, in an article with one of these words."""
    wanted = frozenset(words)
    return lambda c: (c.large or c.precise) and c.article_has(wanted)


def large(c: Candidate) -> bool:
    return c.large


CONDITIONS: dict[str, Callable[[Candidate], bool]] = {
    "money.pounds": pounds,
    "money.pound": pound,
    "money.p": pence_sign,
    "money.c": cent_sign,
    "money.code": code,
    "money.sign": letter_sign,
    "money.name": name,
    "money.bucks": small,
    "money.pence": small,
    "money.cent": small,
    "money.ct": small,
    "money.rand": small,
    "money.lev": small,
    "money.sterling": large,
    "money.crowns": plural_coins(NORDIC | {"mln", "dlrs"}),
    "money.crown": mark,
    "money.marks": plural_coins(GERMAN | {"mln", "dlrs"}),
    "money.mark": mark,
    "money.won": cue("korea", "korean", "koreans", "seoul", "pyongyang"),
    "money.real": lambda c: c.numeral.scale > 1 and c.article_has(frozenset(["brazil", "brazilian", "brasilia"])),
    "money.reals": lambda c: c.article_has(frozenset(["brazil", "brazilian", "brasilia", "brazilians"])),
    "money.sen": lambda c: small(c) and not c.article_has(frozenset(["senator", "senate"])),
    "money.lei": lambda c: small(c) and (c.large or c.precise),
    "money.leu": large,
    "money.som": large,
    "money.soms": large,
    "money.sol": lambda c: c.numeral.scale > 1 and c.article_has(frozenset(["peru", "peruvian", "lima"])),
    "money.soles": cue("peru", "peruvian", "lima"),
    "money.punts": lambda c: c.article_has(frozenset(["irish", "ireland", "dublin"])) and c.large,
    "money.re": lambda c: c.numeral.value is not None and c.numeral.value < 2 and c.word == "Re",
    "money.rs": lambda c: c.word != "RS" or c.numeral.scale > 1,
    "money.rs-dot": lambda c: c.leads,
    "money.kr": lambda c: c.word in ("kr", "Kr"),
    "money.pfennigs": small,
}


# In a text that is an amount and nothing more, these can mean nothing else.
PLAIN_ALONE = frozenset(f"money.{name}" for name in "won reals marks crowns lei soles som soms name".split())


def counts(rule: str, candidate: Candidate) -> bool:
    """Whether the candidate is money, given the rule of its anchor."""
    condition = CONDITIONS.get(rule)
    alone = rule in PLAIN_ALONE and len(candidate.tokens) <= WINDOW
    return condition is None or candidate.qualified or alone or condition(candidate)
