"""Spots in a sentence where a name, whosever it is, stands for no firm: models, towns, listing brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dealwire.rulers.company.candidate import Candidate
from dealwire.rulers.company.external import is_listing
from dealwire.rulers.company.lexicon import JOIN
from dealwire.rulers.company.page import POSSESSIVE, Page

MODEL = re.compile(r"[A-Za-z]?\d{2,4}[A-Za-z]{0,3}|[A-Z]{1,2}\d{1,3}|[IVX]{2,4}")
SUFFIXES = frozenset("TXSRGE")  # behind a model's number
NO_MODEL = re.compile(r"(?:19|20)\d\d|[QH][1-4]|FY\d\d")  # years, quarters, halves
COUNTED = frozenset("% percent per pct million mln billion bln jobs people workers shares points".split())
DIGIT = re.compile(r"[1-9]")
SERIES = frozenset("plus pro max mini ultra lite note edge prime sirocco air".split())  # `the Nokia 8 Plus`
# What is named after a sponsor or a founder: `the Zelvane Stadium`.
NAMESAKES = frozenset(
    """Academy Arena Award Awards Center Centre Championship Championships Classic Cup Derby Field Foundation
    Indoor Institute Invitational League Marathon Masters Museum Open Park Plaza Premier Premiership Prize
    Sevens Shield Stadium Stakes Theater Theatre Tower Trophy award awards championship stadium tournament
    trophy""".split()
)
EVENTS = frozenset((("Six", "Nations"), ("Grand", "Prix"), ("Video", "Music"), ("Music", "Awards")))
# Abbreviations of states of the U.S., as newspapers write them behind a town.
STATES = frozenset(
    """n.y n.j n.h n.c s.c n.d s.d n.m r.i w.va d.c ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md
    mich minn mont neb nev okla ore pa tenn tex va vt wash wis wyo""".split()
)


def is_model(word: str, page: Page, i: int) -> bool:
    """Whether token i is the number of a model: `a Boeing 737`, `a OnePlus 5T`, no year and no count."""
    if not word or page.gaps[i - 1] != " ":
        return False
    if word.isdigit() and page.gaps[i] == "" and page.words[i + 1 : i + 2] and page.words[i + 1] in SUFFIXES:
        return True
    if DIGIT.fullmatch(word):
        following = page.words[i + 1] if i + 1 < len(page.words) else ""
        return following == "(" or (following.istitle() and following.lower() in SERIES)
    if not MODEL.fullmatch(word) or NO_MODEL.fullmatch(word):
        return False
    return COUNTED.isdisjoint(page.lower[i + 1 : i + 2])


def in_listing(candidate: Candidate, page: Page) -> bool:
    """Whether the mention stands inside a listing bracket, or is the symbol that repeats the name before it."""
    if page.words[candidate.first - 1] == "(" and repeats(candidate, page.lower):
        return True
    before = page.words[max(candidate.first - 6, 0) : candidate.first]
    if "(" not in before and "<" not in before:
        return False
    for i in range(candidate.first - 1, max(candidate.first - 7, -1), -1):
        if page.words[i] in ")>":
            return False
        if page.words[i] in "(<":
            return is_listing(page.tokens, i)
    return False


def repeats(candidate: Candidate, lower: Sequence[str]) -> bool:
    """Whether the bracket around a mention holds no more than the name before it: `HBSN (HBSN)`, `HBSN's (HBSN)`."""
    i = candidate.first - 2 - (lower[candidate.first - 2] in POSSESSIVE)
    return lower[i] == candidate.key and lower[candidate.last + 1 : candidate.last + 2] == [")"]


def is_namesake(word: str, page: Page, i: int) -> bool:
    """Whether token i, behind a name, is what bears that name: `M&T Bank Stadium`, `the Heineken Cup`."""
    named = word in NAMESAKES or tuple(page.words[i : i + 2]) in EVENTS
    return named and page.flows(i - 1) and i not in page.in_headline


def is_town(candidate: Candidate, page: Page) -> bool:
    """Whether a state follows the comma behind a name, as it does behind a town: `Woodside, Calif.`."""
    state, stop = (*page.lower[candidate.last + 2 : candidate.last + 4], "", "")[:2]
    if JOIN in candidate.key:
        return False
    return state.removesuffix(".") in STATES and (state[-1] == "." or stop == ".")
