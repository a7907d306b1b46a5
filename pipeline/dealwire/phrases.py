"""Many phrases found in one pass: a dictionary by first and second word, longest phrase first.

spaCy's PhraseMatcher does this for Docs; here the tokens of `dealwire.tokens` are searched as they are, without
building a second Doc where the pipeline's tokenizer cut the text elsewhere or a line break stands inside the phrase.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from dealwire.tokens import Tokens, folded_words

T = TypeVar("T")


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
        # By first and second word (none: ""), since hundreds of names start with `bank` or `china`.
        self._by_first: dict[str, dict[str, list[tuple[tuple[str, ...], T]]]] = {}
        self.openers: Collection[str] = self._by_first  # the words with which phrases start, to ask for before `at`
        self.longest = 0  # words
        for phrase, value in phrases:
            words = tuple(folded_words(phrase))
            if words:
                seconds = self._by_first.setdefault(words[0], {})
                seconds.setdefault(words[1] if len(words) > 1 else "", []).append((words[1:], value))
                self.longest = max(self.longest, len(words))
        for seconds in self._by_first.values():
            for choices in seconds.values():
                choices.sort(key=lambda choice: -len(choice[0]))

    def find(self, tokens: Tokens) -> Iterator[Hit[T]]:
        """The longest phrase at each place, left to right; hits do not overlap. `seek` was told of the openers."""
        after = 0
        lower = tokens.lower
        for i in tokens.places(self._by_first):
            if i >= after and (hit := self.at(lower, i)):
                yield hit
                after = hit.last + 1

    def at(self, lower: Sequence[str], i: int) -> Hit[T] | None:
        """The longest phrase that starts at token i."""
        seconds = self._by_first.get(lower[i])
        if seconds is None:
            return None
        if i + 1 < len(lower):
            for rest, value in seconds.get(lower[i + 1], ()):
                if len(rest) == 1 or tuple(lower[i + 1 : i + 1 + len(rest)]) == rest:
                    return Hit(i, i + len(rest), value)
        alone = seconds.get("")
        return Hit(i, i, alone[0][1]) if alone else None
