"""The named instruments: a list with aliases, found by their first two words."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dealwire.folding import fold
from dealwire.records import Kind
from dealwire.rulers.treaty import vocabulary as vocab
from dealwire.tokens import Tokens
from dealwire.wording import first_word, words_of


@dataclass(frozen=True, slots=True)
class Named:
    """An instrument of the list."""

    name: str
    kind: Kind


Form = tuple[tuple[str, ...], tuple[bool, ...], Named]


class NameIndex:
    """Names by first and second word; capitals must be capitals in the text, small letters may be either.

    >>> from dealwire.tokens import tokenize
    >>> index = NameIndex([("New START", Named("New START", "treaty"))])
    >>> [hit[:2] for hit in index.find(tokenize("a new start, the New START"), [1, 5])]
    [(5, 6)]
    """

    def __init__(self, forms: Iterable[tuple[str, Named]]) -> None:
        self._forms: dict[str, list[tuple[str, Named]]] = {}  # by first word, as they came
        for form, named in forms:
            self._forms.setdefault(first_word(form), []).append((form, named))
        self._by_first: dict[str, dict[str, list[Form]]] = {}  # those whose first word a text has had so far
        self.openers: Collection[str] = self._forms  # the words with which names start

    def _begin(self, first: str) -> dict[str, list[Form]]:
        """Cut the names that start with a word, by the second."""
        seconds: dict[str, list[Form]] = {}
        for form, named in self._forms[first]:
            words = words_of(form)
            lower = tuple(fold(word) for word in words)
            capital = tuple(word[0].isupper() for word in words)
            seconds.setdefault(second(lower, 0), []).append((lower, capital, named))
        for choices in seconds.values():
            choices.sort(key=lambda form: -len(form[0]))
        self._by_first[first] = seconds
        return seconds

    def find(self, tokens: Tokens, places: Iterable[int]) -> Iterator[tuple[int, int, Named]]:
        """First and last token and the instrument, for each of these places where the longest name starts."""
        after = 0
        for i in places:
            if i >= after and (hit := self.at(tokens, i)):
                yield hit
                after = hit[1] + 1

    def at(self, tokens: Tokens, i: int) -> tuple[int, int, Named] | None:
        """The longest name that starts at token i."""
        first = tokens.words[i]
        if first not in self._forms:
            return None
        seconds = self._by_first.get(first) or self._begin(first)
        for lower, capital, named in (*seconds.get(second(tokens.lower, i), ()), *seconds.get("", ())):
            stop = i + len(lower)
            if tuple(tokens.lower[i:stop]) == lower and cased(tokens.words[i:stop], capital):
                return i, stop - 1, named
        return None


def second(lower: Sequence[str], i: int) -> str:
    """The word after the one at i, a hyphen skipped, so that `US-Chile FTA` is not looked for at every `US-`."""
    follow = lower[i + 1 : i + 3]
    if len(follow) == 2 and follow[0] == "-":
        return follow[1]
    return follow[0] if follow else ""


def cased(words: list[str], capital: tuple[bool, ...]) -> bool:
    """Whether every word that a name capitalises is capitalised."""
    return all(word[0].isupper() for word, upper in zip(words, capital, strict=True) if upper)


def read_names(path: Path) -> Iterator[tuple[str, Named]]:
    """Every name and alias of the list with its instrument."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            named = Named(row["name"], row["kind"])  # type: ignore[arg-type]  # the list is checked by tests
            for form in (row["name"], *filter(None, row["aliases"].split(";"))):
                if named.kind != "other" or not is_soft(form):
                    yield form, named


def is_soft(form: str) -> bool:
    """Whether a name is that of a plan, a pledge, a set of goals, which no parties sign.

    >>> is_soft("Marshall Plan"), is_soft("Rome Statute"), is_soft("Joint Plan of Action")
    (True, False, False)
    """
    words = form.lower().replace("plan of action", "").split()
    return any(word in vocab.SOFT for word in words) or (
        "framework" in words and any(x in vocab.SOFT_FRAMEWORKS for x in words)
    )
