"""Many phrases found in one pass: a dictionary by first and second word, longest phrase first.

spaCy's PhraseMatcher does this for Docs; here the tokens of `dealwire.tokens` are searched as they are, without
building a second Doc where the pipeline's tokenizer cut the text elsewhere or a line break stands inside the phrase.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from dealwire.folding import fold
from dealwire.tokens import Tokens
from dealwire.wording import first_word, folded_words

T = TypeVar("T")
# The phrases of one first word: by second word (none: ""), since hundreds of names start with `bank` or `china`, the
# words behind the first and the value, longest first.
Seconds = dict[str, list[tuple[tuple[str, ...], T]]]


class Hit(NamedTuple, Generic[T]):
    """A phrase found at tokens `first` to `last`, last included."""

    first: int
    last: int
    value: T


class PhraseIndex(Generic[T]):
    """Phrases, each with a value, matched on folded tokens (case and typography do not count).

    >>> index = PhraseIndex([("memorandum of understanding", 1), ("memorandum", 2)])
    >>> index.at(["a", "memorandum", "of", "understanding"], 1)
    Hit(first=1, last=3, value=1)
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._phrases: dict[str, list[tuple[str, T]]] = {}  # by first word, as they came
        for phrase, value in phrases:
            if first := fold(first_word(phrase)):
                self._phrases.setdefault(first, []).append((phrase, value))
        self._by_first: dict[str, Seconds[T]] = {}  # those of them whose first word a text has had so far
        self.openers: Collection[str] = self._phrases  # the words with which phrases start, to ask for before `at`

    def longest(self) -> int:
        """The number of words of the longest phrase."""
        return max((len(folded_words(phrase)) for found in self._phrases.values() for phrase, _ in found), default=0)

    def _begin(self, first: str) -> Seconds[T]:
        """Cut the phrases that start with a word; most of thirty thousand names never occur, so each waits for it."""
        seconds: Seconds[T] = {}
        for phrase, value in self._phrases[first]:
            rest = tuple(folded_words(phrase)[1:])
            seconds.setdefault(rest[0] if rest else "", []).append((rest, value))
        for choices in seconds.values():
            choices.sort(key=lambda choice: -len(choice[0]))
        self._by_first[first] = seconds
        return seconds

    def find(self, tokens: Tokens) -> Iterator[Hit[T]]:
        """The longest phrase at each place, left to right; hits do not overlap. `seek` was told of the openers."""
        after = 0
        lower = tokens.lower
        for i in tokens.places(self._phrases):
            if i >= after and (hit := self.at(lower, i)):
                yield hit
                after = hit.last + 1

    def at(self, lower: Sequence[str], i: int) -> Hit[T] | None:
        """The longest phrase that starts at token i."""
        first = lower[i]
        if first not in self._phrases:
            return None
        seconds = self._by_first.get(first) or self._begin(first)
        if i + 1 < len(lower):
            for rest, value in seconds.get(lower[i + 1], ()):
                if len(rest) == 1 or tuple(lower[i + 1 : i + 1 + len(rest)]) == rest:
                    return Hit(i, i + len(rest), value)
        alone = seconds.get("")
        return Hit(i, i, alone[0][1]) if alone else None
