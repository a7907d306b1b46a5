"""`dealwire evaluate` as it is run: figures, errors in context, gates, and gold or records that cannot be read."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import command
from command import Done

TEXT = "Danone rose 5% on Monday.\nIt paid $3 million to Vicat SA, about 40 percent more. The Kyoto Protocol\nmatters."
Row = dict[str, Any]


def span(text: str, label: str, doc: str = "a", **values: Any) -> Row:
    start = TEXT.index(text)
    return {"doc_id": doc, "label": label, "start": start, "end": start + len(text), "text": text, **values}


GOLD = [
    span("Danone", "COMPANY", name="Danone"),
    span("5%", "PERCENT", value="5", unit="percent"),
    span("$3 million", "MONEY", amount="3000000", currency="USD"),
    span("Vicat SA", "COMPANY", name="Vicat SA"),
    span("40 percent", "PERCENT", value="40", modifier="about"),
    span("Kyoto Protocol", "TREATY", parties=[]),
]
FOUND = [
    span("5%", "PERCENT", value="5", unit="percent", rule="percent.sign"),
    span("Monday", "COMPANY", name="Monday", rule="company.shape"),
    span("$3 million", "MONEY", amount="3000000", currency="EUR", rule="money.sign"),
    span("Vicat", "COMPANY", name="Vicat", rule="company.list"),
    span("40 percent", "MONEY", amount="40", rule="money.sign"),
]


def write(path: Path, rows: list[Any]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join((r if isinstance(r, str) else json.dumps(r)) + "\n" for r in rows), encoding="utf-8")
    return path


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A folder with a run and its gold."""
    write(tmp_path / "run" / "records.jsonl", FOUND)
    write(tmp_path / "run" / "articles.jsonl", [{"id": "a", "text": TEXT}])
    write(tmp_path / "gold.jsonl", GOLD)
    return tmp_path


Run = Callable[..., Done]


@pytest.fixture
def run(case: Path) -> Run:
    return lambda *arguments: command.run("evaluate", *arguments, cwd=case)


def test_figures_by_label(run: Run) -> None:
    done = run("run", "gold.jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.split() for line in done.stdout.splitlines()]
    assert ["PERCENT", "2", "1", "1.000", "0.500", "0.667"] in lines
    assert ["COMPANY", "2", "2", "0.500", "0.500", "0.500"] in lines  # overlap
    assert ["MONEY", "currency", "0.000", "1"] in lines


def test_every_error_stands_in_its_sentence(run: Run) -> None:
    shown = " ".join(run("run", "gold.jsonl").stdout.split())
    assert "missed: 2 COMPANY a:0-6 [Danone] rose 5% on Monday. TREATY" in shown
    assert "The [Kyoto Protocol] matters." in shown  # a wrapped line is no sentence
    assert "spurious: 1 COMPANY a:18-24 company.shape Danone rose 5% on {Monday}." in shown
    assert "wrong boundary: 1 COMPANY a:48-56 company.list It paid $3 million to [{Vicat} SA], about" in shown
    assert "wrong label: 1 PERCENT a:64-74 money.sign label: gold PERCENT, found MONEY" in shown
    assert "currency: gold USD, found EUR It paid [{$3 million}] to" in shown


def test_without_a_terminal_there_are_no_colours(run: Run) -> None:
    assert "\x1b" not in run("run", "gold.jsonl").stdout


def test_an_article_cannot_command_the_terminal(run: Run, case: Path) -> None:
    write(case / "run" / "articles.jsonl", [{"id": "a", "text": TEXT.replace("on Monday", "on\x1b[1mday")}])
    write(case / "run" / "records.jsonl", [])
    assert "\x1b" not in run("run", "gold.jsonl").stdout


def test_bare_files_are_compared_without_articles(run: Run, case: Path) -> None:
    (case / "run" / "articles.jsonl").unlink()
    done = run("run/records.jsonl", "gold.jsonl")
    assert done.returncode == 0
    assert "[Danone]" in done.stdout
    assert "rose" not in done.stdout


def test_articles_may_be_given(run: Run, case: Path) -> None:
    (case / "run" / "articles.jsonl").unlink()
    (case / "a.txt").write_text(TEXT, encoding="utf-8")
    assert "[Danone] rose" in run("run/records.jsonl", "gold.jsonl", "--articles", "a.txt").stdout


def test_a_folder_of_gold_may_name_articles_without_records(run: Run, case: Path) -> None:
    write(case / "gold" / "a.jsonl", GOLD)
    write(case / "gold" / "b.jsonl", [{"doc_id": "b", "evaluated": True}])
    write(case / "run" / "articles.jsonl", [{"id": "a", "text": TEXT}, {"id": "b", "text": TEXT}])
    write(case / "run" / "records.jsonl", [*FOUND, span("5%", "PERCENT", doc="b", value="5")])
    figures = json.loads(run("run", "gold", "--json").stdout)
    assert (figures["PERCENT"]["gold"], figures["PERCENT"]["found"]) == (2, 2)
    assert figures["intervals"]["PERCENT"]["strict"]["p"] is not None


def test_json_is_one_object_that_leaves_labels_in_a_plain_shape(run: Run) -> None:
    figures = json.loads(run("run", "gold.jsonl", "--json").stdout)
    assert [key for key in figures if key.isupper()] == ["COMPANY", "MONEY", "PERCENT", "TREATY"]
    assert figures["MONEY"] == {
        "gold": 1,
        "found": 2,
        "strict": {"p": 0.5, "r": 1.0, "f": 2 / 3},
        "overlap": {"p": 0.5, "r": 1.0, "f": 2 / 3},
        "attrs": {"amount": [1.0, 1], "currency": [0.0, 1]},
    }
    assert figures["micro"]["strict"]["p"] == 2 / 5
    assert figures["views"]["micro"]["exact"]["r"] == 3 / 6
    assert figures["records"]["micro"]["right"] == 1


def test_errors_as_json_lines(run: Run, case: Path) -> None:
    run("run", "gold.jsonl", "--errors", "errors.jsonl")
    errors = [json.loads(line) for line in (case / "errors.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [e["kind"] for e in errors] == ["missed", "missed", "spurious", "boundary", "label", "value"]
    assert errors[-1]["wrong"] == {"currency": {"gold": "USD", "found": "EUR"}}
    assert errors[-1]["found"]["rule"] == "money.sign"
    for error in errors:
        at = error["sentence"]["start"]
        assert TEXT[at : at + len(error["sentence"]["text"])] == error["sentence"]["text"]


def test_labels_can_be_chosen(run: Run) -> None:
    assert [
        key for key in json.loads(run("run", "gold.jsonl", "--labels", "MONEY", "--json").stdout) if key.isupper()
    ] == ["MONEY"]


GATES = [
    (["--min-f1", "0.3"], 1, ["COMPANY: strict F1 0.0000 is below 0.3", "TREATY: strict F1 0.0000 is below 0.3"]),
    (["--min-f1", "PERCENT=0.6"], 0, []),
    (["--min-f1", "PERCENT=0.7"], 1, ["PERCENT: strict F1 0.6667 is below 0.7"]),
    (["--min-precision", "PERCENT=1", "--min-recall", "MONEY=1"], 0, []),
    (["--min-recall", "PERCENT=0.51"], 1, ["PERCENT: strict recall 0.5000 is below 0.51"]),
    (["--labels", "MONEY", "--min-f1", "TREATY=0"], 1, ["TREATY: no gold to reach F1 0 on"]),
    (["--min-f1", "high"], 2, ["'high' in 'high' is no figure from 0 to 1"]),
    (["--min-f1", "1.5"], 2, ["'1.5' in '1.5' is no figure from 0 to 1"]),
    (["--min-f1", "CAT=0.5"], 2, ["unknown label 'CAT' in 'CAT=0.5'; the labels are MONEY, PERCENT, COMPANY, TREATY"]),
    (["--labels", "CAT"], 2, ["unknown label 'CAT' in 'CAT'; the labels are MONEY, PERCENT, COMPANY, TREATY"]),
]


@pytest.mark.parametrize(("arguments", "code", "messages"), GATES, ids=str)
def test_gates(run: Run, arguments: list[str], code: int, messages: list[str]) -> None:
    done = run("run", "gold.jsonl", *arguments)
    assert done.returncode == code
    assert done.stderr.splitlines() == [f"dealwire: {message}" for message in messages]
    assert bool(done.stdout) == (code != 2)


BAD_GOLD = [
    ("no JSON", "{", "gold.jsonl:2: not JSON"),
    ("no object", "[1]", "gold.jsonl:2: not a JSON object: '[1]'"),
    ("no label", {"doc_id": "a", "start": 0, "end": 6, "text": "Danone"}, "gold.jsonl:2: label: Field required"),
    ("an unknown label", {**GOLD[0], "label": "CAT"}, "got 'CAT'"),
    (
        "an offset that is text",
        {**GOLD[0], "start": "0"},
        "gold.jsonl:2: start: Input should be a valid integer, got '0'",
    ),
    (
        "an offset below zero",
        {**GOLD[0], "start": -1},
        "gold.jsonl:2: start: Input should be greater than or equal to 0",
    ),
    ("an end before its start", {**GOLD[0], "start": 9, "end": 6}, "gold.jsonl:2: end: 6 is before start 9"),
    ("a span outside its article", {**GOLD[0], "end": 999}, "gold.jsonl:2: end: 999 is beyond the end of article 'a'"),
    (
        "text that is not the slice",
        {**GOLD[0], "text": "Dannon"},
        "gold.jsonl:2: text: 'Dannon' is not what stands at 0-6 of article 'a', which is 'Danone'",
    ),
    (
        "an article that was not extracted",
        {**GOLD[0], "doc_id": "z"},
        "gold.jsonl:2: doc_id: 'z' is not among the extracted articles",
    ),
    (
        "an article without records that was not extracted",
        {"doc_id": "z", "evaluated": True},
        "gold.jsonl:2: doc_id: 'z' is not among the extracted articles",
    ),
    ("a value that is an object", {**GOLD[0], "name": {"en": "Danone"}}, "gold.jsonl:2: name"),
    ("invalid UTF-8", b'{"doc_id": "\xff"}', "gold.jsonl:2: invalid UTF-8 at byte 12 of the line: 0xff"),
]


@pytest.mark.parametrize(("line", "message"), [pytest.param(*c[1:], id=c[0]) for c in BAD_GOLD])
def test_bad_gold_is_named_in_one_line(run: Run, case: Path, line: Any, message: str) -> None:
    raw = line if isinstance(line, bytes) else (line if isinstance(line, str) else json.dumps(line)).encode()
    (case / "gold.jsonl").write_bytes(json.dumps(GOLD[1]).encode() + b"\n" + raw + b"\n")
    done = run("run", "gold.jsonl", "--errors", "errors.jsonl")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("dealwire: gold.jsonl:2: ")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (case / "errors.jsonl").exists()


def test_the_real_program_leaves_no_traceback(case: Path) -> None:
    write(case / "gold.jsonl", ["{"])
    arguments = [sys.executable, "-m", "dealwire", "evaluate", "run", "gold.jsonl"]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, cwd=case)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("dealwire: gold.jsonl:1: not JSON")


def test_bad_records_are_named_in_one_line(run: Run, case: Path) -> None:
    write(case / "run" / "records.jsonl", [FOUND[0], {**FOUND[1], "text": "Tuesday"}])
    done = run("run", "gold.jsonl")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("dealwire: run/records.jsonl:2: text: 'Tuesday' is not what stands at 18-24")


MISSING = [
    (["nowhere", "gold.jsonl"], "nowhere: No such file or directory"),
    (["run", "nowhere.jsonl"], "nowhere.jsonl: No such file or directory"),
    (["empty", "gold.jsonl"], "empty/records.jsonl: No such file or directory"),
    (["run", "empty"], "empty: no .jsonl files in this folder"),
    (["run", "empty.jsonl"], "empty.jsonl: no gold in it"),
    (["run", "gold.jsonl", "--articles", "nowhere.jsonl"], "nowhere.jsonl: No such file or directory"),
    (["run", "gold.jsonl", "--articles", "empty"], "empty: no articles in it"),
]


@pytest.mark.parametrize(("arguments", "message"), MISSING, ids=str)
def test_files_that_are_not_there(run: Run, case: Path, arguments: list[str], message: str) -> None:
    (case / "empty").mkdir()
    write(case / "empty.jsonl", [])
    done = run(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"dealwire: {message}\n")


def test_evaluation_does_not_import_spacy(case: Path) -> None:
    arguments = [sys.executable, "-X", "importtime", "-m", "dealwire", "evaluate", "run", "gold.jsonl"]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True, cwd=case)
    assert "MONEY" in done.stdout
    assert "dealwire.evaluate" in done.stderr
    assert "spacy" not in done.stderr


def test_rules_can_be_listed(run: Run) -> None:
    shown = run("run", "gold.jsonl", "--rules").stdout
    lines = [line.split() for line in shown.splitlines()]
    assert ["money.sign", "MONEY", "2", "1", "0", "0.500"] in [line[:6] for line in lines]
    assert "never fired (" in shown


def test_confidence_is_written_for_the_extractor(run: Run, case: Path) -> None:
    assert run("run", "gold.jsonl", "--write-confidence", "patterns/confidence.jsonl").returncode == 0
    lines = [json.loads(line) for line in (case / "patterns" / "confidence.jsonl").read_text().splitlines()]
    assert {"label": "MONEY", "rule": "money.sign", "found": 2, "right": 1, "confidence": 0.5} in lines


def test_floors_are_pinned_held_and_never_lowered_unasked(run: Run, case: Path) -> None:
    assert run("run", "gold.jsonl", "--floors", "floors.json").stderr == (
        "dealwire: floors.json: No such file or directory\n"
    )
    assert run("run", "gold.jsonl", "--floors", "floors.json", "--pin-floors").returncode == 0
    pinned = (case / "floors.json").read_text()
    assert json.loads(pinned)["floors"]["MONEY"]["strict.p"] == 0.5
    assert run("run", "gold.jsonl", "--floors", "floors.json").returncode == 0

    write(case / "run" / "records.jsonl", FOUND[:1])
    done = run("run", "gold.jsonl", "--floors", "floors.json", "--pin-floors")
    assert (done.returncode, (case / "floors.json").read_text()) == (1, pinned)
    assert "dealwire: MONEY: strict.r 0.0000 is below its floor 1\n" in done.stderr
    assert run("run", "gold.jsonl", "--floors", "floors.json", "--pin-floors", "--lower-floors").returncode == 0
    assert (case / "floors.json").read_text() != pinned


def test_floors_do_not_speak_for_other_gold(run: Run, case: Path) -> None:
    run("run", "gold.jsonl", "--floors", "floors.json", "--pin-floors")
    write(case / "gold.jsonl", GOLD[::-1])
    assert run("run", "gold.jsonl", "--floors", "floors.json").returncode == 0
    write(case / "gold.jsonl", [{**GOLD[0], "name": "Danone SA"}, *GOLD[1:]])
    done = run("run", "gold.jsonl", "--floors", "floors.json")
    assert (done.returncode, done.stderr) == (
        1,
        "dealwire: the gold is not the one that the floors were pinned on; pin them again\n",
    )


BAD_FLOORS = [("{", "not JSON"), ('{"gold": "x"}', "floors: Field required")]


@pytest.mark.parametrize(("content", "message"), BAD_FLOORS, ids=str)
def test_bad_floors_are_named(run: Run, case: Path, content: str, message: str) -> None:
    (case / "floors.json").write_text(content)
    done = run("run", "gold.jsonl", "--floors", "floors.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"dealwire: floors.json: {message}")


@pytest.mark.parametrize("option", ["--html", "--errors", "--write-confidence"])
def test_a_file_that_cannot_be_written_is_named(run: Run, option: str) -> None:
    done = run("run", "gold.jsonl", option, "run")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "dealwire: run: cannot be written (Is a directory)\n"


def test_figures_of_each_article(run: Run) -> None:
    lines = [line.split() for line in run("run", "gold.jsonl", "--per-article").stdout.splitlines()]
    assert ["a", "2/2/0.000", "1/2/0.667", "2/1/0.667", "1/0/0.000"] in lines
