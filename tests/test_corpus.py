"""The golden articles: what comes out equals the annotation, record by record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dealwire import Article, Extractor
from dealwire.jsonl import read_objects

CORPUS = Path(__file__).parents[1] / "corpus"
ARTICLES = sorted((CORPUS / "articles").glob("*.txt"))


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("label", ["MONEY", "PERCENT", "COMPANY", "TREATY"])
def test_records_equal_the_gold(path: Path, label: str, extractor: Extractor) -> None:
    gold = [value for _, value in read_objects(CORPUS / "gold" / f"{path.stem}.jsonl") if value["label"] == label]
    records = extractor.extract(Article(id=path.stem, text=path.read_text(encoding="utf-8")))
    found = [record.model_dump(mode="json") for record in records if record.label == label]
    assert [comparable(record, gold[0]) for record in found] == [comparable(value, gold[0]) for value in gold]


def comparable(record: dict[str, Any], like: dict[str, Any]) -> dict[str, Any]:
    """The keys that gold has; what a list holds counts, not its order."""
    return {key: sorted(record[key]) if isinstance(record[key], list) else record[key] for key in like}


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_wrapping_at_72_columns_changes_no_record(path: Path, extractor: Extractor) -> None:
    """Newswire comes with hard line breaks; as long as the breaks replace spaces, offsets stay the same too."""
    text = path.read_text(encoding="utf-8")
    plain, broken = extractor.extract(text), extractor.extract(wrapped(text))
    assert [(r.start, r.end, r.label) for r in broken] == [(r.start, r.end, r.label) for r in plain]


def wrapped(text: str, width: int = 72) -> str:
    """The text with the last space before each column `width` replaced by a line break."""
    out, line_start, last_space = list(text), 0, -1
    for i, char in enumerate(text):
        if char == "\n":
            line_start, last_space = i + 1, -1
        elif char == " ":
            last_space = i
        if i - line_start >= width and last_space > line_start:
            out[last_space] = "\n"
            line_start, last_space = last_space + 1, -1
    return "".join(out)
