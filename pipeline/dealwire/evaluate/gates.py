"""Gates: figures that must be reached, or the command fails."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dealwire.errors import UsageError
from dealwire.records import LABELS

NAMES = {"p": "precision", "r": "recall", "f": "F1"}


@dataclass(frozen=True, slots=True)
class Gate:
    """The least that a strict figure may be, for one label or (None) for each."""

    key: str
    least: float
    label: str | None = None


def parse_gates(key: str, texts: Sequence[str] | None) -> list[Gate]:
    """The gates of an option given as `0.9` or `MONEY=0.9`; raises UsageError for anything else.

    >>> parse_gates("f", ["0.8", "MONEY=0.95"])
    [Gate(key='f', least=0.8, label=None), Gate(key='f', least=0.95, label='MONEY')]
    """
    return [_parse(key, text) for text in texts or ()]


def _parse(key: str, text: str) -> Gate:
    label, _, number = text.rpartition("=")
    if label and label not in LABELS:
        raise UsageError(f"unknown label {label!r} in {text!r}; the labels are {', '.join(LABELS)}")
    try:
        least = float(number)
    except ValueError:
        least = -1.0
    if not 0 <= least <= 1:
        raise UsageError(f"{number!r} in {text!r} is no figure from 0 to 1")
    return Gate(key, least, label or None)


def failures(gates: Sequence[Gate], figures: Mapping[str, Any], labels: Sequence[str]) -> Iterator[str]:
    """The gates that stay shut, in words; a label that gold does not have cannot reach any."""
    for gate in gates:
        for label in (gate.label,) if gate.label else labels:
            if label not in labels:
                yield f"{label}: no gold to reach {NAMES[gate.key]} {gate.least:g} on"
            elif (reached := figures[label]["strict"][gate.key]) < gate.least:
                yield f"{label}: strict {NAMES[gate.key]} {reached:.4f} is below {gate.least:g}"
