"""The ledger: one line for every article of the input, in input order, saying what became of it.

It is also the log that makes a run survive a kill. Its lines are written after the records and articles they speak
of, and each says how long those two files were then; so whatever a kill leaves behind, cutting the files to what the
last whole line says gives a state that the undisturbed run passed through.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dealwire.errors import InputError

Status = Literal["done", "quarantined", "duplicate"]


class Entry(BaseModel):
    """One line of the ledger."""

    model_config = ConfigDict(frozen=True)

    id: str | None = Field(default=None, description="None where not even the id could be read")
    status: Status
    source: str
    line: int | None = None
    input: str = Field(description="digest of the input as read, by which a resumed run knows it again")
    sha256: str | None = Field(default=None, description="of the text")
    records: int = 0
    labels: dict[str, int] = {}
    held: int = Field(default=0, description="records held back for want of confidence")
    reason: str | None = None
    raw: str | None = Field(default=None, description="where the raw input of a quarantined article is kept")
    same_as: str | None = Field(default=None, description="the id of the earlier article with the same text")
    records_end: int = Field(default=0, description="length of records.jsonl in bytes after this article")
    articles_end: int = Field(default=0, description="length of articles.jsonl in bytes after this article")

    def dump(self) -> str:
        """The entry as a line, without what does not apply to it."""
        return self.model_dump_json(exclude_defaults=True) + "\n"


class Tally:
    """What became of the articles so far, counted."""

    def __init__(self) -> None:
        self.statuses: Counter[str] = Counter()
        self.labels: Counter[str] = Counter()
        self.held = 0

    def add(self, entry: Entry) -> None:
        self.statuses[entry.status] += 1
        self.labels.update(entry.labels)
        self.held += entry.held

    def summary(self) -> dict[str, dict[str, int] | int]:
        """The counts as run.json has them."""
        return {"articles": dict(self.statuses), "records": dict(self.labels), "held": self.held}

    @property
    def articles(self) -> int:
        return self.statuses.total()

    @property
    def records(self) -> int:
        return self.labels.total()


def read_ledger(path: Path) -> Iterator[tuple[Entry, int]]:
    """The whole lines of a ledger, each with the offset of its end; a line that a kill cut short is left out."""
    if not path.exists():
        return
    end = 0
    with path.open("rb") as stream:
        for number, raw in enumerate(stream, 1):
            end += len(raw)
            if not raw.endswith(b"\n"):
                return
            try:
                yield Entry.model_validate_json(raw), end
            except ValidationError as error:
                raise InputError("no line of a ledger, so this run cannot be resumed", path, number) from error
