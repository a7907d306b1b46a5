"""Floors: the scores that a project has reached on its gold, pinned in a file, so that no change loses them unseen.

The file names the gold by its digest, because a score says nothing about other gold. Pinning raises floors; it lowers
one only where that is asked for.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from dealwire.errors import InputError
from dealwire.evaluate.output import written
from dealwire.patterns import explain


class Floors(BaseModel):
    """The least that each figure may be, by label and then by name, such as `strict.f` or `attrs.amount`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    gold: str
    floors: dict[str, dict[str, float]]

    def broken(self, figures: Mapping[str, Any]) -> Iterator[str]:
        """The floors that figures fall below, in words, after a word on gold that is another."""
        if figures["gold_digest"] != self.gold:
            yield "the gold is not the one that the floors were pinned on; pin them again"
        yield from self.below(figures)

    def below(self, figures: Mapping[str, Any]) -> Iterator[str]:
        """The floors that figures fall below, whatever the gold."""
        for label, row in self.floors.items():
            reached = reached_by(figures.get(label, {}))
            for name, least in row.items():
                if reached.get(name, 0.0) < least:
                    yield f"{label}: {name} {reached.get(name, 0.0):.4f} is below its floor {least:g}"


def reached_by(row: Mapping[str, Any]) -> dict[str, float]:
    """The figures of a label under flat names, rounded down to four places.

    >>> reached_by({"strict": {"p": 1.0, "r": 2 / 3, "f": 0.8}, "attrs": {"amount": [0.5, 4]}})
    {'strict.p': 1.0, 'strict.r': 0.6666, 'strict.f': 0.8, 'attrs.amount': 0.5}
    """
    views = {f"{view}.{key}": row[view][key] for view in ("strict", "overlap") if view in row for key in row[view]}
    shares = {f"attrs.{name}": share for name, (share, _) in row.get("attrs", {}).items()}
    return {name: math.floor(value * 10_000) / 10_000 for name, value in (views | shares).items()}


def settle(path: Path, figures: Mapping[str, Any], labels: Sequence[str], pin: bool, lower: bool) -> list[str]:
    """Hold figures to the floors in a file, or pin the floors to the figures; what stays broken, in words.

    A pin that would lower a floor leaves the file as it is, unless `lower` is set.
    """
    if not pin:
        return list(read_floors(path).broken(figures))
    lost = list(read_floors(path).below(figures)) if path.exists() and not lower else []
    if not lost:
        floors = {label: reached_by(figures[label]) for label in labels}
        write_floors(path, Floors(gold=figures["gold_digest"], floors=floors))
    return lost


def read_floors(path: Path) -> Floors:
    """The floors of a file; raises InputError where it holds none."""
    try:
        return Floors.model_validate(json.loads(path.read_bytes()))
    except OSError as error:
        raise InputError(error.strerror or str(error), path) from error
    except ValidationError as error:
        raise InputError(explain(error), path) from None
    except ValueError as error:
        raise InputError(f"not JSON ({error})", path) from None


def write_floors(path: Path, floors: Floors) -> None:
    with written(path) as stream:
        stream.write(json.dumps(floors.model_dump(), indent=2) + "\n")
