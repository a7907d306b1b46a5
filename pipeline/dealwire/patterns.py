"""The pattern files: found, read and checked.

A line is one of spaCy's ruler patterns (`label`, `pattern`, `id`; a phrase or a list of token descriptions), so that
the files also load in a plain spaCy ruler, plus what keeps it honest: `examples` that it must match and
`not_examples`, near misses that it must not. `role` says how the match becomes a span: `whole` (the match is the span,
the default and the form for users' own patterns), or an anchor that the label's ruler grows (`patterns/README.md`
lists the roles).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dealwire.errors import PatternError, shorten
from dealwire.jsonl import read_objects
from dealwire.records import Label

TokenPattern = list[dict[str, Any]]
CONFIDENCE = "confidence.jsonl"  # the one .jsonl file of a folder that holds no patterns: see dealwire.confidence


class Pattern(BaseModel):
    """One line of a pattern file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: Label
    id: str = Field(min_length=1)
    pattern: str | TokenPattern = Field(min_length=1)
    role: str = "whole"
    means: str | None = Field(default=None, description="what the match says: a currency, a unit, a kind")
    weight: float | None = Field(default=None, description="evidence for (+) or against (-)")
    examples: tuple[str, ...] = Field(min_length=1)
    not_examples: tuple[str, ...] = Field(min_length=1)


def shipped() -> Path:
    """The folder of dealwire's own patterns: inside the package when installed, in the checkout otherwise."""
    inside = Path(__file__).parent / "patterns"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "patterns"


class PatternSet:
    """The patterns of one or more folders, in the order of their files and lines.

    Raises PatternError, with file and line, for a line that is no pattern or repeats an id.
    """

    def __init__(self, *folders: Path) -> None:
        self.folders = folders or (shipped(),)
        self.patterns: list[Pattern] = []
        ids: set[str] = set()
        for path in self.pattern_files():
            for line, pattern in read_patterns(path):
                if pattern.id in ids:
                    raise PatternError(f"id {pattern.id!r} is already taken by another pattern", path, line)
                ids.add(pattern.id)
                self.patterns.append(pattern)

    def files(self, *suffixes: str) -> Iterator[Path]:
        """The files of the folders with one of these suffixes, sorted within each folder."""
        for folder in self.folders:
            if not folder.is_dir():
                raise PatternError("no such folder of patterns", folder)
            yield from sorted(path for path in folder.rglob("*") if path.suffix in suffixes)

    def pattern_files(self) -> Iterator[Path]:
        """The files that hold patterns."""
        return (path for path in self.files(".jsonl") if path.name != CONFIDENCE)

    def of(self, label: Label, *roles: str) -> list[Pattern]:
        """The patterns of a label that have one of these roles."""
        return [p for p in self.patterns if p.label == label and p.role in roles]

    def find(self, name: str) -> Path:
        """The path of a word list or table, such as `words/places.csv`, in the first folder that has it."""
        for folder in self.folders:
            if (folder / name).exists():
                return folder / name
        raise PatternError("no such list among the patterns", name)

    @cached_property
    def digest(self) -> str:
        """SHA-256 over names and contents of all pattern files and lists: which rules made a record."""
        total = hashlib.sha256()
        for path in self.files(".jsonl", ".csv", ".txt"):
            total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
        return total.hexdigest()


def read_patterns(path: Path) -> Iterator[tuple[int, Pattern]]:
    """Pairs of line number and pattern; raises PatternError at the first line that is none."""
    for line, value in read_objects(path):
        try:
            yield line, Pattern.model_validate(value)
        except ValidationError as error:
            raise PatternError(explain(error), path, line) from None


def explain(error: ValidationError) -> str:
    """The first thing that is wrong, in one line, with the value at fault.

    >>> try:
    ...     Pattern.model_validate({"label": "CAT", "id": "x", "pattern": "y", "examples": "y", "not_examples": "z"})
    ... except ValidationError as error:
    ...     print(explain(error))
    label: Input should be 'MONEY', 'PERCENT', 'COMPANY' or 'TREATY', got 'CAT'
    """
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return f"{where}: {first['msg']}" + ("" if first["type"] == "missing" else f", got {shorten(first['input'])}")


def read_words(path: Path) -> frozenset[str]:
    """The lines of a word list, without blank lines and `#` comments."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))
