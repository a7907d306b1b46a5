"""`dealwire gold check`: what it finds wrong with gold, what it only points at, and that sound gold passes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import command
from command import Done

TEXT = 'Danone paid $3 million (about 5%) to "Vicat" under the Paris Agreement.'
Row = dict[str, Any]


def span(text: str, label: str, **values: Any) -> Row:
    start = TEXT.index(text)
    return {"doc_id": "a", "label": label, "start": start, "end": start + len(text), "text": text, **values}


SOUND = [
    span("Danone", "COMPANY", name="Danone", legal_form=None),
    span("$3 million", "MONEY", amount="3000000", currency="USD", modifier=None),
    span("5%", "PERCENT", value="5", unit="percent", modifier="about"),
    span("Vicat", "COMPANY", name="Vicat"),
    span("Paris Agreement", "TREATY", kind="agreement", parties=[], status="in_force"),
]


def check(tmp_path: Path, lines: list[Any], articles: str | None = None) -> Done:
    content = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    (tmp_path / "gold.jsonl").write_text(content, encoding="utf-8")
    if articles is None:
        (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return command.run("gold", "check", "gold.jsonl", articles or "a.txt", cwd=tmp_path)


def test_sound_gold_passes(tmp_path: Path) -> None:
    done = check(tmp_path, SOUND)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "all sound\n")


FAULTS = [
    ("{", "not JSON"),
    ({"doc_id": "a"}, "label: Field required"),
    ({**SOUND[0], "doc_id": "b"}, "doc_id: 'b' is not among the extracted articles"),
    ({"doc_id": "b", "evaluated": True}, "doc_id: 'b' is not among the extracted articles"),
    ({**SOUND[0], "label": "FIRM"}, "got 'FIRM'"),
    (span("Paris", "COMPANY"), "'Paris' overlaps 'Paris Agreement' on line 5"),
    ({**SOUND[0], "end": 999}, "end: 999 is beyond the end of article 'a' at 71"),
    ({**SOUND[0], "text": "Vicat"}, "text: 'Vicat' is not what stands at 0-6 of article 'a', which is 'Danone'"),
    ({**SOUND[0], "end": 0, "text": ""}, "end: the span at 0 is empty"),
    (span(" paid", "COMPANY"), "text: ' paid' starts with ' '"),
    (span('to "', "COMPANY"), "text: 'to \"' ends with '\"'"),
    (span("(about", "COMPANY"), "text: '(about' has a stray '('"),
    (span("paid", "MONEY", amount=3000000), "amount: a decimal is written as a string, got 3000000"),
    (span("paid", "MONEY", amount="much"), "got 'much'"),
    (span("paid", "MONEY", currency="dollars"), "currency: String should match pattern '^[A-Z]{3}$', got 'dollars'"),
    (span("paid", "PERCENT", unit="points"), "got 'points'"),
    (span("paid", "TREATY", parties="EU"), "got 'EU'"),
    (span("paid", "TREATY", status="hoped for"), "got 'hoped for'"),
    (span("paid", "COMPANY", amount="3"), "amount: COMPANY has no such attribute"),
    (SOUND[0], "the same record as on line 1"),
    (span("Danone paid", "COMPANY"), "'Danone paid' overlaps 'Danone' on line 1"),
]


@pytest.mark.parametrize(("line", "message"), FAULTS, ids=[message for _, message in FAULTS])
def test_a_fault_is_named_with_its_line(tmp_path: Path, line: Any, message: str) -> None:
    done = check(tmp_path, [*SOUND, line])
    assert (done.returncode, done.stderr) == (1, "1 faults, 0 suspicious places\n"), done.stdout
    assert done.stdout.startswith("gold.jsonl:6: ")
    assert message in done.stdout
    assert done.stdout.count("\n") == 1


def test_every_fault_is_named(tmp_path: Path) -> None:
    done = check(tmp_path, [*SOUND, {**SOUND[0], "end": 999}, "{", {**SOUND[1], "amount": "x"}])
    assert [line.split(" ")[0] for line in done.stdout.splitlines()] == [f"gold.jsonl:{n}:" for n in (6, 7, 8, 8)]


def test_an_optional_record_may_be_another_reading(tmp_path: Path) -> None:
    assert check(tmp_path, [*SOUND, span("Danone paid", "COMPANY", optional=True)]).returncode == 0


def test_forgotten_sums_are_pointed_at(tmp_path: Path) -> None:
    done = check(tmp_path, [SOUND[0]])
    assert (done.returncode, done.stderr) == (0, "0 faults, 2 suspicious places\n")
    assert done.stdout.splitlines() == [
        "gold.jsonl: suspicious: '$3' at 12-14 of 'a' is in no record",
        "gold.jsonl: suspicious: '5%' at 30-32 of 'a' is in no record",
    ]


def test_so_are_those_of_an_article_said_to_hold_none(tmp_path: Path) -> None:
    assert check(tmp_path, [{"doc_id": "a", "evaluated": True}]).stdout.count("suspicious") == 2


def test_articles_that_are_not_there(tmp_path: Path) -> None:
    done = check(tmp_path, SOUND, "nowhere")
    assert (done.returncode, done.stderr) == (2, "dealwire: nowhere: No such file or directory\n")


def test_the_corpus_is_sound() -> None:
    corpus = Path(__file__).parents[1] / "corpus"
    arguments = [sys.executable, "-m", "dealwire", "gold", "check", str(corpus / "gold"), str(corpus / "articles")]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "all sound\n")
