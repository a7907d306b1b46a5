"""JSON Lines in and out: the line number in every error, whole files or none.

Lines end at `\\n` alone (https://jsonlines.org): U+2028, U+0085 and `\\r` inside a string are data. Files are
therefore read as bytes, which also lets one line of bad UTF-8 be named without losing the rest.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import jsonlines
from pydantic import BaseModel
from pydantic_core import from_json, to_json

from dealwire.errors import InputError, shorten

Line = tuple[int, dict[str, Any] | InputError]


def read_lines(stream: Iterable[bytes], path: Path | str) -> Iterator[Line]:
    """Pairs of line number and object; a line that is no JSON object comes as the error that names it.

    >>> [number for number, _ in read_lines([b'{"a": 1}\\n', b'\\n', b'{}\\n'], "x.jsonl")]
    [1, 3]
    """
    for number, raw in enumerate(stream, 1):
        if raw.strip():
            yield number, parse(raw, number, path)


def read_objects(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Pairs of line number and object of a file that must be sound: raises InputError at the first bad line."""
    try:
        with path.open("rb") as stream:
            for number, value in read_lines(stream, path):
                if isinstance(value, InputError):
                    raise value
                yield number, value
    except OSError as error:
        raise InputError(error.strerror or str(error), path) from error


def parse(raw: bytes, number: int, path: Path | str) -> dict[str, Any] | InputError:
    """The object of one line, or the error that names it."""
    try:  # nearly every line is sound, and a reader a line costs more than the parsing
        value = from_json(raw)
    except ValueError:
        value = None
    if isinstance(value, dict):
        return value
    try:
        with jsonlines.Reader([raw], loads=from_json) as reader:
            return reader.read(type=dict)
    except jsonlines.InvalidLineError as error:
        return InputError(_reason(error, raw), path, number)


def _reason(error: jsonlines.InvalidLineError, raw: bytes) -> str:
    cause = error.__cause__
    if isinstance(cause, UnicodeDecodeError):
        return f"invalid UTF-8 at byte {cause.start} of the line: 0x{raw[cause.start]:02x}"
    if isinstance(cause, ValueError):
        return f"not JSON ({cause}): {shorten(raw.decode(errors='replace').strip())}"
    return f"not a JSON object: {shorten(raw.decode(errors='replace').strip())}"


def dump(value: BaseModel | dict[str, Any]) -> str:
    """One object as one line of JSON, without its line end; the same value gives the same bytes."""
    return to_json(value).decode()


def write_lines(stream: IO[str], values: Iterable[BaseModel | dict[str, Any]]) -> int:
    """Write each value as a line; returns how many."""
    count = 0
    with jsonlines.Writer(stream, dumps=dump) as writer:
        for value in values:
            writer.write(value)
            count += 1
    return count


@contextmanager
def atomic(path: Path) -> Iterator[IO[str]]:
    """A text file that appears under its name whole, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
