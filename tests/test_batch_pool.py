"""Workers: the same bytes from any number of them, and one bad article never costs its neighbours."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealwire.batch import pool
from dealwire.batch.inputs import Inputs
from dealwire.batch.options import Options, Reading
from dealwire.batch.pieces import Piece
from dealwire.batch.processes import chunked
from dealwire.batch.run import run, sample

FILES = ("records.jsonl", "articles.jsonl", "ledger.jsonl")

# Python runs this at every start, also that of a worker: some words make the extractor misbehave.
POISON = """
import os, time
from dealwire.extract import Extractor
sift = Extractor.sift
def poisoned(self, article):
    if "RAISE" in article.text:
        raise ValueError("poison")
    if "HANG" in article.text:
        time.sleep(1000)
    if "DIE" in article.text:
        os._exit(9)
    return sift(self, article)
Extractor.sift = poisoned
"""


def lines(*articles: tuple[str, str]) -> str:
    return "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in articles)


def entries(folder: Path) -> dict[str, dict[str, Any]]:
    read = [json.loads(line) for line in (folder / "ledger.jsonl").read_text().splitlines()]
    return {str(entry["line"]): entry for entry in read}


def poisoned(place: Path, text: str, *options: str) -> subprocess.CompletedProcess[str]:
    (place / "sitecustomize.py").write_text(POISON)
    (place / "news.jsonl").write_text(text)
    command = [sys.executable, "-m", "dealwire", "extract", "news.jsonl", "-o", "run", *options]
    environment = os.environ | {"PYTHONPATH": str(place)}
    return subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("start", ["fork", "forkserver", "spawn"])
def test_an_article_that_hangs_or_kills_its_worker_is_set_aside(tmp_path: Path, start: str) -> None:
    names = ["good", "RAISE", "good", "HANG", "good", "DIE", "good"]
    text = lines(*((f"a{n}", f"{name}: it rose {n}%.") for n, name in enumerate(names)))
    done = poisoned(tmp_path, text, "--workers", "2", "--timeout", "2", "--start", start)
    assert done.returncode == 1, done.stderr
    found = entries(tmp_path / "run")
    assert [found[str(n)]["status"] == "done" for n in range(1, 8)] == [True, False, True, False, True, False, True]
    assert [found[n]["reason"] for n in "246"] == [
        "ValueError: poison",
        "took longer than 2 seconds",
        "the worker process died of it (exit code 9)",
    ]
    kept = (tmp_path / "run" / found["4"]["raw"]).read_text()
    assert kept == text.splitlines(keepends=True)[3]
    places = re.findall(r"^dealwire: (news.jsonl:\d+):", done.stderr, re.MULTILINE)
    assert places == ["news.jsonl:2", "news.jsonl:4", "news.jsonl:6"]


def test_an_exception_costs_one_article_also_without_processes(tmp_path: Path) -> None:
    text = lines(("a", "It rose 1%."), ("b", "RAISE"), ("c", "It rose 2%."))
    assert poisoned(tmp_path, text).returncode == 1
    assert [entry["status"] for entry in entries(tmp_path / "run").values()] == ["done", "quarantined", "done"]


# Any number of workers, any split


@pytest.fixture(scope="module")
def articles() -> list[str]:
    draw = random.Random(3)
    texts = [
        f"Acme paid ${draw.randrange(10**6)} for {draw.randrange(100)}%. " * draw.randrange(1, 30) for _ in range(300)
    ]
    texts[10] = texts[5]
    return lines(*((f"a{n}", text) for n, text in enumerate(texts))).splitlines(keepends=True)


@pytest.fixture(scope="module")
def want(articles: list[str], tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    return outputs(tmp_path_factory.mktemp("want"), ["".join(articles)])


def outputs(place: Path, files: list[str], **options: Any) -> list[bytes]:
    for number, text in enumerate(files):
        (place / f"{number:03d}.jsonl").write_text(text)
    names = tuple(str(place / f"{number:03d}.jsonl") for number in range(len(files)))
    run(Options(names, place / "run", quiet=True, **({"workers": 1} | options)))
    return [(place / "run" / name).read_bytes() for name in FILES[:2]]


@pytest.mark.parametrize("workers", [2, 3])
def test_any_number_of_workers_writes_the_same(
    tmp_path: Path, articles: list[str], want: list[bytes], workers: int
) -> None:
    assert outputs(tmp_path, ["".join(articles)], workers=workers) == want


@settings(max_examples=5, deadline=None)
@given(cuts=st.lists(st.integers(0, 300), max_size=6).map(sorted))
def test_any_split_into_files_gives_the_same(
    tmp_path_factory: pytest.TempPathFactory, articles: list[str], want: list[bytes], cuts: list[int]
) -> None:
    bounds = [0, *cuts, len(articles)]
    files = ["".join(articles[a:b]) for a, b in pairwise(bounds) if a < b]
    assert outputs(tmp_path_factory.mktemp("split"), files) == want


def test_small_input_starts_no_processes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, articles: list[str]) -> None:
    monkeypatch.setattr("dealwire.batch.processes.ProcessPool", None)
    assert outputs(tmp_path, ["".join(articles)], workers=None)


def test_no_more_is_read_than_the_window_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow disk must not fill memory: with nothing taken away, reading stops."""
    read = 0

    def endless() -> Any:
        nonlocal read
        while True:
            read += 1
            yield Piece("json", lines((f"a{read}", "It rose 1%.")).encode(), "x", read)

    working = pool.worked(endless(), Options(("x",), workers=2, start="fork"))
    for _ in range(10):
        next(working)
    working.close()  # type: ignore[attr-defined]
    assert read <= 64 * 2 * 4


# Choices


def test_limit_and_sample(tmp_path: Path, articles: list[str]) -> None:
    (tmp_path / "a.jsonl").write_text("".join(articles))

    def chosen(**options: Any) -> list[str]:
        run(Options((str(tmp_path / "a.jsonl"),), tmp_path / "run", quiet=True, workers=1, **options))
        return [json.loads(line)["id"] for line in (tmp_path / "run/articles.jsonl").read_text().splitlines()]

    assert chosen(limit=3) == ["a0", "a1", "a2"]
    drawn = chosen(sample=20, seed=1)
    assert len(drawn) == 20
    assert drawn == sorted(drawn, key=lambda name: int(name[1:]))
    assert chosen(sample=20, seed=1) == drawn
    assert chosen(sample=20, seed=2) != drawn


def test_a_sample_is_fair() -> None:
    pieces = [Piece("text", b"", "x", number) for number in range(10)]
    drawn = [piece.line for seed in range(2000) for piece in sample(iter(pieces), 3, seed)]
    assert all(500 < drawn.count(number) < 700 for number in range(10))


@pytest.mark.parametrize("keep", [False, True])
def test_duplicates(tmp_path: Path, articles: list[str], keep: bool) -> None:
    (tmp_path / "a.jsonl").write_text("".join(articles[:12]))
    run(Options((str(tmp_path / "a.jsonl"),), tmp_path / "run", quiet=True, keep_duplicates=keep))
    entry = entries(tmp_path / "run")["11"]
    assert (entry["id"], entry["status"]) == ("a10", "done" if keep else "duplicate")
    assert entry.get("same_as") == (None if keep else "a5")


def test_chunks_are_bounded_by_number_and_by_size() -> None:
    short, long = Piece("text", b"x", "x"), Piece("text", b"x" * 200_000, "x")
    assert [len(chunk) for chunk in chunked([short] * 130)] == [64, 64, 2]
    assert [len(chunk) for chunk in chunked([long] * 5)] == [2, 2, 1]


def test_progress_knows_how_far_the_input_is_read(tmp_path: Path, articles: list[str]) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.jsonl").write_text("".join(articles))
    inputs = Inputs([str(tmp_path)], None, Reading())
    size = len("".join(articles))
    assert inputs.total == 2 * size
    positions = [inputs.position for _ in inputs.pieces()]
    assert positions == sorted(positions)
    assert inputs.position == inputs.total
