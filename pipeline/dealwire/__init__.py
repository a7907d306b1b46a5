"""dealwire: money amounts, companies, percentages and treaties out of raw news articles, as checkable records.

>>> from dealwire import Extractor
>>> [record.text for record in Extractor().extract("Danone paid about $1.1 billion.")]
['Danone', '$1.1 billion']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dealwire.articles import Article
from dealwire.errors import DealwireError
from dealwire.records import Company, Money, Percent, Record, Treaty

if TYPE_CHECKING:
    from dealwire.extract import Extractor, Settings

__version__ = "0.1.0"
__all__ = ["Article", "Company", "DealwireError", "Extractor", "Money", "Percent", "Record", "Settings", "Treaty"]


def is_compiled() -> bool:
    """Whether the core is the compiled one; the same source otherwise runs as Python."""
    from dealwire import tokens

    return not tokens.__file__.endswith(".py")


def __getattr__(name: str) -> Any:
    """Load the extractor on first use: it imports spaCy, which takes longer than most commands."""
    if name in ("Extractor", "Settings"):
        from dealwire import extract

        return getattr(extract, name)
    raise AttributeError(f"module 'dealwire' has no attribute {name!r}")
