"""One run at a time in a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dealwire.errors import UsageError

if sys.platform != "win32":
    import fcntl


@contextmanager
def alone(path: Path | None) -> Iterator[None]:
    """Keep other runs out of a folder, which is made; raises UsageError where one is at work there.

    The lock is the kernel's (flock(2) on the folder itself), so nothing is left behind when the process is killed.
    Windows has none of the kind and goes without, as does a file system that knows no locks.
    """
    if path is None or sys.platform == "win32":
        yield
        return
    try:
        path.mkdir(parents=True, exist_ok=True)
        folder = os.open(path, os.O_RDONLY)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    try:
        lock(folder, path)
        yield
    finally:
        os.close(folder)


def lock(folder: int, path: Path) -> None:
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise UsageError(
            f"{path}: another run is writing here; wait until it ends, or choose a folder with -o"
        ) from error
    except OSError:
        return
