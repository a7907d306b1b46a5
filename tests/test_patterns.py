"""Pattern files: form, and every pattern held to its examples."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from dealwire.check import faults
from dealwire.errors import PatternError
from dealwire.extract import Extractor, Settings
from dealwire.patterns import Pattern, PatternSet, shipped

GOOD = '{"label":"PERCENT","id":"my.grades","pattern":"grades","examples":["two grades"],"not_examples":["two marks"]}'


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor(Settings(explain=True))


@pytest.mark.parametrize("pattern", PatternSet().patterns, ids=lambda pattern: pattern.id)
def test_every_example_is_matched_and_no_near_miss(pattern: Pattern, extractor: Extractor) -> None:
    assert list(faults(pattern, extractor)) == []


def test_the_files_load_in_a_plain_spacy_ruler() -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    found: set[str] = set()
    for path in PatternSet().pattern_files():
        ruler.from_disk(path)  # type: ignore[attr-defined]  # which forgets the file before
        found.update(span.text for span in nlp("a treaty, five dollars, five percent").ents)
    assert {"treaty", "dollars", "percent"} <= found


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "dealwire", *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (GOOD.replace("PERCENT", "CAT"), ":1: label: Input should be"),
        (GOOD.replace('"pattern":"grades",', ""), ":1: pattern: Field required"),
        (GOOD.replace('["two marks"]', "[]"), ":1: not_examples: Tuple should have at least 1 item"),
        (GOOD + "\n" + GOOD, ":2: id 'my.grades' is already taken"),
        ("{oops", ":1: not JSON"),
        (GOOD.replace("two grades", "two marks"), ":1: my.grades does not match its example 'two marks'"),
        (GOOD.replace('["two marks"]', '["ten grades"]'), ":1: my.grades matches its near miss 'ten grades'"),
    ],
)
def test_check_names_file_line_and_value(tmp_path: Path, line: str, fault: str) -> None:
    (tmp_path / "mine.jsonl").write_text(line, encoding="utf-8")
    done = run("patterns", "check", tmp_path)
    assert f"{tmp_path / 'mine.jsonl'}{fault}" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode in (1, 2)


def test_check_of_a_sound_folder(tmp_path: Path) -> None:
    (tmp_path / "mine.jsonl").write_text(GOOD, encoding="utf-8")
    done = run("patterns", "check", tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "1 patterns checked, all sound\n", "")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(PatternError, match="nowhere: no such folder"):
        PatternSet(tmp_path / "nowhere")


def test_the_shipped_patterns_are_found() -> None:
    assert (shipped() / "percent.jsonl").is_file()
