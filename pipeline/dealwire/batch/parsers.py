"""Pieces into articles, one parser a kind of piece."""

from __future__ import annotations

from typing import Any

from dealwire.articles import Article
from dealwire.batch.options import Reading
from dealwire.batch.pieces import Piece
from dealwire.decode import decode
from dealwire.errors import InputError, shorten
from dealwire.jsonl import parse


def article_of(piece: Piece, reading: Reading) -> Article:
    """The article in a piece; raises InputError, without its place, where there is none."""
    article = PARSERS[piece.kind](piece, reading)
    if len(article.text) > reading.max_chars:
        raise InputError(f"too large: {len(article.text):,} characters, over {reading.max_chars:,}")
    return article


def from_text(piece: Piece, _reading: Reading) -> Article:
    return Article(**piece.fields, text=decode(piece.raw, piece.source))


def from_json(piece: Piece, reading: Reading) -> Article:
    """An object with a text and an id; its other fields are carried along."""
    value = parse(piece.raw, piece.line or 1, piece.source)
    if isinstance(value, InputError):
        raise value
    text, article_id = required(value, reading.text_field), required(value, reading.id_field)
    if isinstance(article_id, int) and not isinstance(article_id, bool):
        article_id = str(article_id)
    for name, found in ((reading.text_field, text), (reading.id_field, article_id)):
        if not isinstance(found, str):
            raise InputError(f"{name!r} is no string: {shorten(found)}")
        if not found.strip():
            raise InputError(f"{name!r} is empty: {shorten(value)}")
    return Article(**carried(value, reading), id=article_id, text=text)


def from_html(piece: Piece, _reading: Reading) -> Article:
    """The main text of a web page, its paragraphs set apart by blank lines, with what the page says of itself."""
    from trafilatura import bare_extraction

    page = bare_extraction(piece.raw, url=piece.fields.get("url"), include_comments=False, with_metadata=True)
    about: dict[str, Any] = page.as_dict() if page is not None and not isinstance(page, dict) else {}
    lines = [line for line in (about.get("text") or "").split("\n") if line.strip()]
    if not lines:
        raise InputError("no article in this page")
    known = {name: about.get(name) for name in ("title", "date", "url")} | piece.fields
    return Article(text="\n\n".join(lines), **{name: value for name, value in known.items() if value})


def required(value: dict[str, Any], name: str) -> Any:
    if name not in value:
        raise InputError(f"no field {name!r}: {shorten(value)}")
    return value[name]


def carried(value: dict[str, Any], reading: Reading) -> dict[str, Any]:
    """The other fields; one that is called `id` or `text` but is not the article's is kept as `input_…`."""
    rest = {name: field for name, field in value.items() if name not in (reading.text_field, reading.id_field)}
    return {f"input_{name}" if name in ("id", "text") else name: field for name, field in rest.items()}


PARSERS = {"text": from_text, "json": from_json, "html": from_html}
