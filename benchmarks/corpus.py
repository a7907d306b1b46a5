"""A corpus to measure on: invented news, about five records a kilobyte, the same at every run.

Written from templates, with sentences of `corpus/articles` and invented ones between them. Those have a vocabulary as
large, and as unevenly used, as that of real news: a tokenizer that remembers words would find templates alone far too
easy, and what is measured against it would look slow.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

ARTICLES = Path(__file__).parents[1] / "corpus" / "articles"

FIRST = "Nor Val Kest Mar Bel Tor Lin Dar Hol Pem Ran Sil Tav Ost Wex Yar Zel Cor Fen Gal".split()
SECOND = "dane mont ham wick ford stead mark ley burg ville dell tech com chem gen stone gate line port field".split()
FORMS = ["Inc.", "plc", "SA", "AG", "Corp.", "Ltd", "Holdings", "Group", "Co.", "NV"]
PLACES = "Japan Brazil Kenya Norway Chile Turkey India Canada Poland Vietnam France Egypt Mexico Italy".split()
TOPICS = "fisheries trade extradition taxation investment transit energy customs shipping education".split()
MONTHS = "January March April May June July September October November December".split()

SAYING = [
    "{firm} said on {day} that it would pay {money} for {other}, {percent} more than it had offered in {month}.",
    "Shares in {firm} fell {percent} to {price} after the bank cut its forecast for the year to {money}.",
    "{place} and {state} signed a {topic} agreement in {month}, and {firm} is to build a plant for {money}.",
    "Revenue at {firm} rose {percent} to {money}, helped by orders from {other} in {place}.",
    "The ministry in {place} put the damage at about {money}, or {percent} of what was insured.",
    "A free trade agreement between {place} and {state} would lift exports by {percent}, economists said.",
    "{firm} will sell its {percent} stake in {other} for between {price} and {money}, people close to the talks said.",
]
SMALL = """the the the the of of of to to a a in in and and that for on with was is said by at from as it its has
had have be were are an but not this which their will would after who than about more been also
into over when could""".split()
STARTS = "b br c ch cl d dr f fl g gr h j k l m n p pl pr r s sc sh sp st str t th tr v w".split()
VOWELS = "a e i o u ai ea ee ou oa".split()
ENDS = "b ck ct d g ll m mp n nd ng nt p r rd rk rm rt sk ss st t th x".split()
SUFFIXES = ["", "", "", "s", "s", "ed", "ing", "ly", "er", "tion", "al", "ment", "ness", "ive"]
WORDS = 250_000  # with so many, a tokenizer that remembers words is as fast here as on real news


def vocabulary(draw: random.Random) -> list[str]:
    """Invented words, the short ones first, as in any language."""
    found: dict[str, None] = {}
    while len(found) < WORDS:
        syllables = 1 + (len(found) > 1500) + (len(found) > 25_000)
        word = "".join(draw.choice(STARTS) + draw.choice(VOWELS) for _ in range(syllables))
        found[word + draw.choice(ENDS) + draw.choice(SUFFIXES)] = None
    return list(found)


def filling(draw: random.Random, words: list[str]) -> str:
    """A sentence that says nothing: half of it small words, the rest by Zipf's law."""
    said = []
    for _ in range(draw.randrange(12, 34)):
        word = draw.choice(SMALL) if draw.random() < 0.5 else words[int(len(words) ** draw.random()) - 1]
        said.append(word.title() if draw.random() < 0.06 else word)
        if draw.random() < 0.06:
            said[-1] += draw.choice([",", ",", ",", ";", "’s", "-" + draw.choice(words)])
    return f"{' '.join(said).capitalize()}."


def figure(draw: random.Random) -> str:
    """A number as newspapers write it."""
    return draw.choice([str(draw.randrange(2, 990)), f"{draw.uniform(1, 99):.1f}", f"{draw.randrange(1000, 99000):,}"])


def money(draw: random.Random) -> str:
    sign = draw.choice(["$", "$", "€", "£", "US$", "A$"])
    unit = draw.choice([" million", " billion", "m", "bn", " million", ""])
    return draw.choice(
        [f"{sign}{figure(draw)}{unit}", f"{figure(draw)} million {draw.choice(['dollars', 'euros', 'yen'])}"]
    )


def percent(draw: random.Random) -> str:
    return f"{draw.uniform(0.1, 60):.1f}" + draw.choice(["%", "%", " percent", " per cent"])


def firm(draw: random.Random) -> str:
    return f"{draw.choice(FIRST)}{draw.choice(SECOND)} {draw.choice(FORMS)}"


def sentence(draw: random.Random, template: str) -> str:
    place, state = draw.sample(PLACES, 2)
    return template.format(
        firm=firm(draw), other=firm(draw), place=place, state=state, topic=draw.choice(TOPICS),
        money=money(draw), price=money(draw), percent=percent(draw), month=draw.choice(MONTHS),
        day=draw.choice("Monday Tuesday Wednesday Thursday Friday".split()),
    )  # fmt: skip


def sentences_of(folder: Path) -> list[str]:
    """The sentences, roughly, of the articles in a folder."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    return [" ".join(part.split()) for text in texts for part in re.split(r"(?<=[.!?])\s+(?=[A-Z])", text)]


def articles(size: int, seed: int = 0) -> Iterator[dict[str, str]]:
    """Articles of two to six thousand characters, so many that their texts come to `size` bytes."""
    draw = random.Random(seed)
    real, words = sentences_of(ARTICLES), vocabulary(random.Random(0))
    number = 0
    while size > 0:
        text = "\n\n".join(paragraph(draw, real, words) for _ in range(draw.randrange(5, 16)))
        number, size = number + 1, size - len(text.encode())
        yield {"id": f"bench-{number}", "text": text}


def paragraph(draw: random.Random, real: list[str], words: list[str]) -> str:
    """Four to six sentences, of which about one says something: some five records a kilobyte."""
    said = [filling(draw, words) for _ in range(draw.choice((3, 4)))]
    said.insert(draw.randrange(4), sentence(draw, draw.choice(SAYING)))
    return " ".join([*said, draw.choice(real)] if draw.random() < 0.1 else said)


def write(path: Path, size: int, seed: int = 0) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for article in articles(size, seed):
            stream.write(json.dumps(article, ensure_ascii=False) + "\n")
