"""The store: what is decided stays, what stands follows from it, and nobody overwrites anybody unseen."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealwire.errors import InputError, UsageError
from dealwire.review import view
from dealwire.review.chunks import chunks
from dealwire.review.decisions import Refused, wished
from dealwire.review.export import export
from dealwire.review.progress import Progress
from dealwire.review.queue import Queue, neighbour, next_pending
from dealwire.review.store import Conflict, Store
from review_run import PORTS, RATES, VALUES, records, small_run, write_run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_run(tmp_path / "run")


@pytest.fixture
def store(folder: Path) -> Any:
    with Store(folder, "ann") as store:
        yield store


def verdicts(store: Store, n: int = 0) -> list[tuple[str, str, str | None]]:
    return [(item["text"], item["verdict"], item["flag"]) for item in view.items(store, n)]


def first(store: Store, text: str, n: int = 0) -> str:
    return next(str(item["item"]) for item in view.items(store, n) if item["text"] == text)


def wish(start: int, end: int, text: str = PORTS, **values: Any) -> Any:
    return wished({"start": start, "end": end, **values}, "ports", text)


# What stands


def test_a_new_run_is_undecided(store: Store) -> None:
    assert {verdict for _, verdict, _ in verdicts(store)} == {"undecided"}
    assert Progress(store).report(Queue())["records"] == 10


def test_decisions_stand_after_reopening(folder: Path) -> None:
    with Store(folder, "ann") as store:
        store.decide("accept", "ports", first(store, "40%"), 0)
        store.decide("reject", "ports", first(store, "Nordkap Lines"), 0)
    with Store(folder, "ann") as store:
        assert verdicts(store)[:2] == [("Nordkap Lines", "rejected", None), ("40%", "accepted", None)]


def test_undo_brings_back_what_stood_and_is_an_event(store: Store) -> None:
    item = first(store, "40%")
    store.decide("accept", "ports", item, 0)
    store.decide("reject", "ports", item, 1)
    step = store.last_step()
    assert step and (step["action"], step["n"]) == ("reject", 0)
    store.undo(step["step"])
    assert ("40%", "accepted", None) in verdicts(store)
    store.undo(store.last_step()["step"])  # type: ignore[index]
    assert ("40%", "undecided", None) in verdicts(store)
    assert store.last_step() is None
    actions = [row["action"] for row in store.db.execute("SELECT action FROM events ORDER BY seq")]
    assert actions == ["accept", "reject", "undo", "undo"]


def test_an_added_record_undone_is_gone(store: Store) -> None:
    added = wish(14, 20, label="COMPANY", name="bought")
    store.decide("add", "ports", added.id, 0, added)
    assert ("bought", "added", None) in verdicts(store)
    store.undo(store.last_step()["step"])  # type: ignore[index]
    assert "bought" not in [text for text, _, _ in verdicts(store)]


def test_a_correction_back_to_what_was_found_is_an_acceptance(store: Store) -> None:
    start = PORTS.index("40%")
    store.decide("correct", "ports", first(store, "40%"), 0, wish(start, start + 3, label="PERCENT", value="41"))
    assert ("40%", "corrected", None) in verdicts(store)
    store.decide("correct", "ports", first(store, "40%"), 1, wish(start, start + 3, label="PERCENT", value="40"))
    assert ("40%", "accepted", None) in verdicts(store)


def test_progress_follows_own_decisions_and_those_of_others(folder: Path) -> None:
    with Store(folder, "ann") as one, Store(folder, "ann") as two:
        progress = Progress(one)
        counts = []
        for store, text in ((one, "40%"), (two, "$3.5 million"), (one, "lease agreement")):
            store.decide("accept", "ports", first(store, text), 0)
            counts.append(progress.report(Queue())["decided"])
        one.undo(one.last_step()["step"])  # type: ignore[index]
        counts.append(progress.report(Queue())["decided"])
        assert counts == [1, 2, 3, 2]
        assert progress.report(Queue(label="MONEY"))["precision"]["decided"] == 1


# Nobody overwrites anybody


def test_a_stale_version_is_told(store: Store) -> None:
    item = first(store, "40%")
    store.decide("accept", "ports", item, 0)
    with pytest.raises(Conflict):
        store.decide("reject", "ports", item, 0)
    assert ("40%", "accepted", None) in verdicts(store)


def test_two_connections_cannot_both_win(folder: Path) -> None:
    with Store(folder, "ann") as one, Store(folder, "ann") as two:
        item = first(one, "40%")
        one.decide("accept", "ports", item, 0)
        with pytest.raises(Conflict):
            two.decide("reject", "ports", item, 0)
        with pytest.raises(Conflict):
            one.decide("accept", "ports", item, 0)


def test_an_undo_of_what_was_decided_again_is_a_conflict(folder: Path) -> None:
    with Store(folder, "ann") as one, Store(folder, "ann") as two:
        item = first(one, "40%")
        one.decide("accept", "ports", item, 0)
        step = one.last_step()["step"]  # type: ignore[index]
        two.decide("reject", "ports", item, 1)
        with pytest.raises(Conflict):
            one.undo(step)


def test_reviewers_decide_apart(folder: Path) -> None:
    with Store(folder, "ann") as ann, Store(folder, "bob") as bob:
        item = first(ann, "40%")
        ann.decide("accept", "ports", item, 0)
        bob.decide("reject", "ports", item, 0)
        assert ("40%", "accepted", None) in verdicts(ann)
        assert ("40%", "rejected", None) in verdicts(bob)


# Append-only


@pytest.mark.parametrize("statement", ["UPDATE events SET at = ''", "DELETE FROM events"])
def test_events_cannot_be_changed(store: Store, statement: str) -> None:
    store.decide("accept", "ports", first(store, "40%"), 0)
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        store.db.execute(statement)


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["accept", "reject", "skip", "undo"]), st.integers(0, 4)), max_size=15))
def test_what_stands_is_what_the_last_event_says(
    tmp_path_factory: pytest.TempPathFactory, presses: list[tuple[Any, int]]
) -> None:
    with Store(small_run(tmp_path_factory.mktemp("run")), "ann") as store:
        ids = [item["item"] for item in view.items(store, 0)]
        for action, which in presses:
            if action != "undo":
                store.decide(action, "ports", ids[which], store.standing("ports", ids[which])[0])
            elif step := store.last_step():
                store.undo(step["step"])
        latest = {row["item"]: row for row in store.db.execute("SELECT * FROM events ORDER BY seq")}
        for item, event in latest.items():
            version, standing = store.standing("ports", item)
            assert version == event["version"]
            assert standing.verdict == json.loads(event["after"])["verdict"]


# What cannot be


def test_gold_never_overlaps(store: Store) -> None:
    store.decide("accept", "ports", first(store, "Nordkap Lines"), 0)
    longer = wish(0, 20, label="COMPANY", name="Nordkap Lines bought")
    with pytest.raises(Refused, match="overlaps “Nordkap Lines”"):
        store.decide("add", "ports", longer.id, 0, longer)


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"label": "MONEY", "amount": "a lot"}, "amount", "Input should be a valid decimal"),
        ({"label": "MONEY", "currency": "dollars"}, "currency", "String should match pattern '^[A-Z]{3}$'"),
        ({"label": "TREATY", "kind": "promise"}, "kind", "Input should be 'treaty', 'convention'"),
        ({"label": "TREATY"}, "kind", "Field required"),
        ({"label": "CAT"}, "label", "Input tag 'CAT' found using 'label'"),
    ],
    ids=str,
)
def test_unsound_values_are_named_by_field(fields: dict[str, str], field: str, message: str) -> None:
    with pytest.raises(Refused) as caught:
        wish(0, 7, **fields)
    assert caught.value.fields[field].startswith(message)


@pytest.mark.parametrize(("start", "end"), [(-1, 4), (4, 4), (4, 3), (0, 10_000), (7, 10), (0, 8)], ids=str)
def test_unsound_spans_are_refused(start: int, end: int) -> None:
    with pytest.raises(Refused, match="span"):
        wish(start, end, label="COMPANY", name="x")


def test_a_folder_that_is_no_run(tmp_path: Path) -> None:
    with pytest.raises(
        UsageError, match=r"articles\.jsonl: No such file or directory; review needs the folder of a run"
    ):
        Store(tmp_path, "ann")


def test_a_bad_record_is_named_by_line(folder: Path) -> None:
    with (folder / "records.jsonl").open("a", encoding="utf-8") as stream:
        stream.write('{"label": "CAT"}\n')
    with pytest.raises(InputError, match=r"records\.jsonl:11: "):
        Store(folder, "ann")


# Better rules


def test_decisions_outlive_a_new_extraction(folder: Path) -> None:
    """Same span and label: kept. New values: another look. Gone: another look. Corrected as the rules now say: kept."""
    start = PORTS.index("40%")
    with Store(folder, "ann") as store:
        for text in ("$3.5 million", "lease agreement"):
            store.decide("accept", "ports", first(store, text), 0)
        store.decide("reject", "ports", first(store, "Halden Port"), 0)
        longer = wish(start, start + 6, label="PERCENT", value="40")
        store.decide("correct", "ports", first(store, "40%"), 0, longer)
    better = {k: v for k, v in VALUES.items() if k not in ("lease agreement", "40%")}
    better["$3.5 million"] = better["$3.5 million"] | {"modifier": "about"}
    better["40% of"] = VALUES["40%"]
    write_run(folder, {"ports": PORTS, "rates": RATES}, records("ports", PORTS, better))
    with Store(folder, "ann") as store:
        assert verdicts(store) == [
            ("Nordkap Lines", "undecided", None),
            ("40% of", "accepted", None),
            ("Halden Port", "rejected", None),
            ("$3.5 million", "accepted", "changed"),
            ("Nordkap Lines", "undecided", None),
            ("lease agreement", "accepted", "lost"),
            ("Halden Port", "undecided", None),
        ]
        store.decide("accept", "ports", first(store, "lease agreement"), 1)
        assert ("lease agreement", "added", None) in verdicts(store)


def test_a_running_store_follows_the_files(store: Store, folder: Path) -> None:
    write_run(folder, {"rates": RATES})
    store.refresh()
    assert [text for text, _, _ in verdicts(store)] == ["2.5 percent", "€12bn", "Halden Port"]


def test_a_text_changed_under_a_decision_stays_out_of_gold(folder: Path) -> None:
    with Store(folder, "ann") as store:
        store.decide("accept", "ports", first(store, "40%"), 0)
    write_run(folder, {"ports": PORTS.replace("40%", "41%")}, [])
    gold = export(folder, unfinished=True)
    assert (gold.lines, gold.evaluated) == ([], [])
    assert gold.left_out == ["article 'ports': its text changed under '40%'"]


# Order


def test_the_queue_walks_the_run_and_comes_back_to_what_was_put_off(store: Store) -> None:
    seen, n, start, item = [], 0, 0, ""
    put_off = first(store, "40%")
    store.decide("skip", "ports", put_off, 0)
    while place := next_pending(store.db, Queue(), n, start, item):
        shown = next(i for i in view.items(store, place.n) if i["item"] == place.item)
        seen.append(shown["text"])
        store.decide("accept", shown["doc_id"], place.item, shown["version"])
        n, start, item = place.n, shown["start"], place.item
    assert seen == [
        *("Nordkap Lines", "Halden Port", "$3.5 million", "Nordkap Lines", "lease agreement", "Halden Port"),
        *("2.5 percent", "€12bn", "Halden Port", "40%"),
    ]


def test_least_confident_first(tmp_path: Path) -> None:
    found = [record | {"confidence": c} for record, c in zip(records("rates", RATES), (0.9, 0.3, 0.6), strict=True)]
    with Store(write_run(tmp_path / "run", {"rates": RATES}, found), "ann") as store:
        place = next_pending(store.db, Queue(order="confidence"), 0, 0, "")
        assert place and place.item == first(store, "€12bn")
        assert view.items(store, 0)[1]["confidence"] == 0.3


@pytest.mark.parametrize(
    ("queue", "count"),
    [
        (Queue(label="MONEY"), 2),
        (Queue(rule="money.sign"), 2),
        (Queue(company="Halden Port"), 3),
        (Queue(search="halden"), 3),
        (Queue(search="%"), 1),
        (Queue(label="MONEY", search="€"), 1),
    ],
    ids=str,
)
def test_filters(store: Store, queue: Queue, count: int) -> None:
    where, values = queue.where(store.db)
    assert len(store.db.execute(f"SELECT 1 FROM items WHERE {where}", values).fetchall()) == count


def test_neighbours_keep_to_the_queue(store: Store) -> None:
    assert neighbour(store.db, Queue(), 1, 1) == 2
    assert neighbour(store.db, Queue(label="MONEY"), 1, 1) is None
    assert neighbour(store.db, Queue(label="MONEY"), 1, -1) == 0


# Pieces of a text


@settings(max_examples=40, deadline=None)
@given(
    st.text("ab \n", max_size=200),
    st.lists(st.tuples(st.integers(0, 190), st.integers(1, 30)), max_size=6),
    st.integers(1, 50),
)
def test_chunks_are_the_text_and_cut_no_span(text: str, marks: list[tuple[int, int]], size: int) -> None:
    spans = [(start, min(start + width, len(text))) for start, width in marks if start < len(text)]
    pieces = chunks(text, spans, size)
    assert "".join(text[start:end] for start, end in pieces) == text
    assert not any(start < cut < end for start, end in spans for cut, _ in pieces)
