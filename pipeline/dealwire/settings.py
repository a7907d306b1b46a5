"""What a user may set: one small frozen object, the same for every article of a run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """How to extract.

    dollar: ISO 4217 code of a bare `$` or `dollars` where the article does not say which.
    patterns: folders of the user's own pattern files, added to dealwire's.
    min_confidence: records whose rule was right less often than this are held back; unmeasured rules are not.
    companies: the user's own lists of companies.
    gazetteer: whether the shipped list of well-known companies counts as evidence.
    explain: whether company records list all evidence.
    """

    dollar: str = "USD"
    patterns: tuple[Path, ...] = ()
    min_confidence: float = 0.0
    companies: tuple[Path, ...] = ()
    gazetteer: bool = True
    explain: bool = False
