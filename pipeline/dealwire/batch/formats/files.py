"""Files that are one article each."""

from __future__ import annotations

from dealwire.batch.formats.streams import Opened
from dealwire.batch.pieces import Kind, Piece, Pieces

BYTES_A_CHAR = 4  # at most, in UTF-8 and UTF-16 alike


def text(opened: Opened, article_id: str) -> Pieces:
    """A plain text."""
    return whole(opened, "text", article_id)


def html(opened: Opened, article_id: str) -> Pieces:
    """A web page."""
    return whole(opened, "html", article_id)


def whole(opened: Opened, kind: Kind, article_id: str) -> Pieces:
    """The file as one piece; one that is far too large is not even read."""
    limit = BYTES_A_CHAR * opened.reading.max_chars
    fault = f"too large: over {opened.reading.max_chars:,} characters"
    if opened.size is not None and opened.size > limit:
        yield Piece(kind, b"", opened.name, fault=fault, path=opened.name)
        return
    raw = opened.stream.read(limit + 1)
    yield Piece(kind, raw, opened.name, fields={"id": article_id}, fault=fault if len(raw) > limit else None)
