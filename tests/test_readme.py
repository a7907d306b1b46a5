"""The README tells the truth: its commands exist, its Python runs."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def test_the_python_example_runs() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "MONEY $1.1 billion" in done.stdout
    assert "a1 5 7" in done.stdout


def commands(*group: str) -> list[str]:
    """The commands that `--help` lists."""
    done = subprocess.run(
        [sys.executable, "-m", "dealwire", *group, "--help"], capture_output=True, text=True, check=True
    )
    return re.findall(r"^  ([a-z]+)  ", done.stdout.partition("Commands:")[2], flags=re.MULTILINE)


@pytest.mark.parametrize("command", commands())
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"`dealwire {command} " in README or f"`dealwire {command}`" in README
