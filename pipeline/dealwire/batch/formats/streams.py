"""Files as streams of bytes, whatever they are packed in, with a view of how far they have been read."""

from __future__ import annotations

import codecs
import gzip
import io
import os
import sys
from types import TracebackType
from typing import IO, Self, cast

STDIN = "-"
PACKED = (".gz", ".zst")


class Opened:
    """A file that is being read; a context manager."""

    def __init__(self, name: str, max_chars: int) -> None:
        self.name = "stdin" if name == STDIN else name
        self.max_chars = max_chars
        self._file = sys.stdin.buffer if name == STDIN else open(name, "rb")  # noqa: SIM115, PTH123 (closed by __exit__)
        self.stream = cast(io.BufferedReader, unpacked(self._file, name))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stream.close()
        self._file.close()

    @property
    def position(self) -> int:
        """Bytes read from disk so far."""
        return self._file.tell() if self._file.seekable() and not self._file.closed else 0

    @property
    def size(self) -> int | None:
        """Bytes in it, None where only reading tells."""
        known = self.stream is self._file and self._file.seekable()
        return os.fstat(self._file.fileno()).st_size if known else None

    def head(self) -> bytes:
        """The first bytes, which stay to be read."""
        return self.stream.peek(4096)[:4096]

    def binary(self) -> str | None:
        """What is wrong where this is no text; UTF-16 is, and shows by its byte order mark."""
        head = self.head()
        if b"\0" in head and not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return f"a binary file, not text (NUL at byte {head.index(0)})"
        return None


def unpacked(file: IO[bytes], name: str) -> IO[bytes]:
    """The stream inside a compressed file."""
    if name.lower().endswith(".gz"):
        return io.BufferedReader(gzip.GzipFile(fileobj=file))
    return file
