"""Bytes to text: UTF-8 with or without a byte order mark, UTF-16 with one; anything else is refused by name."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path

from dealwire.errors import InputError


def read_text(path: Path) -> str:
    """The text of a file, `-` for standard input; raises InputError where there is none to read."""
    try:
        data = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise InputError(error.strerror or str(error), path) from error
    return decode(data, path)


def decode(data: bytes, path: Path | str) -> str:
    """The text in these bytes; raises InputError, with the byte offset, for what is no text.

    >>> decode("café".encode("utf-8-sig"), "a.txt")
    'café'
    """
    bom = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if b"\0" in data and not utf16:
        raise InputError(f"a binary file, not text (NUL at byte {data.index(0)})", path)
    try:
        text = data.decode("utf-16") if utf16 else data[bom:].decode()
    except UnicodeDecodeError as error:
        encoding, at = ("UTF-16", error.start) if utf16 else ("UTF-8", bom + error.start)
        raise InputError(f"invalid {encoding} at byte {at}: 0x{data[at]:02x}", path) from error
    if not text.strip():
        raise InputError("no text in it" if data else "an empty file", path)
    return text
