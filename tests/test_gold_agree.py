"""`dealwire gold agree`: two annotators, by records, by tokens, by values."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import command
from command import Done
from dealwire.evaluate.agreement import against_rest, agree, kappa
from evaluation_cases import Row

TEXT = "Danone paid $3 million to Vicat, about 5% more."


def span(text: str, label: str, **values: Any) -> Row:
    start = TEXT.index(text)
    return {"doc_id": "a", "label": label, "start": start, "end": start + len(text), "text": text, **values}


A = [span("Danone", "COMPANY"), span("$3 million", "MONEY", amount="3000000"), span("5%", "PERCENT")]
B = [span("Danone", "COMPANY"), span("$3 million", "MONEY", amount="3"), span("Vicat", "COMPANY")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, rows in (("a", A), ("b", B), ("articles", [{"id": "a", "text": TEXT}])):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str) -> Done:
    return command.run("gold", "agree", *arguments, cwd=folder)


def test_figures(folder: Path) -> None:
    figures = json.loads(run(folder, "a.jsonl", "b.jsonl", "--json").stdout)
    assert figures["micro"]["strict"]["f"] == pytest.approx(2 / 3)
    assert figures["MONEY"]["attrs"] == {"amount": [0.0, 1]}
    # Of 13 tokens, 4 bear the same label, 3 differ (Vicat, 5, %), 6 bear none: agreed 10/13, by chance 67/169.
    assert figures["kappa"]["all"] == pytest.approx(63 / 102, abs=1e-6)
    assert figures["kappa"]["MONEY"] == 1
    assert figures["kappa"]["PERCENT"] == 0


def test_it_does_not_matter_who_comes_first(folder: Path) -> None:
    one, other = (agree(folder / a, folder / b) for a, b in (("a.jsonl", "b.jsonl"), ("b.jsonl", "a.jsonl")))
    assert one.kappas == other.kappas
    for label in ("COMPANY", "MONEY", "micro"):
        assert one.figures[label]["strict"]["f"] == other.figures[label]["strict"]["f"]


def test_disagreements_are_listed(folder: Path) -> None:
    shown = " ".join(run(folder, "a.jsonl", "b.jsonl").stdout.split())
    assert "only in A: 1 PERCENT a:39-41 Danone paid $3 million to Vicat, about [5%] more." in shown
    assert "only in B: 1 COMPANY a:26-31 Danone paid $3 million to {Vicat}, about 5% more." in shown
    assert "another value: 1 MONEY a:12-22 amount: A 3000000, B 3 " in shown


def test_without_articles_there_is_no_kappa(folder: Path) -> None:
    (folder / "articles.jsonl").rename(folder / "elsewhere.jsonl")
    assert "kappa needs the articles" in run(folder, "a.jsonl", "b.jsonl").stdout
    assert "kappa needs" not in run(folder, "a.jsonl", "b.jsonl", "--articles", "elsewhere.jsonl").stdout


def test_only_what_both_annotated_is_compared(folder: Path) -> None:
    more = [*A, {"doc_id": "c", "evaluated": True}]
    (folder / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in more))
    (folder / "articles.jsonl").unlink()
    result = agree(folder / "a.jsonl", folder / "b.jsonl")
    assert (result.only_a, result.only_b, len(result.evaluation.documents)) == (["c"], [], 1)
    (folder / "b.jsonl").write_text(json.dumps({"doc_id": "d", "evaluated": True}) + "\n")
    done = run(folder, "a.jsonl", "b.jsonl")
    assert (done.returncode, done.stderr) == (2, "dealwire: a.jsonl and b.jsonl have no article in common\n")


def test_what_either_holds_optional_is_no_disagreement(folder: Path) -> None:
    rows = [*A[:2], {**A[2], "optional": True}]
    (folder / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    for first, second in (("a.jsonl", "b.jsonl"), ("b.jsonl", "a.jsonl")):
        disagreements = agree(folder / first, folder / second).disagreements
        assert [error.span.text for error in disagreements if error.kind in ("missed", "spurious")] == ["Vicat"]


TABLES = st.dictionaries(st.tuples(st.sampled_from("MPO"), st.sampled_from("MPO")), st.integers(1, 30)).map(Counter)


@given(TABLES)
def test_kappa_is_symmetric_and_at_most_one(table: Counter[tuple[str, str]]) -> None:
    swapped = Counter({(b, a): n for (a, b), n in table.items()})
    figure = kappa(table)
    assert figure == kappa(swapped)
    assert figure is None or -1 <= figure <= 1
    assert against_rest(table, "M").total() == table.total()


def test_perfect_agreement_has_kappa_one() -> None:
    assert kappa(Counter({("M", "M"): 3, ("O", "O"): 5})) == 1
    assert kappa(Counter({("O", "O"): 5})) is None
    assert kappa(Counter()) is None
