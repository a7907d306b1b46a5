"""Countries, nationalities and organisations by name: who may be a party to a treaty."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from dealwire.patterns import shipped

PLACES = frozenset({"country", "state", "region", "capital"})
EXTRA = """us u.s. u.s usa u.s.a. uk u.k. u.k eu e.u. ec e.c. un u.n. uae ussr prc drc roc america britain korea holland
russia soviet sino anglo franco indo russo euro greco turko pak lanka imf opec nato asean mercosur saarc gcc saudi uk
afghan taliban hamas hezbollah plo farc ltte eaeu efta sadc ecowas au oau palestine palestinian kurdish""".split()


@cache
def polities() -> frozenset[str]:
    """The names, folded; several words are joined by one space.

    >>> "kazakhstan" in polities(), "european union" in polities(), "monday" in polities()
    (True, True, False)
    """
    words = shipped() / "words"
    names = set(EXTRA)
    names.update(row[0] for row in rows(words / "places.csv") if len(row) > 2 and row[2] in PLACES)
    names.update(row[0] for row in rows(words / "nationalities.csv") if row)
    for row in rows(words / "organisations.csv"):
        if len(row) > 2 and row[2] in ("bloc", "international", "central-bank"):
            names.update((row[0], *filter(None, row[1].split(";"))))
    return frozenset(name.lower() for name in names)


@cache
def states() -> frozenset[str]:
    """Countries, the EU and the IMF, folded: a lone one before `deal` made it."""
    countries = {row[0].lower() for row in rows(shipped() / "words" / "places.csv") if row[2:] == ["country"]}
    return frozenset(countries | {"us", "u.s.", "uk", "u.k.", "eu", "imf"})


@cache
def towns() -> frozenset[str]:
    """The names of all other places, folded: where treaties are signed, not who signs them."""
    return frozenset(row[0].lower() for row in rows(shipped() / "words" / "places.csv")) - polities()


@cache
def adjectives() -> frozenset[str]:
    """Nationalities that are no names of places, folded."""
    words = shipped() / "words"
    places = {row[0].lower() for row in rows(words / "places.csv")}
    return frozenset(row[0].lower() for row in rows(words / "nationalities.csv") if row[0].istitle()) - places


@cache
def rows(path: Path) -> list[list[str]]:
    """The lines of a list, without comments."""
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.reader(lines) if row and not row[0].startswith("#")]
