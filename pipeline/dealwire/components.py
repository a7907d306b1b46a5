"""The pipeline's parts as spaCy components, so that `nlp.add_pipe("dealwire_money")` works in anyone's pipeline.

The rulers note mentions; `dealwire_records`, the last of them, reads and settles the article. Results stand in
`doc.spans["dealwire"]` (a Span covers whole tokens, wider than the record where the tokenizer cut it), as typed records
with exact offsets in `doc._.dealwire`, and in `doc.ents` on request.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from dealwire.entities import read
from dealwire.entities.context import Context
from dealwire.mentions import Mention, Reading, Ruler
from dealwire.patterns import PatternSet
from dealwire.records import AnyRecord
from dealwire.resolve import resolve
from dealwire.rulers.company import CompanyRuler
from dealwire.rulers.money import MoneyRuler
from dealwire.rulers.percent import PercentRuler
from dealwire.rulers.phrase import PhraseRuler
from dealwire.rulers.treaty import TreatyRuler
from dealwire.settings import Settings
from dealwire.tokenizer import reading_of

KEY = "dealwire"
Component = Callable[[Doc], Doc]

if not Doc.has_extension(KEY):
    Doc.set_extension(KEY, default=())


@cache
def shipped_patterns() -> PatternSet:
    """dealwire's own patterns, read once."""
    return PatternSet()


def component(ruler: Ruler, spans: bool) -> Component:
    """A ruler as a component: what it finds is noted, and shown in `doc.spans` unless nobody looks there."""

    def run(doc: Doc) -> Doc:
        reading = reading_of(doc)
        found = ruler.find(reading.tokens, reading.mentions)
        reading.mentions += found
        if spans:
            show(doc, [*doc.spans.get(KEY, []), *(span_of(doc, reading, mention) for mention in found)])
        return doc

    return run


def span_of(doc: Doc, reading: Reading, mention: Mention) -> Span:
    """A mention as a Span of whole tokens."""
    tokens = reading.tokens
    return char_span(doc, tokens.starts[mention.first], tokens.end(mention.last), mention.label, mention.rule)


def char_span(doc: Doc, start: int, end: int, label: str, rule: str) -> Span:
    span = doc.char_span(start, end, label=label, span_id=rule, alignment_mode="expand")
    assert span is not None, "offsets come from the Doc's own text"
    return span


def show(doc: Doc, spans: list[Span]) -> None:
    """Put spans into `doc.spans["dealwire"]` in text order."""
    doc.spans[KEY] = sorted(spans, key=lambda span: (span.start, span.end))


def make_sentences(nlp: Language, name: str) -> Component:
    """`dealwire_sentences`: sentence starts that survive S.A., U.S., No. 5, Mr. Smith and hard line breaks."""

    def run(doc: Doc) -> Doc:
        tokens = reading_of(doc).tokens
        starts = {tokens.starts[i] for i in tokens.sentences} if len(tokens) else set()
        for token in doc:
            token.is_sent_start = token.idx in starts
        return doc

    return run


def make_money(nlp: Language, name: str, spans: bool) -> Component:
    """`dealwire_money`: amounts in a currency."""
    return component(MoneyRuler(shipped_patterns()), spans)


def make_percent(nlp: Language, name: str, spans: bool) -> Component:
    """`dealwire_percent`: percentages, percentage points, basis points."""
    return component(PercentRuler(shipped_patterns()), spans)


def make_treaties(nlp: Language, name: str, spans: bool) -> Component:
    """`dealwire_treaties`: named and described instruments."""
    return component(TreatyRuler(shipped_patterns()), spans)


def make_companies(nlp: Language, name: str, gazetteer: bool, lists: list[str], spans: bool) -> Component:
    """`dealwire_companies`: named commercial enterprises; behind the other rulers it keeps off their spans."""
    return component(CompanyRuler(shipped_patterns(), gazetteer, tuple(map(Path, lists))), spans)


def make_patterns(nlp: Language, name: str, folders: list[str], spans: bool) -> Component:
    """`dealwire_patterns`: the `whole` patterns of the user's own folders."""
    patterns = PatternSet(*map(Path, folders)) if folders else shipped_patterns()
    return component(PhraseRuler(patterns), spans)


def make_records(nlp: Language, name: str, dollar: str, set_ents: bool, overwrite_ents: bool) -> Component:
    """`dealwire_records`: reads the mentions into records and settles the article as a whole."""
    settings = Settings(dollar=dollar)

    def run(doc: Doc) -> Doc:
        records = records_of(doc, "doc", settings)
        doc._.dealwire = tuple(records)
        show(doc, [char_span(doc, r.start, r.end, r.label, r.rule) for r in records])
        if set_ents:
            spans = filter_spans(doc.spans[KEY])
            doc.set_ents(spans if overwrite_ents else merged(doc.ents, spans))
        return doc

    return run


def records_of(doc: Doc, doc_id: str, settings: Settings) -> list[AnyRecord]:
    """The records of a Doc whose mentions have been found."""
    reading = reading_of(doc)
    context = Context(reading.tokens, reading.mentions, settings, doc_id)
    records = [record for mention in reading.mentions if (record := read(context, mention))]
    return resolve(reading.tokens.text, records)


def merged(entities: Iterable[Span], spans: list[Span]) -> list[Span]:
    """Existing entities, and the spans that leave them untouched."""
    taken = {i for entity in entities for i in range(entity.start, entity.end)}
    return [*entities, *(span for span in spans if taken.isdisjoint(range(span.start, span.end)))]


for _name, _make, _defaults in (
    ("dealwire_sentences", make_sentences, {}),
    ("dealwire_money", make_money, {"spans": True}),
    ("dealwire_percent", make_percent, {"spans": True}),
    ("dealwire_treaties", make_treaties, {"spans": True}),
    ("dealwire_companies", make_companies, {"gazetteer": True, "lists": [], "spans": True}),
    ("dealwire_patterns", make_patterns, {"folders": [], "spans": True}),
    ("dealwire_records", make_records, {"dollar": "USD", "set_ents": False, "overwrite_ents": False}),
):
    Language.factory(_name, func=_make, default_config=_defaults, assigns=["doc.spans"])
