"""What the rulers find, before it is read into records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from dealwire.records import Label
from dealwire.tokens import Tokens


class Mention(NamedTuple):
    """A span of tokens (first to last, last included) that a rule takes for something of a label."""

    label: Label
    first: int
    last: int
    rule: str
    detail: Any = None  # what the ruler learned on the way and the label's reader needs

    def overlaps(self, other: Mention) -> bool:
        return self.first <= other.last and other.first <= self.last


class Ruler(Protocol):
    """A finder of mentions: pure, no Doc, no state kept between articles."""

    def find(self, tokens: Tokens, found: Sequence[Mention]) -> list[Mention]:
        """The mentions in a text, given those that earlier rulers found in it."""
        ...


@dataclass(slots=True)
class Reading:
    """An article while it is being read: its tokens and the mentions found so far."""

    tokens: Tokens
    mentions: list[Mention] = field(default_factory=list)
