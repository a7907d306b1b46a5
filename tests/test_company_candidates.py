"""Candidates: which stretches of text look like names, before anyone asks whose."""

from __future__ import annotations

import pytest

from company_cases import companies, ruler
from dealwire.rulers.company.page import Page
from dealwire.tokens import tokenize


def candidates(text: str) -> list[str]:
    tokens = tokenize(text)
    found, _ = ruler().candidates.find(Page(tokens, ruler().lexicon))
    return [tokens.slice(c.first, c.last) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # runs and what may stand inside them
        ("it sold Brindle & Marsh to a rival", ["Brindle & Marsh"]),
        ("it sold Brindle-Marsh to a rival", ["Brindle-Marsh"]),
        ("it sold e-Brindle to a rival", ["e-Brindle"]),
        ("it sold 7B to a rival", ["7B"]),
        ("it sold Bank of Brindle to a rival", ["Bank of Brindle"]),
        ("it sold Brindle and Sons to a rival", ["Brindle and Sons"]),
        ("it sold Brindle and Co Ltd to a rival", ["Brindle and Co Ltd"]),
        ("it sold Brindle and Holdings Ltd to a rival", ["Brindle and Holdings Ltd"]),
        ("Brindle and Co Director Ann Roe left", ["Brindle and Co", "Ann Roe"]),
        ("it sold Brindle Pvt. Ltd to a rival", ["Brindle Pvt. Ltd"]),
        ("it sold Brindle Science and Technology Company", ["Brindle Science and Technology Company"]),
        ("it sold Brindle and Marsh to a rival", ["Brindle", "Marsh"]),
        ("it sold Brindle's Marsh to a rival", ["Brindle", "Marsh"]),
        ("it sold Brindle\nMotors to a rival", ["Brindle\nMotors"]),
        ("it sold Brindle\n\nMotors came later", ["Brindle", "Motors"]),
        ("between the Kazakhstan’s Brindle Marsh JSC and others", ["Kazakhstan’s Brindle Marsh JSC"]),
        ("between Kazakhstan’s Brindle Marsh JSC and others", ["Brindle Marsh JSC"]),
        # what stands before a name
        ("Yesterday Brindle rose", ["Brindle"]),
        ("French Brindle rose", ["Brindle"]),
        ("Monday Brindle rose", ["Brindle"]),
        ("The Brindle rose", ["Brindle"]),
        ("Carmaker Brindle Motors rose", ["Brindle Motors"]),
        ("It fell. | Markets Reliance Industries rose", ["Reliance Industries"]),
        ("It fell. Will Red Hat rise?", ["Red Hat"]),
        ("It fell in the West Reliance Industries plant", ["West Reliance Industries"]),
        ("Carrier Global Corp rose", ["Carrier Global Corp"]),
        ("A Brindle Marsh Company said so", ["Brindle Marsh"]),
        ("it sold Audio/Video Brindle Inc to a rival", ["Audio/Video Brindle Inc"]),
        ("it sold Brindle/Dell Inc and Brindle/Marsh", ["Brindle", "Dell Inc", "Brindle", "Marsh"]),
        ("it sold Public Service Co of New\nMexico to a rival", ["Public Service Co of New\nMexico"]),
        ("it sold Brindle Limited Partnership to a rival", ["Brindle Limited Partnership"]),
        # a well-known name that begins with a small word
        ("it sold YES Bank and AT&T to De Beers", ["YES Bank", "AT&T", "De Beers"]),
        ("it sold The Home Depot to a rival", ["Home Depot"]),
        # or is written without its hyphen
        ("it sold Massey Ferguson to a rival", ["Massey Ferguson"]),
        # what stands behind one
        ("Brindle Corp Chairman Ann Roe left", ["Brindle Corp", "Ann Roe"]),
        ("Brindle CEO Ann Roe left", ["Brindle", "Ann Roe"]),
        ("Microsoft Corp and Brindle rose", ["Microsoft Corp", "Brindle"]),
        ("a Class A share of Brindle", ["Brindle"]),
        ("Oracle CEO Ann Roe left", ["Oracle", "Ann Roe"]),
        # a well-known name goes on where the article has the longer one with its legal form
        ("Google Brindle Ltd rose. He joined Google Brindle in May", ["Google Brindle Ltd", "Google Brindle"]),
        ("He joined Google Brindle in May", ["Google", "Brindle"]),
        ("He joined HSBC USA in May", ["HSBC USA"]),
        ("said HSBC India President Ann Roe", ["HSBC India", "Ann Roe"]),
        ("He joined HSBC India Brindle in May", ["HSBC", "India Brindle"]),
        ("told CNN Israel struck", ["CNN", "Israel"]),
        ("it joined Brindle Motors of Ann Roe", ["Brindle Motors", "Ann Roe"]),
        # legal forms, with and without their stops
        ("it sold Brindle, Inc. to a rival", ["Brindle, Inc."]),
        ("it sold Brindle Co., Ltd. to a rival", ["Brindle Co., Ltd."]),
        ("it sold Brindle plc to a rival", ["Brindle plc"]),
        ("it sold Brindle & Co to a rival", ["Brindle & Co"]),
        ("it sold Brindle GmbH & Co. KG to a rival", ["Brindle GmbH & Co. KG"]),
        ("a rival sold Brindle Corp. It bought Marsh Inc last year.", ["Brindle Corp", "Marsh Inc"]),
        ("a rival sold Brindle Inc.", ["Brindle Inc."]),
    ],
)  # fmt: skip
def test_candidates(text: str, expected: list[str]) -> None:
    assert candidates(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He left on Monday in April.",
        "See https://Brindle.example/About for more",
        "I said so",
        "NGOs and PCs rose",
        "US$5",
    ],
)
def test_what_names_nothing_is_no_candidate(text: str) -> None:
    assert candidates(text) == []


def test_a_heading_that_lost_its_line_break_is_two_names() -> None:
    assert candidates("About BrindleBrindle Capital Partners is a lender.")[-2:] == [
        "Brindle",
        "Brindle Capital Partners",
    ]


@pytest.mark.parametrize(
    "sentence", ["McDonald's rose. ", "Zelvane Corp. ", "Google Zelvane Corp. ", "Zelvane Kft. (x) "], ids=str.strip
)
def test_a_name_said_thirty_thousand_times_is_looked_up_once(sentence: str) -> None:
    """Quadratic behaviour here would take minutes."""
    assert len(companies(sentence * 30_000)) <= 30_000


@pytest.mark.parametrize(
    "text",
    [
        "They use " + "Facebook, " * 30_000 + "and more.",
        "Zelvane Brindle " * 20_000 + "Corp rose. Zelvane fell.",
        "KKR rose. Kolkata Knight Riders met. " * 8_000,
    ],
    ids=["sites", "one name", "borrowed initials"],
)
def test_long_lists_and_names_take_no_more_than_their_length(text: str) -> None:
    assert len(companies(text)) < 30_000  # in minutes where each place looked at all others
