"""Money: what is found, how far it reaches, what it is worth."""

from __future__ import annotations

import csv
from decimal import Decimal

import pytest

from dealwire import Extractor, Money, Settings
from dealwire.currencies import currencies, parse_unit
from dealwire.errors import UsageError
from dealwire.patterns import shipped
from dealwire.rulers.money_words import CAPITAL_CODES, RARE_NAMES


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def written(extractor: Extractor, text: str) -> list[str]:
    """The money of a text as `span = amount currency modifier`."""
    found = [record for record in extractor.extract(text) if isinstance(record, Money)]
    return [" ".join(filter(None, [f"{r.text} = {amount(r)}", r.currency, r.modifier])) for r in found]


def amount(record: Money) -> str:
    ends = [format(value.normalize(), "f") for value in (record.amount, record.amount_max) if value is not None]
    return " to ".join(ends) or "?"


SIGNS_CODES_NAMES = [
    ("The plant cost $4.2bn.", ["$4.2bn = 4200000000 USD"]),
    ("It paid US$ 3.5 billion.", ["US$ 3.5 billion = 3500000000 USD"]),
    ("C$1m, A$2m, NZ$3m, HK$4m, S$5m, NT$6m, R$7m", [
        "C$1m = 1000000 CAD", "A$2m = 2000000 AUD", "NZ$3m = 3000000 NZD", "HK$4m = 4000000 HKD",
        "S$5m = 5000000 SGD", "NT$6m = 6000000 TWD", "R$7m = 7000000 BRL",
    ]),
    ("CDN$11,000, Cdn$5, EC$5, us$5, $US5, $A50", [
        "CDN$11,000 = 11000 CAD", "Cdn$5 = 5 CAD", "EC$5 = 5 XCD", "us$5 = 5 USD", "$US5 = 5 USD", "$A50 = 50 AUD",
    ]),
    ("They owe Rs500 crore.", ["Rs500 crore = 5000000000 INR"]),
    ("They owe Rs. 5 lakh.", ["Rs. 5 lakh = 500000 INR"]),
    ("The fine is RM50,000.", ["RM50,000 = 50000 MYR"]),
    ("It cost 2,5 Mio. € to build.", ["2,5 Mio. € = 2500000 EUR"]),
    ("It cost 2,5 million euros.", ["2,5 million euros = 2500000 EUR"]),
    ("It raised 5 million tenge.", ["5 million tenge = 5000000 KZT"]),
    ("It raised KZT 120,000.", ["KZT 120,000 = 120000 KZT"]),
    ("It sold for dlrs 220 million.", ["dlrs 220 million = 220000000 USD"]),
    ("Net 1.2 mln dlrs, sales 28.7 mln stg.", ["1.2 mln dlrs = 1200000 USD", "28.7 mln stg = 28700000 GBP"]),
    ("A 7.1 billion N.Z. Dlrs fund", ["7.1 billion N.Z. Dlrs = 7100000000 NZD"]),
    ("It lent RMB 21 million.", ["RMB 21 million = 21000000 CNY"]),
    ("It holds CHF1'000'000 in cash.", ["CHF1'000'000 = 1000000 CHF"]),
    ("It is 500 Kč or 5 zł.", ["500 Kč = 500 CZK", "5 zł = 5 PLN"]),
    ("₸5 ₽5 ₹5 ₺5 ₴5 ₩500 ₦5 ₪5 ₫5 ฿5", [
        "₸5 = 5 KZT", "₽5 = 5 RUB", "₹5 = 5 INR", "₺5 = 5 TRY", "₴5 = 5 UAH", "₩500 = 500 KRW", "₦5 = 5 NGN",
        "₪5 = 5 ILS", "₫5 = 5 VND", "฿5 = 5 THB",
    ]),
    ("R2.5bn, N500 million, Y7bn, SFr5bn, DM 100m, L5bn", [
        "R2.5bn = 2500000000 ZAR", "N500 million = 500000000 NGN", "Y7bn = 7000000000 JPY", "SFr5bn = 5000000000 CHF",
        "DM 100m = 100000000 DEM", "L5bn = 5000000000 ITL",
    ]),
    ("A profit of EUR 3 billion per year, USD 626 per client", ["EUR 3 billion = 3000000000 EUR", "USD 626 = 626 USD"]),
    ("Rs 150,00,000 and Rs. 2,192,840/55; US$1:Rmb7.3", [
        "Rs 150,00,000 = 15000000 INR", "Rs. 2,192,840 = 2192840 INR", "US$1 = 1 USD", "Rmb7.3 = 7.3 CNY",
    ]),
    ("The shares rose to 576p.", ["576p = 5.76 GBP"]),
    ("Five U.S. cents, 25p and 50¢", ["Five U.S. cents = 0.05 USD", "25p = 0.25 GBP", "50¢ = 0.5 USD"]),
    ("He sent 10000 bitcoins.", ["10000 bitcoins = 10000"]),
    ("A loss of 30 MUSD on MAUD 60", ["30 MUSD = 30000000 USD", "MAUD 60 = 60000000 AUD"]),
    ("They paid 75 USD million for 3 USD50 cards.", ["75 USD million = 75000000 USD", "USD50 = 50 USD"]),
    ("10 rmb 20 usd; rmb 10 usd 20; 10 $ 30 $", [
        "10 rmb = 10 CNY", "20 usd = 20 USD", "rmb 10 = 10 CNY", "usd 20 = 20 USD", "10 $ = 10 USD", "30 $ = 30 USD",
    ]),
    ("It is $5 million USD, or $500 Canadian.", ["$5 million USD = 5000000 USD", "$500 Canadian = 500 CAD"]),
    ("sales of hk $ 10.05 billion and u.s $ 100,000", [
        "hk $ 10.05 billion = 10050000000 HKD", "u.s $ 100,000 = 100000 USD",
    ]),
    ("He paid Â£5m and â‚¬6m.", ["Â£5m = 5000000 GBP", "â‚¬6m = 6000000 EUR"]),
]  # fmt: skip

NUMBERS = [
    ("It cost half a billion dollars.", ["half a billion dollars = 500000000 USD"]),
    ("It cost three-quarters of a million pounds.", ["three-quarters of a million pounds = 750000 GBP"]),
    ("It cost one hundred and twenty-five thousand dollars.", [
        "one hundred and twenty-five thousand dollars = 125000 USD",
    ]),
    ("He won a million dollars.", ["a million dollars = 1000000 USD"]),
    ("It cost several million dollars.", ["several million dollars = ? USD"]),
    ("It cost hundreds of millions of dollars.", ["hundreds of millions of dollars = ? USD"]),
    ("A 500-million-euro plant, an $8-billion loan", [
        "500-million-euro = 500000000 EUR", "$8-billion = 8000000000 USD",
    ]),
    ("A billion-dollar deal for a multi-million-pound firm", [
        "billion-dollar = 1000000000 USD", "multi-million-pound = ? GBP",
    ]),
    ("It raised 164.3 mln\ndlrs.", ["164.3 mln\ndlrs = 164300000 USD"]),
    ("It has $900+ million in sales.", ["$900+ million = 900000000 USD"]),
    ("A loss of $(0.15), EBITDA of ($12.4)M", ["$(0.15) = -0.15 USD", "($12.4)M = -12400000 USD"]),
    ("A change of -$5 million, or minus 3 dollars", ["-$5 million = -5000000 USD", "minus 3 dollars = -3 USD"]),
    ("It has $ 4 b, spaced out.", ["$ 4 b = 4000000000 USD"]),
    ("It cost 3 pounds 50.", ["3 pounds 50 = 3.5 GBP"]),
    ("It cost 20 euros and 4 cents.", ["20 euros and 4 cents = 20.04 EUR"]),
    ("It cost thirteen dollars forty-five cents.", ["thirteen dollars forty-five cents = 13.45 USD"]),
    ("It cost 15 dollars and 50.", ["15 dollars and 50 = 15.5 USD"]),
    ("It cost 15 dollars 50 years ago.", ["15 dollars = 15 USD"]),
    ("A 12-cent-a-share dividend", ["12-cent = 0.12 USD"]),
    ("Oil at $70 a barrel, $3 per share", ["$70 = 70 USD", "$3 = 3 USD"]),
]  # fmt: skip

RANGES = [
    ("It costs $10-20 million.", ["$10-20 million = 10000000 to 20000000 USD"]),
    ("It costs $10m–$20m.", ["$10m–$20m = 10000000 to 20000000 USD"]),
    ("It costs $20m-30m.", ["$20m-30m = 20000000 to 30000000 USD"]),
    ("It costs between $5 and $7 billion.", ["$5 and $7 billion = 5000000000 to 7000000000 USD"]),
    ("It costs $500 to $1 million.", ["$500 to $1 million = 500 to 1000000 USD"]),
    ("A span of $8.20 to $9.40", ["$8.20 to $9.40 = 8.2 to 9.4 USD"]),
    ("Prices ranging from $5 to $7", ["$5 to $7 = 5 to 7 USD"]),
    ("Cut one\nto 1.5 billion dlrs from it", ["one\nto 1.5 billion dlrs = 1000000000 to 1500000000 USD"]),
    ("It costs 19-24 cts a share.", ["19-24 cts = 0.19 to 0.24 USD"]),
    ("Sales rose from $3 billion to $5 billion.", ["$3 billion = 3000000000 USD", "$5 billion = 5000000000 USD"]),
    ("It fell 5 cents to 75 cents.", ["5 cents = 0.05 USD", "75 cents = 0.75 USD"]),
    ("It raised the dividend by two cts to 33 cts.", ["two cts = 0.02 USD", "33 cts = 0.33 USD"]),
    ("Crude lost more than $2 to $43.25.", ["$2 = 2 USD over", "$43.25 = 43.25 USD"]),
    ("Prices rose by $2 to $3 a barrel.", ["$2 to $3 = 2 to 3 USD"]),
    ("After charges of $(17) and $24 162 38", ["$(17) = -17 USD", "$24 = 24 USD"]),
    ("Pay of $5 to 7 people", ["$5 = 5 USD"]),
    ("It costs $2, $3 and $5 million.", ["$2 = 2000000 USD", "$3 = 3000000 USD", "$5 million = 5000000 USD"]),
    ("It guided to $31.4M/$30.9M, then $0.52/$0.49", [
        "$31.4M = 31400000 USD", "$30.9M = 30900000 USD", "$0.52 = 0.52 USD", "$0.49 = 0.49 USD",
    ]),
    ("Sales in 1985 to $5 million in 1986", ["$5 million = 5000000 USD"]),
]  # fmt: skip

MODIFIERS = [
    ("It paid about $5m.", ["$5m = 5000000 USD about"]),
    ("It paid an estimated $5m.", ["$5m = 5000000 USD about"]),
    ("It paid ~$5m.", ["$5m = 5000000 USD about"]),
    ("It paid some 5 million dollars.", ["5 million dollars = 5000000 USD about"]),
    ("It paid a little over $5m.", ["$5m = 5000000 USD over"]),
    ("It paid a minimum of $5m.", ["$5m = 5000000 USD over"]),
    ("It paid more than [$5m](https://x.example/a).", ["$5m = 5000000 USD over"]),
    ("Its value went past $5m. In the past $5m was paid.", ["$5m = 5000000 USD over", "$5m = 5000000 USD"]),
    ("It paid a maximum of $5m.", ["$5m = 5000000 USD under"]),
    ("It paid up to about $5m.", ["$5m = 5000000 USD under"]),
    ("It paid $5 million or more.", ["$5 million = 5000000 USD over"]),
    ("It paid $5 million or so.", ["$5 million = 5000000 USD about"]),
    ("A $1 billion-plus deal", ["$1 billion = 1000000000 USD over"]),
    ("It paid between about $5m and $7m.", ["$5m and $7m = 5000000 to 7000000 USD about"]),
    ("Sales exceed $5m, estimated at $6m.", ["$5m = 5000000 USD", "$6m = 6000000 USD"]),
    ("A dispute over $5m; prices went up to $6.", ["$5m = 5000000 USD", "$6 = 6 USD"]),
    ("It is priced $5 or less than the other.", ["$5 = 5 USD"]),
    ("The extra c.$600; down 30+ cents; **$3 million**", [
        "$600 = 600 USD about", "30+ cents = 0.3 USD", "$3 million = 3000000 USD",
    ]),
    ("<td>$523 million</td>", ["$523 million = 523000000 USD"]),
]  # fmt: skip

NOT_MONEY = [
    "The dollar rose against the yen.", "Watch $TSLA.", "Use ^\\d+$ 5 times.", "awk '{print $1}' file",
    "50 Cent sang.", "Add 1 cup sugar.", "A pound of flesh.", "He has a yen for travel.", "They won the match.",
    "Of 12 games they won 5.", "It has 3 real estate agents.", "Mark 2 is out.", "The pupil got 80 marks.",
    "In Germany, 2025 marks a change.",
    "The school has 100 pc.", "It prints %d.", "See form 10-Q.", "No. 5 won 3-2.", "Call 555-1234.",
    "See p 5 at 3 pm.", "The film is in 1080p.", "He lost 20 pounds on a diet.", "A 200-pound man sat down.",
    "The mine sold 5 million pounds of copper.", "ALL 5 solutions are wrong.", "The TOP 10 list", "CYP2A6 is a gene.",
    "SDG 13 is about the climate.", "17 euro zone countries met.", "Euro 2016 began.", "In constant 1987 dollars",
    "See http://example.org/?a=$5&b=10USD.", "Write to pay$5@example.org.", "(Million USD)", "Sales, mln dlrs",
    "Five sterling silver spoons", "The 12 Bucks players", "Look after the pence.", "The 20 million mark was passed.",
    "Some 65 pounds (30 kilograms) were lost.", "The box and all 150 pounds of her", "Million Dollar Baby won.",
    "The runner won the 5,000m crown in Helsinki.", "It sold 456.2 mln of them.",
    "Mike Pence spoke for 5 minutes.", "The iPhone 5c costs a lot.",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    SIGNS_CODES_NAMES + NUMBERS + RANGES + MODIFIERS + [(text, []) for text in NOT_MONEY],
    ids=lambda part: part if isinstance(part, str) else "",
)
def test_money(extractor: Extractor, text: str, found: list[str]) -> None:
    assert written(extractor, text) == found


WHOSE = [
    # the sign or the nationality on first mention holds for the bare ones after it
    ("It paid A$10m. Sales were $5m.", ["A$10m = 10000000 AUD", "$5m = 5000000 AUD"]),
    ("It sold 10 mln Canadian dlrs of bonds, at 5 dlrs each.", [
        "10 mln Canadian dlrs = 10000000 CAD", "5 dlrs = 5 CAD",
    ]),
    # so does the country of the dateline
    ("Perth, Australia (Newswire) - Shares closed at $5.", ["$5 = 5 AUD"]),
    ("Perth, Australia is where it paid $5m.", ["$5m = 5000000 USD"]),
    # but not for what it is converted into, nor for what came before it
    ("It paid A$10m ($7m) for it.", ["A$10m = 10000000 AUD", "$7m = 7000000 USD"]),
    ("Sales were $5m, of which C$1m in Canada.", ["$5m = 5000000 USD", "C$1m = 1000000 CAD"]),
    ("In Frankfurt it cut its dividend to eight marks from nine marks.", ["eight marks = 8 DEM", "nine marks = 9 DEM"]),
    ("In Stockholm the share closed at 16.50 crowns.", ["16.50 crowns = 16.5 SEK"]),
    ("In Colombo a kilo costs Rs. 400.", ["Rs. 400 = 400 LKR"]),
    ("In Karachi a kilo costs 400 rupees.", ["400 rupees = 400 PKR"]),
    ("A kilo costs 400 rupees.", ["400 rupees = 400 INR"]),
    ("In Mauritius the firm lost Rs 834 crore.", ["Rs 834 crore = 8340000000 INR"]),
    ("In Mauritius the firm lost Rs 834 million.", ["Rs 834 million = 834000000 MUR"]),
    ("The bank in Zurich lent 5 million francs.", ["5 million francs = 5000000 CHF"]),
    ("The bank in Paris lent 5 million francs.", ["5 million francs = 5000000 FRF"]),
    ("The Oslo firm lost 5 million crowns.", ["5 million crowns = 5000000 NOK"]),
    ("Manila spent 5 million pesos.", ["5 million pesos = 5000000 PHP"]),
    ("Libya spent 5 million dinars.", ["5 million dinars = 5000000 LYD"]),
    ("Sudan spent 5 million pounds.", ["5 million pounds = 5000000 SDG"]),
    ("Britain and Sudan spent 5 million pounds.", ["5 million pounds = 5000000 GBP"]),
    ("A record Australian dollar 29.4bn of exports", ["Australian dollar 29.4bn = 29400000000 AUD"]),
    ("Egypt spent 5 million Egyptian pounds, then 3 million pounds.", [
        "5 million Egyptian pounds = 5000000 EGP", "3 million pounds = 3000000 EGP",
    ]),
    ("It earned 400 mln marks, 5 billion lire and 3 mln guilders.", [
        "400 mln marks = 400000000 DEM", "5 billion lire = 5000000000 ITL", "3 mln guilders = 3000000 NLG",
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), WHOSE, ids=[text for text, _ in WHOSE])
def test_the_article_says_whose_money_it_is(extractor: Extractor, text: str, found: list[str]) -> None:
    assert written(extractor, text) == found


def test_a_bare_dollar_is_the_one_that_was_set() -> None:
    local = Extractor(Settings(dollar="CAD"))
    assert written(local, "It cost $5 or 80 cents, not US$4.") == [
        "$5 = 5 CAD", "80 cents = 0.8 CAD", "US$4 = 4 USD",
    ]  # fmt: skip


def test_what_a_bare_dollar_shall_mean_must_be_a_dollar() -> None:
    with pytest.raises(UsageError, match="'cad' is no dollar's ISO 4217 code, such as USD, CAD, AUD"):
        Extractor(Settings(dollar="cad"))


ROWS = currencies().rows


@pytest.mark.parametrize("code", [row.code for row in ROWS])
def test_every_code_counts_beside_a_number_only(extractor: Extractor, code: str) -> None:
    expected = None if code == "BTC" else code
    for text in (f"They sold {code} 5.5 million.", f"They sold 5.5 million {code}."):
        (record,) = (r for r in extractor.extract(text) if isinstance(r, Money))
        assert (record.amount, record.currency) == (Decimal(5_500_000), expected)
    assert not written(extractor, f"They sold {code} in London.")


@pytest.mark.parametrize(("name", "code"), [(name, row.code) for row in ROWS for name in row.names])
def test_every_name_counts_behind_a_number_only(extractor: Extractor, name: str, code: str) -> None:
    expected = "" if code == "BTC" else f" {code}"
    assert written(extractor, f"They paid 5.5 million {name} for it.") == [f"5.5 million {name} = 5500000{expected}"]
    assert not written(extractor, f"They saw that the {name} rose.")


@pytest.mark.parametrize(("sign", "code"), [(sign, row.code) for row in ROWS for sign in row.signs])
def test_every_sign_counts_before_a_number_only(extractor: Extractor, sign: str, code: str) -> None:
    expected = "" if code == "BTC" else f" {code}"
    gap = " " if sign.isalpha() and len(sign) > 1 else ""
    amount = f"{sign}{gap}5.5 million"
    assert written(extractor, f"They paid {amount} for it.") == [f"{amount} = 5500000{expected}"]
    assert not written(extractor, f"They saw {sign} on the page.")


def test_the_table_has_no_code_twice_and_word_lists_name_what_is_in_it() -> None:
    with (shipped() / "currencies.csv").open(encoding="utf-8", newline="") as stream:
        codes = [row["code"] for row in csv.DictReader(stream)]
    assert len(codes) == len(set(codes))
    assert set(codes) >= CAPITAL_CODES
    assert {name.split()[-1].lower() for row in ROWS for name in row.names} >= RARE_NAMES


def test_units_are_written_with_their_share() -> None:
    assert parse_unit("dollar/100").share == Decimal("0.01")
    assert not parse_unit("dollar").settled
    assert parse_unit("GBP").settled
