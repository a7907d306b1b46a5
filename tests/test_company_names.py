"""Short forms and full names: one firm, one name, one sense in an article."""

from __future__ import annotations

import pytest

from company_cases import mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the first words of the name
        ("Zelvane Tool Corp rose. Zelvane cut jobs.", {"Zelvane Tool Corp", "Zelvane"}),
        # its initials, in brackets or later
        ("Harbour Export Credit Corporation rose. HECC fell.", {"Harbour Export Credit Corporation", "HECC"}),
        ("Électricité de Brindle Zelv SA (EBZ) rose.", {"Électricité de Brindle Zelv SA", "EBZ"}),
        # its ticker
        ("Zelvane Inc. (NASDAQ: ZLVN) rose. ZLVN fell.", {"Zelvane Inc.", "ZLVN"}),
        # a telling word inside it, the initials with their &
        (
            "Compagnie Zelvane de Brindle SA rose. The lender Zelvane fell.",
            {"Compagnie Zelvane de Brindle SA", "Zelvane"},
        ),
        ("Zelvane & Marsh Ltd rose. Z & M fell.", {"Zelvane & Marsh Ltd", "Z & M"}),
        # a body's name, where it acts
        ("Commonwealth Harbour Ltd rose. The CEO of Commonwealth left.", {"Commonwealth Harbour Ltd", "Commonwealth"}),
        # a city's name, where it acts
        ("Zhuhai Fucheng Industrial Group rose. Zhuhai said it lost.", {"Zhuhai Fucheng Industrial Group", "Zhuhai"}),
        # its site without the ending
        ("Zelvane.com Inc rose. Zelvane cut jobs.", {"Zelvane.com Inc", "Zelvane"}),
        # an ordinary word, where it says something
        ("Decision Industries Corp rose. Decision also said it lost.", {"Decision Industries Corp", "Decision"}),
        ("Zelv/Marbrook Corp rose. Zelv is a town.", {"Zelv/Marbrook Corp"}),
        # not a country's, an ordinary word or a person's
        ("India Cements Ltd rose. India said it was glad.", {"India Cements Ltd"}),
        ("General Zelvane Corp rose. General elections came.", {"General Zelvane Corp"}),
    ],
)
def test_short_forms_carry_the_full_name(text: str, expected: set[str]) -> None:
    found = mentions(text)
    assert {name for name, _ in found} == expected
    assert len({mention.detail.name for _, mention in found}) == 1


def test_a_parent_and_its_division_keep_their_names() -> None:
    found = mentions("Google DeepMind, a unit of Google, was praised. Lockheed Martin rose, Lockheed said.")
    assert [mention.detail.name for _, mention in found] == [
        "Google DeepMind",
        "Google",
        "Lockheed Martin",
        "Lockheed Martin",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # what the list has as other names of a firm
        ("Deutsche Lufthansa AG rose, Lufthansa said.", ["Deutsche Lufthansa AG"] * 2),
        ("Cable & Wireless rose. Cable and Wireless PLC said so.", ["Cable and Wireless PLC"] * 2),
        (
            "NCCI, the National Company for Cooperative Insurance (NCCI), rose.",
            ["National Company for Cooperative Insurance"] * 3,
        ),
        ("Sunrise Medical Inc rose. Sunrise Medical GmbH fell.", ["Sunrise Medical Inc", "Sunrise Medical GmbH"]),
        ("Long Island Lighting Co rose. LILCO said so.", ["Long Island Lighting Co"] * 2),
        ("Banca Zelvane del Marbrook SpA rose. BZM said so.", ["Banca Zelvane del Marbrook SpA"] * 2),
        ("GE, General Electric Co by its full name, rose.", ["General Electric Co"] * 2),
        (
            "Anheuser-Busch InBev was formed when InBev bought Anheuser-Busch.",
            [*["Anheuser-Busch InBev"] * 2, "Anheuser-Busch"],
        ),
        ("Pacific Gas and Electric (PG&E) rose.", ["Pacific Gas and Electric"] * 2),
        (
            "Amazon.com, Inc. rose. Amazon Studios did. So did Amazon.",
            ["Amazon.com, Inc.", "Amazon Studios", "Amazon.com, Inc."],
        ),
        ("PwC said so. PwC Zelvane LLP did not.", ["PwC", "PwC Zelvane LLP"]),
        ("Merrill Lynch and Co Inc rose. Merrill Lynch said so.", ["Merrill Lynch and Co Inc"] * 2),
        # in brackets behind another
        ("World Wrestling Entertainment (WWE) rose.", ["World Wrestling Entertainment"] * 2),
        ("Federal Home Loan Mortgage Corp (Freddie Mac) rose.", ["Federal Home Loan Mortgage Corp"] * 2),
        # one name spelt in several ways
        ("The lender QuorrinBank rose. The lender Quorrin Bank said so.", ["Quorrin Bank"] * 2),
        (
            "Quorrin Ltd rose. Quorrin Limited fell. Quorrin Holdings Limited is another.",
            [*["Quorrin Limited"] * 2, "Quorrin Holdings Limited"],
        ),
        ("Ebay rose. It was eBay that won.", ["eBay"] * 2),
        # a firm on the list is not another whose name ends in its own
        ("Maruti Suzuki rose. Shares in Suzuki fell.", ["Maruti Suzuki", "Suzuki"]),
        ("TNK-BP rose. BP said so.", ["TNK-BP", "BP"]),
        # a branch is not its parent, unless it is the firm by its full name
        ("HSBC India rose. HSBC said so.", ["HSBC India", "HSBC"]),
        ("Maruti Suzuki India Ltd rose. Maruti Suzuki said so.", ["Maruti Suzuki India Ltd"] * 2),
        # short for what is itself short
        (
            "Zelvane Oslo Ltd rose. Zelvane Oslo Finance Ltd rose. Zelvane fell.",
            ["Zelvane Oslo Ltd", "Zelvane Oslo Finance Ltd", "Zelvane Oslo Ltd"],
        ),
        ("Quorrin Corp of America rose. Quorrin Corp fell. Quorrin is glad.", ["Quorrin Corp of America"] * 3),
    ],
)
def test_each_mention_carries_the_fullest_name_of_its_own_firm(text: str, names: list[str]) -> None:
    assert [mention.detail.name for _, mention in mentions(text)] == names


def test_the_name_is_not_the_capitals_of_a_heading() -> None:
    found = mentions("* HONDA * Honda has sold a mill, it said.")
    assert {mention.detail.name for _, mention in found} == {"Honda"}


def test_a_ticker_behind_one_word_is_no_abbreviation() -> None:
    assert [text for text, _ in mentions("The carmaker Zelvane (ZLVN) rose.")] == ["Zelvane"]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Zelvane Inc. rose", "Inc."),
        ("Zelvane Inc rose", "Inc"),
        ("Zelvane, Inc. rose", "Inc."),
        ("Zelvane S.A. rose", "S.A."),
        ("Zelvane Co Ltd rose", "Co Ltd"),
        ("Zelvane Holdings Ltd rose", "Ltd"),
        ("Zelvane Credit\nCorporation rose", "Corporation"),
        ("Zelvane Motors rose", None),
        ("Zelvane (UK) Ltd rose", "Ltd"),
        ("Zelvane Co U.K. Ltd rose", "Ltd"),
        ("Mutual Finance Co of Belgium rose", "Co"),
        ("Zelvane Corp of America rose", "Corp"),
        ("Zelvane Corp. <ZLV.N> rose", "Corp."),
        ("Zelvane Kft. (a unit of nobody) rose", "Kft."),
        ("He sold Zelvane Kft. Nobody asked why.", "Kft"),
    ],
)
def test_the_legal_form_is_kept_as_written(text: str, form: str | None) -> None:
    [(_, mention)] = mentions(text)
    assert mention.detail.legal_form == form


def test_a_stop_behind_a_bare_legal_form_ends_the_sentence() -> None:
    found = mentions("Zelvane Corp rose. It came from Quorrin Mills Corp. Zelvane paid cash.")
    assert [text for text, _ in found] == ["Zelvane Corp", "Quorrin Mills Corp", "Zelvane"]
    found = mentions("It rose 5 pct, said Ann Roe of Quorrin Mills Corp. She was glad.")  # as newswires write
    assert [text for text, _ in found] == ["Quorrin Mills Corp"]


def test_the_name_is_the_fullest_form_on_one_line() -> None:
    found = mentions("Zelvane rose.\nZelvane Credit\nCorporation Ltd said Zelvane sold a mill.")
    assert {mention.detail.name for _, mention in found} == {"Zelvane Credit Corporation Ltd"}
    assert len(found) == 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zelvane (UK) Ltd rose.", "Zelvane (UK) Ltd"),
        ("Zelvane Co U.K. Ltd rose.", "Zelvane Co U.K. Ltd"),
        ("Mutual Finance Co of Belgium rose.", "Mutual Finance Co of Belgium"),
        ("Zelvane Corp of America rose.", "Zelvane Corp of America"),
        # a name that needs no place only has its home told
        ("Zelvane Corp of Japan rose.", "Zelvane Corp"),
        ("Zelvane Co Ltd of Japan rose.", "Zelvane Co Ltd"),
        ("Zelvane (see below) Ltd is none, Brindle (UK) Ltd is.", "Brindle (UK) Ltd"),
        ("IBM Opco, LLC rose.", "IBM Opco, LLC"),
    ],
)
def test_places_in_and_behind_legal_forms(text: str, name: str) -> None:
    assert [found for found, _ in mentions(text)] == [name]
