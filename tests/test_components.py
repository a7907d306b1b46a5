"""dealwire's parts in anyone's spaCy pipeline."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

RULERS = ("dealwire_money", "dealwire_percent", "dealwire_treaties", "dealwire_companies")
TEXT = "Acme Holdings plc paid £3m-£4m and 50bps."


def pipeline(nlp: Language, **config: object) -> Language:
    for name in RULERS:
        nlp.add_pipe(name)
    nlp.add_pipe("dealwire_records", config=config)
    return nlp


@pytest.fixture(scope="module")
def plain() -> Language:
    return pipeline(spacy.blank("en"))


def test_behind_spacys_own_tokenizer_records_keep_exact_offsets(plain: Language) -> None:
    doc = plain(TEXT)
    assert [record.text for record in doc._.dealwire] == ["Acme Holdings plc", "£3m-£4m", "50bps"]
    assert all(doc.text[r.start : r.end] == r.text for r in doc._.dealwire)


def test_spans_widen_to_whole_tokens_where_the_tokenizer_cut_otherwise(plain: Language) -> None:
    doc = plain("Rates rose 50bps/year.")
    assert [record.text for record in doc._.dealwire] == ["50bps"]
    assert [span.text for span in doc.spans["dealwire"]] == [token.text for token in doc if "50bps" in token.text]


def test_spans_carry_label_and_rule(plain: Language) -> None:
    doc = plain(TEXT)
    assert [(span.label_, span.id_) for span in doc.spans["dealwire"]] == [
        (record.label, record.rule) for record in doc._.dealwire
    ]


def test_entities_are_left_alone_unless_asked(plain: Language) -> None:
    assert plain(TEXT).ents == ()


@Language.component("an_earlier_ner")
def an_earlier_ner(doc: Doc) -> Doc:
    doc.set_ents([Span(doc, 0, 1, label="ORG")])
    return doc


@pytest.mark.parametrize(
    ("overwrite", "labels"), [(False, ["ORG", "MONEY", "PERCENT"]), (True, ["COMPANY", "MONEY", "PERCENT"])]
)
def test_existing_entities_are_kept_unless_asked(overwrite: bool, labels: list[str]) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("an_earlier_ner")
    pipeline(nlp, set_ents=True, overwrite_ents=overwrite)
    doc = nlp("Acme Holdings plc paid $4 million, or 50% more.")
    assert [ent.label_ for ent in doc.ents] == labels


def test_sentences_by_name() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("dealwire_sentences")
    doc = nlp("Acme S.A. met Mr. Smith on\nMonday. It paid $1.1 million.")
    assert [sent.text for sent in doc.sents] == ["Acme S.A. met Mr. Smith on\nMonday.", "It paid $1.1 million."]


def test_our_tokenizer_by_name_in_a_config() -> None:
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "dealwire.Tokenizer.v1"}}})
    doc = nlp(" It paid  £3m-£4m\n\nin cash ")
    assert doc.text == " It paid  £3m-£4m\n\nin cash "
    assert [token.text for token in doc if not token.is_space] == [*"It paid £ 3 m - £ 4 m in cash".split()]


def test_a_saved_pipeline_loads_again(tmp_path: object) -> None:
    nlp = pipeline(spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "dealwire.Tokenizer.v1"}}}))
    nlp.to_disk(str(tmp_path))
    again = spacy.load(str(tmp_path))
    assert [r.text for r in again(TEXT)._.dealwire] == [r.text for r in nlp(TEXT)._.dealwire]
