"""`dealwire compare`: the difference of two runs, how sure it is, and what changed for which record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import command
from command import Done
from dealwire.evaluate.compare import Comparison, compare
from dealwire.evaluate.sources import Case
from evaluation_cases import Row, row, source

GOLD = [row(i * 10, i * 10 + 5, doc=f"d{i % 8}", amount="5") for i in range(80)]


def compared(a: list[Row], b: list[Row], gold: list[Row] | None = None) -> Comparison:
    golden = source(gold or GOLD)
    return compare(Case(golden, source(a), None), Case(golden, source(b), None))


def lead(comparison: Comparison, figure: str) -> tuple[float, bool]:
    [found] = [d for d in comparison.differences if (d.label, d.figure) == ("micro", figure)]
    return round(found.lead, 6), found.sure


def test_a_run_does_not_differ_from_itself() -> None:
    comparison = compared(GOLD, GOLD[::-1])
    assert comparison.changes == []
    assert lead(comparison, "strict.f") == (0.0, False)


def test_a_clear_difference_is_sure() -> None:
    assert lead(compared(GOLD[:40], GOLD), "strict.r") == (0.5, True)
    assert lead(compared(GOLD, GOLD[:40]), "strict.r") == (-0.5, True)


def test_a_difference_in_one_article_is_not() -> None:
    assert lead(compared(GOLD[1:], GOLD), "strict.r") == (0.0125, False)


def test_one_article_gives_no_interval() -> None:
    comparison = compared([], GOLD[:1], GOLD[:1])
    assert {d.interval for d in comparison.differences} == {None}


SHIFTED = row(1, 5, amount="5")
OUTCOMES = [
    ("a record no longer found", [row(0, 5)], [], ["lost"]),
    ("a record found at last", [], [row(0, 5)], ["gained"]),
    ("a new false positive", [], [row(7, 9)], ["lost"]),
    ("a false positive gone", [row(7, 9)], [], ["gained"]),
    ("a value gone wrong", [row(0, 5, amount="5")], [row(0, 5, amount="6")], ["lost"]),
    ("another wrong value", [row(0, 5, amount="7")], [row(0, 5, amount="6")], ["changed"]),
    ("a miss that became a boundary", [], [SHIFTED], ["changed"]),
    ("the same error in both", [SHIFTED], [SHIFTED], []),
    ("a boundary put right", [SHIFTED], [row(0, 5, amount="5")], ["gained"]),
]


@pytest.mark.parametrize(("a", "b", "expected"), [pytest.param(*c[1:], id=c[0]) for c in OUTCOMES])
def test_outcomes(a: list[Row], b: list[Row], expected: list[str]) -> None:
    values = {"amount": "5"} if any("amount" in r for r in [*a, *b]) else {}
    gold = [row(0, 5, **values)]
    assert [change.outcome for change in compared(a, b, gold).changes] == expected


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = "Sales rose 5% and 7%."
    five, seven = (
        {"doc_id": "a", "label": "PERCENT", "start": at, "end": at + 2, "text": text[at : at + 2]} for at in (11, 18)
    )
    for name, rows in {"a": [five], "b": [seven], "gold": [five, seven]}.items():
        path = tmp_path / name / "records.jsonl" if name != "gold" else tmp_path / "gold.jsonl"
        path.parent.mkdir(exist_ok=True)
        path.write_text("".join(json.dumps(r) + "\n" for r in rows))
        (path.parent / "articles.jsonl").write_text(json.dumps({"id": "a", "text": text}) + "\n")
    return tmp_path


def run(folder: Path, *arguments: str) -> Done:
    return command.run("compare", "a", "b", "gold.jsonl", *arguments, cwd=folder)


def test_what_broke_stands_in_its_sentence(folder: Path) -> None:
    shown = " ".join(run(folder).stdout.split())
    assert "PERCENT strict.f 0.667 0.667 +0.000" in shown
    assert "lost: right in A, wrong in B: 1 B: missed PERCENT a:11-13 Sales rose [5%] and 7%." in shown
    assert "gained: wrong in A, right in B: 1 A: missed PERCENT a:18-20 Sales rose 5% and [7%]." in shown


def test_all_of_it_as_json(folder: Path) -> None:
    result = json.loads(run(folder, "--json").stdout)
    assert [(c["outcome"], bool(c["a"]), bool(c["b"])) for c in result["changes"]] == [
        ("lost", False, True),
        ("gained", True, False),
    ]
    assert result["differences"][0]["label"] == "PERCENT"
