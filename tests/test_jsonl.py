"""JSON Lines: line numbers, line ends, whole files."""

from __future__ import annotations

from pathlib import Path

import pytest

from dealwire.errors import InputError
from dealwire.jsonl import atomic, dump, read_lines, read_objects


@pytest.mark.parametrize("inner", ["\u2028", "\u0085", "\u2029"])
def test_only_line_feeds_end_a_line(tmp_path: Path, inner: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(f'{{"text": "a{inner}b"}}\r\n{{"text": "c"}}\n'.encode())
    assert list(read_objects(path)) == [(1, {"text": f"a{inner}b"}), (2, {"text": "c"})]


def test_blank_lines_count_but_say_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\n{"a": 1}\n\n   \n{"a": 2}')
    assert list(read_objects(path)) == [(2, {"a": 1}), (5, {"a": 2})]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{nonsense}", "not JSON"),
        (b"[1, 2]", "not a JSON object: '[1, 2]'"),
        (b"null", "not a JSON object: 'null'"),
        (b'{"a": "\xff"}', "invalid UTF-8 at byte 7 of the line: 0xff"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: bytes, reason: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'{"a": 1}\n' + line + b"\n")
    with pytest.raises(InputError) as caught:
        list(read_objects(path))
    assert str(caught.value).startswith(f"{path}:2: {reason}")


def test_a_bad_line_costs_no_other(tmp_path: Path) -> None:
    lines = list(read_lines([b'{"a": 1}\n', b"oops\n", b'{"a": 2}\n'], "x"))
    assert [isinstance(value, InputError) for _, value in lines] == [False, True, False]


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "out" / "a.jsonl"
    with pytest.raises(RuntimeError), atomic(path) as stream:
        stream.write("half")
        raise RuntimeError
    assert list(path.parent.iterdir()) == []
    with atomic(path) as stream:
        stream.write("whole\n")
    assert path.read_bytes() == b"whole\n"


def test_unicode_is_written_as_it_is() -> None:
    assert dump({"name": "Société"}) == '{"name":"Société"}'
