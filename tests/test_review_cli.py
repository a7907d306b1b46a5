"""`dealwire review` as a process: its first line, its end, and what survives when it is killed."""

from __future__ import annotations

import random
import re
import signal
import subprocess
import sys
import threading
from http.client import HTTPException
from pathlib import Path

import pytest

from review_run import lines, records, small_run, write_run
from review_server import Client, Server, served


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "dealwire", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_run(tmp_path / "run")


def test_the_first_line_is_the_address_with_its_token(folder: Path) -> None:
    with served(folder) as server:
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{32}", server.url)
        assert Client(server).get("/api/run")["progress"]["records"] == 10


def test_ctrl_c_ends_it_cleanly(folder: Path) -> None:
    with served(folder) as server:
        Client(server).get("/api/run")
        assert server.process
        server.process.send_signal(signal.SIGINT)
        _, told = server.process.communicate(timeout=20)
    assert server.process.returncode == 0
    assert told == f"dealwire: closed; the decisions are in {folder / 'review.sqlite'}\n"
    assert [path.name for path in folder.glob("review.sqlite*")] == ["review.sqlite"]


def test_options_may_stand_before_the_folder(folder: Path) -> None:
    done = run("review", "--reviewer", "adjudicated", "--no-open", str(folder))
    assert (done.returncode, done.stderr) == (
        2,
        "dealwire: --reviewer: 'adjudicated' cannot be a reviewer's name\n",
    )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--host", "0.0.0.0"], "--host 0.0.0.0: others could reach it; say --beyond-this-machine if they should"),
        (["--host", "192.0.2.1", "--beyond-this-machine"], "cannot listen on 192.0.2.1:0: "),
        (["--reviewer", " "], "--reviewer: ' ' cannot be a reviewer's name"),
    ],
    ids=str,
)
def test_what_cannot_be_served_is_one_line(folder: Path, options: list[str], message: str) -> None:
    done = run("review", str(folder), "--no-open", *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1].startswith(f"dealwire: {message}")
    assert "Traceback" not in done.stderr


def test_a_port_in_use_is_one_line(folder: Path) -> None:
    with served(folder) as server:
        port = server.base.rpartition(":")[2]
        done = run("review", str(folder), "--no-open", "--port", port)
    assert done.returncode == 2
    assert f"cannot listen on 127.0.0.1:{port}" in done.stderr


def test_a_folder_that_is_no_run_is_one_line(tmp_path: Path) -> None:
    done = run("review", str(tmp_path), "--no-open")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", [["review"], ["review", "export"], ["review", "page"]], ids=str)
def test_help(command: list[str]) -> None:
    done = run(*command, "--help")
    assert (done.returncode, "Usage:" in done.stdout) == (0, True)


# Killed


def pressed(server: Server, verdicts: dict[str, str], answered: int, chance: random.Random) -> dict[str, str]:
    """Press keys as fast as they are answered; soon after `answered` of them kill -9: the answered ones' verdicts."""
    acknowledged: dict[str, str] = {}
    client = Client(server)
    killer = threading.Timer(chance.uniform(0, 0.05), server.kill)
    for n, item in enumerate(item for item, verdict in verdicts.items() if verdict == "undecided"):
        if n == answered:
            killer.start()
        action = ("accept", "reject")[n % 2]
        wish = {"action": action, "n": 0, "doc_id": "long", "item": item, "version": 0}
        try:
            client.post("/api/decisions", wish)
        except (OSError, HTTPException, AssertionError, ValueError):  # an answer cut short is none
            break
        acknowledged[item] = f"{action}ed"
    killer.join()
    return acknowledged


def test_what_was_acknowledged_survives_sigkill(tmp_path: Path) -> None:
    """Whenever the server is killed, every answered press is there: in the next page and in the gold."""
    text = "It rose 5%. " * 400
    percent = {"label": "PERCENT", "value": "5", "rule": "percent.sign"}
    folder = write_run(tmp_path / "run", {"long": text}, records("long", text, {"5%": percent}))
    acknowledged: dict[str, str] = {}
    chance = random.Random(8)
    for answered in (2, 9, 5, 14):
        with served(folder, "--reviewer", "ann") as server:
            items = Client(server).get("/api/articles/0")["items"]
            verdicts = {item["item"]: item["verdict"] for item in items}
            assert verdicts | acknowledged == verdicts
            acknowledged |= pressed(server, verdicts, answered, chance)
    done = run("review", "export", str(folder), "--unfinished", "-o", str(tmp_path / "gold.jsonl"))
    assert done.returncode == 0
    found = [line for line in lines(tmp_path / "gold.jsonl") if "evaluated" not in line]
    gold = {f"long:{line['start']}-{line['end']}:PERCENT" for line in found}
    assert len(acknowledged) >= 2 + 9 + 5 + 14
    assert {item for item, verdict in acknowledged.items() if verdict == "accepted"} == gold & acknowledged.keys()


def test_two_reviewers_on_one_run_at_once(folder: Path) -> None:
    with served(folder, "--reviewer", "ann") as one, served(folder, "--reviewer", "bob") as two:
        clients = Client(one), Client(two)
        for client, action in zip(clients, ("accept", "reject"), strict=True):
            for item in client.get("/api/articles/0")["items"]:
                wish = {"action": action, "n": 0, "doc_id": "ports", "item": item["item"], "version": 0}
                client.post("/api/decisions", wish)
        verdicts = [{item["verdict"] for item in client.get("/api/articles/0")["items"]} for client in clients]
    assert verdicts == [{"accepted"}, {"rejected"}]
