"""Web archives: an article a page. CC-NEWS comes in this form."""

from __future__ import annotations

from dealwire.batch.formats.streams import Opened
from dealwire.batch.pieces import Piece, Pieces

PAGES = ("text/html", "application/xhtml+xml")


def warc(opened: Opened, _id: str) -> Pieces:
    """The web pages in a WARC file, compressed or not; images, redirects and what else a crawler meets are no articles.

    A page goes by the id of its record, and `line` counts the responses.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    records = ArchiveIterator(opened.file, record_types=WarcRecordType.response, parse_http=True, auto_decode="all")
    limit = 4 * opened.reading.max_chars
    for number, record in enumerate(records, 1):
        http = record.http_headers
        if http is None:
            yield Piece("html", b"", opened.name, number, fault="a record that is cut short")
        elif http.status_code == 200 and (record.http_content_type or "").lower() in PAGES:
            raw = record.reader.read(limit + 1)
            fields = {"id": bare(record.record_id or ""), "url": record.headers.get("WARC-Target-URI")}
            fault = f"too large: over {opened.reading.max_chars:,} characters" if len(raw) > limit else None
            yield Piece("html", raw, opened.name, number, fields=fields, fault=fault)


def bare(record_id: str) -> str:
    """A record's id without its scheme.

    >>> bare("<urn:uuid:6b4c>")
    '6b4c'
    """
    return record_id.strip("<>").removeprefix("urn:uuid:")
