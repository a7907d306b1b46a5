"""What the user asked of a run."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from dealwire.settings import Settings

MAX_CHARS = 20_000_000  # ten times the longest thing anyone calls an article
TIMEOUT = 60.0  # seconds an article; none takes one


@dataclass(frozen=True, slots=True)
class Reading:
    """How pieces become articles.

    text_field, id_field: where the text and the id of an article stand in JSONL, CSV, TSV and Parquet.
    max_chars: a longer text is set aside.
    """

    text_field: str = "text"
    id_field: str = "id"
    max_chars: int = MAX_CHARS


@dataclass(frozen=True, slots=True)
class Options:
    """A run as ordered.

    output: the run folder; None writes records to standard output and keeps no ledger.
    workers: processes; None is one a core, or none at all where the input is small.
    timeout: seconds an article may take; None is a generous limit where there are worker processes.
    start: how worker processes start (fork, forkserver, spawn); None is what suits the system.
    """

    inputs: tuple[str, ...]
    output: Path | None = Path("outputs/latest")
    settings: Settings = field(default_factory=Settings)
    reading: Reading = field(default_factory=Reading)
    format: str | None = None
    limit: int | None = None
    sample: int | None = None
    seed: int = 0
    keep_duplicates: bool = False
    resume: bool = False
    overwrite: bool = False
    workers: int | None = None
    timeout: float | None = None
    quiet: bool = False
    start: str | None = None

    def binding(self) -> dict[str, Any]:
        """The options that decide what a run writes: a resumed run must have the same."""
        return {
            "inputs": list(self.inputs),
            "settings": {name: plain(value) for name, value in asdict(self.settings).items()},
            "reading": asdict(self.reading),
            "format": self.format,
            "limit": self.limit,
            "sample": self.sample,
            "seed": self.seed,
            "keep_duplicates": self.keep_duplicates,
        }


def plain(value: object) -> object:
    """A setting as JSON has it."""
    if isinstance(value, tuple | list | frozenset | set):
        return [plain(part) for part in value]
    return str(value) if isinstance(value, Path) else value
