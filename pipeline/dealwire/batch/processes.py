"""Work done in processes of its own: outcomes in input order, never more than a window of pieces in memory.

The pool is pebble's: it gives a task a time limit, and replaces a worker that hangs or dies without failing the
others' tasks (`concurrent.futures` breaks as a whole when one worker dies, `multiprocessing.Pool` waits for ever).
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import TimeoutError
from itertools import islice
from multiprocessing.context import BaseContext
from typing import TYPE_CHECKING

from pebble import ProcessExpired, ProcessPool

from dealwire.batch.options import TIMEOUT, Options
from dealwire.batch.pieces import Outcome, Piece, Pieces, Worked

if TYPE_CHECKING:
    from dealwire.batch.work import Worker

CHUNK = 64  # pieces sent to a worker at once,
CHUNK_BYTES = 256 << 10  # unless they are long
AHEAD = 3  # chunks a worker that may be under way or wait to be written


def elsewhere(pieces: Pieces, options: Options) -> Worked:
    """Each piece with its outcome, in order."""
    count = options.workers or os.cpu_count() or 1
    timeout = options.timeout or TIMEOUT
    chunks = chunked(pieces)
    with ProcessPool(count, initializer=set_up, initargs=(options,), context=context(options.start)) as pool:
        try:
            window = deque(
                (chunk, pool.schedule(do, (chunk,), timeout=timeout)) for chunk in islice(chunks, AHEAD * count)
            )
            while window:
                chunk, future = window.popleft()
                try:
                    outcomes = future.result()
                except (TimeoutError, ProcessExpired) as error:
                    outcomes = one_by_one(pool, chunk, timeout, error)
                yield from zip(chunk, outcomes, strict=True)
                for chunk in islice(chunks, 1):
                    window.append((chunk, pool.schedule(do, (chunk,), timeout=timeout)))
        finally:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()


def one_by_one(pool: ProcessPool, chunk: list[Piece], timeout: float, error: Exception) -> list[Outcome]:
    """The outcomes of a chunk that cost its worker: the piece that did it is found by trying each alone."""
    if len(chunk) == 1:
        return [Outcome(fault=reason(error, timeout))]
    outcomes = []
    for piece in chunk:
        try:
            outcomes += pool.schedule(do, ([piece],), timeout=timeout).result()
        except (TimeoutError, ProcessExpired) as error:
            outcomes.append(Outcome(fault=reason(error, timeout)))
    return outcomes


def reason(error: Exception, timeout: float) -> str:
    if isinstance(error, ProcessExpired):
        return f"the worker process died of it (exit code {error.exitcode})"
    return f"took longer than {timeout:g} seconds"


def chunked(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces in handfuls, so that sending them costs next to nothing."""
    chunk: list[Piece] = []
    size = 0
    for piece in pieces:
        chunk.append(piece)
        size += len(piece.raw)
        if len(chunk) == CHUNK or size > CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def context(start: str | None) -> BaseContext:
    """How processes start: from a clean server where there is one, which neither copies threads nor takes long."""
    methods = multiprocessing.get_all_start_methods()
    chosen = multiprocessing.get_context(start or ("forkserver" if "forkserver" in methods else "spawn"))
    if chosen.get_start_method() == "forkserver":
        chosen.set_forkserver_preload(["dealwire.batch.work"])
    return chosen


_work: Worker | None = None


def set_up(options: Options) -> None:
    """What a worker process does first; spaCy is loaded there alone."""
    from dealwire.batch.work import Worker

    global _work
    _work = Worker(options.settings, options.reading)


def do(chunk: list[Piece]) -> list[Outcome]:
    """What a worker process does with a chunk."""
    assert _work is not None, "set_up has run"
    return [_work(piece) for piece in chunk]
