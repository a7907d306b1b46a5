"""Each rule's precision, the confidence that it earns, and whether that holds on articles it was not measured on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.articles import Article
from dealwire.confidence import Confidence, Trust, measure, read_confidence, smoothed
from dealwire.errors import PatternError
from dealwire.evaluate import rules
from dealwire.evaluate.intervals import wilson
from dealwire.evaluate.score import evaluate
from dealwire.extract import Extractor, Settings
from dealwire.patterns import Pattern, PatternSet
from dealwire.records import Percent
from evaluation_cases import row, source

GOLD = [row(i * 10, i * 10 + 5, doc=f"d{i % 4}", amount="5") for i in range(40)]
# Of every four records of rule b, one is wrong; rule a is always right.
FOUND = [
    {**r, "rule": "ab"[i % 2], "start": r["start"] + (i % 8 == 1), "amount": "6" if i % 10 == 0 else "5"}
    for i, r in enumerate(GOLD)
]


def test_rules_are_counted() -> None:
    table = rules.rules_json(rules.rule_tallies(evaluate(source(GOLD), source(FOUND)).documents))
    assert [(r["rule"], r["found"], r["strict"], r["overlap"], r["right"]) for r in table] == [
        ("a", 20, 20, 20, 16),
        ("b", 20, 15, 20, 15),
    ]
    assert table[1]["precision"] == 0.75
    assert table[1]["interval"] == pytest.approx([0.5313, 0.8881])


def test_an_optional_record_does_not_count_for_its_rule() -> None:
    gold = [row(0, 5), row(10, 15, optional=True)]
    found = [row(0, 5, rule="a"), row(10, 15, rule="a")]
    assert rules.rule_tallies(evaluate(source(gold), source(found)).documents) == {
        ("MONEY", "a"): {"found": 1, "strict": 1, "right": 1}
    }


def test_a_wrong_label_counts_against_the_label_that_was_found() -> None:
    found = [row(0, 5, "PERCENT", rule="a")]
    assert rules.rule_tallies(evaluate(source([row(0, 5), row(0, 1, "PERCENT", "z")]), source(found)).documents) == {
        ("PERCENT", "a"): {"found": 1, "relabelled": 1}
    }


def test_rules_that_never_fire_are_named() -> None:
    def pattern(id: str, label: str = "MONEY", **more: Any) -> Pattern:
        return Pattern.model_validate(
            {"label": label, "id": id, "pattern": "x", "examples": ["x"], "not_examples": ["y"], **more}
        )

    patterns = [pattern("a"), pattern("c"), pattern("d", "TREATY")]
    assert rules.never_fired(patterns, source(FOUND), ["MONEY"]) == ["c"]


def test_confidence_moves_from_the_label_to_the_rule_as_it_fires() -> None:
    assert smoothed(0, 0, prior=0.9) == 0.9
    assert smoothed(3, 3, prior=0.9) < 0.95
    assert smoothed(990, 1000, prior=0.5) > 0.98


@given(st.integers(0, 50), st.integers(0, 50), st.floats(0, 1))
def test_confidence_lies_between_the_rule_and_its_prior(right: int, wrong: int, prior: float) -> None:
    share = right / (right + wrong) if right + wrong else prior
    low, high = sorted((share, prior))
    assert low - 1e-4 <= smoothed(right, right + wrong, prior) <= high + 1e-4


def test_lines_of_confidence() -> None:
    lines = list(measure({("MONEY", "a"): (20, 20), ("MONEY", "b"): (15, 20), ("TREATY", "c"): (0, 1)}))
    assert [(line.label, line.rule, line.confidence) for line in lines] == [
        ("MONEY", None, 0.8659),
        ("MONEY", "a", 0.9776),
        ("MONEY", "b", 0.7693),
        ("TREATY", None, 0.25),
        ("TREATY", "c", 0.2),
    ]
    assert "rule" not in lines[0].model_dump()
    confidence = Confidence(lines)
    assert confidence.of("MONEY", "a") == 0.9776
    assert confidence.of("MONEY", "never seen") == 0.8659
    assert confidence.of("COMPANY", "a") is None


def test_calibration_uses_articles_that_had_no_part_in_the_confidence() -> None:
    """A rule that is right in one article only looks good there; held out, it must not."""
    gold = [row(i * 10, i * 10 + 5, doc="d0") for i in range(9)] + [row(0, 5, doc="d1")]
    found = [{**r, "rule": "a"} for r in gold[:9]] + [row(i * 10 + 6, i * 10 + 9, doc="d1", rule="a") for i in range(9)]
    table = rules.calibration(evaluate(source(gold), source(found)))
    assert [(row.low, row.found, row.right) for row in table] == [(0.0, 9, 9), (0.98, 9, 0)]
    assert rules.calibration_error(table) > 0.8


def test_one_article_cannot_calibrate() -> None:
    assert rules.calibration(evaluate(source(GOLD[:1]), source(FOUND))) == []


@given(st.integers(0, 60), st.integers(0, 60))
def test_wilson_holds_the_share_and_narrows(right: int, wrong: int) -> None:
    count = right + wrong
    interval = wilson(right, count)
    assert 0 <= interval.low <= (right / count if count else 0.5) + 1e-4
    assert (right / count if count else 0.5) - 1e-4 <= interval.high <= 1
    wider, narrower = interval, wilson(right * 4, count * 4)
    assert narrower.high - narrower.low <= wider.high - wider.low + 1e-4


# What the extractor makes of the file.

PATTERN = {
    "label": "TREATY",
    "id": "mine.format",
    "pattern": "Minsk format",
    "examples": ["the Minsk format"],
    "not_examples": ["Minsk formats"],
}
ARTICLE = Article(id="a", text="They left the Minsk format.")


def folder(tmp_path: Path, *lines: dict[str, Any]) -> Path:
    (tmp_path / "mine.jsonl").write_text(json.dumps(PATTERN) + "\n", encoding="utf-8")
    (tmp_path / "confidence.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return tmp_path


def test_records_carry_the_confidence_of_their_rule(tmp_path: Path) -> None:
    line = Trust(label="TREATY", rule="mine.format", found=4, right=3, confidence=0.8).model_dump()
    [record] = Extractor(Settings(patterns=(folder(tmp_path, line),))).extract(ARTICLE)
    assert record.confidence == 0.8
    assert json.loads(record.model_dump_json())["confidence"] == 0.8


def test_records_without_a_measured_rule_have_no_confidence() -> None:
    record = Percent(id="a", doc_id="a", text="5%", start=0, end=2, rule="percent.sign")
    assert "confidence" not in json.loads(record.model_dump_json())
    line = Trust(label="TREATY", found=4, right=3, confidence=0.8)
    for confidence in (Confidence([]), Confidence([line])):
        assert confidence.mark([record]) == [record]


def test_a_bad_line_of_confidence_is_named(tmp_path: Path) -> None:
    bad = {"label": "TREATY", "found": 1, "right": 1, "confidence": 2}
    with pytest.raises(PatternError, match=r"confidence\.jsonl:1: confidence: .*, got 2"):
        read_confidence([folder(tmp_path, bad)])


def test_the_file_is_no_pattern_file(tmp_path: Path) -> None:
    line = Trust(label="TREATY", found=4, right=3, confidence=0.8).model_dump()
    patterns = PatternSet(folder(tmp_path, line))
    assert [pattern.id for pattern in patterns.patterns] == ["mine.format"]


def test_records_of_unsure_rules_can_be_held_back(tmp_path: Path) -> None:
    line = Trust(label="TREATY", rule="mine.format", found=4, right=3, confidence=0.8).model_dump()
    patterns = (folder(tmp_path, line),)
    assert len(Extractor(Settings(patterns=patterns, min_confidence=0.8)).extract(ARTICLE)) == 1
    kept, held = Extractor(Settings(patterns=patterns, min_confidence=0.81)).sift(ARTICLE)
    assert (kept, [record.text for record in held]) == ([], ["Minsk format"])


def test_what_is_held_back_stays_in_the_ledger_s_counts(tmp_path: Path) -> None:
    line = Trust(label="TREATY", rule="mine.format", found=4, right=3, confidence=0.8).model_dump()
    (tmp_path / "article.txt").write_text(ARTICLE.text)
    options = ["--patterns", str(folder(tmp_path, line)), "--min-confidence", "0.9", "-o", "run"]
    command = [sys.executable, "-m", "dealwire", "extract", "article.txt", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert ["held", "back", "1"] in [row.split() for row in (done.stdout + done.stderr).splitlines()]
    assert (tmp_path / "run" / "records.jsonl").read_text() == ""
    [entry] = [json.loads(row) for row in (tmp_path / "run" / "ledger.jsonl").read_text().splitlines()]
    assert entry["held"] == 1
    assert json.loads((tmp_path / "run" / "run.json").read_text())["held"] == 1
