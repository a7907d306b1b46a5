"""Interrupted runs: killed, stopped, out of disk; the same command with --resume ends as if nothing had happened."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FILES = ("records.jsonl", "articles.jsonl", "ledger.jsonl")
COMMAND = [sys.executable, "-m", "dealwire", "extract"]


def extract(*arguments: object, cwd: Path | None = None, **more: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, check=False, cwd=cwd, **more)


def contents(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in FILES]


def article(number: int) -> str:
    draw = random.Random(number)
    said = [
        f"Acme Inc. paid ${draw.randrange(1, 900)} million for Widget plc, {draw.randrange(1, 90)}% over {year}."
        for year in range(1990, 1990 + draw.randrange(1, 12))
    ]
    return json.dumps({"id": f"a{number}", "text": " ".join(said)})


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with two hundred articles in news.jsonl, among them bad lines and doubles, and an undisturbed run."""
    lines = [article(number) for number in range(200)]
    lines[40:40] = ["{nope", lines[7], json.dumps({"id": "double", "text": json.loads(lines[8])["text"]})]
    place = tmp_path_factory.mktemp("done")
    (place / "news.jsonl").write_text("\n".join(lines))
    assert extract("news.jsonl", "-o", "run", cwd=place).returncode == 1
    return place


def wait_for(path: Path) -> None:
    deadline = time.monotonic() + 60
    while not path.exists() and time.monotonic() < deadline:
        time.sleep(0.05)


@pytest.fixture
def place(done: Path, tmp_path: Path) -> Path:
    """The same place with a run that was killed after a hundred articles."""
    shutil.copytree(done, tmp_path, dirs_exist_ok=True)
    cut(tmp_path / "run", 0, 0, 0)
    return tmp_path


def cut(folder: Path, records: int, articles: int, ledger: int) -> None:
    """Leave of a run what a kill might: a hundred lines of its ledger and some bytes beyond them in each file."""
    data = contents(folder)
    lines = data[2].splitlines(keepends=True)
    last = json.loads(lines[99])
    ends = (last["records_end"] + records, last["articles_end"] + articles, sum(map(len, lines[:100])) + ledger)
    for name, whole, end in zip(FILES, data, ends, strict=True):
        (folder / name).write_bytes(whole[:end])
    about = json.loads((folder / "run.json").read_text())
    (folder / "run.json").write_text(json.dumps({**about, "ended": None}))


@pytest.mark.parametrize("workers", [1, 2])
def test_killed_at_twenty_random_moments(done: Path, tmp_path: Path, workers: int) -> None:
    program = Path(__file__).with_name("killed_run.py")
    arguments = [str(tmp_path), str(workers), "20", "7"]
    ended = subprocess.run(
        [sys.executable, str(program), *arguments], capture_output=True, text=True, check=False, cwd=done
    )
    assert ended.returncode == 0, ended.stderr
    assert contents(tmp_path / "killed") == contents(done / "run")
    assert sorted(path.name for path in (tmp_path / "killed/quarantine").iterdir()) == [
        "0000041-news.jsonl", "0000042-news.jsonl",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "beyond", [(0, 0, 0), (1, 0, 0), (10**6, 10**6, 0), (10**6, 10**6, 1), (5, 10**6, 100)], ids=str
)
def test_whatever_was_written_last_is_cut(done: Path, tmp_path: Path, beyond: tuple[int, int, int]) -> None:
    """Behind what the ledger vouches for there may stand anything, and its own last line may be half a line."""
    shutil.copytree(done, tmp_path, dirs_exist_ok=True)
    cut(tmp_path / "run", *beyond)
    (tmp_path / "run/quarantine/0000150-news.jsonl").write_text("set aside, but never committed")
    assert extract("news.jsonl", "-o", "run", "--resume", cwd=tmp_path).returncode == 1
    assert contents(tmp_path / "run") == contents(done / "run")
    assert len(list((tmp_path / "run/quarantine").iterdir())) == 2


def test_a_run_that_is_complete_stays_as_it_is(done: Path, tmp_path: Path) -> None:
    shutil.copytree(done, tmp_path, dirs_exist_ok=True)
    again = extract("news.jsonl", "-o", "run", "--resume", cwd=tmp_path)
    assert again.returncode == 1
    assert b"going on after 203 articles" in again.stderr
    assert contents(tmp_path / "run") == contents(done / "run")


def test_an_unfinished_run_is_not_wiped_out(place: Path) -> None:
    refused = extract("news.jsonl", "-o", "run", cwd=place)
    assert refused.returncode == 2
    assert refused.stderr == b"dealwire: run: an unfinished run; --resume goes on with it, --overwrite starts anew\n"
    assert extract("news.jsonl", "-o", "run", "--overwrite", "--limit", 1, cwd=place).returncode == 0


# What may not change between the two commands


def changed_option(place: Path) -> list[object]:
    return ["--limit", 200]


def changed_setting(place: Path) -> list[object]:
    return ["--dollar", "CAD"]


def changed_input(place: Path) -> list[object]:
    lines = (place / "news.jsonl").read_text().splitlines()
    lines[50] = article(1000)
    (place / "news.jsonl").write_text("\n".join(lines))
    return []


def shorter_input(place: Path) -> list[object]:
    (place / "news.jsonl").write_text("\n".join((place / "news.jsonl").read_text().splitlines()[:50]) + "\n")
    return []


def changed_rules(place: Path) -> list[object]:
    about = json.loads((place / "run" / "run.json").read_text())
    (place / "run" / "run.json").write_text(json.dumps({**about, "patterns": "0" * 64}))
    return []


def lost_records(place: Path) -> list[object]:
    (place / "run" / "records.jsonl").write_bytes(b"")
    return []


def spoilt_ledger(place: Path) -> list[object]:
    (place / "run" / "ledger.jsonl").write_bytes(b"[]\n")
    return []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (changed_option, "run: cannot resume, limit was null, now 200"),
        (changed_setting, "run: cannot resume, settings was"),
        (changed_input, "news.jsonl:51: cannot resume, the input has changed since the run began"),
        (shorter_input, "news.jsonl:51: cannot resume, the input has changed since the run began"),
        (changed_rules, "run: cannot resume, patterns changed since (000000000000 → "),
        (lost_records, "run/records.jsonl: cannot resume, 0 bytes where the ledger speaks of"),
        (spoilt_ledger, "run/ledger.jsonl:1: no line of a ledger, so this run cannot be resumed"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_is_not_the_same_run_is_refused(place: Path, change: Callable[[Path], list[object]], message: str) -> None:
    options = change(place)
    before = contents(place / "run")
    refused = extract("news.jsonl", "-o", "run", "--resume", *options, cwd=place)
    assert refused.returncode == 2
    [line] = refused.stderr.decode().splitlines()
    assert line.startswith(f"dealwire: {message}")
    assert contents(place / "run") == before


@pytest.mark.skipif(sys.platform == "win32", reason="no lock that a killed process leaves")
def test_two_runs_do_not_write_to_one_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It paid $5 million.")
    with subprocess.Popen(
        [*COMMAND, "-", "-o", "run"], cwd=tmp_path, stdin=subprocess.PIPE, stderr=subprocess.PIPE
    ) as first:
        wait_for(tmp_path / "run/run.json")  # it has begun, and waits for its input
        second = extract("a.txt", "-o", "run", "--overwrite", cwd=tmp_path)
        first.kill()
    assert second.returncode == 2
    assert (
        second.stderr == b"dealwire: run: another run is writing here; wait until it ends, or choose a folder with -o\n"
    )
    assert extract("a.txt", "-o", "run", "--overwrite", cwd=tmp_path).returncode == 0


def test_standard_output_cannot_be_resumed(done: Path) -> None:
    assert extract("news.jsonl", "-o", "-", "--resume", cwd=done).returncode == 2


# A full disk, Ctrl-C


@pytest.mark.parametrize("room", [1, 40_000, 90_000])
def test_a_full_disk_is_one_line_and_can_be_resumed(done: Path, tmp_path: Path, room: int) -> None:
    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))

    (tmp_path / "news.jsonl").write_bytes((done / "news.jsonl").read_bytes())
    full = extract("news.jsonl", "-o", "run", "--quiet", cwd=tmp_path, preexec_fn=small)
    assert full.returncode == 2
    [line] = [line for line in full.stderr.decode().splitlines() if "news.jsonl:" not in line]
    assert "File too large; once that is mended, the same command with --resume goes on" in line
    assert extract("news.jsonl", "-o", "run", "--resume", cwd=tmp_path).returncode == 1
    assert contents(tmp_path / "run") == contents(done / "run")


@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_stops_soon_and_says_how_to_go_on(tmp_path: Path, workers: int) -> None:
    command = [*COMMAND, "-", "-o", str(tmp_path / "run"), "--workers", str(workers), "--format", "jsonl"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
    assert process.stdin
    process.stdin.write(f"{article(1)}\n".encode())
    process.stdin.flush()
    wait_for(tmp_path / "run/run.json")
    time.sleep(1)
    begun = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    _, shown = process.communicate(timeout=10)
    assert time.monotonic() - begun < 3
    assert process.returncode == 130
    assert b"Traceback" not in shown
    assert b"the same command with --resume goes on" in shown
