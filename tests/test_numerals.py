"""Numbers out of tokens: exact values, whole spans, bounded work."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import overload

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.numerals import REACH, Numerals, figure
from dealwire.tokens import tokenize


def reader(text: str) -> Numerals:
    tokens = tokenize(text)
    return Numerals(tokens.lower, tokens.gaps)


FIGURES = {
    "5": "5",
    "1234.5": "1234.5",
    ".5": "0.5",
    "1,234": "1234",
    "1,234,567.89": "1234567.89",
    "12,34,567.89": "1234567.89",
    "1'000'000": "1000000",
    "1’000": "1000",
    "1\u00a0000\u202f000": None,  # two kinds of space are two numbers
    "1\u2009000\u2009000": "1000000",
    "2,5": "2.5",
    "29,99": "29.99",
    "1.234.567,89": "1234567.89",
    "1.234,50": "1234.50",
    "1.2.3": None,
    "1,1,1,1": None,
    "1,23,4": None,
    "9" * 41: None,
}


@pytest.mark.parametrize(("word", "value"), FIGURES.items(), ids=lambda part: str(part)[:20])
def test_figures(word: str, value: str | None) -> None:
    assert figure(word) == (None if value is None else Decimal(value))


NUMBERS = {
    # figures with magnitudes
    "4.2 billion": "4200000000",
    "500-million": "500000000",
    "1.2 mln": "1200000",
    "5 lakh crore": "5000000000000",
    "3bn": "3000000000",
    "10K": "10000",
    "900+ million": "900000000",
    "5 thousand million": "5000000000",
    "2 million 300 thousand": "2300000",
    "6 . 2": "6.2",
    "1 200 000": "1200000",
    # fractions
    "½": "0.5",
    "2½ million": "2500000",
    "2 1/2": "2.5",
    "7-3/4": "7.75",
    "1/16": "0.0625",
    "2 and a half million": "2500000",
    "three-quarters of a million": "750000",
    "a quarter million": "250000",
    "three quarters billion": "750000000",
    "half a billion": "500000000",
    "half-a-million": "500000",
    # words
    "zero": "0",
    "seventeen": "17",
    "forty-five": "45",
    "twenty five": "25",
    "one hundred and twenty-five thousand": "125000",
    "a hundred": "100",
    "a million": "1000000",
    "a million and a half": "1500000",
    "one and a half billion": "1500000000",
    "two point five million": "2500000",
    "three point one four": "3.14",
    "one thousand two hundred and five": "1205",
    "twelve hundred": "1200",
    "two hundred thousand million": "200000000000",
    "fifty-one million, five hundred seventy-eight thousand three hundred two": "51578302",
    "two thousands": "2000",
    "a couple of million": "2000000",
    # numbers the text leaves open
    "several million": None,
    "a few hundred thousand": None,
    "tens of thousands": None,
    "hundreds of millions": None,
    "multi-million": None,
    "multibillion": None,
}


@pytest.mark.parametrize(("text", "value"), NUMBERS.items(), ids=NUMBERS)
def test_numbers_are_read_whole_from_either_end(text: str, value: str | None) -> None:
    numerals = reader(text)
    end = len(numerals.lower)
    for numeral in (numerals.at(0), numerals.before(end)):
        assert numeral is not None
        assert (numeral.first, numeral.last) == (0, end - 1)
        assert numeral.value == (None if value is None else Decimal(value))


@pytest.mark.parametrize("text", ["dollars", "and", "of", "-", ".", "a", "few", "many", "hundredth", "3/7", "1.2.3"])
def test_no_number(text: str) -> None:
    numerals = reader(text)
    assert numerals.at(0) is None
    assert numerals.before(len(numerals.lower)) is None


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("in 1987 300 million", "300 million"),
        ("the first half 5", "5"),
        ("five and 20", "20"),
        ("nineteen eighty", "eighty"),
        ("Total 7\n\n5 million", "5 million"),
        ("5\n\nmillion", "million"),
        ("of 3.\n20 million", "20 million"),
    ],
)
def test_the_number_nearest_the_end_counts(text: str, last: str) -> None:
    tokens = tokenize(text)
    numeral = Numerals(tokens.lower, tokens.gaps).before(len(tokens))
    assert numeral is not None
    assert tokens.slice(numeral.first, numeral.last) == last


@pytest.mark.parametrize(
    ("text", "value"), [("half a", "0.5"), ("one-hundredth of a", "0.01"), ("half of one", "0.5"), ("1/4 of 1", "0.25")]
)
def test_parts_of_one_are_read_back_from_what_they_are_parts_of(text: str, value: str) -> None:
    numeral = reader(text).before(len(tokenize(text)))
    assert numeral is not None
    assert (numeral.first, numeral.value) == (0, Decimal(value))


def test_abbreviated_magnitudes_may_carry_a_stop() -> None:
    numeral = reader("2,5 Mio.").before(3)
    assert numeral is not None
    assert numeral.value == 2_500_000


SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split()
SMALL += "seventeen eighteen nineteen".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spelled(number: int, conjunction: str) -> str:
    """A cardinal in words, written independently of the reader."""
    for scale, word in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = conjunction if rest and rest < 100 else " "
            return f"{spelled(number // scale, conjunction)} {word}" + (
                joint + spelled(rest, conjunction) if rest else ""
            )
    if number < 20:
        return SMALL[number]
    return TENS[number // 10 - 2] + (f"-{SMALL[number % 10]}" if number % 10 else "")


@given(st.integers(0, 10**12 - 1), st.sampled_from([" ", " and "]))
def test_any_cardinal_in_words_is_read_back(number: int, conjunction: str) -> None:
    text = spelled(number, conjunction)
    numeral = reader(text).at(0)
    assert numeral is not None
    assert (numeral.value, numeral.last) == (Decimal(number), len(tokenize(text)) - 1)


class Counted(Sequence[str]):
    """A list that counts how often it is looked at."""

    def __init__(self, items: list[str]) -> None:
        self.items, self.looks = items, 0

    @overload
    def __getitem__(self, i: int) -> str: ...
    @overload
    def __getitem__(self, i: slice) -> list[str]: ...
    def __getitem__(self, i: int | slice) -> str | list[str]:
        self.looks += 1
        return self.items[i]

    def __len__(self) -> int:
        return len(self.items)


@pytest.mark.parametrize("piece", ["million ", "five and ", "1 ", "1,", "a ", "- ", "half of ", "hundreds of ", "1/"])
def test_looking_back_takes_bounded_work(piece: str) -> None:
    """Is the work at one place the same however long the text before it is?"""
    looks = []
    for repeats in (200, 2000):
        tokens = tokenize(piece * repeats)
        lower = Counted(tokens.lower)
        Numerals(lower, tokens.gaps).before(len(tokens))
        looks.append(lower.looks)
    assert looks[1] <= looks[0] + 1
    assert looks[1] < 60 * REACH
