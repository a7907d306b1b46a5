"""A piece in, its outcome out: what a worker does, whatever process it lives in."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any

from dealwire.articles import Article
from dealwire.batch.options import Reading
from dealwire.batch.pieces import Outcome, Piece
from dealwire.decode import decode
from dealwire.errors import InputError, shorten
from dealwire.extract import Extractor
from dealwire.jsonl import dump, parse
from dealwire.settings import Settings


class Worker:
    """Reads pieces, extracts their records, writes both as JSON; a bad piece is an outcome, never an exception."""

    def __init__(self, settings: Settings, reading: Reading) -> None:
        self.extractor = Extractor(settings)
        self.reading = reading

    def __call__(self, piece: Piece) -> Outcome:
        if piece.fault:
            return Outcome(fault=piece.fault)
        article = None
        try:
            article = article_of(piece, self.reading)
            return self._done(article)
        except InputError as error:
            fault = error.message
        except Exception as error:  # whatever goes wrong inside the pipeline costs this article, not its neighbours
            fault = f"{type(error).__name__}: {error}"
        return Outcome(id=article.id if article else None, fault=fault)

    def _done(self, article: Article) -> Outcome:
        records, held = self.extractor.sift(article)
        return Outcome(
            id=article.id,
            sha256=hashlib.sha256(article.text.encode()).hexdigest(),
            article=dump(article.fields()) + "\n",
            records="".join(dump(record) + "\n" for record in records),
            labels=dict(Counter(record.label for record in records)),
            held=len(held),
        )


def article_of(piece: Piece, reading: Reading) -> Article:
    """The article in a piece; raises InputError, without its place, where there is none."""
    article = READERS[piece.kind](piece, reading)
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


def required(value: dict[str, Any], name: str) -> Any:
    if name not in value:
        raise InputError(f"no field {name!r}: {shorten(value)}")
    return value[name]


def carried(value: dict[str, Any], reading: Reading) -> dict[str, Any]:
    """The other fields; one that is called `id` or `text` but is not the article's is kept as `input_…`."""
    rest = {name: field for name, field in value.items() if name not in (reading.text_field, reading.id_field)}
    return {f"input_{name}" if name in ("id", "text") else name: field for name, field in rest.items()}


READERS = {"text": from_text, "json": from_json}
