"""Where the work is done: in this process, or in others."""

from __future__ import annotations

from itertools import chain, islice

from dealwire.batch.options import Options
from dealwire.batch.pieces import Piece, Pieces, Worked

SMALL = 4 << 20  # bytes of input that are done sooner than worker processes have started


def worked(pieces: Pieces, options: Options) -> Worked:
    """Each piece with its outcome, in order.

    The input decides where the work is done: what is small is done here, as is what one worker without a time limit
    does; the outcome is the same.
    """
    first = list(islice(pieces, 1))
    if not first:  # nothing (left) to do: load nothing
        return iter(())
    pieces = chain(first, pieces)
    if options.workers == 1 and options.timeout is None:
        return here(pieces, options)
    if options.workers is None and options.timeout is None:
        head, small = beginning(pieces)
        if small:
            return here(iter(head), options)
        pieces = chain(head, pieces)
    from dealwire.batch.processes import elsewhere

    return elsewhere(pieces, options)


def beginning(pieces: Pieces) -> tuple[list[Piece], bool]:
    """The first pieces, and whether they are all there is."""
    head, size = [], 0
    for piece in pieces:
        head.append(piece)
        size += len(piece.raw)
        if size > SMALL:
            return head, False
    return head, True


def here(pieces: Pieces, options: Options) -> Worked:
    """The work done in this process; spaCy is loaded no earlier than here, or in the workers alone."""
    from dealwire.batch.work import Worker

    work = Worker(options.settings, options.reading)
    return ((piece, work(piece)) for piece in pieces)
