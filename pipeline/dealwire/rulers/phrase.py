"""The ruler of users' own patterns: what a `whole` pattern matches is the span."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from contextlib import nullcontext

import spacy
from spacy.matcher import Matcher

from dealwire.mentions import Mention
from dealwire.patterns import Pattern, PatternSet
from dealwire.phrases import PhraseIndex
from dealwire.records import LABELS
from dealwire.tokenizer import Tokenizer
from dealwire.tokens import Tokens, seek

VOCABULARY = 40_000  # words kept from article to article: looking one up is ten times faster than adding it


class PhraseRuler:
    """Phrases by dictionary, token patterns by spaCy's own Matcher (longest match first).

    The Matcher has a vocabulary of its own; beyond the common words, those of an article are freed with it.
    """

    def __init__(self, patterns: PatternSet) -> None:
        whole = [pattern for label in LABELS for pattern in patterns.of(label, "whole")]
        self.phrases = PhraseIndex((p.pattern, p) for p in whole if isinstance(p.pattern, str))
        seek(self.phrases.openers)
        self.by_id = {p.id: p for p in whole}
        self.vocab = spacy.blank("en").vocab
        self.tokenize = Tokenizer(self.vocab)
        self.matcher = Matcher(self.vocab)
        for p in whole:
            if not isinstance(p.pattern, str):
                self.matcher.add(p.id, [p.pattern], greedy="LONGEST")

    def find(self, tokens: Tokens, found: Sequence[Mention]) -> list[Mention]:
        mentions = [mention(hit.value, hit.first, hit.last) for hit in self.phrases.find(tokens)]
        if len(self.matcher):
            with self.vocab.memory_zone() if len(self.vocab) > VOCABULARY else nullcontext():
                mentions += self._matched(tokens)
        return mentions

    def _matched(self, tokens: Tokens) -> Iterator[Mention]:
        doc = self.tokenize(tokens.text)
        for span in self.matcher(doc, as_spans=True):
            first = bisect_right(tokens.starts, span.start_char) - 1
            last = bisect_left(range(len(tokens)), span.end_char, key=tokens.end)
            if 0 <= first <= last < len(tokens):
                yield mention(self.by_id[span.label_], first, last)


def mention(pattern: Pattern, first: int, last: int) -> Mention:
    """A match of a whole pattern as a mention; the pattern travels along for the reader."""
    return Mention(pattern.label, first, last, pattern.id, pattern)
