"""Pieces, parts of the input that should be one article each, and their outcomes: what goes to workers and back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

from dealwire.errors import place

Kind = Literal["text", "json", "html"]


class Piece(NamedTuple):
    """One article to be: cheap to make and to send, so that the work is done by workers.

    fault says what is wrong with it where that showed at the first glance; fields is what is known of the article
    from outside its text (`id`, `url`, …); path, where given, holds what is too large for raw.
    """

    kind: Kind
    raw: bytes
    source: str
    line: int | None = None
    fields: dict[str, Any] = {}  # noqa: RUF012 (a default of a tuple, never written to)
    fault: str | None = None
    path: str | None = None

    @property
    def place(self) -> str:
        """`file:line: `, for messages."""
        return place(self.source, self.line)

    @property
    def name(self) -> str:
        """A name for a file that holds this piece alone, fit to be read in again."""
        name = Path(self.source).name.removesuffix(".gz").removesuffix(".zst")
        suffix = {"json": ".jsonl", "html": ".html", "text": ""}[self.kind]
        return name if name.endswith(suffix) else name + suffix


class Outcome(NamedTuple):
    """What came of a piece: lines ready to be written, or the fault for which it is set aside."""

    id: str | None = None
    sha256: str | None = None
    article: str = ""
    records: str = ""
    labels: dict[str, int] = {}  # noqa: RUF012 (a default of a tuple, never written to)
    held: int = 0
    fault: str | None = None


Pieces = Iterator[Piece]
Worked = Iterator[tuple[Piece, Outcome]]
