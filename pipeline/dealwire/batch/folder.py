"""The folder of a run: records.jsonl, articles.jsonl, ledger.jsonl, run.json and quarantine/."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from pathlib import Path
from typing import Any, Protocol

from dealwire.batch.ledger import Entry, read_ledger
from dealwire.batch.pieces import Outcome, Piece
from dealwire.errors import DealwireError, UsageError
from dealwire.jsonl import atomic

ROOM = 8 << 20  # bytes that may wait to be written
PAUSE = 1.0  # seconds between commits, the most that a kill costs


class Sink(Protocol):
    """Where outcomes go; committed is how many articles would survive a kill, None where none would."""

    @property
    def committed(self) -> int | None: ...
    def add(self, piece: Piece, outcome: Outcome, entry: Entry) -> None: ...
    def finish(self, **result: Any) -> None: ...
    def close(self) -> None: ...


class Stdout:
    """Records to standard output, as soon as they are found; nothing else is kept."""

    committed: int | None = None

    def add(self, piece: Piece, outcome: Outcome, entry: Entry) -> None:
        if entry.status == "done":
            sys.stdout.buffer.write(outcome.records.encode())
            sys.stdout.buffer.flush()

    def finish(self, **result: Any) -> None:
        """Nothing to say: the records are all there is."""

    def close(self) -> None:
        """Standard output stays open."""


class Appended:
    """A file that grows; what is added waits in memory until it is written in one go."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = path.open("ab", buffering=0)
        self.end = self.file.tell()
        self.waiting: list[bytes] = []

    def add(self, text: str) -> int:
        """The length of the file once this text is written."""
        data = text.encode()
        self.waiting.append(data)
        self.end += len(data)
        return self.end

    def write(self) -> None:
        """Write and sync what waits; raises DealwireError, naming the file, where the disk takes no more."""
        data = memoryview(b"".join(self.waiting))
        self.waiting.clear()
        try:
            while data:
                data = data[self.file.write(data) or 0 :]
            os.fsync(self.file.fileno())
        except OSError as error:
            raise disk_error(self.path, error) from error


def disk_error(path: Path, error: OSError) -> DealwireError:
    return DealwireError(f"{path}: {error.strerror}; once that is mended, the same command with --resume goes on")


FILES = ("records.jsonl", "articles.jsonl", "ledger.jsonl")
ABOUT = "run.json"


class Folder:
    """A run folder that is being written; `number` articles are in its ledger already."""

    def __init__(self, path: Path, about: dict[str, Any], number: int = 0) -> None:
        self.path, self.about = path, about
        self.number = self.committed = number
        self.records, self.articles, self.ledger = (Appended(path / name) for name in FILES)
        self.next_commit = time.monotonic() + PAUSE
        self.room = ROOM

    def add(self, piece: Piece, outcome: Outcome, entry: Entry) -> None:
        """Note what became of a piece; it is on disk after the next commit, which comes within a second or so."""
        self.number += 1
        done = entry.status == "done"
        places: dict[str, Any] = {
            "records_end": self.records.add(outcome.records if done else ""),
            "articles_end": self.articles.add(outcome.article if done else ""),
        }
        if entry.status == "quarantined":
            places["raw"] = self._set_aside(piece)
        self.ledger.add(entry.model_copy(update=places).dump())
        self.room -= len(outcome.article) + len(outcome.records)
        if time.monotonic() > self.next_commit or self.room < 0:
            self.commit()

    def commit(self) -> None:
        """Make all that was added last: first what the ledger speaks of, then the ledger.

        Where this is cut off, whether by a kill, Ctrl-C or a full disk, what counts is the commit before it.
        """
        for file in (self.records, self.articles, self.ledger):
            file.write()
        self.next_commit, self.room, self.committed = time.monotonic() + PAUSE, ROOM, self.number

    def _set_aside(self, piece: Piece) -> str | None:
        """Keep the raw input of a piece under the number of its ledger line; its name within the run folder."""
        if not piece.raw and not piece.path:
            return None
        path = self.path / "quarantine" / f"{self.number:07d}-{piece.name[-200:]}"
        try:
            path.parent.mkdir(exist_ok=True)
            if piece.path:
                shutil.copyfile(piece.path, path)
            else:
                path.write_bytes(piece.raw)
        except OSError as error:
            raise disk_error(path, error) from error
        return path.relative_to(self.path).as_posix()

    def finish(self, **result: Any) -> None:
        """Commit, and say in run.json that all is done."""
        self.commit()
        write_about(self.path, {**self.about, "ended": now(), **result})

    def close(self) -> None:
        for file in (self.records, self.articles, self.ledger):
            file.file.close()


def begin(path: Path, about: dict[str, Any], overwrite: bool) -> Folder:
    """A new run in a folder that is there; raises UsageError where it would wipe out one that can still be resumed."""
    old = read_about(path)
    if old and not old.get("ended") and not overwrite and any(read_ledger(path / "ledger.jsonl")):
        raise UsageError(f"{path}: an unfinished run; --resume goes on with it, --overwrite starts anew")
    try:
        for name in (*FILES, ABOUT):
            (path / name).unlink(missing_ok=True)
        if old:
            shutil.rmtree(path / "quarantine", ignore_errors=True)
        about = {**about, "started": now(), "ended": None}
        write_about(path, about)
        return Folder(path, about)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error


def resume(path: Path, about: dict[str, Any]) -> Folder:
    """An interrupted run, cut back to its last commit; raises UsageError where it is not the same run."""
    old = read_about(path)
    if old is None:
        return begin(path, about, overwrite=True)
    for name in about:
        if old.get(name) != about[name]:
            raise UsageError(f"{path}: cannot resume, {difference(name, old.get(name), about[name])}")
    number, end, entry = 0, 0, Entry(status="done", source="", input="")
    for number, (entry, end) in enumerate(read_ledger(path / "ledger.jsonl"), 1):  # noqa: B007 (the last counts)
        pass
    for name, size in zip(FILES, (entry.records_end, entry.articles_end, end), strict=True):
        cut(path / name, size)
    for raw in (path / "quarantine").glob("*"):
        if raw.name[:7].isdigit() and int(raw.name[:7]) > number:
            raw.unlink()
    return Folder(path, {**old, "ended": None}, number)


def cut(path: Path, size: int) -> None:
    """Shorten a file to a size that it once had."""
    found = path.stat().st_size if path.exists() else 0
    if found < size:
        raise UsageError(f"{path}: cannot resume, {found:,} bytes where the ledger speaks of {size:,}")
    with path.open("ab") as stream:
        stream.truncate(size)


def difference(name: str, old: object, new: object) -> str:
    """What is not as it was, in words."""
    if isinstance(old, dict) and isinstance(new, dict):
        name = next(key for key in new if old.get(key) != new[key])
        return f"{name} was {json.dumps(old.get(name))}, now {json.dumps(new[name])}"
    return f"{name} changed since ({str(old)[:12]} → {str(new)[:12]})"


def read_about(path: Path) -> dict[str, Any] | None:
    """What run.json says, None where there is none to read."""
    try:
        about = json.loads((path / ABOUT).read_bytes())
    except (OSError, ValueError):
        return None
    return about if isinstance(about, dict) else None


def write_about(path: Path, about: dict[str, Any]) -> None:
    try:
        with atomic(path / ABOUT) as stream:
            stream.write(json.dumps(about, indent=2, ensure_ascii=False) + "\n")
    except OSError as error:
        raise disk_error(path / ABOUT, error) from error


def now() -> str:
    """The time in UTC, to the second."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
