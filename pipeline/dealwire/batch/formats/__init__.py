"""The forms that input comes in: each knows how to cut an open file into pieces.

A reader is a function from an open file to pieces. It streams: nothing is read whole unless it is one article.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, overload

from dealwire.batch.formats import files, lines
from dealwire.batch.formats.streams import PACKED, STDIN, Opened
from dealwire.batch.pieces import Pieces
from dealwire.errors import UsageError

Splitter = Callable[[Opened, str], Pieces]


@dataclass(frozen=True, slots=True)
class Format:
    """A form of input.

    one_article: a file is an article, named by it; needs: the module of an optional extra, and the extra's name.
    """

    name: str
    suffixes: tuple[str, ...]
    split: Splitter
    one_article: bool = False
    needs: tuple[str, str] | None = None

    def require(self) -> None:
        """Raise UsageError where the format's extra is not installed."""
        if self.needs and importlib.util.find_spec(self.needs[0]) is None:
            module, extra = self.needs
            raise UsageError(f"{self.name} input needs {module}: pip install 'dealwire[{extra}]'")


FORMATS = {
    form.name: form
    for form in (
        Format("txt", (".txt",), files.text, one_article=True),
        Format("jsonl", (".jsonl", ".ndjson"), lines.split),
    )
}


@overload
def format_of(name: str, wanted: str | None, among_others: Literal[False] = False) -> Format: ...
@overload
def format_of(name: str, wanted: str | None, among_others: Literal[True]) -> Format | None: ...
def format_of(name: str, wanted: str | None, among_others: bool = False) -> Format | None:
    """The format of a file by its name; one named outright is taken for text, one among others is left alone."""
    if wanted:
        return FORMATS[wanted]
    bare = name.lower()
    for suffix in PACKED:
        bare = bare.removesuffix(suffix)
    known = next((form for form in FORMATS.values() if bare.endswith(form.suffixes)), None)
    if known or among_others:
        return known
    return GUESS if name == STDIN else FORMATS["txt"]


def guess(opened: Opened, default_id: str) -> Pieces:
    """Standard input: articles as JSONL where it begins like that, otherwise one text."""
    form = "jsonl" if opened.head().lstrip().startswith(b"{") else "txt"
    return FORMATS[form].split(opened, default_id)


GUESS = Format("standard input", (), guess, one_article=True)
