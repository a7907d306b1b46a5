"""Decisions out as gold: lines that evaluate takes, reviewers apart or adjudicated."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dealwire.errors import UsageError
from dealwire.review import disagreements, kinds, view
from dealwire.review.disagreements import ADJUDICATED
from dealwire.review.export import disagreements as open_disagreements
from dealwire.review.export import export, said
from dealwire.review.precision import precision
from dealwire.review.store import Store
from review_run import PORTS, VALUES, lines, records, small_run, write_run


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dealwire", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_run(tmp_path / "run")


def decide_all(folder: Path, reviewer: str, *rejected: str, articles: tuple[int, ...] = (0, 1, 2)) -> None:
    """Accept everything but some texts."""
    with Store(folder, reviewer) as store:
        for n in articles:
            for item in view.items(store, n):
                action: Any = "reject" if item["text"] in rejected else "accept"
                store.decide(action, item["doc_id"], item["item"], item["version"])
            article = store.article(n)
            assert article
            store.decide("finish", article.id, "", 0)


def texts(rows: list[dict[str, Any]]) -> list[str]:
    return [row["text"] for row in rows]


def test_gold_lines_have_place_text_and_attributes_only(folder: Path) -> None:
    decide_all(folder, "ann")
    gold = export(folder)
    assert gold.lines[1] == {
        "doc_id": "ports", "label": "PERCENT", "start": 21, "end": 24, "text": "40%",
        "value": "40", "value_max": None, "unit": "percent", "modifier": None,
    }  # fmt: skip
    assert gold.evaluated == ["ports", "rates", "quiet"]


def test_the_round_evaluates_to_one(folder: Path, tmp_path: Path) -> None:
    """Accept, correct, add, export; the same records evaluated against that gold are found, the corrections named."""
    decide_all(folder, "ann")
    gold = tmp_path / "gold.jsonl"
    done = run("review", "export", str(folder), "-o", str(gold))
    assert (done.returncode, done.stderr) == (0, "dealwire: 10 records of gold, 3 articles reviewed to the end\n")
    figures = run("evaluate", str(folder), str(gold), "--json")
    assert figures.returncode == 0, figures.stderr
    assert json.loads(figures.stdout)["micro"]["strict"] == {"p": 1.0, "r": 1.0, "f": 1.0}


def test_records_with_their_evidence_are_reviewed_and_evaluated(tmp_path: Path) -> None:
    evidence = [{"rule": "company.port", "weight": 2.0}, {"rule": "company.after", "weight": -0.5}]
    found = records("ports", PORTS, {"Halden Port": VALUES["Halden Port"] | {"evidence": evidence}})
    folder = write_run(tmp_path / "run", {"ports": PORTS}, found)
    with Store(folder, "ann") as store:
        assert view.items(store, 0)[0]["evidence"] == evidence
    decide_all(folder, "ann", articles=(0,))
    assert "evidence" not in export(folder).lines[0]
    gold = tmp_path / "gold.jsonl"
    run("review", "export", str(folder), "-o", str(gold))
    assert run("evaluate", str(folder), str(gold)).returncode == 0


def test_half_reviewed_articles_stay_out_unless_asked_for(folder: Path, tmp_path: Path) -> None:
    decide_all(folder, "ann", articles=(0,))
    with Store(folder, "ann") as store:
        item = view.items(store, 1)[0]
        store.decide("accept", "rates", item["item"], 0)
    gold = export(folder)
    assert {line["doc_id"] for line in gold.lines} == {"ports"}
    assert gold.left_out == ["article 'rates': 2 still to be decided"]
    everything = export(folder, unfinished=True)
    assert texts(everything.lines)[-1] == "2.5 percent"
    assert everything.evaluated == ["ports"]


def test_an_article_with_all_rejected_is_evaluated_all_the_same(folder: Path) -> None:
    decide_all(folder, "ann", "2.5 percent", "€12bn", "Halden Port", articles=(1,))
    gold = export(folder)
    assert (gold.lines, gold.evaluated) == ([], ["rates"])


# Several reviewers


def test_several_reviewers_must_be_named(folder: Path) -> None:
    decide_all(folder, "ann")
    decide_all(folder, "bob", "40%")
    with pytest.raises(UsageError, match="several reviewers \\('ann', 'bob'\\)"):
        export(folder)
    assert "40%" in texts(export(folder, "ann").lines)
    assert "40%" not in texts(export(folder, "bob").lines)
    with pytest.raises(UsageError, match="no decisions by 'eve'"):
        export(folder, "eve")


def test_disagreements_are_listed_then_settled(folder: Path) -> None:
    decide_all(folder, "ann")
    decide_all(folder, "bob", "40%")
    [ballot] = open_disagreements(folder)
    assert said(ballot) == "ports:21-24:PERCENT: ann accepted '40%'; bob rejected"
    assert "40%" not in texts(export(folder, ADJUDICATED).lines)
    with Store(folder, "eve") as store:
        [shown] = disagreements.open_ballots(store)
        disagreements.settle(store, "ports", ballot.item, "ann", shown["version"])
        assert disagreements.open_ballots(store) == []
    gold = export(folder, ADJUDICATED)
    assert "40%" in texts(gold.lines)
    assert gold.evaluated == ["ports", "rates", "quiet"]
    with Store(folder, ADJUDICATED) as seat:
        assert [row["actor"] for row in seat.db.execute("SELECT actor FROM events WHERE action = 'settle'")] == ["eve"]


def test_what_only_one_added_is_a_disagreement(folder: Path) -> None:
    decide_all(folder, "ann")
    decide_all(folder, "bob")
    from dealwire.review.decisions import wished

    with Store(folder, "ann") as store:
        wish = wished({"label": "COMPANY", "start": 14, "end": 20, "name": "bought"}, "ports", PORTS)
        store.decide("add", "ports", wish.id, 0, wish)
    [ballot] = open_disagreements(folder)
    assert {who: vote.verdict for who, vote in ballot.votes.items()} == {"ann": "added", "bob": "rejected"}


def test_adjudicated_lists_disagreements_on_stderr(folder: Path, tmp_path: Path) -> None:
    decide_all(folder, "ann")
    decide_all(folder, "bob", "€12bn")
    done = run("review", "export", str(folder), "--adjudicated", "-o", "-")
    assert "disagreement: rates:47-52:MONEY: ann accepted '€12bn'; bob rejected" in done.stderr
    assert len([line for line in done.stdout.splitlines() if '"label"' in line]) == 7


# The command


def test_nothing_decided_is_said(folder: Path) -> None:
    done = run("review", "export", str(folder), "-o", "-")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"dealwire: {folder}: nothing has been decided here yet\n"


def test_export_starts_without_spacy(folder: Path) -> None:
    decide_all(folder, "ann")
    command = [sys.executable, "-X", "importtime", "-m", "dealwire", "review", "export", str(folder), "-o", "-"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "dealwire.review.export" in done.stderr
    assert "spacy" not in done.stderr
    assert len(done.stdout.splitlines()) == 13


def test_a_file_of_gold_is_written_whole(folder: Path, tmp_path: Path) -> None:
    decide_all(folder, "ann")
    run("review", "export", str(folder), "-o", str(tmp_path / "out" / "gold.jsonl"))
    assert len(lines(tmp_path / "out" / "gold.jsonl")) == 13


# Many at once


def test_a_large_kind_is_settled_as_one_step(folder: Path) -> None:
    with Store(folder, "ann") as store:
        kind = kinds.Kind("COMPANY", "company.port", "Halden Port")
        assert kinds.settle(store, kind, "accept", 3) == {"done": 3, "left": 0}
        step = store.last_step()
        assert step and step["size"] == 3


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [
        ([], 0.0, 1.0),
        ([(0, 0)], 0.0, 1.0),
        ([(10, 10)], 0.7224672, 1.0),
        ([(1, 1)] * 10, 0.7224672, 1.0),
        ([(8, 10)], 0.4901625, 0.9433178),  # Wilson's, as published tables have it
        ([(8, 10)] * 2, 0.5839827, 0.9193423),
    ],
    ids=str,
)
def test_intervals(counts: list[tuple[int, int]], low: float, high: float) -> None:
    found = precision(counts)
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-6)


def test_records_that_err_together_widen_the_interval() -> None:
    apart, together = precision([(8, 10)] * 10), precision([(10, 10)] * 8 + [(0, 10)] * 2)
    assert apart.value == together.value
    assert together.high - together.low > 2 * (apart.high - apart.low)
