"""Runs that are killed again and again, then finished: what is left must be what an undisturbed run writes.

A program of its own, because it forks: `python killed_run.py FOLDER WORKERS KILLS SEED`. Everything slow is loaded
once, so that twenty kills take seconds. Prints what it did; ends with an error where the bytes differ.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

from dealwire import extract
from dealwire.batch import folder, work
from dealwire.batch.options import Options
from dealwire.batch.run import run

FILES = ("records.jsonl", "articles.jsonl", "ledger.jsonl")


def start(options: Options) -> int:
    """A run in a process of its own."""
    if process := os.fork():
        return process
    os.setsid()
    run(options)
    os._exit(0)


def wait(process: int) -> bool:
    """Whether the process came to its end by itself."""
    return os.waitpid(process, 0)[1] == 0


def main(place: str, workers: int, kills: int, seed: int) -> None:
    loaded = cache(extract.Extractor)
    setattr(work, "Extractor", loaded)  # noqa: B010 (a class by a function that gives the same one again)
    folder.PAUSE = 0.002  # commit so often that kills fall into commits
    draw = random.Random(seed)
    plain = Options(("news.jsonl",), Path(place, "plain"), workers=workers, start="fork", quiet=True)
    loaded(plain.settings)
    begun = time.monotonic()
    assert wait(start(plain))
    whole = time.monotonic() - begun
    want = [Path(place, "plain", name).read_bytes() for name in FILES]
    killed = replace(plain, output=Path(place, "killed"), resume=True)
    happened: Counter[str] = Counter()
    while happened["killed"] < kills:
        process = start(killed)
        time.sleep(draw.uniform(0, whole / 3))
        os.kill(process, signal.SIGKILL)
        happened["finished" if wait(process) else "killed"] += 1
    assert wait(start(killed))
    assert [Path(place, "killed", name).read_bytes() for name in FILES] == want
    print(dict(happened))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
