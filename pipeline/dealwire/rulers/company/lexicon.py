"""What the company rules know about words: patterns, weights and lists, loaded once."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from dealwire.errors import PatternError, shorten
from dealwire.patterns import Pattern, PatternSet, read_words
from dealwire.phrases import PhraseIndex
from dealwire.wording import folded_words, is_plain

# Joins the words of a name to the key under which lists and articles file it.
JOIN = " "


STOPS = (".", ",")
HYPHENED = re.compile(r"[A-Z][a-z]{3,}-[A-Z][a-z]{3,}")  # names that are as often written without the hyphen


# What a name on the list of companies needs to be one, as the list writes it.
NOTHING, CAPITAL, CONTEXT = range(3)
NEEDS = {"": NOTHING, "capital": CAPITAL, "context": CONTEXT}


class Known(NamedTuple):
    """A name on the list of companies, and what it needs to be one.

    firm: the name of its line on the list, under which its aliases stand.
    needs: CAPITAL, one in running text, where it is also a word or a surname (`Apple`, `Ford`); CONTEXT, other
    evidence, where it is also the name of something else (`Delta`, `Williams`).
    """

    name: str
    needs: int
    firm: str

    @property
    def sure(self) -> bool:
        return self.needs == NOTHING


class Lexicon:
    """The lists and patterns behind the company rules; a list of words that is missing is empty.

    known: whether to use the list of well-known companies.
    """

    def __init__(self, patterns: PatternSet, known: bool = True) -> None:
        self._patterns = patterns
        self.given = self.words("given-names")
        self.known = PhraseIndex(self._well_known() if known else ())
        self.forms = self.phrases("form")
        self.heads = self.phrases_backwards("head")
        self.common = self.words("common", "common-capitals")
        self.fields = self.words("company_fields")
        self.kinds = self.words("company_kinds")
        # What opens a sentence before a name and is no part of it: `Carmaker Harbison Motors`
        self.agents = frozenset(kind for kind in self.kinds if kind.endswith(("er", "or"))) - {"maker", "carrier"}
        self.titles = self.words("titles")
        self.roles = self.words("roles")
        self.labels = self.words("labels")
        self.calendar = self.words("calendar")
        self.nationalities = self.words("nationalities")
        self.places = self.words("places")
        self.lands = self.kinds_of_place("country", "continent")
        self.countries = self.kinds_of_place("country", "continent", "state", "region", "sea", "capital")
        self.organisations = self.words("organisations") | {"central bank", "reserve bank", "federal reserve"}
        self.publications = self.words("publications", "broadcasters")
        self.products = self.words("products")
        self.networks = self.words("networks")
        self.surnames = self.words("surnames")
        self.dull = (
            self.places | self.nationalities | self.calendar | self.organisations | self.common | self.publications
        )
        self.body_starts = self.words("organisation_starts")
        self.body_ends = self.words("organisation_heads")
        self.weights = read_weights(patterns.find("company_weights.csv"))
        self.weights |= {p.id: p.weight for p in patterns.patterns if p.label == "COMPANY" and p.weight is not None}

    def words(self, *names: str) -> frozenset[str]:
        """The keys of lists: the lines of a `.txt`, the names and aliases of a `.csv`."""
        return frozenset(key_of(entry) for name in names for entry in self._entries(name))

    def _entries(self, name: str) -> Iterator[str]:
        for suffix in (".txt", ".csv"):
            try:
                path = self._patterns.find(f"words/{name}{suffix}")
            except PatternError:
                continue
            yield from read_words(path) if suffix == ".txt" else names_and_aliases(path)

    def kinds_of_place(self, *kinds: str) -> frozenset[str]:
        """The keys of the places of these kinds."""
        try:
            places = list(rows(self._patterns.find("words/places.csv")))
        except PatternError:
            return frozenset()
        return frozenset(key_of(name) for name, _, kind in places if kind in kinds)

    def phrases(self, *roles: str) -> PhraseIndex[Pattern]:
        """The patterns of these roles by their first word."""
        return PhraseIndex((str(p.pattern), p) for p in self._patterns.of("COMPANY", *roles))

    def phrases_reversed(self, role: str) -> PhraseIndex[Pattern]:
        """The patterns of a role with their words in reverse, for a look back from their last word."""
        patterns = self._patterns.of("COMPANY", role)
        return PhraseIndex((JOIN.join(reversed(folded_words(str(p.pattern)))), p) for p in patterns)

    def phrases_backwards(self, role: str) -> dict[str, list[tuple[tuple[str, ...], Pattern]]]:
        """The patterns of a role by their last word, with the words before it, longest first."""
        by_last: dict[str, list[tuple[tuple[str, ...], Pattern]]] = {}
        for pattern in self._patterns.of("COMPANY", role):
            words = tuple(folded_words(str(pattern.pattern)))
            by_last.setdefault(words[-1], []).append((words[:-1], pattern))
        for choices in by_last.values():
            choices.sort(key=lambda choice: -len(choice[0]))
        return by_last

    def _well_known(self) -> Iterator[tuple[str, Known]]:
        """The list of well-known companies, with their aliases."""
        paths = (path for path in self._patterns.files(".csv") if path.parent.name == "companies")
        lines = [line for path in paths for line in read_companies(path)]
        firms = {each: name for name, aliases, _ in reversed(lines) for each in (name, *aliases)}
        names = needs_of(lines)
        for name in sorted(names, key=str.isupper):  # of `Eni` and `ENI` the first, which may be written either way
            yield name, Known(name, names[name], firms[name])
            if HYPHENED.fullmatch(name) and name.partition("-")[0].lower() not in self.given:
                spelt = name.replace("-", " ")  # `Franco Nevada`; `Carter Wallace` is a person
                yield spelt, Known(spelt, names[name], firms[name])
            if " & " in name:  # newswires write `Johnson and Johnson`
                spelt = name.replace(" & ", " and ")
                yield spelt, Known(spelt, names[name], firms[name])


def key_of(name: str) -> str:
    """A name as lists file it: folded words, without full stops and commas.

    >>> key_of("Penn Central Corp."), key_of("L’Oréal")
    ('penn central corp', "l'oréal")
    """
    return name.lower() if is_plain(name) else key_of_words(folded_words(name))


def key_of_words(lower: Sequence[str]) -> str:
    """Folded words as lists file them.

    >>> key_of_words(["harbison", "corp", "."]), key_of_words(["harbison", "s.a."])
    ('harbison corp', 'harbison sa')
    """
    key = JOIN.join(lower)
    return JOIN.join(key_words(lower)) if "." in key or "," in key else key


def key_words(lower: Iterable[str]) -> tuple[str, ...]:
    """Folded words as parts of a key: no full stops or commas, `S.A.` as `sa`."""
    return tuple(word.replace(".", "") if "." in word else word for word in lower if word not in STOPS)


def rows(path: Path) -> Iterator[list[str]]:
    """The rows of a table without comments and its header."""
    lines = csv.reader([line for line in path.read_text(encoding="utf-8").split("\n") if line and line[0] != "#"])
    next(lines, None)
    yield from lines


def names_and_aliases(path: Path) -> Iterator[str]:
    """The first column of a table and, where its header has them, the aliases."""
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(line for line in stream if not line.startswith("#")):
            name, *_ = row.values()
            yield from filter(None, (name, *(row.get("aliases") or "").split(";")))


Line = tuple[str, list[str], int]  # name, aliases, what they need


def read_companies(path: Path) -> Iterator[Line]:
    """The lines of a list of companies; raises PatternError for a need that there is not."""
    for name, aliases, _, needs, *_ in rows(path):
        if needs not in NEEDS:
            raise PatternError(f"{name}: `needs` is {shorten(needs)}, not capital, context or nothing", path)
        yield name, [alias for alias in aliases.split(";") if alias] if aliases else [], NEEDS[needs]


def needs_of(lines: Iterable[Line]) -> dict[str, int]:
    """What each name and alias needs to be the company.

    A line that needs something speaks of its aliases alone where its name stands on a line that needs less.

    >>> needs_of([("General Motors", [], 0), ("General Motors", ["GM"], 1), ("Delta", [], 2)])
    {'General Motors': 0, 'GM': 1, 'Delta': 2}
    """
    least: dict[str, int] = {}
    most: dict[str, int] = {}
    for name, aliases, needs in lines:
        for each in (name, *aliases):
            if least.get(each, needs) >= needs:
                least[each] = needs
        for alias in aliases:
            if needs > most.get(alias, 0):
                most[alias] = needs
    return {**least, **{each: max(needs, least[each]) for each, needs in most.items()}}


def read_weights(path: Path) -> dict[str, float]:
    """The weights of the evidence that rules in code find."""
    return {row[0]: float(row[1]) for row in rows(path)}
