"""Tokens and sentences: what the rulers read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dealwire.folding import fold
from dealwire.tokens import PLAIN, TOKEN, seek, tokenize
from dealwire.wording import first_word, folded_words, words_of

MONEY_GLUE = [
    ("£3m-£4m", "£ 3 m - £ 4 m"),
    ("HK$7.8bn", "HK$ 7.8 bn"),
    ("Rs500 crore", "Rs 500 crore"),
    ("CHF1'000'000", "CHF 1'000'000"),
    ("RM50,000", "RM 50,000"),
    ("50bps", "50 bps"),
    ("12\u202f500 euros", "12\u202f500 euros"),
    ("A$10.0M", "A$ 10.0 M"),
    ("($12.4)M", "( $ 12.4 ) M"),
    ("2½%", "2 ½ %"),
    ("$.50", "$ .50"),
]
NAMES = [
    ("S.p.A. and S.A. in the U.S. today", "S.p.A. and S.A. in the U.S. today"),
    ("L’Oréal's shops", "L’Oréal 's shops"),
    ("AT&T", "AT & T"),
    ("e-Tele", "e - Tele"),
    ("VR1 flew", "VR1 flew"),
    ("don't", "don 't"),
    ("see https://x.example/a?b=50%20.", "see https://x.example/a?b=50%20 ."),
    ("Zelvane.com's rival AMAZON.COM, not zelvane.com.", "Zelvane.com 's rival AMAZON.COM , not zelvane . com ."),
    ("on Zelvane.com/a or Zelvane.com.au", "on Zelvane . com / a or Zelvane . com . au"),
    ("write to a.b@x.example.", "write to a.b@x.example ."),
]


@pytest.mark.parametrize(("text", "words"), MONEY_GLUE + NAMES, ids=lambda value: value)
def test_splits_where_money_and_names_need_it(text: str, words: str) -> None:
    assert " ".join(tokenize(text).words) == words


@given(st.text())
def test_no_character_is_lost(text: str) -> None:
    tokens = tokenize(text)
    lead = len(text) - len(text.lstrip())
    pairs = zip(tokens.words, tokens.gaps, strict=True)
    assert text[:lead] + "".join(word + gap for word, gap in pairs) == text
    assert [text[start : tokens.end(i)] for i, start in enumerate(tokens.starts)] == tokens.words


SURVIVORS = [
    "Samruk-Kazyna JSC and Example Bank S.A. signed it.",
    "It met the U.S. Treasury on Monday.",
    "Golden Widgets Inc. Chairman Jo Bell left.",
    "The price rose $1.1 a share.",
    "Reactor No. 5 is shut.",
    "Mr. Smith and Dr. J. P. Brown agreed.",
    "It was sold for 3.5 million dollars\nto a rival in Paris.",
    "He lives in Portland, Ore. with his dog.",
]


@pytest.mark.parametrize("text", SURVIVORS)
def test_a_sentence_survives_its_full_stops(text: str) -> None:
    assert tokenize(text).sentences == [0]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Sales fell. Profit rose.", "Profit"),
        ("It trades in the U.S. The company said so.", "The"),
        ("He asked: “Why?” She left.", "She"),
        ("The answer was no. He left.", "He"),
        ("It bought Acme Inc. The price was not given.", "The"),
        ("Acme to cut jobs\n\nThe firm said", "The"),
        ("They agreed.\n    Ford said", "Ford"),
        ("It earned 5.\n- Exports rose", "-"),
    ],
)
def test_a_sentence_ends(text: str, second: str) -> None:
    tokens = tokenize(text)
    assert [tokens.words[i] for i in tokens.sentences[1:]] == [second]


def test_a_hard_line_break_ends_no_paragraph() -> None:
    assert tokenize("The company agreed to\npay 5 million dollars to Acme\nHoldings plc.").breaks() == set()


HANGING = [
    ("- The plan was praised by the minister of trade\n  and by others.", 0),
    ("- They spoke of it with the chairman of the bank, Donald\n  Ducksworth, in May.", 0),
    ("They agreed on it at the end of a long day in the city.\n    Ford said so.", 1),
    ("Shr 18 cts vs 24 cts\n    Net 1,175,000 vs 3,538,000", 1),
    ("Acme to cut jobs\n    Acme said it would.", 1),
    # the entry of a list goes on under its first word
    ("-   Acme &\n    Sons sold a mill.\n    It was glad.\n-   Temir & Co\n    Sons did not.", 1),
    ("- Acme sold\n    It was glad.", 1),
]


@pytest.mark.parametrize("text", ["A cat said no.", "Société said “no” to L’Oréal, a ﬁrm\u00ad."])
def test_what_folding_does_not_change_stays_the_same_object(text: str) -> None:
    tokens = tokenize(text)
    same = [word is low for word, low in zip(tokens.words, tokens.lower, strict=True)]
    assert same == [word == low for word, low in zip(tokens.words, tokens.lower, strict=True)]


@pytest.mark.parametrize(("text", "breaks"), HANGING)
def test_an_indented_line_may_go_on_with_the_one_before(text: str, breaks: int) -> None:
    assert len(tokenize(text).breaks()) == breaks


@pytest.mark.parametrize(
    ("word", "folded"), [("Société", "société"), ("Socie\u0301te\u0301", "société"), ("So\u00adcial", "social")]
)
def test_fold_sees_through_typography(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize(
    "unit", ["a.", "1,", "a@", "$", "a'", "U.S", "1.1.", "5 ", " \n", "'s", "http://", "\u0301", "."]
)
def test_long_runs_are_split_once_through(unit: str) -> None:
    """Quadratic behaviour here would take minutes."""
    tokens = tokenize(unit * 200_000)
    assert len(tokens.sentences) <= len(tokens) + 1


TRICKY = [
    "a",
    "US",
    "Inc",
    "S.p.A.",
    "https://",
    "www.",
    "www. ",
    "@",
    ".",
    ". ",
    ",",
    " ",
    "\n",
    "$",
    "'s",
    "’",
    "5",
    "\u0301",
    "é",
    ")",
    "-",
    "?",
    "%",
    ":",
    "“",
    "(",
]


@given(st.lists(st.sampled_from(TRICKY), max_size=8).map("".join) | st.text(max_size=20))
def test_the_short_cut_for_plain_words_changes_nothing(text: str) -> None:
    without = re.compile(TOKEN.pattern.replace(PLAIN, "(?!)"), re.VERBOSE)
    assert TOKEN.findall(text) == without.findall(text)


@given(
    st.text(alphabet="aB éé’-.  ", max_size=12)
    | st.sampled_from(["Ab Cd", "HarbisonHarbison", "Harbison Harbison", "R2.5 bn", "US$ 5"])
)
def test_a_phrase_is_cut_as_a_text_is(phrase: str) -> None:
    tokens = tokenize(phrase)
    assert (words_of(phrase), folded_words(phrase)) == (tokens.words, tokens.lower)
    assert first_word(phrase) == next(iter(tokens.words), "")


def test_a_ruler_made_after_the_first_look_finds_its_words_too() -> None:
    tokens = tokenize("It florbled them for zorkmids.")
    wanted = {"florbled", "zorkmids"}
    seek(["florbled"])
    assert tokens.places(wanted) == [1]
    seek(["zorkmids"])
    assert tokens.places(wanted) == [1, 4]
