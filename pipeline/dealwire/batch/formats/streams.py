"""Files as streams of bytes, whatever they are packed in, with a view of how far they have been read."""

from __future__ import annotations

import codecs
import gzip
import io
import os
import sys
import zlib
from collections.abc import Callable
from functools import cached_property
from types import TracebackType
from typing import IO, Self

from dealwire.batch.options import Reading

STDIN = "-"
PACKED = {".gz": None, ".zst": ("zstandard", "zst")}  # the module and the extra that a compression needs


class Opened:
    """A file that is being read; a context manager."""

    def __init__(self, name: str, reading: Reading) -> None:
        self.name = "stdin" if name == STDIN else name
        self.reading = reading
        self.file: IO[bytes] = sys.stdin.buffer if name == STDIN else open(name, "rb")  # noqa: SIM115, PTH123

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.file.close()

    @cached_property
    def stream(self) -> io.BufferedReader:
        """The file's content, unpacked."""
        if isinstance(self.file, io.BufferedReader) and not self.name.lower().endswith(tuple(PACKED)):
            return self.file
        return io.BufferedReader(Unpacked(self.file, self.name), 1 << 16)

    @property
    def position(self) -> int:
        """Bytes read from disk so far."""
        return self.file.tell() if not self.file.closed and self.file.seekable() else 0

    @property
    def size(self) -> int | None:
        """Bytes in it, None where only reading tells."""
        known = self.stream is self.file and self.file.seekable()
        return os.fstat(self.file.fileno()).st_size if known else None

    def head(self) -> bytes:
        """The first bytes, which stay to be read."""
        return self.stream.peek(4096)[:4096]

    def binary(self) -> str | None:
        """What is wrong where this is no text; UTF-16 is, and shows by its byte order mark."""
        head = self.head()
        if b"\0" in head and not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return f"a binary file, not text (NUL at byte {head.index(0)})"
        return None


class Unpacked(io.RawIOBase):
    """The content of a compressed file; what is wrong with the compression is an OSError, as for any other file."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self.errors: tuple[type[Exception], ...] = (gzip.BadGzipFile, EOFError, zlib.error)
        if name.lower().endswith(".zst"):
            import zstandard

            self.errors = (zstandard.ZstdError,)
            self.unpack: Callable[[int], bytes] = (
                zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True).read
            )
        else:
            self.unpack = gzip.GzipFile(fileobj=file).read

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            read = self.unpack(len(buffer))
        except self.errors as error:
            raise OSError(f"cannot be unpacked: {error}") from error
        buffer[: len(read)] = read
        return len(read)


def utf8(stream: io.BufferedReader) -> io.BufferedReader:
    """The stream in UTF-8 without byte order mark, whatever it came in."""
    start = stream.peek(4)
    if start.startswith(codecs.BOM_UTF8):
        stream.read(len(codecs.BOM_UTF8))
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return io.BufferedReader(Recoded(stream))
    return stream


class Recoded(io.RawIOBase):
    """A UTF-16 stream read as UTF-8; what is no UTF-16 becomes a replacement character."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self.stream = stream
        self.decoder = codecs.getincrementaldecoder("utf-16")("replace")
        self.rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self.rest and (read := self.stream.read1(len(buffer))):
            self.rest = self.decoder.decode(read).encode()
        taken, self.rest = self.rest[: len(buffer)], self.rest[len(buffer) :]
        buffer[: len(taken)] = taken
        return len(taken)
