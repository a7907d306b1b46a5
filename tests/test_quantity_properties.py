"""Any amount in any supported form is read back exactly, wherever it stands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from dealwire import Extractor, Money, Percent

extractor = Extractor()


@dataclass(frozen=True)
class Written:
    """A number as text, and what it is worth."""

    text: str
    value: Decimal


SCALES = {
    " million": 10**6, " billion": 10**9, " trillion": 10**12, " thousand": 10**3, "m": 10**6, "bn": 10**9,
    " mln": 10**6, " bln": 10**9, "tn": 10**12, " crore": 10**7, " lakh": 10**5, "-million": 10**6,
}  # fmt: skip
FRACTIONS = {"½": "0.5", " 1/2": "0.5", "-3/4": "0.75", "¼": "0.25", "-1/8": "0.125"}
WORDS: dict[str, int | Decimal] = {
    "one": 1, "two": 2, "twelve": 12, "forty-five": 45, "a hundred": 100, "three hundred and six": 306,
    "half a": Decimal("0.5"), "three-quarters of a": Decimal("0.75"), "two and a half": Decimal("2.5"),
    "one hundred and twenty-five": 125, "seven point two five": Decimal("7.25"),
}  # fmt: skip


def grouped(number: int, by: str, indian: bool = False) -> str:
    """A whole number in groups of thousands, or of lakhs and crores."""
    digits = str(number)
    head, tail = digits[:-3], digits[-3:]
    step = 2 if indian else 3
    groups = [tail]
    while head:
        head, group = head[:-step], head[-step:]
        groups.insert(0, group)
    return by.join(groups)


@st.composite
def figures(draw: DrawFn) -> Written:
    """A number in figures: grouped or not, with decimals, a fraction or a magnitude."""
    kind = draw(st.sampled_from(["plain", "grouped", "indian", "fraction", "scaled"]))
    whole = draw(st.integers(1, 999 if kind in ("fraction", "scaled") else 10**10))
    if kind == "fraction":
        part, share = draw(st.sampled_from(sorted(FRACTIONS.items())))
        return Written(f"{whole}{part}", whole + Decimal(share))
    text = str(whole)
    if kind == "grouped":
        text = grouped(whole, draw(st.sampled_from([",", "'", "\u2009", "\u00a0", "\u202f"])))
    elif kind == "indian":
        text = grouped(whole, ",", indian=True)
    decimals = draw(st.sampled_from(["", ".5", ".05", ".1234"]))
    value = whole + Decimal(f"0{decimals}" if decimals else 0)
    if kind != "scaled":
        return Written(text + decimals, value)
    word, factor = draw(st.sampled_from(sorted(SCALES.items())))
    return Written(text + decimals + word, value * factor)


@st.composite
def spelled(draw: DrawFn) -> Written:
    """A number in words with a magnitude."""
    word, value = draw(st.sampled_from(sorted(WORDS.items())))
    scale, factor = draw(st.sampled_from([(" million", 10**6), (" billion", 10**9), (" thousand", 1000)]))
    return Written(word + scale, Decimal(value) * factor)


LEADING = {
    "$": "USD", "US$": "USD", "£": "GBP", "€": "EUR", "A$": "AUD", "C$": "CAD", "₹": "INR", "Rs ": "INR", "Rs. ": "INR",
    "EUR ": "EUR", "KZT ": "KZT", "CHF": "CHF", "¥": "JPY", "RM": "MYR", "US$ ": "USD", "£ ": "GBP",
}  # fmt: skip
TRAILING = {
    " dollars": "USD", " euros": "EUR", " pounds sterling": "GBP", " dlrs": "USD", " mln dlrs": None, " yen": "JPY",
    " tenge": "KZT", " Swiss francs": "CHF", " Canadian dollars": "CAD", " Hong Kong dollars": "HKD", " EUR": "EUR",
    " rupees": "INR", " billion lire": None, " West German marks": "DEM", " €": "EUR", " U.S. dollars": "USD",
}  # fmt: skip
PERCENTS = {
    "%": "percent", " %": "percent", " percent": "percent", " per cent": "percent", " pct": "percent",
    " percentage points": "percentage_point", " basis points": "basis_point", "bps": "basis_point",
}  # fmt: skip


@dataclass(frozen=True)
class Expected:
    text: str
    value: Decimal
    unit: str


@st.composite
def money(draw: DrawFn) -> Expected:
    if draw(st.booleans()):
        sign, currency = draw(st.sampled_from(sorted(LEADING.items())))
        number = draw(figures())
        return Expected(sign + number.text, number.value, currency)
    name, code = draw(st.sampled_from([item for item in TRAILING.items() if item[1]]))
    assert code is not None
    number = draw(st.one_of(figures(), spelled()))
    return Expected(number.text + name, number.value, code)


@st.composite
def percent(draw: DrawFn) -> Expected:
    sign, unit = draw(st.sampled_from(sorted(PERCENTS.items())))
    number = draw(figures().filter(lambda number: number.text[-1].isdigit() or number.text[-1] == "½"))
    minus = draw(st.sampled_from(["", "", "-", "+", "−"]))
    return Expected(minus + number.text + sign, -number.value if minus in ("-", "−") else number.value, unit)


SURROUNDINGS = [
    "{}", "It paid {}.", "It paid {}, not more.", "“{}” was the sum", "(It paid {})", "Offer: {}; answer: no",
    "{} was the sum", "the sum\n{}\nwas", "It paid\n\n{}\n\nin all", "It paid {}?", "a [{}] sum", "it was {} then",
    "{}—no less", "'{}'", "In May, {} was due", "At J.P. Morgan {} is little", "{} a share",
]  # fmt: skip


@pytest.mark.parametrize("kind", [Money, Percent])
@settings(max_examples=250, deadline=None)
@given(data=st.data(), around=st.sampled_from(SURROUNDINGS))
def test_any_amount_is_read_back(kind: type[Money] | type[Percent], data: st.DataObject, around: str) -> None:
    expected = data.draw(money() if kind is Money else percent())
    text = around.format(expected.text)
    assert reading(text) == [(expected.text, expected.value, None, expected.unit)]


Read = tuple[str, Decimal | None, Decimal | None, str | None]


def reading(text: str) -> list[Read]:
    """The quantities of a text: span, values, currency or unit."""
    found: list[Read] = []
    for record in extractor.extract(text):
        if isinstance(record, Money):
            found.append((record.text, record.amount, record.amount_max, record.currency))
        elif isinstance(record, Percent):
            found.append((record.text, record.value, record.value_max, record.unit))
    return found


@settings(max_examples=150, deadline=None)
@given(
    st.integers(1, 400), st.integers(1, 400), st.sampled_from(["{}-{}%", "{} to {} percent", "{}% to {}%", "{}–{}%"])
)
def test_any_range_of_percentages_is_one(low: int, more: int, form: str) -> None:
    text = form.format(low, low + more)
    assert reading(f"It grew {text} last year.") == [(text, Decimal(low), Decimal(low + more), "percent")]


@settings(max_examples=150, deadline=None)
@given(
    st.integers(1, 400),
    st.integers(1, 400),
    st.sampled_from([
        "${}-{} million", "${}m–${}m", "${} million to ${} million", "{} to {} million dollars", "${}-${} million",
    ]),
)  # fmt: skip
def test_any_range_of_money_is_one(low: int, more: int, form: str) -> None:
    text = form.format(low, low + more)
    assert reading(f"It costs {text} to build.") == [(text, Decimal(low) * 10**6, Decimal(low + more) * 10**6, "USD")]


SAMPLES = [
    "It paid $4.2 billion, or 12.5 percent more than 3 million euros.",
    "Net 1.2 mln dlrs, up 7-3/4 pct from 900,000 dlrs.",
    "They owe Rs. 5 lakh crore and two and a half million pounds sterling.",
    "It costs between $5 and $7 billion, 5 to 7 percent of sales, or half a percentage point.",
    "It cost 20 euros and 4 cents, one hundred and twenty-five thousand yen and US$ 3.5 million.",
    "It rose from $3 billion to $5 billion, from 2 % to 4 %, by 25 basis points.",
]


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_the_kind_of_space_changes_no_value(data: st.DataObject) -> None:
    """Do no-break spaces and line breaks in place of spaces leave every record as it is?"""
    text = data.draw(st.sampled_from(SAMPLES))
    spaces = data.draw(st.lists(st.sampled_from(" \n\u00a0\u2009"), min_size=text.count(" "), max_size=text.count(" ")))
    pieces = text.split(" ")
    changed = "".join(piece + space for piece, space in zip(pieces, [*spaces, ""], strict=True))
    plain = [(" ".join(span.split()), *rest) for span, *rest in reading(changed)]
    assert plain == [(span, *rest) for span, *rest in reading(text)]


@pytest.mark.parametrize("text", SAMPLES)
@pytest.mark.parametrize(
    ("before", "after"), [("“", "”"), ('"', '"'), ("(", ")"), ("[", "]"), ("'", "'"), ("— ", " —")]
)
def test_quotes_and_brackets_change_no_value(text: str, before: str, after: str) -> None:
    assert reading(f"{before}{text}{after}") == reading(text)
    assert reading(f"He said: {before}{text[:-1]}{after}.") == reading(text)


PIECES = [
    "$", "£", "€", "%", "USD", "Rs.", "p", "c", "5", "1,5", "12", "1/2", "²", "٣", "½", "million", "bn", "five", "and",
    "a", "half", "of", "one", "-", "–", "—", "(", ")", ".", ",", "to", "between", "from", "+", "minus", "dollars", "k",
    "cents", "pct", "per cent", "percentage point", "several", "hundreds", "thousand", "point", "couple", "/", "\n\n",
    "won", "Australian", "about", "or more", "\u00ad", "\u200b", "$$$", "1.2.3", "2025", "M", "b",
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(["", " ", "\n"]))
def test_no_text_is_too_strange(pieces: list[str], glue: str) -> None:
    """Does every jumble of what amounts are made of end in sound records?"""
    text = glue.join(pieces)
    for record in extractor.extract(text):
        assert text[record.start : record.end] == record.text


@pytest.mark.parametrize(
    "piece",
    [
        "1 million ", "five and ", "million ", "hundreds of ", "$1 to ", "5% to ", "between 5 and ", "1/2 ",
        "half of one ", "a dollar and ", "$", "1,", "9", "five dollars ", "$2, ", "Rs ", "one thousand ",
    ],
)  # fmt: skip
def test_long_repetitions_end(piece: str) -> None:
    """Does reading neither recurse nor run away on 5,000 repetitions?"""
    for record in extractor.extract(piece * 5_000 + "dollars"):
        assert len(record.text) < 200
