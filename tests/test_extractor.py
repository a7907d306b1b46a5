"""The Extractor: typed records out of any text, with exact offsets."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dealwire import Article, Extractor, Money, Settings
from dealwire.errors import PatternError, SelfCheckError
from dealwire.patterns import PatternSet
from dealwire.resolve import check
from dealwire.rulers import phrase
from dealwire.rulers.phrase import PhraseRuler
from dealwire.tokens import tokenize


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def test_records_are_typed(extractor: Extractor) -> None:
    (record,) = extractor.extract("It paid about $4.2 billion in cash.")
    assert isinstance(record, Money)
    assert (record.amount, record.currency, record.modifier) == (Decimal("4200000000"), "USD", "about")
    assert record.id == "text:14-26:MONEY"


def test_pipe_streams(extractor: Extractor) -> None:
    articles = (Article(id=str(n), text=f"It rose {n}%.") for n in range(3))
    stream = extractor.pipe(articles)
    article, records = next(stream)
    assert (article.id, [r.text for r in records]) == ("0", ["0%"])
    assert len(list(stream)) == 2


PIECES = [
    "Acme Holdings plc", "Société Générale S.A.", "$4.2\u00a0billion", "£3m-£4m", "5\u2009%", "5 million\ntenge",
    "the joint declaration", "\u200f", "שלום", "👩‍🚀", "e\u0301", "So\u00adcial Bank", "“", "’s", "\r\n", "\u2028",
    "\u0085", "U.S.", "12\u202f500 euros", "(", ")", " ", "\n\n", "and", "between", "A", "\u00ad", "\ufeff", "%", "$",
]  # fmt: skip


# What the rulers look for around names, side by side in any order.
AROUND = [
    *"""Harbison Co Corp Ltd Pvt HSBC India Google Home carmaker Carmaker firm of is which said CEO Ann Roe J. Bank for
    ( ) (HC) (NYSE: < > * ** - – | : ; , . the Lima Deal US-Japan TLD pact on with signed once 1.6195/05 dlrs
    pct""".split(),
    "\n",
    "\n    ",
]


@given(st.lists(st.sampled_from(AROUND), max_size=12).map(" ".join))
@example("Harbison **")
def test_any_end_of_a_text_is_read(extractor: Extractor, text: str) -> None:
    for record in extractor.extract(text):
        assert text[record.start : record.end] == record.text


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=12).map("".join))
@example("")
@example("\ufeff$5")
def test_any_text_gives_exact_slices(extractor: Extractor, text: str) -> None:
    for record in extractor.extract(text):
        assert text[record.start : record.end] == record.text
        assert record.text == record.text.strip()


def test_the_self_check_raises_on_a_wrong_slice() -> None:
    record = Money(id="a", doc_id="a", text="$5", start=0, end=2, rule="x")
    with pytest.raises(SelfCheckError, match="not the article's slice"):
        check("$6", [record])
    with pytest.raises(SelfCheckError, match="overlaps"):
        check("$5", [record, record])


def write(folder: Path, *lines: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "mine.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


PHRASE = '{"label":"COMPANY","id":"my.zyx","pattern":"zyx","examples":["the zyx shop"],"not_examples":["zyxy"]}'
TOKENS = (
    '{"label":"TREATY","id":"my.format","pattern":[{"IS_TITLE":true},{"LOWER":"format"}],'
    '"examples":["the Minsk format"],"not_examples":["the new format"]}'
)


def test_users_own_patterns_are_added(tmp_path: Path) -> None:
    folder = write(tmp_path / "p", PHRASE, TOKENS)
    records = Extractor(Settings(patterns=(folder,))).extract("The zyx shop left the Minsk format after a 5% fall.")
    assert [(r.label, r.text, r.rule) for r in records if r.label != "PERCENT"] == [
        ("COMPANY", "zyx", "my.zyx"),
        ("TREATY", "Minsk format", "my.format"),
    ]
    assert any(r.label == "PERCENT" for r in records)


def test_a_repeated_id_is_refused_with_its_line(tmp_path: Path) -> None:
    folder = write(tmp_path / "p", PHRASE, PHRASE)
    with pytest.raises(PatternError, match=r"mine\.jsonl:2: id 'my\.zyx' is already taken"):
        Extractor(Settings(patterns=(folder,)))


def test_words_beyond_a_common_vocabulary_are_freed_with_their_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(phrase, "VOCABULARY", 0)
    ruler = PhraseRuler(PatternSet(write(tmp_path / "p", TOKENS)))
    for word in ("Normandy", "Zelvane", "Quorrin"):
        [found] = ruler.find(tokenize(f"They left the {word} format."), [])
        assert (found.rule, found.first, found.last) == ("my.format", 3, 4)
        assert word not in ruler.vocab
