"""Evidence for and against: each kind with its near miss."""

from __future__ import annotations

import pytest

from company_cases import companies, mentions

INTERNAL = [
    ("Zelvane JSC opened a mine.", ["Zelvane JSC"]),
    ("Zelvane Sp. z o.o. opened a mine.", ["Zelvane Sp. z o.o."]),
    ("The mine of Zelvane Petroleum opened.", ["Zelvane Petroleum"]),
    ("Zelvane Capital Markets opened.", ["Zelvane Capital Markets"]),
    ("The Working Group opened its session.", []),
    ("The Joint Holdings were discussed.", []),
]
EXTERNAL = [
    ("They bought <Zelvane Mills> and <ZLV.X> rose, <A> said.", ["Zelvane Mills"]),
    ("The carmaker Zelvane opened a plant.", ["Zelvane"]),
    ("Zelvane, the Norwegian carmaker, opened a plant.", ["Zelvane"]),
    ("Miner Zelvane opened a pit. Yesterday brewer Quorrin closed.", ["Zelvane", "Quorrin"]),
    ("Maker Zelvane was glad. Enterprise Zelvane was not.", []),
    ("They sold it to Zelvane - a mining firm that has no mine.", ["Zelvane"]),
    ("They sold it to Zelvane - a man that has no mine.", []),
    ("Zelvane Marbrook (ZM), a Norwegian lender, rose.", ["Zelvane Marbrook", "ZM"]),
    ("Zelvane (The Zelvane Laboratory) is the company at the heart of it.", ["Zelvane"]),
    ("Zelvane (Marbrook) is an exciting film-maker. The Zelvane Rangers are a special unit of the army.", []),
    ("**Zelvane**, a Norwegian maker of glass, rose.", ["Zelvane"]),
    ("They sold **Zelvane**", []),
    ("Zelvane, a Norwegian drug and diagnostics company, rose.", ["Zelvane"]),
    ("Zelvane, a lawyer and company director, left.", []),
    ("© 2024 Zelvane Network. All Rights Reserved.", ["Zelvane Network"]),
    ("He joined a company called Zelvane in May.", ["Zelvane"]),
    ("Retailers such as Zelvane and Quorrin cut prices.", ["Zelvane", "Quorrin"]),
    ("Zelvane (NYSE: ZLV) rose.", ["Zelvane"]),
    ("Zelvane <ZLV.L> rose.", ["Zelvane"]),
    ("Shares in Zelvane rose.", ["Zelvane"]),
    ("Zelvane's quarterly profit rose.", []),  # one weak sign is not enough
    ("Zelvane's quarterly profit rose and its analysts at Zelvane cheered.", ["Zelvane", "Zelvane"]),
    ("Nestle, Quorrin and Danone rose.", ["Nestle", "Danone"]),  # nor is standing between sure ones
    ("© 2024 Zelvane. All rights reserved.", ["Zelvane"]),
    ("Zelvane, one of the world's largest oil and gas companies, rose.", ["Zelvane"]),
    ("The Norwegian carmaker <Zelvane> rose.", ["Zelvane"]),
    ("Zelvane, one of the best poets, left.", []),
    ("The protesters such as Zelvane left.", []),
    ("Zelvane, the Norwegian poet, left.", []),
    ("Zelvane, a chain of shops, rose.", ["Zelvane"]),
    ("Zelvane, a group of parents, left.", []),
    ("The ex-Nestle boss left.", ["Nestle"]),
    # whatever the word, in a list of firms
    ("Companies like Flock and Danone rose.", ["Flock", "Danone"]),
    ("Birds like Flock and Wing rose.", []),
    ("Brands such as Zelvane rose. Its brands include Zelvo.", ["Zelvane"]),
    # an ordinary word behind what firms are called
    ("It bought the startup Ring. Ring's shares fell.", ["Ring", "Ring"]),
    ("He sits on a bank Board. They made a firm New Year resolution. The firm Global Rights met.", []),
    ("They hired the Zelvane law firm.", ["Zelvane"]),
    ("Ann Roe, chief technology officer of Zelvane Energy, left.", ["Zelvane Energy"]),
    # two weak signs
    ("Zelvane Brindle Group said in a statement that it rose.", ["Zelvane Brindle Group"]),
    ("The economist for Zelvane Economics, and that for Norway, left.", ["Zelvane Economics"]),
    ("ZelvaneHub.com rose. Sellers at ZelvaneHub.com left.", ["ZelvaneHub.com"] * 2),
]
COUNTER = [
    # persons
    ("Ford Motor Co rose. Mr Ford left.", ["Ford Motor Co"]),
    ("The broker Mary Johnson left.", []),
    ("Shares in Clinton's speech were few, Hillary Clinton said.", []),
    # places, peoples, days
    ("Shares in Norway rose.", []),
    ("A unit of French troops left.", []),
    ("He bought shares in March.", []),
    # bodies
    ("Employees of the World Bank left.", []),
    ("The chief executive of the University of Zelvane left.", []),
    ("The customers of the Ministry of Finance left.", []),
    ("The European Central Bank cut rates.", []),
    ("The People's Bank of China met the Bank of China.", ["Bank of China"]),
    ("It is the International Monetary Fund, the lender, who said so.", []),
    ("It rained in Colorado Springs, Co. and elsewhere.", []),
    ("They met in a hall (Denver, CO) and left.", []),
    ("The chief executive of Alliance for Zelvane Innovation left.", []),
    ("An economist at the Zelvane Institute for Applied Economics said so.", []),
    ("They wrote about DEI, ESG and the DMV's customers.", []),
    ("The light-chain MGUS was found. He met the Central Bank, FIU and others.", []),
    ("The iPhone SE was sold. The JT-60SA was switched on.", []),
    ("Oper net profit rose. Oper shr fell.", []),
    ("They won the RBS Six Nations and the Barclays Premier League.", []),
    ("The Sun set. Sun Pharma rose. It was a Monday Motors rose.", ["Sun Pharma"]),
    ("She works at the Zelvane Trust, a non-profit think tank in Oslo.", []),
    ("She works at Zelvane Tank Ltd, a think tank in Oslo.", ["Zelvane Tank Ltd"]),
    ("They met at 2.05PM IST CEO Ann Roe said.", []),
    # papers and broadcasters as sources
    ("He told Reuters that it was over.", []),
    ("The New York Times reported it.", []),
    ("A spokesman told NBC News.", []),
    ("He told CNN. It is licensed to Zelvane Opco LLC and CNN.", ["Zelvane Opco LLC", "CNN"]),
    ("He told Danone and CNN.", ["Danone"]),
    # a word that the list of companies has in capitals
    ("Quotes come from BATS. Bats sleep.", ["BATS"]),
    # products, models, ships, sites
    ("The USS Gerald Ford, the only active carrier, sailed. A Boeing-class ship sank.", []),
    ("Nokia Q4 profit rose. Nokia H1 profit fell. Nokia FY18 results came.", ["Nokia"] * 3),
    ("A Boeing 737 landed. Boeing delivered it.", ["Boeing"]),
    ("He wrote on Twitter. Twitter said it was sorry.", ["Twitter"]),
    ("He wrote on Telegram. Telegram said it was sorry.", ["Telegram"]),
    ("They saw it on Facebook and Instagram.", []),
    ("Follow us and like us: Facebook, Instagram.", []),
    ("She lost her Twitter and used WhatsApp.", []),
    ("A GoFundMe page was set up. They raised it on Kickstarter.", []),
    ("The Facebook advert was shown. Facebook removed it.", ["Facebook"]),
    ("The app is owned by Facebook. TikTok was banned.", ["Facebook", "TikTok"]),
    ("A video service like YouTube is used. YouTube's lawyers met it.", ["YouTube"]),
    ("Companies such as Google, TikTok and Reddit met.", ["Google", "TikTok", "Reddit"]),
    ("It was shown on Netflix. It was made for Netflix.", ["Netflix"]),
    ("Cadbury chocolates were sold out.", []),
    ("A OnePlus 5T was sold. OnePlus rose 5 percent.", ["OnePlus"]),
    ("It runs on Microsoft Windows.", []),
    ("The Google Home plays music, Google said. They ordered at Uber Eats.", ["Google"]),
    ("The Zelvane G6, the phone maker, is sold by Zelvane and Marbrook. The gas carrier Zelvane sank.", []),
    ("Zelvane, a movie producer in Rome, left.", []),
    ("They won at the Norwich Union Indoor trials.", []),
    ("Nokia sold the Nokia 7 Plus and the Nokia 6 (2018). Nokia 7 days later rose.", ["Nokia", "Nokia"]),
    # what is named after a firm
    ("They met in the Heineken Arena and at the Toyota Foundation. Toyota paid.", ["Toyota"]),
    ("He was up for the Perrier award.", []),
    ("They won the Nestle Grand Prix and the Nestle Video Music Awards. The Philips Hue lights went on.", []),
    # towns, countries with a legal form
    ("WOODSIDE, Calif., April 2 - It rained. They met in Woodside, N.Y. and left.", []),
    ("The bosses of India Inc met those of India Cements Ltd.", ["India Cements Ltd"]),
    ("The company AI and the firm CRISPR are none.", []),
    ("Visit Allergan.com today. Mail it to a@Zelvane.com or zelvane.com now.", []),
    # inside a listing bracket, or its own symbol
    ("The brewer ZLV (ZLV) rose. ZLV's (ZLV) boss left.", ["ZLV", "ZLV"]),
    ("Zelvane Inc (NASDAQ: ZLV) rose.", ["Zelvane Inc"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), INTERNAL)
def test_internal_evidence(text: str, expected: list[str]) -> None:
    assert companies(text) == expected


@pytest.mark.parametrize(("text", "expected"), EXTERNAL)
def test_external_evidence(text: str, expected: list[str]) -> None:
    assert companies(text) == expected


@pytest.mark.parametrize(("text", "expected"), COUNTER)
def test_counter_evidence(text: str, expected: list[str]) -> None:
    assert companies(text) == expected


# A name has one sense in an article.
SENSES = [
    ("The Kolkata Knight Riders lost. KKR were out.", []),
    ("The British Phonographic Industry (BPI) met. The BPI chairman left.", []),
    ("KKR bought a stake. KKR shares rose.", ["KKR", "KKR"]),
    ("BHEL bought a stake. BHEL rose.", ["BHEL", "BHEL"]),
    ("The Brindle Hill Elite Lancers lost. BHEL were out.", []),
    ("Avions de Transport Zelvan met. ATZ's chief executive left, and ATZ shares fell.", ["ATZ", "ATZ"]),
    ("Avions Zelvane Oslo (AZO) rose. Shares in AZO fell.", ["Avions Zelvane Oslo", "AZO", "AZO"]),
    ("The Zelvane Riders (TZR) lost. TZR were out.", []),
    ("Hewlett-Packard rose. HP said so.", ["Hewlett-Packard", "HP"]),
    ("The horses gave 200 HP.", []),
    ("Standard and Poor's cut it. S and P said so.", ["Standard and Poor's", "S and P"]),
    ("The points A and P were met.", []),
    ("Q.R. Zelvane and Co rose. They said that Zelvane fell.", ["Q.R. Zelvane and Co", "Zelvane"]),
    ("U.S. Bancorp rose. Bancorp profits fell.", ["U.S. Bancorp"]),
    ("Jet Airways rose. They expect Jet to rise.", ["Jet Airways", "Jet"]),
    ("Jet Airways rose. Jet, founded in May, fell. They expect Jet to rise.", ["Jet Airways", "Jet", "Jet"]),
    ("Jet Airways rose. They expect a jet. Jet engines roar.", ["Jet Airways"]),
    ("Zelvane-Marbrook Bank NV (Zemo) rose. Zemo said so.", ["Zelvane-Marbrook Bank NV", "Zemo", "Zemo"]),
    ("Zelvane-Marbrook Bank NV (Zealand) rose.", ["Zelvane-Marbrook Bank NV"]),
    ("HBOS Treasury Services rose. Brindle Treasury Services did not.", ["HBOS Treasury Services"]),
    ("Tube Corp rose. They took the Tube. They expect Tube trains.", ["Tube Corp"]),
    ("Lincoln Electric Co rose. It rained at the Lincoln airport.", ["Lincoln Electric Co"]),
    ("Lincoln Electric Co rose. Lincoln shares fell.", ["Lincoln Electric Co", "Lincoln"]),
    ("Playboy Enterprises rose. Playboy shares fell.", ["Playboy Enterprises", "Playboy"]),
    ("Playboy Enterprises rose. He read Playboy.", ["Playboy Enterprises"]),
    ("Dorsal Electric Corp rose. They bought DEC systems.", ["Dorsal Electric Corp", "DEC"]),
    ("Dorsal Electric Corp rose. On Dec. 5 they met. They bought DEC systems.", ["Dorsal Electric Corp"]),
    ("State Mutual Life Assurance Co rose. State Mutual was glad.", ["State Mutual Life Assurance Co", "State Mutual"]),
    ("The New York Harbour Co rose. It rained in New York.", ["New York Harbour Co"]),
    ("Zelvane, a lender, rose. " + "It met Zelvane. " * 5, ["Zelvane"] * 6),
    ("Zelvane, a lender, rose. " + "It met Zelvane. " * 9, []),  # so often named, and shown to be a firm only once
    ("Zelvane, a lender, rose. Shares in Zelvane fell. " + "It met Zelvane. " * 9, ["Zelvane"] * 11),
]


@pytest.mark.parametrize(("text", "expected"), SENSES)
def test_one_sense_in_an_article(text: str, expected: list[str]) -> None:
    assert companies(text) == expected


AMBIGUOUS = [
    ("Apple shares rose, Apple said.", ["Apple", "Apple"], "She ate an apple. Apple trees bloom."),
    ("Oil giant Shell cut output.", ["Shell"], "Shell fragments hit the school."),
    ("The telecoms operator Orange cut jobs.", ["Orange"], "Orange juice prices rose."),
    ("Retailers such as Target cut prices.", ["Target"], "Target dates were missed."),
    ("The clothing chain Gap closed stores.", ["Gap"], "Gap years are popular."),
    ("Visa's chief executive resigned, and Visa shares fell.", ["Visa", "Visa"], "Visa rules were eased."),
    ("The oil major Total opened a plant.", ["Total"], "Total sales rose."),
    ("Ford Motor Co cut jobs. Ford said so.", ["Ford Motor Co", "Ford"], "President Ford pardoned him."),
    ("Amazon's revenue rose, the retailer Amazon said.", ["Amazon", "Amazon"], "The Amazon rainforest burned."),
]


# A capital tells a name from a word only where another word would have none.
CAPITALS = [
    ("He bought a telephone from Apple.", ["Apple"]),
    ("The suit against Fitch failed. Fitch lost.", ["Fitch", "Fitch"]),  # and then all over the article
    ("Apple pies were sold.", []),
    ("He bought an Apple.", []),
    ("They drove through the Amazon.", []),
    ("They crossed the Amazon basin for Amazon.", []),  # one sense in an article
    ("They saw that Gerald Ford, as they say, was Ford.", []),
    ("The staff of Delta left.", []),  # a capital does not tell the airline from the river's mouth
    ("It was the most that any American can do.", []),  # American Can is written with two
    ("Shares of American Can rose.", ["American Can"]),
    ("It was said of Eni. It was said of ENI.", ["Eni", "ENI"]),
]


@pytest.mark.parametrize(("text", "expected"), CAPITALS)
def test_a_capital_in_running_text(text: str, expected: list[str]) -> None:
    assert companies(text) == expected


@pytest.mark.parametrize(("as_firm", "expected", "as_word"), AMBIGUOUS, ids=[row[0] for row in AMBIGUOUS])
def test_ambiguous_names_both_ways(as_firm: str, expected: list[str], as_word: str) -> None:
    assert companies(as_firm) == expected
    assert companies(as_word) == []


def test_the_rule_is_the_strongest_evidence_and_all_of_it_is_kept() -> None:
    [(_, mention)] = mentions("The carmaker Zelvane Motors Inc opened a plant.")
    evidence = dict(mention.detail.evidence)
    assert mention.rule == "company.form.inc"
    assert {"company.form.inc", "company.head.motors", "company.described"} <= set(evidence)


def test_without_the_list_the_evidence_decides_alone() -> None:
    text = "Microsoft opened an office. The carmaker Volvo opened a plant."
    assert companies(text) == ["Microsoft", "Volvo"]
    assert companies(text, known=False) == ["Volvo"]
