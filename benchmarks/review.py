"""How quickly does the review page answer? One article of a megabyte with 5,000 records, keys pressed in a browser.

    python benchmarks/review.py [PRESSES]

Prints the time to the first record in hand, and for each key the median and the slowest tenth, from the key's event to
the frame that shows the next record, saved to disk in between. Exits 1 where a median is above LIMIT.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from browser import open_browser
from review_run import PORTS, records, write_run
from review_server import served

LIMIT = 100.0  # milliseconds
RECORDS = 5000
KEYS = ("a", "x", "s", "j", "k", "u")
FILLER = (
    "The yard stood idle for most of the winter, and nobody in the town could say when the work would start again. "
)
# A key pressed, then the next frame in which the page is idle again.
PRESS = """
    const [key, done] = arguments;
    const before = performance.now();
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key, bubbles: true, cancelable: true}));
    const look = () => document.body.dataset.busy ? setTimeout(look, 0)
      : requestAnimationFrame(() => setTimeout(() => done(performance.now() - before), 0));
    look();
"""


def article() -> str:
    """A megabyte of paragraphs, seven records in each."""
    paragraph = PORTS.replace("\n\n", " ") + " " + FILLER * 12
    return "\n\n".join([paragraph] * (RECORDS // 7 + 1))


def pressed(browser: Any, key: str, times: int) -> list[float]:
    return [browser.execute_async_script(PRESS, key) for _ in range(times)]


def measure(folder: Path, presses: int) -> dict[str, list[float]]:
    text = article()
    found = records("long", text)[:RECORDS]
    write_run(folder / "run", {"long": text}, found)
    print(f"{len(text.encode()):,} bytes, {len(found):,} records")
    with served(folder / "run", "--reviewer", "bench") as server, open_browser(folder / "profile") as browser:
        browser.get(server.url)
        start = time.perf_counter()
        browser.get(f"{server.base}/articles/0")
        while not browser.execute_script("return document.querySelector('mark.in-hand')"):
            pass
        print(f"first record in hand after {1000 * (time.perf_counter() - start):.0f} ms")
        browser.execute_async_script(PRESS, "j")
        times = {key: pressed(browser, key, presses) for key in KEYS}
        browser.execute_script("document.getElementById('list').scrollTop = 1e9")
        return times


def main() -> int:
    presses = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    with tempfile.TemporaryDirectory() as folder:
        times = measure(Path(folder), presses)
    medians = {key: statistics.median(values) for key, values in times.items()}
    for key, values in times.items():
        print(f"{key}  median {medians[key]:5.1f} ms  slowest tenth {statistics.quantiles(values, n=10)[-1]:5.1f} ms")
    print(json.dumps({"median_ms": medians}))
    return int(max(medians.values()) > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
