"""A piece in, its outcome out: what a worker does, whatever process it lives in."""

from __future__ import annotations

import gc
import hashlib
from collections import Counter

from dealwire.articles import Article
from dealwire.batch.options import Reading
from dealwire.batch.parsers import article_of
from dealwire.batch.pieces import Outcome, Piece
from dealwire.errors import InputError
from dealwire.extract import Extractor
from dealwire.jsonl import dump
from dealwire.settings import Settings


class Worker:
    """Reads pieces, extracts their records, writes both as JSON; a bad piece is an outcome, never an exception."""

    def __init__(self, settings: Settings, reading: Reading) -> None:
        gc.disable()
        self.extractor = Extractor(settings)
        gc.freeze()  # the lists stay to the end, so no garbage collection need go through them
        gc.enable()
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
