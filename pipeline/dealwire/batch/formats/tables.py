"""Tables: CSV, TSV and Parquet, an article a row. A row goes on its way as a line of JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Collection
from functools import partial
from typing import Any

from dealwire.batch.formats.streams import Opened, utf8
from dealwire.batch.options import Reading
from dealwire.batch.pieces import Piece, Pieces

ROWS = 256  # read at once from a Parquet file
TOO_MANY = "more columns than the header has"


def delimited(opened: Opened, _id: str, delimiter: str) -> Pieces:
    """The rows of a CSV or TSV file with a header line; `line` is where a row begins."""
    if fault := opened.binary() or ("an empty file" if not opened.head() else None):
        yield Piece("json", opened.head(), opened.name, fault=fault)
        return
    csv.field_size_limit(4 * opened.reading.max_chars)
    # what is no UTF-8 comes through as lone surrogates, so that it costs its row and no other
    with io.TextIOWrapper(utf8(opened.stream), encoding="utf-8", errors="surrogateescape", newline="") as text:
        reader = csv.DictReader(text, delimiter=delimiter, restkey=TOO_MANY, strict=True)
        begin = 1
        try:
            if fault := missing(reader.fieldnames or (), opened.reading):
                yield Piece("json", b"", opened.name, begin, fault=fault)
                return
            begin = reader.line_num + 1
            for values in reader:
                yield row(values, opened.name, begin)
                begin = reader.line_num + 1
        except csv.Error as error:
            yield Piece("json", b"", opened.name, begin, fault=f"not readable from here on: {error}")


comma_separated = partial(delimited, delimiter=",")
tab_separated = partial(delimited, delimiter="\t")


def parquet(opened: Opened, _id: str) -> Pieces:
    """The rows of a Parquet file; `line` is the number of a row."""
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    number = 0
    try:
        with ParquetFile(opened.file) as file:
            if fault := missing(file.schema_arrow.names, opened.reading):
                yield Piece("json", b"", opened.name, fault=fault)
                return
            for batch in file.iter_batches(batch_size=ROWS, use_threads=False):
                for number, values in enumerate(batch.to_pylist(), number + 1):  # noqa: B020 (goes on counting)
                    yield row(values, opened.name, number)
    except ArrowException as error:
        yield Piece("json", b"", opened.name, fault=f"not readable as Parquet: {str(error).splitlines()[0]}")


def missing(names: Collection[str], reading: Reading) -> str | None:
    """The fault of a table that lacks a column, which is said once and not for every row."""
    absent = [name for name in (reading.text_field, reading.id_field) if name not in names]
    return f"no column {absent[0]!r} among {', '.join(names)}" if absent else None


def row(values: dict[Any, Any], source: str, line: int) -> Piece:
    """A row as a piece."""
    raw = json.dumps(values, ensure_ascii=False, default=str).encode(errors="surrogateescape")
    fault = TOO_MANY if TOO_MANY in values else None
    return Piece("json", raw + b"\n", source, line, fault=fault)
