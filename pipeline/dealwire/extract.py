"""Text in, records out: the whole flow.

text → tokenizer → rulers → readers → resolve → records
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import spacy
from spacy.language import Language

from dealwire import components  # registers the pipeline's parts with spaCy
from dealwire.articles import Article
from dealwire.confidence import read_confidence
from dealwire.entities.denominations import check_dollar
from dealwire.entities.treaty.polities import polities
from dealwire.patterns import PatternSet, shipped
from dealwire.records import AnyRecord
from dealwire.settings import Settings

__all__ = ["Extractor", "Settings"]

RULERS = ("money", "percent", "treaties", "companies")


class Extractor:
    """Finds and reads the records of articles.

    >>> [(r.text, r.currency) for r in Extractor().extract("It paid 5 million tenge.")]
    [('5 million tenge', 'KZT')]
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        check_dollar(self.settings.dollar)
        with uncollected():
            self.nlp = pipeline(self.settings)
            polities()  # else read with the first treaty, while garbage is collected
        self.confidence = read_confidence((shipped(), *self.settings.patterns))

    def extract(self, text: str | Article) -> list[AnyRecord]:
        """The records of one article, in text order."""
        return self.sift(text)[0]

    def sift(self, text: str | Article) -> tuple[list[AnyRecord], list[AnyRecord]]:
        """The records of one article, and those held back for want of confidence."""
        article = text if isinstance(text, Article) else Article(id="text", text=text)
        records = self.confidence.mark(components.records_of(self.nlp(article.text), article.id, self.settings))
        least = self.settings.min_confidence
        held = [r for r in records if r.confidence is not None and r.confidence < least]
        return [r for r in records if r.confidence is None or r.confidence >= least] if held else records, held

    def pipe(self, articles: Iterable[Article]) -> Iterator[tuple[Article, list[AnyRecord]]]:
        """Each article with its records, one at a time."""
        for article in articles:
            yield article, self.extract(article)


@contextmanager
def uncollected() -> Iterator[None]:
    """No garbage collection meanwhile: it would go through the lists again and again while they are being read."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def pipeline(settings: Settings) -> Language:
    """The spaCy pipeline of the rulers; reading and resolving follow it in `Extractor.extract`."""
    tokenizer = {"@tokenizers": "dealwire.Tokenizer.v1", "bare": True}
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": tokenizer}})
    nlp.max_length = 2**31
    companies = {"gazetteer": settings.gazetteer, "lists": [str(path) for path in settings.companies]}
    for name in RULERS:
        own = companies if name == "companies" else {}
        nlp.add_pipe(f"dealwire_{name}", config={"spans": False, **own})
    folders = [str(folder) for folder in settings.patterns]
    if folders:
        PatternSet(shipped(), *settings.patterns)  # ids must be unique across ours and theirs
        nlp.add_pipe("dealwire_patterns", config={"folders": folders, "spans": False})
    return nlp
