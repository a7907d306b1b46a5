"""Finds percent mentions."""

from __future__ import annotations

from collections.abc import Sequence

from dealwire.mentions import Mention
from dealwire.patterns import PatternSet
from dealwire.tokens import Tokens


class PercentRuler:
    def __init__(self, patterns: PatternSet) -> None:
        self.patterns = patterns

    def find(self, tokens: Tokens, found: Sequence[Mention]) -> list[Mention]:
        return []
