"""The forms that input comes in: each knows how to cut an open file into pieces.

A reader is a function from an open file to pieces. It streams: nothing is read whole unless it is one article.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Literal, overload

from dealwire.batch.formats import archives, files, lines, tables
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


FORMATS = {
    form.name: form
    for form in (
        Format("txt", (".txt",), files.text, one_article=True),
        Format("jsonl", (".jsonl", ".ndjson"), lines.split),
        Format("csv", (".csv",), tables.comma_separated),
        Format("tsv", (".tsv",), tables.tab_separated),
        Format("html", (".html", ".htm", ".xhtml"), files.html, one_article=True, needs=("trafilatura", "html")),
        Format("warc", (".warc",), archives.warc, needs=("fastwarc", "warc")),
        Format("parquet", (".parquet",), tables.parquet, needs=("pyarrow", "parquet")),
    )
}


def require(name: str, form: Format) -> None:
    """Raise UsageError where what a file takes to be read is not installed."""
    packing = next((needs for suffix, needs in PACKED.items() if name.lower().endswith(suffix)), None)
    extras = [needs for needs in (form.needs, packing) if needs]
    if form.name == "warc":  # its pages are read as HTML
        extras.append(("trafilatura", "html"))
    for module, extra in extras:
        if find_spec(module) is None:
            raise UsageError(f"{name}: reading it needs {module}; pip install 'dealwire[{extra}]'")


@overload
def format_of(name: str, wanted: str | None, among_others: Literal[False] = False) -> Format: ...
@overload
def format_of(name: str, wanted: str | None, among_others: Literal[True]) -> Format | None: ...
def format_of(name: str, wanted: str | None, among_others: bool = False) -> Format | None:
    """The format of a file by its name; one named outright is taken for text, one among others is left alone."""
    if wanted:
        return named(wanted)
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


def named(name: str) -> Format:
    """A format by its name; raises UsageError where there is none."""
    if name not in FORMATS:
        raise UsageError(f"no format {name!r}; there are {', '.join(FORMATS)}")
    return FORMATS[name]
