"""The words and signs that numbers are written with."""

from __future__ import annotations

import re
from decimal import Decimal

SMALL: dict[str, int] = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
}
TENS: dict[str, int] = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": 40}

# What multiplies the number before it. Single letters and some others count only where glued to figures: $5k, £3bn.
SCALES: dict[str, Decimal] = {
    word: Decimal(factor)
    for factor, words in {
        "1E2": "hundred",
        "1E3": "thousand k",
        "1E5": "lakh lakhs lac lacs",
        "1E6": "million m mn mln mio mill mil mm",
        "1E7": "crore crores cr",
        "1E9": "billion b bn bln bil milliard mrd",
        "1E12": "trillion t tn trn",
        "1E15": "quadrillion",
    }.items()
    for word in words.split()
}
# Plurals that multiply a small number: two thousands, 5 millions.
PLURAL_SCALES = {f"{word}s": SCALES[word] for word in ("thousand", "million", "billion", "trillion")}
GLUED_ONLY = frozenset("k b t mm".split())
DOTTED = frozenset("m mn mln mio mill mrd bn bln cr".split())  # abbreviations that may carry a full stop: Mio. €

# Numbers without a figure: `several million`, `tens of thousands of`.
VAGUE = frozenset(
    """several few many multi hundreds tens dozens scores thousands millions billions trillions lakhs crores
    multimillion multibillion""".split()
)
NEVER_ALONE = frozenset(["many", "few", "multi"])  # without a magnitude these count nothing
VAGUE_PLURALS = frozenset("hundreds tens dozens scores thousands millions billions trillions lakhs crores".split())

PARTS: dict[str, Decimal | None] = {
    "half": Decimal("0.5"),
    "halves": Decimal("0.5"),
    "third": None,  # has no exact decimal
    "thirds": None,
    "quarter": Decimal("0.25"),
    "quarters": Decimal("0.25"),
    "fifth": Decimal("0.2"),
    "fifths": Decimal("0.2"),
    "eighth": Decimal("0.125"),
    "eighths": Decimal("0.125"),
    "tenth": Decimal("0.1"),
    "tenths": Decimal("0.1"),
    "sixteenth": Decimal("0.0625"),
    "sixteenths": Decimal("0.0625"),
    "hundredth": Decimal("0.01"),
    "hundredths": Decimal("0.01"),
    "thousandth": Decimal("0.001"),
    "thousandths": Decimal("0.001"),
}
ONES = frozenset(["a", "an", "one", "1", "1.0"])  # what a part is of: half a, a quarter of one
GLYPHS: dict[str, Decimal] = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅕": Decimal("0.2"),
    "⅖": Decimal("0.4"),
    "⅗": Decimal("0.6"),
    "⅘": Decimal("0.8"),
    "⅛": Decimal("0.125"),
    "⅜": Decimal("0.375"),
    "⅝": Decimal("0.625"),
    "⅞": Decimal("0.875"),
}
DENOMINATORS = frozenset("2 4 5 8 10 16 20 32 64 100".split())  # those that end as decimals: 7-3/4, 1/16

FIGURE_WORDS = frozenset(SMALL) | frozenset(TENS) | VAGUE | frozenset(PARTS) | frozenset(GLYPHS) | {"a", "an", "couple"}
# What may stand inside a number besides its figures and words.
JOINERS = frozenset(["-", "/", "and", "of", "point", "+", ".", ","])

# What figures can go on with; before any other word they end.
GOES_ON = frozenset(["-", "/", "and", "+", *SCALES, *PLURAL_SCALES, *GLYPHS])

GROUP = "[,'’\u00a0\u2009\u202f ]"
FIGURE = re.compile(
    rf"""
      (?P<plain> \d+ (?:\.\d+)? | \.\d+ )                                # 1234.5  .5
    | (?P<grouped> \d{{1,3}} (?P<by>{GROUP}) \d{{3}} (?:(?P=by)\d{{3}})* (?:\.\d+)? )   # 1,234,567.8  1'000
    | (?P<indian> \d{{1,3}} (?:,\d\d)+ ,\d{{3}} (?:\.\d+)? )               # 12,34,567.89
    | (?P<comma> \d+ ,\d\d? )                                           # 2,5: too short for a group of thousands
    | (?P<continental> \d{{1,3}} (?:\.\d{{3}})+ ,\d\d? | \d{{1,3}} (?:\.\d{{3}}){{2,}} )  # 1.234.567,89
    """,
    re.VERBOSE | re.ASCII,
)
LONGEST = 40  # characters; a longer run of digits is no amount
