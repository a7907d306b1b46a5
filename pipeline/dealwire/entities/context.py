"""What a reader may look at besides its mention: the whole article, as found so far."""

from __future__ import annotations

from collections.abc import Sequence
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


class Context:
    """An article with all its mentions: which currencies it means, where each company's mention ends."""

    def __init__(self, tokens: Tokens, mentions: Sequence[Mention], settings: Settings, doc_id: str) -> None:
        self.tokens, self.mentions, self.settings, self.doc_id = tokens, mentions, settings, doc_id
        self.denominations = Denominations(tokens, mentions, settings.dollar)
        self.companies = {mention.first: mention.last for mention in mentions if mention.label == "COMPANY"}

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
