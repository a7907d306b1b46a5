"""The users' own lists, in every layout, through the real command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dealwire.errors import PatternError
from dealwire.extract import Extractor, Settings
from dealwire.records import Company
from dealwire.rulers.company.lexicon import read_companies

OURS = "name,aliases,id,country\nQuellmark Ovens,Quellmark;QVN Group,Q-1,NO\n"
GLEIF = (
    "LEI,Entity.LegalName,Entity.LegalName.xmllang,Entity.OtherEntityNames.OtherEntityName.1,"
    "Entity.OtherEntityNames.OtherEntityName.1.type\n"
    "529900TESTLEI0000001,QUELLMARK OVENS LIMITED,en,Quellmark Ovens,TRADING_NAME\n"
)
SEC = json.dumps({"0": {"cik_str": 1234, "ticker": "QVN", "title": "Quellmark Ovens Inc."}})
LINES = '{"name": "Quellmark Ovens", "aliases": ["Quellmark"], "id": "Q-1"}\n'


def found(path: Path, text: str) -> list[tuple[str, str | None]]:
    extractor = Extractor(Settings(companies=(path,)))
    return [(r.text, r.company_id) for r in extractor.extract(text) if isinstance(r, Company)]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("list.csv", OURS, "Q-1"),
        ("list.jsonl", LINES, "Q-1"),
        ("gleif.csv", GLEIF, "529900TESTLEI0000001"),
        ("company_tickers.json", SEC, "1234"),
    ],
)
def test_a_listed_company_is_found_with_its_id(tmp_path: Path, name: str, content: str, expected: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    text = "The ovens of Quellmark Ovens Inc. were sold, and Quellmark Ovens grew."
    assert found(tmp_path / name, text) == [("Quellmark Ovens Inc.", expected), ("Quellmark Ovens", expected)]


def test_only_whole_words_with_a_capital_count(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("name,aliases,id,country\nVelt,,V,NO\n", encoding="utf-8")
    assert found(tmp_path / "list.csv", "They saw Velt and Velten, and a velt, and Svelt.") == [("Velt", "V")]


def test_the_compiled_form_stands_beside_the_list_and_follows_its_content(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(OURS, encoding="utf-8")
    assert found(path, "They saw Quellmark.") == [("Quellmark", "Q-1")]
    [first] = tmp_path.glob("*.compiled")
    path.write_text(OURS.replace("Q-1", "Q-2"), encoding="utf-8")
    assert found(path, "They saw Quellmark.") == [("Quellmark", "Q-2")]
    assert first.exists() and len(list(tmp_path.glob("*.compiled"))) == 2


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("list.csv", "firm\nQuellmark\n", ":1: no column `name` or `Entity.LegalName`"),
        ("list.jsonl", '{"id": "Q"}\n', ":1: name: a company needs one, got None"),
        ("tickers.json", "[1]", ": not in the layout of company_tickers.json"),
    ],
)
def test_a_list_of_another_layout_is_named(tmp_path: Path, name: str, content: str, fault: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(PatternError) as error:
        found(tmp_path / name, "")
    assert str(error.value).startswith(f"{tmp_path / name}{fault}")


def test_the_command_reads_lists_and_explains(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(OURS, encoding="utf-8")
    (tmp_path / "a.txt").write_text("They saw Quellmark.", encoding="utf-8")
    command = [sys.executable, "-m", "dealwire", "extract", str(tmp_path / "a.txt"), "-o", "-", "--explain"]
    done = subprocess.run(
        [*command, "--companies", str(tmp_path / "list.csv")], capture_output=True, text=True, check=True
    )
    [record] = map(json.loads, done.stdout.splitlines())
    assert record["company_id"] == "Q-1" and record["rule"] == "company.listed"
    assert record["evidence"] == [{"rule": "company.listed", "weight": 4.0}]
    plain = subprocess.run([*command[:-1], "--no-gazetteer"], capture_output=True, text=True, check=True)
    assert plain.stdout == ""


def test_a_need_that_there_is_not_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "companies.csv"
    path.write_text("name,aliases,country,needs\nQuellmark,,NO,maybe\n", encoding="utf-8")
    with pytest.raises(PatternError, match=r"companies\.csv: Quellmark: `needs` is 'maybe'"):
        list(read_companies(path))
