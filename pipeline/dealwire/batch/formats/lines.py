"""JSON Lines: an article a line."""

from __future__ import annotations

import io
from collections.abc import Iterator

from dealwire.batch.formats.streams import Opened, utf8
from dealwire.batch.pieces import Piece, Pieces

BYTES_A_CHAR = 12  # at most, as an escaped pair of surrogates
ROOM = 1 << 20  # for the other fields


def split(opened: Opened, _id: str) -> Pieces:
    """The lines of a file that are not blank; a file without any is a fault."""
    if fault := opened.binary():
        yield Piece("json", opened.head(), opened.name, fault=fault)
        return
    limit = BYTES_A_CHAR * opened.reading.max_chars + ROOM
    number = 0
    for number, raw in enumerate(bounded(utf8(opened.stream), limit), 1):
        if len(raw) > limit:
            yield Piece("json", raw, opened.name, number, fault=f"too large: a line over {limit:,} bytes")
        elif raw.strip():
            yield Piece("json", raw, opened.name, number)
    if not number:
        yield Piece("json", b"", opened.name, fault="an empty file")


def bounded(stream: io.BufferedReader, limit: int) -> Iterator[bytes]:
    """The lines of a stream; of one beyond the limit only the beginning."""
    while line := stream.readline(limit + 1):
        yield line
        rest = line
        while len(rest) > limit and not rest.endswith(b"\n"):
            rest = stream.readline(limit + 1)
