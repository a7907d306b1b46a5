"""What a treaty record says: kind, parties, status."""

from __future__ import annotations

import pytest

from dealwire.entities import treaty
from dealwire.entities.context import Context
from dealwire.mentions import Mention
from dealwire.patterns import PatternSet
from dealwire.records import Treaty
from dealwire.rulers.treaty import TreatyRuler
from dealwire.settings import Settings
from dealwire.tokens import tokenize

RULER = TreatyRuler(PatternSet())


def readings(text: str, *companies: str) -> list[Treaty]:
    """The treaty records of a text in which these names are companies."""
    tokens = tokenize(text)
    mentions = RULER.find(tokens, [])
    for name in companies:
        start = text.index(name)
        first = tokens.starts.index(start)
        last = next(i for i in range(first, len(tokens)) if tokens.end(i) == start + len(name))
        mentions.append(Mention("COMPANY", first, last, "company.test"))
    context = Context(tokens, mentions, Settings(), "t")
    read = (treaty.read(context, mention) for mention in mentions if mention.label == "TREATY")
    return [record for record in read if record]


KINDS = [
    ("They signed a border treaty.", "treaty"),
    ("They joined the Basel Convention.", "convention"),
    ("They quit the Kyoto Protocol.", "protocol"),
    ("They signed a trade deal.", "agreement"),
    ("They signed a peace accord.", "accord"),
    ("They signed a defence pact.", "pact"),
    ("They signed an MoU.", "memorandum"),
    ("They adopted a joint declaration.", "declaration"),
    ("They issued a joint statement.", "statement"),
    ("It broke the UN Charter.", "charter"),
    ("They signed a regional compact on water.", "other"),
    ("They left the NPT.", "treaty"),
    ("They left the USMCA.", "agreement"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(text: str, kind: str) -> None:
    assert [record.kind for record in readings(text)] == [kind]


# A list of parties: by `between`, `with`, subject, modifiers; names as written.
PARTIES = [
    ("They signed a trade pact between Peru and Chile.", ["Peru", "Chile"]),
    ("Peru signed a trade pact with Chile.", ["Peru", "Chile"]),
    ("Peru and Chile signed a trade pact.", ["Peru", "Chile"]),
    ("Peru, Chile and Bolivia have signed a trade pact.", ["Peru", "Chile", "Bolivia"]),
    ("Peru and Chile announced a trade pact.", ["Peru", "Chile"]),
    ("Peru announced a trade pact.", []),
    ("Peru and Chile are bound by a trade pact.", ["Peru", "Chile"]),
    ("The Peru-Chile trade pact is old.", ["Peru", "Chile"]),
    ("The India-Sri Lanka trade pact is old.", ["India", "Sri Lanka"]),
    ("The US-Mexico-Canada Agreement is old.", ["US", "Mexico", "Canada"]),
    ("Mirziyoyev and French President Emmanuel Macron issued a joint statement.", ["Mirziyoyev", "Emmanuel Macron"]),
    ("In a thaw between Peru and Chile, the two countries have signed a trade pact.", ["Peru", "Chile"]),
    ("Peru's decision to enter into the trade pact was right.", ["Peru"]),
    ("A peace treaty was signed by Eritrea and Ethiopia.", ["Eritrea", "Ethiopia"]),
    ("A peace treaty signed in 1999 between Eritrea and Ethiopia failed.", ["Eritrea", "Ethiopia"]),
    ("It did not rejoin the EU but wants a security agreement with the bloc.", ["EU"]),
    ("He praised a trade pact.", []),
    ("They signed a trade pact with its creditors.", []),
    ("They signed a trade pact with US officials.", []),
    ("The Paris Agreement is old.", []),
    ("The Trans-Pacific trade pact is old.", []),
    ("Oman, Jordan and the UK said in a joint statement that work went well.", ["Oman", "Jordan", "UK"]),
    ("In a joint statement, the US and Oman called for calm.", ["US", "Oman"]),
    ("Foreign Minister Ana Diaz and her Chilean counterpart Luis Rey signed a tax treaty.", ["Ana Diaz", "Luis Rey"]),
    ("Bolivia has a tax treaty with New Delhi.", ["Bolivia", "New Delhi"]),
    ("Japan and the Philippines' defence pact is old.", ["Japan", "Philippines"]),
    ("It signed a currency swap agreement with the People's Bank of China.", ["People's Bank of China"]),
    ("The Sri Lanka-Thailand trade pact is old.", ["Sri Lanka", "Thailand"]),
    ("A Franco-German defence treaty was signed.", ["Franco", "German"]),
    ("The Brest-Litovsk Treaty was harsh.", []),
    ("A pact on gas was signed between Cyprus, Greece and Israel.", ["Cyprus", "Greece", "Israel"]),
    ("The treaty on arms between Rome and Cairo collapsed.", ["Rome", "Cairo"]),
    ("It hosts the secretariat of the trade pact, with Ghana winning the bid.", []),
    ("They had a trade pact with Peru, and Chile chose not to join.", ["Peru"]),
    ("They hailed the “historic trade deal” with Peru.", ["Peru"]),
    ("Peru maintains a defence treaty with Chile.", ["Peru", "Chile"]),
    ("The IMF Agreement is old.", ["IMF"]),
    ("Kenya's trade pact with Japanese rival Uganda is old.", ["Kenya", "Uganda"]),
    ("Unlike Bolivia, Chile signed a defence treaty with Peru.", ["Chile", "Peru"]),
    ("He praised a [trade pact](https://x.example/a) with Peru.", ["Peru"]),
    ("The US-Republic of Korea trade pact is old.", ["US", "Republic of Korea"]),
    ("The Lima Accord, by Peru, Chile and Bolivia, called for calm.", ["Peru", "Chile", "Bolivia"]),
    ("President Juan J. Roe and Ann Diaz signed a trade pact.", ["Juan J. Roe", "Ann Diaz"]),
]


@pytest.mark.parametrize(("text", "parties"), PARTIES)
def test_parties(text: str, parties: list[str]) -> None:
    assert [list(record.parties) for record in readings(text)] == [parties]


def test_companies_are_parties_as_written() -> None:
    text = "They signed a supply agreement between the Acme Gas JSC and Globex S.A. in Paris."
    assert readings(text, "Acme Gas JSC", "Globex S.A.")[0].parties == ("Acme Gas JSC", "Globex S.A.")


def test_an_acronym_in_brackets_shares_what_is_said_of_the_name() -> None:
    text = "The Peru-Chile Lake Agreement (PCLA) that has been operational since 2001 is good. The PCLA is old."
    assert [(r.text, r.parties, r.status) for r in readings(text)] == [
        ("Peru-Chile Lake Agreement", ("Peru", "Chile"), "in_force"),
        ("PCLA", ("Peru", "Chile"), "in_force"),
        ("PCLA", (), None),
    ]


STATUS = [
    ("Peru and Chile signed a trade pact.", "signed"),
    ("Peru and Chile seal trade pact", "signed"),
    ("The two states concluded an Investment Agreement.", "signed"),
    ("Peru entered into a trade pact with Chile.", "signed"),
    ("Peru's decision to enter into the trade pact was right.", "signed"),
    ("A trade pact was signed in Lima.", "signed"),
    ("The trade pact, signed in 1999, is old.", "signed"),
    ("Papers were signed, including a trade pact and an accord on water.", "signed"),
    ("The leaders adopted a joint declaration.", "adopted"),
    ("The ministers issued a joint statement.", "adopted"),
    ("The Lima Summit Declaration, released on Monday, is long.", "adopted"),
    ("The senate ratified the border treaty.", "ratified"),
    ("The existing trade pact is old.", "in_force"),
    ("The border treaty entered into force in May.", "in_force"),
    ("The border treaty remains in force.", "in_force"),
    ("The border treaty, in force since 2000, covers it.", "in_force"),
    ("They have a border treaty signed in 1951 that remains in force.", "in_force"),
    ("They have a border treaty signed in 1951 by force.", "signed"),
    ("It would be the largest trade deal ever made.", None),
    ("They watched, and saw Peru signing a trade pact.", "signed"),
    ("They demanded that the President of Peru Juan Roe sign a trade pact.", "negotiated"),
    ("Peru will sign a trade pact with Chile.", "negotiated"),
    ("Peru hopes to sign a trade pact with Chile.", "negotiated"),
    ("Peru failed to conclude a trade pact with Chile.", "negotiated"),
    ("Peru is close to a trade pact with Chile.", "negotiated"),
    ("The proposed trade pact is popular.", "negotiated"),
    ("Talks on a trade pact resumed.", "negotiated"),
    ("They are negotiating a trade pact.", "negotiated"),
    ("A trade pact will be signed in May.", "negotiated"),
    ("They may leave if a trade pact is reached.", "negotiated"),
    ("They will leave once the trade pact is signed.", "negotiated"),
    ("They fought until a trade pact was signed in 1994.", "signed"),
    ("They left when the trade pact was signed.", "signed"),
    ("A trade pact is under negotiation.", "negotiated"),
    ("A trade pact between Peru and Chile was still possible.", "negotiated"),
    ("The trade pact proposal was praised.", "negotiated"),
    ("They could achieve a trade pact.", "negotiated"),
    ("Peru promotes a trade pact.", "negotiated"),
    ("Peru accepted the trade pact.", "signed"),
    ("Peru signed on to the border treaty.", "signed"),
    ("Peru signed onto the border treaty.", "signed"),
    ("Peru enjoys a border treaty with Chile.", "in_force"),
    ("Peru withdrew from the border treaty.", "ended"),
    ("The border treaty expired in May.", "ended"),
    ("Peru scrapped the border treaty.", "ended"),
    ("The border treaty (BT) expired in May.", "ended"),
    ("He pulled the country out of the border treaty.", "ended"),
    ("A trade pact brokered by Oman expired.", "ended"),
    ("The border treaty ended the war.", None),
    ("Citizens demand that Peru sign a border treaty.", "negotiated"),
    ("He is unwilling to sign the Kyoto Protocol.", None),
    ("He refused to sign up to the Kyoto Protocol.", None),
    ("Peru withdrew in May 2018 from the border treaty.", "ended"),
    ("Peru withdrew last year from the border treaty.", "ended"),
    ("He spoke after signing a border treaty.", "signed"),
    ("He spoke about signing a border treaty.", "negotiated"),
    ("He has yet to ratify the border treaty.", None),
    ("Peru did not sign the border treaty.", None),
    ("Peru abides by the border treaty.", None),
    ("It broke the rules of the border treaty.", None),
    ("They spoke of the renewal of the border treaty.", None),
    ("The trade pact will open markets.", None),
    ("He opposes the trade pact.", None),
]


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_status(text: str, status: str | None) -> None:
    assert {record.status for record in readings(text)} == {status}
