"""Runs the program within the test's own process, which saves starting Python for every row of a table.

The tests that ask what the program imports, and one of each command, start it for real.
"""

from __future__ import annotations

import io
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from dealwire.cli import main


class Done(NamedTuple):
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


def run(*arguments: str, cwd: Path) -> Done:
    """Run `dealwire` with these arguments in a folder."""
    before, out, err = sys.argv, io.StringIO(), io.StringIO()
    sys.argv = ["dealwire", *arguments]
    code: object = 0
    try:
        with chdir(cwd), redirect_stdout(out), redirect_stderr(err):
            main()
    except SystemExit as stop:
        code = stop.code
    finally:
        sys.argv = before
    return Done(code if isinstance(code, int) else 0, out.getvalue(), err.getvalue())
