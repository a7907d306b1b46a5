"""Bytes to text: what is read, what is refused and how it is named."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from dealwire.decode import decode, read_text
from dealwire.errors import InputError


@pytest.mark.parametrize(
    "data",
    ["café €5".encode(), "café €5".encode("utf-8-sig"), "café €5".encode("utf-16"),
     codecs.BOM_UTF16_BE + "café €5".encode("utf-16-be")],
    ids=["utf-8", "utf-8 with BOM", "utf-16 little endian", "utf-16 big endian"],
)  # fmt: skip
def test_reads(data: bytes) -> None:
    assert decode(data, "a.txt") == "café €5"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "a.txt: an empty file"),
        (b" \n\t", "a.txt: no text in it"),
        (b"caf\xe9", "a.txt: invalid UTF-8 at byte 3: 0xe9"),
        (codecs.BOM_UTF8 + b"caf\xe9", "a.txt: invalid UTF-8 at byte 6: 0xe9"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a.txt: a binary file, not text (NUL at byte 8)"),
    ],
)
def test_refuses_by_name(data: bytes, message: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, "a.txt")
    assert str(caught.value) == message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.txt: No such file"):
        read_text(tmp_path / "none.txt")


def test_line_ends_are_kept() -> None:
    assert decode(b"a\r\nb", "a.txt") == "a\r\nb"
