"""What the user sees while a run is on, all of it on standard error."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from dealwire.batch.inputs import Inputs
from dealwire.batch.ledger import Entry, Tally
from dealwire.errors import place

PAUSE = 10.0  # seconds between lines where there is no terminal
SHOWN = 100  # faults shown one by one; the ledger has them all


class Reporter:
    """Progress and faults; a context manager. A bar in a terminal, a plain line now and then anywhere else."""

    def __init__(self, inputs: Inputs, tally: Tally, quiet: bool) -> None:
        self.inputs, self.tally = inputs, tally
        self.console = Console(stderr=True, highlight=False, soft_wrap=True)
        self.started = time.monotonic()
        self.before = 0  # articles that an earlier run has done
        self.faults = 0
        self.quiet = quiet
        self.bar = Progress(
            TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn(),
            console=self.console, transient=True, disable=quiet or not self.console.is_terminal,
        )  # fmt: skip
        self.task = self.bar.add_task("reading", total=inputs.total or None)
        self.next_line = self.started + PAUSE

    def __enter__(self) -> Self:
        if self.inputs.ignored and not self.quiet:
            kinds = ", ".join(f"{count:,} {kind}" for kind, count in self.inputs.ignored.most_common())
            self.say(f"dealwire: left out, being of no known format: {kinds}")
        self.bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.bar.stop()

    def add(self, entry: Entry) -> None:
        """Show where the run is after an entry, and what was wrong with it."""
        if entry.status == "quarantined":
            self.fault(f"{place(entry.source, entry.line)}{entry.reason}")
        if self.bar.disable and time.monotonic() > self.next_line and not self.quiet:
            self.next_line = time.monotonic() + PAUSE
            self.say(self.line())
        elif not self.bar.disable:
            self.bar.update(self.task, description=self.line(), completed=self.inputs.position)

    def resumed(self) -> None:
        """Take what is counted so far for the work of an earlier run."""
        self.before = self.tally.articles
        if not self.quiet:
            self.say(f"dealwire: going on after {self.before:,} articles")

    def fault(self, message: str) -> None:
        self.faults += 1
        if self.faults <= SHOWN:
            self.say(f"dealwire: {message}")
        elif self.faults == SHOWN + 1:
            self.say("dealwire: more was set aside, see the ledger")

    def say(self, message: str) -> None:
        """A line on standard error, above the bar where there is one."""
        if self.bar.disable:
            print(message, file=sys.stderr)
        else:
            self.bar.console.print(message, markup=False)

    def line(self) -> str:
        """Where the run is, in one line."""
        aside = self.tally.statuses["quarantined"]
        return (
            f"{self.tally.articles:,} articles, {self.inputs.position / 1e6:,.1f} MB, {self.rate:,.0f}/s, "
            f"{self.tally.records:,} records" + (f", {aside:,} set aside" if aside else "")
        )

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started

    @property
    def rate(self) -> float:
        """Articles a second."""
        return (self.tally.articles - self.before) / max(self.seconds, 1e-9)
