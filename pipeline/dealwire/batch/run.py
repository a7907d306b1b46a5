"""A run from start to end."""

from __future__ import annotations

import platform
import random
from collections.abc import Iterator
from contextlib import closing
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any

import dealwire
from dealwire.batch import folder
from dealwire.batch.admission import Admission, digest
from dealwire.batch.inputs import Inputs
from dealwire.batch.ledger import Tally, read_ledger
from dealwire.batch.lock import alone
from dealwire.batch.options import Options
from dealwire.batch.pieces import Piece, Pieces
from dealwire.batch.pool import worked
from dealwire.batch.progress import Reporter
from dealwire.batch.seen import Seen
from dealwire.errors import UsageError
from dealwire.patterns import PatternSet, shipped


def run(options: Options) -> Reporter:
    """Extract the records of all inputs; what is returned knows what became of them."""
    about = about_run(options)
    inputs = Inputs(options.inputs, options.format, options.reading)
    pieces = chosen(inputs.pieces(), options)
    tally, seen = Tally(), Seen()
    admission = Admission(seen, options.keep_duplicates)
    with (
        closing(seen),
        alone(options.output),
        closing(opened(options, about)) as sink,
        Reporter(inputs, tally, options.quiet) as reporter,
    ):
        if options.resume and options.output:
            replay(options.output / "ledger.jsonl", pieces, admission, tally)
            reporter.resumed()
        try:
            for piece, outcome in worked(pieces, options):
                entry = admission.judge(piece, outcome)
                sink.add(piece, outcome, entry)
                tally.add(entry)
                reporter.add(entry)
        except KeyboardInterrupt:
            if sink.committed is not None:
                reporter.say(f"dealwire: {sink.committed:,} articles kept; the same command with --resume goes on")
            raise
        sink.finish(**tally.summary(), seconds=round(reporter.seconds, 3))
    return reporter


def about_run(options: Options) -> dict[str, Any]:
    """What decides what a run writes; two runs that agree in it write the same of the same input."""
    versions = {name: version(name) for name in ("spacy", "pydantic")}
    return {
        "dealwire": dealwire.__version__,
        "patterns": PatternSet(shipped(), *options.settings.patterns).digest,
        "options": options.binding(),
        "versions": {"python": platform.python_version(), **versions},
    }


def opened(options: Options, about: dict[str, Any]) -> folder.Sink:
    """Where the outcomes of this run go."""
    if options.output is None:
        if options.resume:
            raise UsageError("--resume needs a run folder, not standard output")
        return folder.Stdout()
    if options.resume:
        return folder.resume(options.output, about)
    return folder.begin(options.output, about, options.overwrite)


def chosen(pieces: Pieces, options: Options) -> Pieces:
    """The pieces that the user asked for: the first, a sample, or all."""
    if options.sample is not None:
        pieces = iter(sample(pieces, options.sample, options.seed))
    return islice(pieces, options.limit) if options.limit is not None else pieces


def sample(pieces: Pieces, size: int, seed: int) -> list[Piece]:
    """A fair sample of a stream of unknown length, in input order (Vitter's algorithm R).

    Only the sample is kept in memory, and the same seed on the same input draws the same.
    """
    draw = random.Random(seed)
    kept: list[tuple[int, Piece]] = []
    for number, piece in enumerate(pieces):
        if number < size:
            kept.append((number, piece))
        elif (slot := draw.randrange(number + 1)) < size:
            kept[slot] = (number, piece)
    return [piece for _, piece in sorted(kept, key=lambda pair: pair[0])]


def replay(ledger: Path, pieces: Iterator[Piece], admission: Admission, tally: Tally) -> None:
    """Pass over the input that an interrupted run has dealt with; raises UsageError where it is not the same."""
    for entry, _ in read_ledger(ledger):
        piece = next(pieces, None)
        if piece is None or (piece.source, piece.line, digest(piece)) != (entry.source, entry.line, entry.input):
            was = f"{entry.source}:{entry.line}" if entry.line else entry.source
            raise UsageError(f"{was}: cannot resume, the input has changed since the run began")
        admission.recall(entry)
        tally.add(entry)
