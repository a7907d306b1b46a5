"""Files that an evaluation leaves: whole or not at all, and one line where that cannot be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dealwire.errors import UsageError
from dealwire.jsonl import atomic


@contextmanager
def written(path: Path) -> Iterator[IO[str]]:
    """A text file to be; raises UsageError where it cannot be written."""
    try:
        with atomic(path) as stream:
            yield stream
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror or error})") from error
