"""The user's own lists of companies, of any size: read, compiled once, found in an article in one pass.

Layouts: a table (`.csv`) or lines (`.jsonl`) with `name`, `aliases`, `id`, `country`; the LEI table of GLEIF (`LEI`,
`Entity.LegalName`, `Entity.OtherEntityNames…`); the SEC's `company_tickers.json`. Reading a million names takes long,
so the compiled names are kept beside the list in a file that bears the list's hash; an unwritable folder only costs
the time.
"""

from __future__ import annotations

import csv
import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from dealwire.errors import PatternError, shorten
from dealwire.jsonl import read_objects
from dealwire.patterns import Pattern
from dealwire.phrases import PhraseIndex
from dealwire.rulers.company.lexicon import JOIN, STOPS, key_words
from dealwire.rulers.company.page import Page
from dealwire.wording import folded_words

LEI, LEGAL_NAME, OTHER_NAMES = "LEI", "Entity.LegalName", "Entity.OtherEntityNames"
VERSION = "2"  # of the compiled form
PART = "\0"  # marks the key of a name without its legal form
SHORTEST = 2  # a key of one letter is no name


class Entry(NamedTuple):
    """A company of a list: what it is called and under which id it is filed."""

    names: tuple[str, ...]
    id: str


class Listed(NamedTuple):
    """A listed name at tokens first to last; not `whole` where it lacks the legal form that the list has."""

    first: int
    last: int
    id: str | None
    whole: bool


def spaced_name(line: str) -> str:
    """The name of a compiled line with a blank before it, so that the automaton finds none inside a word."""
    return " " + line.rpartition("\t")[0].removeprefix(PART)


class OwnLists:
    """All names of some lists in one automaton."""

    def __init__(self, paths: Sequence[Path], forms: PhraseIndex[Pattern]) -> None:
        lines = [line for path in paths for line in compiled(path, forms)]
        self._ids = [line.rpartition("\t")[2] or None for line in lines]
        self._whole = bytes(not line.startswith(PART) for line in lines)
        names = map(spaced_name, lines)
        self._automaton = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest, store_patterns=False)

    def find(self, page: Page) -> list[Listed]:
        """The listed names in an article, the longest at each place, left to right."""
        places = [i for i, word in enumerate(page.lower) if word not in STOPS]
        words = [page.lower[i].replace(".", "") for i in places]
        text = " " + JOIN.join(words)
        starts = list(accumulate((len(word) + 1 for word in words), initial=0))
        found = []
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            if end < len(text) and text[end] != " ":
                continue
            first, last = places[bisect_left(starts, start)], places[bisect_left(starts, end) - 1]
            if first in page.is_capital and page.flow(first, last):
                found.append(Listed(first, last, self._ids[index], bool(self._whole[index])))
        return found


def compiled(path: Path, forms: PhraseIndex[Pattern]) -> list[str]:
    """The lines `key, tab, id` of a list, from the compiled file beside it where that is of the same content."""
    digest = hashlib.sha256(VERSION.encode() + path.read_bytes()).hexdigest()
    cache = path.with_name(f"{path.name}.{digest[:16]}.compiled")
    if cache.exists():
        return cache.read_text(encoding="utf-8").split("\n")[:-1]
    lines = [f"{key}\t{id_}" for key, id_ in unique(keys(read_list(path), forms)).items()]
    with suppress(OSError):  # a list in a folder that may not be written is read anew each time
        partial = cache.with_suffix(".partial")
        partial.write_text("".join(line + "\n" for line in lines), encoding="utf-8", newline="\n")
        partial.replace(cache)
    return lines


def unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """One id a key: none for what two companies are called; a full name goes before a part of the same words."""
    ids: dict[str, str] = {}
    for key, id_ in pairs:
        ids[key] = id_ if ids.get(key, id_) == id_ else ""
    return {key: id_ for key, id_ in ids.items() if not (key.startswith(PART) and key.removeprefix(PART) in ids)}


def keys(entries: Iterable[Entry], forms: PhraseIndex[Pattern]) -> Iterator[tuple[str, str]]:
    """The keys of companies: of each name, and marked as a part of it, of the name without its legal form."""
    for entry in entries:
        for name in entry.names:
            words = key_words(folded_words(name))
            if len(JOIN.join(words)) >= SHORTEST:
                yield JOIN.join(words), entry.id
            bare = without_form(words, forms)
            if bare != words and len(JOIN.join(bare)) > SHORTEST:
                yield PART + JOIN.join(bare), entry.id


def without_form(words: tuple[str, ...], forms: PhraseIndex[Pattern]) -> tuple[str, ...]:
    """The words of a name without the legal forms at its end."""
    while len(words) > 1 and forms.at(words, len(words) - 1) is not None:
        words = words[:-1]
    return words


def read_list(path: Path) -> Iterator[Entry]:
    """The companies of a list in any of the layouts; raises PatternError, with file and line, where it is none."""
    if path.suffix == ".json":
        yield from read_sec(path)
    elif path.suffix == ".jsonl":
        for line, value in read_objects(path):
            yield entry(value, path, line)
    else:
        yield from read_table(path)


def read_table(path: Path) -> Iterator[Entry]:
    """The rows of a table of ours or of GLEIF's."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.DictReader(stream)
        header = rows.fieldnames or ()
        if "name" not in header and LEGAL_NAME not in header:
            raise PatternError(f"no column `name` or `{LEGAL_NAME}`, got {shorten(list(header))}", path, 1)
        others = [column for column in header if column.startswith(OTHER_NAMES) and "type" not in column.lower()]
        for row in rows:
            if LEGAL_NAME in header:
                names = (row[LEGAL_NAME], *(row[column] for column in others if "lang" not in column.lower()))
                yield Entry(tuple(filter(None, names)), row.get(LEI) or "")
            else:
                yield entry(row, path, rows.line_num)


def read_sec(path: Path) -> Iterator[Entry]:
    """The SEC's list: an object of objects with `cik_str`, `ticker`, `title`."""
    try:
        for row in json.loads(path.read_text(encoding="utf-8")).values():
            yield Entry((row["title"],), str(row["cik_str"]))
    except (ValueError, AttributeError, KeyError, TypeError) as error:
        raise PatternError(f"not in the layout of company_tickers.json: {error}", path) from None


def entry(row: dict[str, object], path: Path, line: int) -> Entry:
    """A row with `name`, `aliases` (separated by semicolons, or a list) and `id`."""
    name, aliases = row.get("name"), row.get("aliases") or ()
    if not isinstance(name, str) or not name:
        raise PatternError(f"name: a company needs one, got {shorten(name)}", path, line)
    if isinstance(aliases, str):
        aliases = tuple(filter(None, map(str.strip, aliases.split(";"))))
    if not isinstance(aliases, (list, tuple)):
        raise PatternError(f"aliases: a list or names with semicolons between, got {shorten(aliases)}", path, line)
    return Entry((name, *map(str, aliases)), str(row.get("id") or ""))
