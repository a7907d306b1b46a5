"""A phrase that may name an instrument, before anything is decided."""

from __future__ import annotations

from dataclasses import dataclass

from dealwire.records import Kind


@dataclass(frozen=True, slots=True)
class Head:
    """What a head pattern says: its id, the kind it means, the noun that its senses are listed under."""

    rule: str
    kind: Kind
    base: str
    selfsufficient: bool  # `joint statement`, `memorandum of understanding`: says enough without modifiers


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span (first to last) around a head noun (head to head_last)."""

    first: int
    last: int
    head: int
    head_last: int
    kind: Kind
    rule: str
    base: str = ""
    selfsufficient: bool = False
    named: bool = False
    introduced_by: Candidate | None = None  # the full name behind which this acronym stands in brackets
