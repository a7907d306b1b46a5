"""`dealwire extract` as its users run it: what it writes, what it refuses and how it says so."""

from __future__ import annotations

import codecs
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TEXT = "Sales rose about 5% to $4.2 billion."
GOOD = json.dumps({"id": "good", "text": TEXT})


def extract(*arguments: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "dealwire", "extract", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, check=False)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().split(b"\n") if line]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(TEXT)
    return path


# What a run writes


def test_a_run_is_a_folder(tmp_path: Path, good: Path) -> None:
    done = extract(good, "-o", tmp_path / "run")
    assert (done.returncode, done.stdout) == (0, b"")
    assert sorted(path.name for path in (tmp_path / "run").iterdir()) == [
        "articles.jsonl", "ledger.jsonl", "records.jsonl", "run.json",
    ]  # fmt: skip
    assert lines(tmp_path / "run/articles.jsonl") == [{"id": "good", "text": TEXT}]
    assert [entry["status"] for entry in lines(tmp_path / "run/ledger.jsonl")] == ["done"]
    assert json.loads((tmp_path / "run/run.json").read_text())["ended"]


def test_the_closing_table_says_what_came_of_it(tmp_path: Path, good: Path) -> None:
    shown = extract(good, "-o", tmp_path / "run").stderr.decode()
    for word in ("articles", "records", "MONEY", "PERCENT", "COMPANY", "TREATY", "set aside", "articles/s"):
        assert word in shown
    assert str(tmp_path / "run") in shown


def test_quiet_is_quiet(tmp_path: Path, good: Path) -> None:
    assert extract(good, "-o", tmp_path / "run", "--quiet").stderr == b""


def test_a_dash_puts_records_and_nothing_else_on_stdout(tmp_path: Path, good: Path) -> None:
    extract(good, "-o", tmp_path / "run")
    done = extract(good, "-o", "-")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == (tmp_path / "run/records.jsonl").read_bytes()


@pytest.mark.parametrize("stdin", [TEXT, GOOD, "\n" + GOOD + "\n"], ids=["a text", "JSONL", "JSONL after a blank line"])
def test_a_dash_reads_standard_input(tmp_path: Path, stdin: str) -> None:
    assert extract("-", "-o", tmp_path / "run", stdin=stdin.encode()).returncode == 0
    assert [article["text"] for article in lines(tmp_path / "run/articles.jsonl")] == [TEXT]


def test_other_fields_of_an_article_are_carried_along(tmp_path: Path) -> None:
    line = json.dumps({"key": 7, "body": TEXT, "date": "2025-05-14", "id": "other", "_tags": ["a"]})
    arguments = ("-", "--text-field", "body", "--id-field", "key", "-o", tmp_path / "run")
    assert extract(*arguments, stdin=line.encode()).returncode == 0
    assert lines(tmp_path / "run/articles.jsonl") == [
        {"id": "7", "text": TEXT, "date": "2025-05-14", "input_id": "other", "_tags": ["a"]}
    ]


def test_a_folder_is_searched_and_files_of_one_name_keep_apart(tmp_path: Path) -> None:
    for name in ("in/b.txt", "in/sub/a.txt", "in/sub/b.txt", "in/.hidden/c.txt", "in/notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text(f"{TEXT} {name}")
    assert extract(tmp_path / "in", "-o", tmp_path / "run").returncode == 0
    assert [article["id"] for article in lines(tmp_path / "run/articles.jsonl")] == [
        str(tmp_path / "in/b.txt"), "a", str(tmp_path / "in/sub/b.txt"),
    ]  # fmt: skip


# Texts of all kinds: stored as decoded


@pytest.mark.parametrize(
    "raw",
    [TEXT.encode(), TEXT.encode("utf-8-sig"), TEXT.encode("utf-16"),
     codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")],
    ids=["utf-8", "utf-8 with BOM", "utf-16 little endian", "utf-16 big endian"],
)  # fmt: skip
def test_encodings(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    assert extract(tmp_path / "a.txt", "-o", tmp_path / "run").returncode == 0
    assert lines(tmp_path / "run/articles.jsonl") == [{"id": "a", "text": TEXT}]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_encodings_of_jsonl(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(f"{GOOD}\n".encode(encoding))
    assert extract(tmp_path / "a.jsonl", "-o", tmp_path / "run").returncode == 0
    assert lines(tmp_path / "run/articles.jsonl") == [{"id": "good", "text": TEXT}]


@pytest.mark.parametrize("text", ["It rose 5%.\r\nThen $3.\r\n", "It rose\u20285%.\u0085Then $3."], ids=repr)
def test_lines_of_jsonl_end_at_line_feeds_alone(tmp_path: Path, text: str) -> None:
    raw = json.dumps({"id": "a", "text": text}, ensure_ascii=False) + "\r\n" + GOOD
    assert extract("-", "-o", tmp_path / "run", stdin=raw.encode()).returncode == 0
    assert [article["text"] for article in lines(tmp_path / "run/articles.jsonl")] == [text, TEXT]


def test_windows_line_ends_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"It rose\r\n5%.")
    assert extract(tmp_path / "a.txt", "-o", tmp_path / "run").returncode == 0
    assert lines(tmp_path / "run/articles.jsonl") == [{"id": "a", "text": "It rose\r\n5%."}]


# Bad input: one line that names file, line and value; the neighbours go through

BAD_FILES = {
    "an empty file": ("x.txt", b"", "x.txt: an empty file"),
    "nothing but white space": ("x.txt", b" \n\t\n", "x.txt: no text in it"),
    "a binary file": ("x.txt", b"\x89PNG\r\n\x1a\n\0\0", "x.txt: a binary file, not text (NUL at byte 8)"),
    "invalid UTF-8": ("x.txt", b"caf\xe9 5%", "x.txt: invalid UTF-8 at byte 3: 0xe9"),
    "empty JSONL": ("x.jsonl", b"", "x.jsonl: an empty file"),
    "binary JSONL": ("x.jsonl", b"{\0", "x.jsonl: a binary file, not text (NUL at byte 1)"),
    "no JSON": ("x.jsonl", b"\n{nope}\n", "x.jsonl:2: not JSON"),
    "no object": ("x.jsonl", b"[1]\n", "x.jsonl:1: not a JSON object: '[1]'"),
    "no text": ("x.jsonl", b'{"id": "a"}\n', "x.jsonl:1: no field 'text': {'id': 'a'}"),
    "no id": ("x.jsonl", b'{"text": "a"}\n', "x.jsonl:1: no field 'id': {'text': 'a'}"),
    "a number for a text": ("x.jsonl", b'{"id": "a", "text": 5}\n', "x.jsonl:1: 'text' is no string: 5"),
    "a blank text": ("x.jsonl", b'{"id": "a", "text": " "}\n', "x.jsonl:1: 'text' is empty: {'id': 'a', 'text': ' '}"),
    "a null id": ("x.jsonl", b'{"id": null, "text": "a"}\n', "x.jsonl:1: 'id' is no string: None"),
    "half a surrogate pair": ("x.jsonl", b'{"id": "a", "text": "\\ud800"}\n', "x.jsonl:1: not JSON"),
    "bad UTF-8 in a line": ("x.jsonl", b'{"id": "\xff"}\n', "x.jsonl:1: invalid UTF-8 at byte 8 of the line: 0xff"),
    "a repeated id": ("x.jsonl", GOOD.encode(), "x.jsonl:1: repeats the id 'good'"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "raw", "message"), BAD_FILES.values(), ids=BAD_FILES)
def test_bad_input_is_named_and_costs_only_itself(
    tmp_path: Path, good: Path, name: str, raw: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(raw)
    done = extract(good, tmp_path / name, good.with_name("good.txt"), "-o", tmp_path / "run", "--quiet")
    assert done.returncode == 1
    [shown] = done.stderr.decode().splitlines()
    assert shown.startswith(f"dealwire: {tmp_path}/{message}")
    assert [article["id"] for article in lines(tmp_path / "run/articles.jsonl")] == ["good"]
    [_, entry] = lines(tmp_path / "run/ledger.jsonl")
    assert entry["status"] == "quarantined"
    if raw:
        kept = (tmp_path / "run" / entry["raw"]).read_bytes()
        assert kept
        assert kept in raw


def test_good_lines_around_a_bad_one_go_through(tmp_path: Path) -> None:
    raw = b'{"id": "a", "text": "It rose 5%."}\n{nope\n{"id": "b", "text": "It rose 6%."}\n'
    assert extract("-", "-o", tmp_path / "run", stdin=raw).returncode == 1
    assert [article["id"] for article in lines(tmp_path / "run/articles.jsonl")] == ["a", "b"]


def test_a_missing_path_among_others(tmp_path: Path, good: Path) -> None:
    done = extract(tmp_path / "none.txt", good, "-o", tmp_path / "run", "--quiet")
    assert (done.returncode, done.stderr.decode()) == (1, f"dealwire: {tmp_path}/none.txt: no such file or folder\n")
    assert len(lines(tmp_path / "run/articles.jsonl")) == 1


def test_nothing_but_a_missing_path(tmp_path: Path) -> None:
    done = extract(tmp_path / "none.txt", "-o", tmp_path / "run")
    assert (done.returncode, done.stderr.decode()) == (2, f"dealwire: {tmp_path}/none.txt: no such file or folder\n")
    assert not (tmp_path / "run").exists()


def test_a_folder_without_articles(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/notes.md").write_text("No article.")
    done = extract(tmp_path / "in", "-o", tmp_path / "run")
    assert (done.returncode, done.stderr.decode()) == (2, f"dealwire: {tmp_path}/in: a folder without articles\n")


def test_a_run_folder_that_is_a_file(tmp_path: Path, good: Path) -> None:
    done = extract(good, "-o", good)
    assert (done.returncode, done.stderr.decode()) == (2, f"dealwire: {good}: File exists\n")
