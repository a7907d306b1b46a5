"""Words before or behind an amount that say it is a bound or an approximation."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import cast

from dealwire.records import Modifier
from dealwire.tokens import Tokens
from dealwire.wording import folded_words

LONGEST = 5  # tokens: `in the neighbourhood of`, `of the order of`
# Behind these, `over` names the topic: a dispute over $5 million.
TOPICAL = frozenset(
    """dispute disputes row rows fight fights battle battles clash clashes argument arguments quarrel wrangle
    talks spat feud war controversy concern concerns worries questions lawsuit suit litigation sued tussle
    took take taking takes taken hand handed handing turn turned mull mulled""".split()
)
# Behind these, `up to` is the verb's particle and the amount a level reached: went up to $5.
MOVING_UP = frozenset(
    """moved move moving went gone go goes going came come coming rose rising jumped jumping climbed climbing
    shot bumped brought bring bringing edged edging inched inching crept creeping ticked ticking pushed
    push pushing lifted lifting took taking sent sending drove driving bid bidding
    revised revise revising upgraded adjusted it""".split()
)


class Modifiers:
    """The table of modifiers, matched backward from an amount's start and forward from its end."""

    def __init__(self, path: Path) -> None:
        self.before: dict[tuple[str, ...], Modifier] = {}
        self.behind: dict[tuple[str, ...], Modifier] = {}
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                words = tuple(folded_words(row["phrase"]))
                table = self.before if row["place"] == "before" else self.behind
                table[words] = cast("Modifier", row["means"])
        self.last_words = frozenset(words[-1] for words in self.before)
        self.first_words = frozenset(words[0] for words in self.behind)

    def of(self, tokens: Tokens, first: int, last: int) -> Modifier | None:
        """The modifier of the amount at tokens first to last: a bound before an approximation, the outer first."""
        found = self._behind(tokens, last)
        while step := self._before(tokens, first):
            length, means = step
            found = means if found in (None, "about") or means != "about" else found
            first -= length
        return found

    def _before(self, tokens: Tokens, first: int) -> tuple[int, Modifier] | None:
        """How many tokens before `first` the next modifier starts, and what it says."""
        lower = tokens.lower
        end = first
        if end and lower[end - 1] in ("[", "]"):  # a link around the amount, an editor's `[about] 5%`
            end -= 1
        if end and lower[end - 1] in ("between", "from"):
            end -= 1
        if not end or lower[end - 1] not in self.last_words:
            return None
        for length in range(min(LONGEST, end), 0, -1):
            means = self.before.get(tuple(lower[end - length : end]))
            if means and not self._ordinary(tokens, end - length, lower[end - 1]):
                return first - end + length, means
        return None

    def _ordinary(self, tokens: Tokens, start: int, word: str) -> bool:
        """Whether the words have their ordinary meaning: a dispute over $5, went up to $5, <td>$5."""
        previous = tokens.lower[start - 1] if start else ""
        if word == "over":
            return previous in TOPICAL
        if word == "past":
            return previous in ("the", "in", "for")
        if word in ("<", ">"):
            return bool(previous) and not tokens.gaps[start - 1] and previous[-1] not in "(["
        return previous in MOVING_UP and tokens.lower[start] == "up"

    def _behind(self, tokens: Tokens, last: int) -> Modifier | None:
        """What the modifier right behind token `last` says."""
        lower = tokens.lower
        if last + 1 >= len(lower) or lower[last + 1] not in self.first_words:
            return None
        for length in range(4, 0, -1):
            means = self.behind.get(tuple(lower[last + 1 : last + 1 + length]))
            if means and lower[last + 1 + length : last + 2 + length] != ["than"]:
                return means
        return None
