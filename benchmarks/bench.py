"""How fast, how large: `make bench`, `make bench MB=50`, `make bench ARTICLES=path.jsonl`.

All times are set against spaCy's own tokenizer on the same texts in the same run, because absolute figures tell more
about the machine than about the program. Each measurement is a process of its own, start and end included; CPU time
is that of the process and its workers. What is measured is the package that Python finds: `make bench` has it find
the compiled one, and the checkout beside it for comparison.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import corpus
from stages import stages

from dealwire import is_compiled

MB = 1_000_000
ROUNDS = 3
COMPILED = is_compiled()
CHECKOUT = os.environ | {"PYTHONPATH": ""}  # where the checkout is what Python finds
TOKENISE = """
import json, sys, time, spacy
texts = [json.loads(line)["text"] for line in open(sys.argv[1], "rb")]
nlp = spacy.blank("en")
begun = time.process_time()
for text in texts:
    nlp.tokenizer(text)
print(time.process_time() - begun)
"""


class Measure(NamedTuple):
    """What a process took."""

    wall: float
    cpu: float
    peak: int  # kilobytes of its own, workers not included


class Round(NamedTuple):
    """What each of the programs that are compared took, one after the other."""

    tokenising: float  # seconds of CPU time, without starting
    checkout: Measure
    one: Measure
    two: Measure
    half: Measure  # one worker on half of the articles


# Linux counts the memory of who starts a process to the peak of the process, and this one holds the corpus; so a small
# one starts it.
STARTER = """
import json, os, subprocess, sys, time
begun = time.monotonic()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
process.returncode = os.waitstatus_to_exitcode(status)
if process.returncode not in (0, 1):
    sys.exit("failed: " + " ".join(sys.argv[1:]))
print(json.dumps([time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""


def measure(command: list[str], env: Mapping[str, str]) -> Measure:
    """Run a command and see what it takes; raises where it fails."""
    starter = [sys.executable, "-c", STARTER, *command]
    return Measure(*json.loads(subprocess.run(starter, stdout=subprocess.PIPE, check=True, env=env).stdout))


class Bench:
    """One run of the benchmark in a folder of its own."""

    def __init__(self, folder: Path, source: Path) -> None:
        self.folder, self.source = folder, source
        texts = [json.loads(line)["text"] for line in source.open("rb")]
        self.size = sum(len(text.encode()) for text in texts)
        self.count = len(texts)
        rounds = [self.round() for _ in range(ROUNDS)]
        self.tokenising = min(took.tokenising for took in rounds)
        self.checkout = least([took.checkout for took in rounds])
        self.one = least([took.one for took in rounds])
        self.two = least([took.two for took in rounds])
        self.half = least([took.half for took in rounds])

    def round(self) -> Round:
        """What spaCy's tokenizer, the checkout, one worker and two workers take, and one on half of the articles.

        Of several rounds the least counts: other programs on the machine can only make a measurement larger, and do so
        for minutes on end.
        """
        command = [sys.executable, "-c", TOKENISE, str(self.source)]
        tokenising = float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        checkout = self.extract(self.source, "--workers", "1", env=CHECKOUT)
        one = self.extract(self.source, "--workers", "1") if COMPILED else checkout
        half = self.extract(self.part("half.jsonl", 0.5), "--workers", "1")
        return Round(tokenising, checkout, one, self.extract(self.source, "--workers", "2"), half)

    def extract(self, source: Path, *options: str, env: Mapping[str, str] = os.environ) -> Measure:
        command = [sys.executable, "-m", "dealwire", "extract", str(source), "-o", str(self.folder / "run")]
        return measure([*command, "--quiet", "--overwrite", *options], env)

    def records(self) -> int:
        return sum(json.loads((self.folder / "run/run.json").read_text())["records"].values())

    def part(self, name: str, share: float) -> Path:
        """The first articles of the source as a file of their own."""
        lines = self.source.read_bytes().splitlines(keepends=True)
        path = self.folder / name
        path.write_bytes(b"".join(lines[: max(1, int(len(lines) * share))]))
        return path


def least(measures: list[Measure]) -> Measure:
    """The measurement that was least disturbed."""
    return min(measures, key=lambda measure: measure.wall)


def say(name: str, figure: str, goal: str = "") -> None:
    print(f"{name:<44}{figure:>14}   {goal}", flush=True)


def report(bench: Bench) -> None:
    """All figures, one a line."""
    one = bench.one
    records = bench.records()
    say(
        "corpus", f"{bench.size / MB:.1f} MB", f"{bench.count:,} articles, {records / bench.size * 1000:.1f} records/kB"
    )
    say("spaCy's tokenizer alone", f"{bench.size / MB / bench.tokenising:.2f} MB/s", "what the rest is set against: 1")
    say(
        "dealwire",
        "compiled" if COMPILED else "Python alone",
        "" if COMPILED else "`make bench` compiles it, given a C compiler",
    )
    say("one worker, file to file, CPU time", f"{one.cpu / bench.tokenising:.2f}", "at most 1.0, aim 0.5")
    start = bench.extract(bench.part("one.jsonl", 0), "--workers", "1")
    say("  of it, starting", f"{start.cpu / bench.tokenising:.2f}", f"{start.cpu:.2f} s, whatever the input")
    say("  not compiled", f"{bench.checkout.cpu / bench.tokenising:.2f}")
    say("two workers, times as fast as one", f"{one.wall / bench.two.wall:.2f}", "at least 1.7, on two idle cores")
    half = bench.half
    say("twice the articles, times the time", f"{(one.cpu - start.cpu) / (half.cpu - start.cpu):.2f}", "at most 2.05")
    say("peak memory, half of the input", f"{half.peak / 1024:.0f} MB")
    say("peak memory, all of it", f"{one.peak / 1024:.0f} MB", "at most 10 % more, under 300 MB")
    long_article(bench, one)


def long_article(bench: Bench, one: Measure) -> None:
    """One article of ten megabytes: as fast as short ones, and not out of bounds."""
    text = "\n\n".join(article["text"] for article in corpus.articles(10 * MB))
    path = bench.folder / "long.txt"
    path.write_text(text, encoding="utf-8")
    long = bench.extract(path, "--workers", "1")
    speed = (long.cpu / len(text)) / (one.cpu / bench.size)
    say("one article of 10 MB, time a byte", f"{speed:.2f}", "1 is that of short articles")
    say("  peak memory", f"{long.peak / 1024:.0f} MB", "under 2,000 MB")


def report_stages(bench: Bench) -> None:
    """Where the time goes, in one process, on a part of the corpus."""
    share = min(1.0, 4 * MB / bench.size)
    texts = [json.loads(line)["text"] for line in bench.part("part.jsonl", share).open("rb")]
    print("\nwhere the time goes, of spaCy's tokenizer on the same texts")
    for name, seconds in stages(texts).items():
        say(f"  {name}", f"{seconds / (bench.tokenising * share):.3f}")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--mb", type=float, default=8, help="size of the invented corpus")
    options.add_argument("--articles", type=Path, help="measure on these articles (JSONL) instead")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="dealwire-bench-") as name:
        source = chosen.articles or Path(name, "bench.jsonl")
        if not chosen.articles:
            corpus.write(source, int(chosen.mb * MB))
        bench = Bench(Path(name), source)
        steps: list[Callable[[Bench], None]] = [report, report_stages]
        for step in steps:
            step(bench)


if __name__ == "__main__":
    main()
