"""The time that each stage of the pipeline takes, one after the other on the same texts."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import spacy.language

from dealwire import Extractor
from dealwire.articles import Article
from dealwire.components import records_of
from dealwire.jsonl import dump
from dealwire.tokens import tokenize


def stages(texts: list[str]) -> dict[str, float]:
    """Seconds of CPU time a stage."""
    extractor = Extractor()
    taken: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def timed(name: str) -> Iterator[None]:
        begun = time.process_time()
        yield
        taken[name] += time.process_time() - begun

    for text in texts:
        extractor.extract(text)  # what is looked up once, and common words, are in place then
    for text in texts:
        with timed("tokens"):
            tokens = tokenize(text)
        with timed("folded words, sentences"):
            _ = tokens.lower, tokens.sentences
        with timed("Doc (its tokens taken off)"):
            doc = extractor.nlp.make_doc(text)
        for name, part in pipes(extractor.nlp):
            with timed(name):
                doc = part(doc)
        with timed("reading, resolving, checking"):
            records = records_of(doc, "bench", extractor.settings)
        with timed("writing as JSON"):
            _ = [dump(record) for record in records], dump(Article(id="bench", text=text).fields())
    taken["Doc (its tokens taken off)"] -= taken["tokens"]
    return dict(taken) | {"together": sum(taken.values())}


def pipes(nlp: spacy.language.Language) -> list[tuple[str, Callable[[Any], Any]]]:
    """The rulers, in order."""
    return [(name, part) for name, part in nlp.pipeline if name.startswith("dealwire_")]
