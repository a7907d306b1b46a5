"""Counts and figures: equal to a plain second scorer on any case, whatever the order of lines."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import plain_scorer
from dealwire.evaluate.counts import SEMEVAL, VIEWS, total
from dealwire.evaluate.figures import table
from dealwire.evaluate.score import Evaluation, evaluate, score
from dealwire.evaluate.sources import Span
from dealwire.evaluate.values import fold
from evaluation_cases import Row, row, source


def scored(gold: list[Row], found: list[Row]) -> Evaluation:
    return evaluate(source(gold), source(found))


def outcomes(gold: list[Row], found: list[Row]) -> dict[str, int]:
    names = ("strict", "boundary", "relabelled", "crossed", "spurious", "gold", "found")
    counts = scored(gold, found).all
    return {name: counts[name] for name in names if counts[name]}


CASES = {
    "nothing found": ([row(0, 4)], [], {"gold": 1}),
    "the same span": ([row(0, 4)], [row(0, 4)], {"gold": 1, "found": 1, "strict": 1}),
    "touching spans do not overlap": ([row(0, 4)], [row(4, 8)], {"gold": 1, "found": 1, "spurious": 1}),
    "one character shared": ([row(0, 4)], [row(3, 8)], {"gold": 1, "found": 1, "boundary": 1}),
    "nested": ([row(0, 9)], [row(3, 5)], {"gold": 1, "found": 1, "boundary": 1}),
    "a gold span answered in two parts counts once": (
        [row(0, 9)],
        [row(0, 4), row(5, 9)],
        {"gold": 1, "found": 2, "boundary": 1, "spurious": 1},
    ),
    "the exact span goes before the longer overlap": (
        [row(0, 9), row(2, 4)],
        [row(2, 4)],
        {"gold": 2, "found": 1, "strict": 1},
    ),
    "another label on the same span": (
        [row(0, 4)],
        [row(0, 4, "PERCENT")],
        {"gold": 1, "found": 1, "relabelled": 1},
    ),
    "another label on an overlapping span": (
        [row(0, 4)],
        [row(1, 5, "PERCENT")],
        {"gold": 1, "found": 1, "crossed": 1},
    ),
    "a duplicate found is spurious": (
        [row(0, 4)],
        [row(0, 4), row(0, 4)],
        {"gold": 1, "found": 2, "strict": 1, "spurious": 1},
    ),
    "a duplicate on both sides is strict once": (
        [row(0, 4), row(0, 4)],
        [row(0, 4), row(0, 4)],
        {"gold": 2, "found": 2, "strict": 1, "boundary": 1},
    ),
    "empty spans that stand twice": (
        [row(2, 2)] * 2,
        [row(2, 2)] * 2,
        {"gold": 2, "found": 2, "strict": 1, "spurious": 1},
    ),
    "an empty span overlaps nothing": ([row(2, 2)], [row(0, 4)], {"gold": 1, "found": 1, "spurious": 1}),
    "an optional record may be found": ([row(0, 4, optional=True), row(8, 9)], [row(0, 4)], {"gold": 1}),
    "or found in part": ([row(0, 4, optional=True), row(8, 9)], [row(1, 3)], {"gold": 1}),
    "or missed": ([row(0, 4, optional=True)], [], {}),
    "but not under another label": (
        [row(0, 4, optional=True), row(8, 9, "PERCENT")],
        [row(0, 4, "PERCENT")],
        {"gold": 1, "found": 1, "spurious": 1},
    ),
    "another article is none of it": ([row(0, 4)], [row(0, 4, doc="b")], {"gold": 1}),
}


@pytest.mark.parametrize("case", CASES)
def test_outcome(case: str) -> None:
    gold, found, expected = CASES[case]
    if "PERCENT" not in {r["label"] for r in gold}:
        gold = [*gold, row(0, 9, "PERCENT", doc="elsewhere", optional=True)]
    assert outcomes(gold, found) == expected


def test_an_article_named_as_evaluated_holds_its_false_positives() -> None:
    gold, found = [row(0, 4)], [row(0, 4), row(0, 4, doc="b")]
    assert evaluate(source(gold), source(found)).all["found"] == 1
    assert evaluate(source(gold, ("b",)), source(found)).all["spurious"] == 1


VALUES = [
    ("4200000000", "4.2e9", True),
    ("0.50", 0.5, True),
    ("5", "6", False),
    (None, None, True),
    (None, "5", False),
    ("about", "About", True),
    ("Société  Générale", "Socie\u0301te\u0301 Générale", True),
    ("Moody’s", "Moody's", True),
    (["EU", "Japan"], ["Japan", "EU"], True),
    (["EU"], [], False),
    ("NaN", "nan", True),
    ("3M", "3m", True),
    ("1e999999999", "1e999999999", True),
]


@pytest.mark.parametrize(("gold", "found", "equal"), VALUES, ids=str)
def test_values_are_compared_by_what_they_say(gold: Any, found: Any, equal: bool) -> None:
    assert (fold(gold) == fold(found)) is equal


def test_only_the_attributes_that_gold_states_are_scored() -> None:
    gold = [row(0, 4, amount="5", currency="USD"), row(5, 9, amount="6")]
    found = [row(0, 4, amount="5.0", currency="EUR"), row(5, 9, amount="6", currency="USD", rule="r", confidence=0.5)]
    figures = table(scored(gold, found))["MONEY"]
    assert figures["attrs"] == {"amount": [1.0, 2], "currency": [0.0, 1]}
    assert scored(gold, found).all["right"] == 1


def test_parties_get_partial_credit() -> None:
    gold, found = [row(0, 4, "TREATY", parties=["US", "Japan"])], [row(0, 4, "TREATY", parties=["japan", "EU", "UK"])]
    counts = scored(gold, found).all
    assert [counts[f"parties items {name}"] for name in ("gold", "found", "shared")] == [2, 3, 1]
    assert counts["parties right"] == 0


spans = st.builds(
    lambda start, length, label, doc, amount, optional: row(
        start,
        start + length,
        label,
        doc,
        amount=amount,
        parties=[amount or ""],
        **({"optional": True} if optional else {}),
    ),
    st.integers(0, 12),
    st.integers(0, 5),
    st.sampled_from(["MONEY", "PERCENT"]),
    st.sampled_from(["a", "b"]),
    st.sampled_from(["5", "5.0", "6", None]),
    st.integers(0, 5).map(lambda n: n == 0),
)
rows = st.lists(spans, max_size=12)


def in_text_order(some: list[Row]) -> list[Row]:
    return sorted(some, key=lambda r: (r["doc_id"], Span.model_validate(r).order()))


@settings(max_examples=300, deadline=None)
@given(rows.filter(bool), rows)
def test_figures_equal_a_plain_second_scorer(gold: list[Row], found: list[Row]) -> None:
    gold, found = in_text_order(gold), in_text_order([{**r, "rule": "r"} for r in found])
    assert table(scored(gold, found)) == plain_scorer.table(gold, found)


@settings(max_examples=100, deadline=None)
@given(rows.filter(bool), rows, st.randoms(use_true_random=False))
def test_the_order_of_lines_does_not_count(gold: list[Row], found: list[Row], shuffle: random.Random) -> None:
    once = scored(gold, found).tallies
    shuffle.shuffle(gold)
    shuffle.shuffle(found)
    assert scored(gold, found).tallies == once


@settings(max_examples=100, deadline=None)
@given(rows.filter(bool), rows)
def test_counts_add_up(gold: list[Row], found: list[Row]) -> None:
    evaluation = scored(gold, found)
    counts = evaluation.all
    assert counts == total(t for document in evaluation.documents for t in document.tallies.values())
    paired = counts["strict"] + counts["boundary"] + counts["relabelled"] + counts["crossed"]
    assert counts["gold"] == paired + sum(len(document.missed) for document in evaluation.documents)
    assert counts["found"] == paired + counts["spurious"]
    assert SEMEVAL["strict"].of(counts) == VIEWS["strict"].of(counts)
    for view in SEMEVAL.values():
        assert all(0 <= figure <= 1 for figure in view.of(counts).values())


def test_gold_scored_against_itself_is_perfect() -> None:
    gold = [row(i * 5, i * 5 + 4, doc=str(i % 7), amount=str(i)) for i in range(50)]
    figures = table(scored(gold, gold))["MONEY"]
    assert figures["strict"] == figures["overlap"] == {"p": 1.0, "r": 1.0, "f": 1.0}


def test_one_crowded_article_takes_linear_time() -> None:
    """Twenty thousand neighbours that all need the overlap sweep: all pairs would be four hundred million."""
    gold = [Span.model_validate(row(i * 10, i * 10 + 6)) for i in range(20_000)]
    found = [Span.model_validate(row(i * 10 + 1, i * 10 + 6)) for i in range(20_000)]
    assert score("a", gold, found).tallies["MONEY"]["boundary"] == 20_000
