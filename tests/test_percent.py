"""Percentages: what is found, how far it reaches, what it says."""

from __future__ import annotations

import pytest

from dealwire import Extractor, Percent


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def written(extractor: Extractor, text: str) -> list[str]:
    """The percentages of a text as `span = value modifier`, the unit where it is not percent."""
    found = [record for record in extractor.extract(text) if isinstance(record, Percent)]
    return [
        " ".join(filter(None, [f"{r.text} = {value(r)}", r.unit if r.unit != "percent" else None, r.modifier]))
        for r in found
    ]


def value(record: Percent) -> str:
    ends = [format(end.normalize(), "f") for end in (record.value, record.value_max) if end is not None]
    return " to ".join(ends) or "?"


UNITS = [
    ("Sales rose 80%.", ["80% = 80"]),
    ("Sales rose 45 percent.", ["45 percent = 45"]),
    ("Sales rose 12.5 per cent.", ["12.5 per cent = 12.5"]),
    ("Sales rose 8 pct, or 8 p.c., or 8pc.", ["8 pct = 8", "8 p.c. = 8", "8pc = 8"]),
    ("Thirty percent of voters", ["Thirty percent = 30"]),
    ("one hundred percents", ["one hundred percents = 100"]),
    ("Up two percentage points", ["two percentage points = 2 percentage_point"]),
    ("Half a percentage point", ["Half a percentage point = 0.5 percentage_point"]),
    ("A full percentage point", ["A full percentage point = 1 percentage_point"]),
    ("A 2-percentage-point rise", ["2-percentage-point = 2 percentage_point"]),
    ("Up 1.2pp or 0.4 ppts", ["1.2pp = 1.2 percentage_point", "0.4 ppts = 0.4 percentage_point"]),
    ("Cut by 25 basis points, or 25bps", ["25 basis points = 25 basis_point", "25bps = 25 basis_point"]),
    ("Margins grew 1,000 bps.", ["1,000 bps = 1000 basis_point"]),
    ("A 20-percent-owned firm", ["20-percent = 20"]),
    ("Sales rose 6 . 2 % there", ["6 . 2 % = 6.2"]),
    ("Up 2,5% in Berlin", ["2,5% = 2.5"]),
]

FRACTIONS = [
    ("Half a percent", ["Half a percent = 0.5"]),
    ("A quarter of a percent", ["A quarter of a percent = 0.25"]),
    ("One-hundredth of a percent", ["One-hundredth of a percent = 0.01"]),
    ("Half of one percent", ["Half of one percent = 0.5"]),
    ("1/2 pct, 7-3/4 pct, 1 1/4 percent", ["1/2 pct = 0.5", "7-3/4 pct = 7.75", "1 1/4 percent = 1.25"]),
    ("5½%", ["5½% = 5.5"]),
]

SIGNS = [
    ("It fell -0.3%, then +5%, then −2%.", ["-0.3% = -0.3", "+5% = 5", "−2% = -2"]),
    ("It fell –0.3% in May.", ["–0.3% = -0.3"]),
    ("It grew minus five percent.", ["minus five percent = -5"]),
    ("An error of plus or minus 3 points, or 4 percent", ["4 percent = 4"]),
    ("An error of plus or minus 3 percent, or +/-4%", ["3 percent = 3", "4% = 4"]),
    ("A margin of (12.4)%", ["(12.4)% = -12.4"]),
    ("The rest (5%) is ours.", ["5% = 5"]),
]

RANGES = [
    ("It grew 5-7%.", ["5-7% = 5 to 7"]),
    ("It grew 5 to 7 percent.", ["5 to 7 percent = 5 to 7"]),
    ("It grew 5% to 7%.", ["5% to 7% = 5 to 7"]),
    ("It grew 15%- 17%.", ["15%- 17% = 15 to 17"]),
    ("It grew between 5 and 7 percent.", ["5 and 7 percent = 5 to 7"]),
    ("It grew 3 or 4 percent.", ["3 or 4 percent = 3 to 4"]),
    ("Up from 10 to 25 percent", ["10 to 25 percent = 10 to 25"]),
    ("At 8-1/4 to 8-3/8 pct", ["8-1/4 to 8-3/8 pct = 8.25 to 8.375"]),
    ("Cut from 2% to 1%", ["2% = 2", "1% = 1"]),
    ("It rose from 12% to 65% there, and 56% to 86% here.", ["12% = 12", "65% = 65", "56% = 56", "86% = 86"]),
    ("Leading 47 percent to 43 percent", ["47 percent = 47", "43 percent = 43"]),
    ("Ranging from 2% to 4%", ["2% to 4% = 2 to 4"]),
    ("From 5 pct in 1985 to 10 pct in 1986", ["5 pct = 5", "10 pct = 10"]),
    ("The deficit is cut in half — 3.2% of output.", ["3.2% = 3.2"]),
    ("From June 5 to 10 percent of it", ["10 percent = 10"]),
]

MODIFIERS = [
    ("Some 80 pct", ["80 pct = 80 about"]),
    ("Almost 90 pct", ["90 pct = 90 about"]),
    ("~100%", ["100% = 100 about"]),
    ("Over 60%", ["60% = 60 over"]),
    ("It was revised up to 3.8%", ["3.8% = 3.8"]),
    ("a deficit of [approximately] 8%", ["8% = 8 about"]),
    ("A minimum of 25 percent", ["25 percent = 25 over"]),
    ("No less than 25 percent", ["25 percent = 25 over"]),
    ("Less than 1%", ["1% = 1 under"]),
    ("Up to 1%", ["1% = 1 under"]),
    ("At least about 5%", ["5% = 5 over"]),
    ("5% or so", ["5% = 5 about"]),
    ("5% or less", ["5% = 5 under"]),
    ("p < 5%", ["5% = 5 under"]),
]

MOVEMENTS = [
    ("Its share rose by 2.7% to 50%", ["2.7% = 2.7", "50% = 50"]),
    ("It could cut rates by 0.5% to 2.8%", ["0.5% to 2.8% = 0.5 to 2.8"]),
]

NOT_PERCENT = [
    "It prints %d and %s.", "new%203D%20plans", "https://shop.example/find?q=40%25%2015%",
    "a third of it", "one in five", "a large percentage of it", "a fraction of a percent", "He sold 100 PC sets.",
    "The school has 100 pc.", "See pp 5 to 9.", "BP rose 5 times.", "What per cent is that?", "5 percentage shares",
    "Of 3/7% nobody spoke.", "One month slipped to 6.40/30 pct.", "many percent of them",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    UNITS + FRACTIONS + SIGNS + RANGES + MOVEMENTS + MODIFIERS + [(text, []) for text in NOT_PERCENT],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_percent(extractor: Extractor, text: str, found: list[str]) -> None:
    assert written(extractor, text) == found
