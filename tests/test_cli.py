"""The program's manners: help, version, exit codes, what it imports."""

from __future__ import annotations

import subprocess
import sys

import pytest

import dealwire


def run(*arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dealwire", *arguments], input=text, capture_output=True, text=True, check=False
    )


def test_version() -> None:
    assert run("--version").stdout.removesuffix(" (compiled)\n").strip() == f"dealwire {dealwire.__version__}"


@pytest.mark.parametrize(
    "command",
    [[], ["extract"], ["evaluate"], ["show"], ["schema"], ["patterns", "check"], ["review"], ["review", "export"]],
    ids=str,
)
def test_every_command_has_help(command: list[str]) -> None:
    done = run(*command, "--help")
    assert done.returncode == 0
    assert "Usage:" in done.stdout


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["extract", "--help"], ["review", "--help"], ["schema"]], ids=str
)
def test_answers_without_importing_spacy(arguments: list[str]) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "dealwire", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "typer" in done.stderr
    assert "spacy" not in done.stderr


def test_an_unknown_option_is_a_usage_error() -> None:
    done = run("extract", "--nonsense")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_show_marks_records_and_lists_their_values() -> None:
    done = run("show", "-", text="Sales rose about 5% to $4.2 billion.")
    assert "Sales rose about [5%]P to [$4.2 billion]M." in done.stdout
    assert "amount 4200000000  currency USD" in done.stdout
    assert "\x1b" not in done.stdout


def test_show_lets_no_escape_sequence_through() -> None:
    assert "\x1b" not in run("show", "-", text="Sales \x1b[31mrose 5%").stdout


def test_show_names_a_missing_file() -> None:
    done = run("show", "nowhere.txt")
    assert (done.returncode, done.stderr) == (2, "dealwire: nowhere.txt: No such file or directory\n")
