"""A second scorer, written to be read: every pair of spans is looked at, nothing is shared with dealwire.

The tests hold `dealwire evaluate` to its figures.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import Any

Row = dict[str, Any]
CORE = {"doc_id", "label", "start", "end", "text", "optional", "id", "rule"}


def table(gold: list[Row], found: list[Row]) -> dict[str, Any]:
    """The figures of each label of the gold; rows count in the order in which they are given."""
    articles = sorted({row["doc_id"] for row in gold})
    return {label: figures(label, articles, gold, found) for label in sorted({row["label"] for row in gold})}


def figures(label: str, articles: list[str], gold: list[Row], found: list[Row]) -> dict[str, Any]:
    strict = overlap = total_gold = total_found = 0
    attrs: dict[str, list[int]] = {}
    for article in articles:
        golds, founds = ([r for r in rows if (r["doc_id"], r["label"]) == (article, label)] for rows in (gold, found))
        pairs = pair(golds, founds)
        total_gold += sum(not g.get("optional") for g in golds)
        total_found += len(founds) - sum(bool(g.get("optional")) for g, _, _ in pairs)
        for g, f, exact in pairs:
            if g.get("optional"):
                continue
            overlap += 1
            strict += exact
            for key in sorted(g.keys() - CORE) if exact else ():
                counts = attrs.setdefault(key, [0, 0])
                counts[0] += same(g[key], f.get(key))
                counts[1] += 1
    return {
        "gold": total_gold,
        "found": total_found,
        "strict": prf(strict, total_found, total_gold),
        "overlap": prf(overlap, total_found, total_gold),
        "attrs": {key: [right / count, count] for key, (right, count) in sorted(attrs.items())},
    }


def pair(golds: list[Row], founds: list[Row]) -> list[tuple[Row, Row, bool]]:
    pairs, golds, founds = [], list(golds), list(founds)
    places = {(f["start"], f["end"]): f for f in founds}
    for g in list(golds):
        f = places.pop((g["start"], g["end"]), None)
        if f is not None:
            pairs.append((g, f, True))
            golds = [other for other in golds if other is not g]
            founds = [other for other in founds if other is not f]
    while golds and founds:
        shared = [(shared_characters(g, f), -i, -j) for i, g in enumerate(golds) for j, f in enumerate(founds)]
        most, i, j = max(shared)
        if most <= 0:
            break
        pairs.append((golds.pop(-i), founds.pop(-j), False))
    return pairs


def shared_characters(a: Row, b: Row) -> int:
    return int(min(a["end"], b["end"]) - max(a["start"], b["start"]))


def prf(hits: int, found: int, gold: int) -> dict[str, float]:
    p = hits / found if found else 0.0
    r = hits / gold if gold else 0.0
    return {"p": p, "r": r, "f": 2 * p * r / (p + r) if p + r else 0.0}


def same(a: Any, b: Any) -> bool:
    return bool(fold(a) == fold(b))


def fold(value: Any) -> Any:
    if isinstance(value, list):
        return frozenset(map(fold, value))
    if isinstance(value, str):
        try:
            return Decimal(value)
        except InvalidOperation:
            folded = unicodedata.normalize("NFC", value).replace("’", "'").casefold()
            return re.sub(r"\s+", " ", folded).strip()
    return value
