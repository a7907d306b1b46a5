"""The figures against another evaluator, on cases where its conventions and ours agree; and the time that many take.

nervaluate counts touching spans as overlapping and depends on the order of predictions, so the cases keep spans apart
and in order.
"""

from __future__ import annotations

import random
import time
from typing import Any

import pytest

from dealwire.evaluate.counts import SEMEVAL
from dealwire.evaluate.score import evaluate
from evaluation_cases import Row, row, source

LABELS = ["MONEY", "PERCENT", "TREATY"]


def documents(seed: int) -> tuple[list[Row], list[Row]]:
    """Gold, and what an imperfect extractor makes of it: misses, shifts, other labels, inventions."""
    chance = random.Random(seed)
    gold, found = [], []
    for doc in "abcdef":
        for i in range(12):
            start, label = i * 20 + chance.randrange(4), chance.choice(LABELS)
            end = start + 4 + chance.randrange(4)
            real, invented = chance.random() < 0.8, chance.random() < 0.8
            if real:
                gold.append(row(start, end, label, doc))
            if invented:
                shift = chance.choice([0, 0, 0, 1])
                found.append(row(start + shift, end, chance.choice([label, label, *LABELS]), doc))
    return gold, found


@pytest.mark.parametrize("seed", range(5))
def test_the_views_equal_nervaluate(seed: int) -> None:
    nervaluate = pytest.importorskip("nervaluate")
    gold, found = documents(seed)

    def entities(rows: list[Row]) -> list[list[dict[str, Any]]]:
        docs = [[r for r in rows if r["doc_id"] == doc] for doc in "abcdef"]
        return [[{"label": r["label"], "start": r["start"], "end": r["end"] - 1} for r in doc] for doc in docs]

    theirs = nervaluate.Evaluator(entities(gold), entities(found), tags=LABELS, loader="dict").evaluate()["overall"]
    ours = evaluate(source(gold), source(found)).all
    for view, name in {"strict": "strict", "exact": "exact", "partial": "partial", "type": "ent_type"}.items():
        figures = SEMEVAL[view].of(ours)
        assert figures["p"] == pytest.approx(theirs[name].precision), view
        assert figures["r"] == pytest.approx(theirs[name].recall), view


def seconds(records: int) -> float:
    gold = [row(i // 500 * 20, i // 500 * 20 + 8, LABELS[i % 3], f"d{i % 500}", amount=str(i)) for i in range(records)]
    found = [{**r, "start": r["start"] + (i % 10 == 0)} for i, r in enumerate(gold)]
    sources = source(gold), source(found)
    start = time.process_time()
    assert evaluate(*sources).all["strict"] == records * 9 // 10
    return time.process_time() - start


def test_time_grows_with_the_records_and_no_faster() -> None:
    seconds(2_000)
    assert seconds(20_000) < 4 * 2.5 * seconds(5_000)
