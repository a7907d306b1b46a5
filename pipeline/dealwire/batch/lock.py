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
    held = hold(path) if path is not None else None
    try:
        yield
    finally:
        if held is not None:
            os.close(held)


def hold(path: Path) -> int | None:
    """The lock on a folder, which lasts until it is closed; None where there is none of the kind."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        if sys.platform == "win32":
            return None
        folder = os.open(path, os.O_RDONLY)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}") from error
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(folder)
        raise UsageError(
            f"{path}: another run is writing here; wait until it ends, or choose a folder with -o"
        ) from error
    except OSError:
        pass  # a file system without locks
    return folder
