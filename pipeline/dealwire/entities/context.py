"""What a reader may look at besides its mention: the whole article, as found so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypedDict

from dealwire.entities.denominations import Denominations
from dealwire.mentions import Mention
from dealwire.records import record_id
from dealwire.settings import Settings
from dealwire.tokens import Tokens


class Common(TypedDict):
    """The fields that all records share."""

    id: str
    doc_id: str
    text: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class Context:
    """An article with all its mentions."""

    tokens: Tokens
    mentions: Sequence[Mention]
    settings: Settings
    doc_id: str

    @cached_property
    def denominations(self) -> Denominations:
        """Which currencies the article means."""
        return Denominations(self.tokens, self.mentions, self.settings.dollar)

    @cached_property
    def companies(self) -> dict[int, int]:
        """The last token of each company mention by its first."""
        return {mention.first: mention.last for mention in self.mentions if mention.label == "COMPANY"}

    def common(self, mention: Mention) -> Common:
        """The fields that do not depend on the label."""
        start, end = self.tokens.starts[mention.first], self.tokens.end(mention.last)
        return {
            "id": record_id(self.doc_id, start, end, mention.label),
            "doc_id": self.doc_id,
            "text": self.tokens.text[start:end],
            "start": start,
            "end": end,
            "rule": mention.rule,
        }
