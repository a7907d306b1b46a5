"""Is extraction linear? Texts made to be slow, each timed a byte against ordinary news of the same kind of tokens.

    python benchmarks/adversarial.py [MEGABYTES]

Prints a table; exits 1 where a hostile text takes more than LIMIT times per byte what news takes, or where twice the
text takes much more than twice the time.
"""

from __future__ import annotations

import sys
import time

from dealwire.patterns import PatternSet
from dealwire.rulers.money import MoneyRuler
from dealwire.rulers.percent import PercentRuler
from dealwire.tokens import tokenize

LIMIT = 3.0
NEWS = (
    "Net profit rose 12.5 percent to $4.2 billion in the first quarter, the bank said on Monday. "
    "Sales were 1.2 million euros, up from 900,000 a year earlier, and it expects to pay 25 cents a share. "
    "The minister told reporters in London that talks would go on, although no date had been set for them. "
)
# What no news has: a byte of these may cost no more than LIMIT times what a byte of news does.
HOSTILE = {
    "digits": "1234567890",
    "dollar signs": "$",
    "commas": "1,",
    "commas apart": "1, ",
    "millions": "million ",
    "one millions": "1 million ",
    "five and": "five and ",
    "hyphens": "five-",
    "hundreds of": "hundreds of ",
    "halves": "half of one ",
    "spaced groups": "100 ",
    "slashes": "1/2 ",
    "codes": "USD ",
    "dollars": "dollars ",
}
# Denser in amounts than any news: these need only be linear.
DENSE = {
    "amounts": "$5 million to ",
    "percents": "5% to ",
    "between": "between $5 and ",
    "brackets": "($",
    "minus": "-$-",
    "dollar signs apart": "$ ",
}


def seconds(text: str) -> float:
    """The time to tokenise a text and find its money and percentages."""
    start = time.perf_counter()
    tokens = tokenize(text)
    for ruler in RULERS:
        ruler.find(tokens, [])
    return time.perf_counter() - start


def fill(piece: str, size: int) -> str:
    return piece * (size // len(piece))


def main() -> int:
    size = int(float(sys.argv[1] if len(sys.argv) > 1 else "1") * 1_000_000)
    news = seconds(fill(NEWS, size))
    print(f"{'text':20}{'s/MB':>8}{'x news':>8}{'x half':>8}")
    print(f"{'news':20}{news / size * 1e6:8.2f}{1:8.2f}")
    slow = 0
    for name, piece in (HOSTILE | DENSE).items():
        half, whole = seconds(fill(piece, size // 2)), seconds(fill(piece, size))
        slow += (name in HOSTILE and whole > LIMIT * news) or whole > 3 * half + 0.1
        print(f"{name:20}{whole / size * 1e6:8.2f}{whole / news:8.2f}{whole / half:8.2f}")
    return 1 if slow else 0


if __name__ == "__main__":
    patterns = PatternSet()
    RULERS = (MoneyRuler(patterns), PercentRuler(patterns))
    sys.exit(main())
