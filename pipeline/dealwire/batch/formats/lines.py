"""JSON Lines: an article a line."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator

from dealwire.batch.formats.streams import Opened
from dealwire.batch.pieces import Piece, Pieces

BYTES_A_CHAR = 12  # at most, as an escaped pair of surrogates
ROOM = 1 << 20  # for the other fields


def split(opened: Opened, _id: str) -> Pieces:
    """The lines of a file that are not blank; a file without any is a fault."""
    number = 0
    if fault := opened.binary():
        yield Piece("json", opened.head(), opened.name, fault=fault)
        return
    limit = BYTES_A_CHAR * opened.max_chars + ROOM
    for number, raw in enumerate(bounded(utf8(opened.stream), limit), 1):
        if len(raw) > limit:
            yield Piece("json", raw, opened.name, number, fault=f"too large: a line over {limit:,} bytes")
        elif raw.strip():
            yield Piece("json", raw, opened.name, number)
    if not number:
        yield Piece("json", b"", opened.name, fault="an empty file")


def bounded(stream: io.BufferedIOBase, limit: int) -> Iterator[bytes]:
    """The lines of a stream; of one beyond the limit only the beginning."""
    while line := stream.readline(limit + 1):
        yield line
        rest = line
        while len(rest) > limit and not rest.endswith(b"\n"):
            rest = stream.readline(limit + 1)


def utf8(stream: io.BufferedReader) -> io.BufferedIOBase:
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
