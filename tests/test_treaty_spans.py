"""Treaty spans: what is found, where it starts and where it stops. `[…]` marks the span in each sentence."""

from __future__ import annotations

import re
import time
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dealwire.mentions import Mention
from dealwire.patterns import PatternSet
from dealwire.records import Kind
from dealwire.rulers.treaty import TreatyRuler
from dealwire.rulers.treaty.names import read_names
from dealwire.tokens import tokenize

RULER = TreatyRuler(PatternSet())


def spans(text: str) -> list[str]:
    tokens = tokenize(text)
    return [tokens.slice(m.first, m.last) for m in RULER.find(tokens, [])]


def check(marked: str) -> None:
    """The spans found in a sentence are those marked in it."""
    assert spans(re.sub(r"[\[\]]", "", marked)) == re.findall(r"\[(.*?)\]", marked, re.DOTALL)


# From the annotation guidelines: which words before the head belong to the span.
LEFT_EDGES = [
    "Ports need a Night Ferry and an [IMO Pilotage Agreement].",
    "It backs the Night Ferry and [IMO Pilotage Agreement].",
    "They opposed the [1985 U.S.-Mexico pact on water].",
    "India's [trade agreement] with Oman helps.",
    "March's [peace accord] did not last.",
    "They signed a historic [peace treaty].",
    "The proposed [Chile-Peru fisheries agreement] is popular.",
    "A landmark new [free trade agreement] was signed.",
    "He praised the controversial [North Sea fishing accord].",
    "The [nine-nation Gulf trade pact] will open markets.",
    "It reviewed the bank's [IMF-led debt relief agreements].",
    "He wants a bold new [regional compact on rivers and soil].",
    "Peru and Chile seal [trade deal]",
    "Two [bilateral tax treaties] were signed.",
    "They signed the [African-brokered ceasefire agreement].",
    "They discussed a [Science, Technology, and Energy Agreement].",
    "They concluded a [trade and investment agreement].",
    "They signed a [10-year research and consulting agreement].",
    "Kenya welcomed the existing [EU-Kenya Economic Partnership Agreement].",
    "They are hopeful about a [post-Brexit security pact].",
    "They signed the [Lake Shore Fishing Area (LaSFA) agreement].",
    "Under a [long term supply agreement] with Acme, pipes will be laid.",
    "They left the critical [arms treaty].",
    "They signed a [critical minerals deal].",
    "He invoked the [Mutual Legal Assistance Treaty].",
    "He went to sign a new [defence declaration].",
    "Securing the [Lima trade agreements] was hard. Signing [Lima trade agreements] was not.",
    "In Lima, fifteen [MOUs] were signed.",
    "It opposed the [November 27 border agreement].",
    "On November 27 [border agreements] were signed.",
]

# From the annotation guidelines: where the topic ends.
RIGHT_EDGES = [
    "They signed a [partnership agreement on strategic cooperation] between Acme and Globex.",
    "Ministers initialled an [agreement on cooperation on small nuclear reactors] with Jordan.",
    "They adopted a [joint declaration on a digital partnership].",
    "It is a [1994 Agreement on Trade in Used Ships].",
    "Talks continue on an [agreement for a ceiling on fuel subsidies] in Geneva.",
    "They signed a [memorandum of understanding] on Monday.",
    "They signed a [defence agreement] for five years.",
    "They signed a [border treaty] to end the war.",
    "They signed a [border treaty] that ended the war.",
    "They signed a [trade accord] worth $2 billion.",
    "A [treaty on fishing rights] signed in 1990 lapsed.",
    "They signed a [pact on trade, energy and transport] in Lima.",
    "They signed a [pact on trade and energy] and left.",
    "They signed an [accord on debt] and Peru said it would pay.",
    "The [peace accord] on the table is weak.",
    "They signed the [Treaty on the Protection of Lakes].",
    "They signed the [Convention on the Conservation of Rivers and Lakes of Asia] in May.",
    "They broke the [Treaty of Tordesillas].",
]

# Named instruments: from the list, or by their form.
NAMES = [
    "The [Paris Agreement] was adopted in 2015.",
    "They quit the [Kyoto Protocol].",
    "They left the [NPT].",
    "Talks on [New START] resumed; it was a new start.",
    "The [Marrakesh-Rabat Agreement] was unknown.",
    "They acceded to the [Lausanne Protocol].",
    "It violates the [UN Charter].",
    "He praised the [Camp David accords].",
    "They signed the [Lima Prosperity Deal]. An LPD is none, the [LPD] is. [LPD] is good.",
    "The [Lima Prosperity Deal] was signed. The [LPD] and the [US-Japan LPD] are old; so is the [US-Sri Lanka LPD].",
    "The [U.S.-Republic of Korea Prosperity Deal] was signed.",
    "They left the [Convention on Lake Rights]. The [CLR] is old. The CL is not it.",
    "They left the [Lima Convention on Lake Rights] concerning the right to fish.",
    "The [Korea-Chile Free Trade Agreement] ([KCFTA]) helps; the [KCFTA] is old.",
    "The [Lake Fisheries and Tourism Agreement] ([LFTA]) was signed. The [LFTA] matters.",
    "Under the [General\nAgreement on Tariffs and Trade] it is banned.",
]

# Coordination, plurals, hyphens and slashes, short names.
FORMS = [
    "They signed the [trade and investment agreements] on Friday.",
    "They signed two [tax treaties] and an [accord on water].",
    "The [Norway/Sweden fisheries pact] is old.",
    "The [US – UK trade agreement] is good.",
    "He is anti-[TPP].",
    "The [Lima Accord] was signed in May. He broke the Accord in June.",
    "They signed a [deal for the release of the sailors].",
    "The [staff-level agreement] was approved.",
    "It holds a [WHO pandemic agreement on vaccines].",
    "It is a [declaration on strengthening relations and deepening allied ties].",
    "Peru voted on the [treaty establishing a customs union for the Andes].",
]

# What the grammar cannot tell, or tells wrongly: kept here so that a change shows.
DEFEATED = [
    "They signed an [agreement] with Chile on border rivers.",  # the topic stands behind the parties
    "The general lifted the Hannibal Protocol.",  # an order, by its form a treaty
    "The promise of a modern trade pact lies in its rules.",  # a class of things, by its form one of them
]

# Near misses: nothing is found.
NOTHING = [
    "She dislikes trade agreements.",
    "Any trade agreement takes time.",
    "The agreement was signed.",
    "The deal was closed on Friday.",
    "They reached agreement that prices must fall.",
    "There is agreement on the main points.",
    "The takeover deal was worth $3 billion.",
    "The merger agreement was signed.",
    "A great deal of work remains.",
    "He must deal with Iran.",
    "The declaration of war came at dawn.",
    "The Declaration of Independence was read.",
    "A customs declaration was missing.",
    "Congress issued an emergency declaration.",
    "The Democratic National Convention opens in Denver.",
    "The convention center was full.",
    "They attended the Zelvane Haunters Convention in May.",
    "By convention, the oldest speaks first.",
    "The internet protocol is old.",
    "Hospitals follow safety protocols.",
    "The protocol officer bowed.",
    "The bank statement arrived.",
    "The witness statement was read.",
    "Its financial statements were audited.",
    "They flew to Geneva.",
    "He sells compact cars.",
    "The law accords them rights.",
    "He left of his own accord.",
    "She drives a Honda Accord.",
    "A contract killer was arrested.",
    "The charter flight left.",
    "She teaches at a charter school.",
    "It remembers Armistice Day.",
    "The North Atlantic Treaty Organization met.",
    "Parliament passed the Convention on the Suppression of Smuggling Act.",
    "It needs a permit under the Wading Bird Treaty Act.",
    "A trade agreement is a contract.",
    "Sanctions against Iran were lifted.",
    "Their strategic partnership grew.",
    "The GATT spokesman declined.",
    "The Ceylon Workers Congress (CWC) met; the CWC voted.",
]


@pytest.mark.parametrize("marked", [*LEFT_EDGES, *RIGHT_EDGES, *NAMES, *FORMS])
def test_the_span_is_the_marked_one(marked: str) -> None:
    check(marked)


@pytest.mark.xfail(reason="takes knowledge that no word in the sentence gives", strict=True)
@pytest.mark.parametrize("marked", DEFEATED)
def test_what_english_still_defeats(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("text", NOTHING)
def test_near_misses_give_nothing(text: str) -> None:
    assert spans(text) == []


def test_amounts_stay_out_of_the_span() -> None:
    tokens = tokenize("They signed a $40 million loan agreement.")
    money = Mention("MONEY", 3, 5, "money.test")
    assert [tokens.slice(m.first, m.last) for m in RULER.find(tokens, [money])] == ["loan agreement"]


HOSTILE = {
    "capitals": "The " + "Alpha " * 100_000 + "Agreement.",
    "nested of": "treaty on " + "peace of " * 50_000 + "mind",
    "nested and": "treaty on " + "peace and " * 50_000 + "mind",
    "commas": "treaty on " + "peace, " * 50_000 + "mind",
    "hyphens": "US-" * 20_000 + "Japan agreement",
    "heads": "trade agreement " * 10_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_is_linear(name: str) -> None:
    """Half the text takes at least a third of the time: chains are bounded, not searched again and again."""

    def seconds(text: str) -> float:
        tokens = tokenize(text)
        _ = tokens.lower, tokens.sentences
        started = time.process_time()
        RULER.find(tokens, [])
        return time.process_time() - started

    text = HOSTILE[name]
    assert seconds(text) < 8 * seconds(text[: len(text) // 2]) + 0.2


WORDS = (
    "trade agreement treaty on of and between with the a signed France-Peru NPT (NPT) Paris Accord , . ' \n$5".split(
        " "
    )
)


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_spans_are_sound_on_any_text(text: str) -> None:
    """Mentions do not overlap, and start and end with a word."""
    tokens = tokenize(text)
    after = -1
    for mention in RULER.find(tokens, []):
        assert after < mention.first <= mention.last < len(tokens)
        assert tokens.words[mention.first][0].isalnum()
        assert tokens.words[mention.last][0].isalnum()
        after = mention.last


def test_every_listed_name_has_a_kind_that_records_know() -> None:
    kinds = {named.kind for _, named in read_names(PatternSet().find("treaties.csv"))}
    assert kinds <= set(get_args(Kind))
