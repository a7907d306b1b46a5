"""Every form of input: what is read from it, and what is refused."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dealwire.articles import Article
from dealwire.batch import formats
from dealwire.batch.inputs import Inputs
from dealwire.batch.options import Reading
from dealwire.batch.parsers import article_of
from dealwire.errors import InputError, UsageError

ARTICLES = [
    {"id": "a1", "text": "Acme Inc. paid $5 million.\n\nIt said: “no, really”.", "date": "2025-05-14"},
    {"id": "a2", "text": "Sales rose 5%,\tsays Zoë.", "date": "2025-05-15"},
]
JSONL = "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in ARTICLES).encode()
PAGE = """<html><head><title>{title}</title><meta property="article:published_time" content="2025-05-14T10:00:00Z">
<link rel="canonical" href="https://news.example/{title}"></head><body><nav>Home About Contact</nav><article>
<p>Acme Inc. said on Monday that it would pay $5 million for Widget plc, more than had been offered a year ago.</p>
<p>The price is 5% above what the shares of Widget stood at on Friday, and it is to be paid in cash in June.</p>
</article><footer>All rights reserved</footer></body></html>"""


def table(delimiter: str) -> bytes:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, ARTICLES[0], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(ARTICLES)
    return stream.getvalue().encode()


def parquet() -> bytes:
    pyarrow, write = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet").write_table
    stream = io.BytesIO()
    write(pyarrow.Table.from_pylist(ARTICLES), stream)
    return stream.getvalue()


def zst(data: bytes) -> bytes:
    return bytes(pytest.importorskip("zstandard").compress(data))


def record(number: int, body: bytes, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    """A response as crawlers store it."""
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:r{number}>\r\n"
        f"WARC-Target-URI: https://crawled.example/{number}\r\nWARC-Date: 2025-05-14T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def read(path: Path, reading: Reading | None = None, wanted: str | None = None) -> list[Article | str]:
    """What the pieces of a file come to: articles, and faults as they would be shown."""
    reading = reading or Reading()
    found: list[Article | str] = []
    for piece in Inputs([str(path)], wanted, reading).pieces():
        try:
            found.append(piece.fault or article_of(piece, reading))
        except InputError as error:
            found.append(error.message)
    return found


SAME: dict[str, Callable[[], bytes]] = {
    "a.jsonl": lambda: JSONL,
    "a.ndjson": lambda: JSONL,
    "a.csv": lambda: table(","),
    "a.tsv": lambda: table("\t"),
    "a.parquet": parquet,
    "a.jsonl.gz": lambda: gzip.compress(JSONL),
    "twice.jsonl.gz": lambda: b"".join(map(gzip.compress, JSONL.splitlines(keepends=True))),
    "a.csv.gz": lambda: gzip.compress(table(",")),
    "a.jsonl.zst": lambda: zst(JSONL),
    "twice.jsonl.zst": lambda: b"".join(map(zst, JSONL.splitlines(keepends=True))),
    "A.JSONL": lambda: JSONL,
}


@pytest.mark.parametrize("name", SAME)
def test_the_same_articles_from_every_form(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(SAME[name]())
    assert [article.fields() for article in read(tmp_path / name) if isinstance(article, Article)] == ARTICLES


@pytest.mark.parametrize("suffix", [".txt", ".txt.gz", ".txt.zst"])
def test_a_text_is_named_by_its_file(tmp_path: Path, suffix: str) -> None:
    raw = "Zoë’s 5%.".encode()
    packed = {".txt": lambda: raw, ".txt.gz": lambda: gzip.compress(raw), ".txt.zst": lambda: zst(raw)}[suffix]()
    (tmp_path / f"2025.05.14{suffix}").write_bytes(packed)
    assert read(tmp_path / f"2025.05.14{suffix}") == [Article(id="2025.05.14", text="Zoë’s 5%.")]


def test_a_page_is_its_main_text(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "a.html").write_text(PAGE.format(title="Deal"))
    [article] = read(tmp_path / "a.html")
    assert isinstance(article, Article)
    assert article.text.startswith("Acme Inc. said on Monday")
    assert "\n\nThe price is 5%" in article.text
    assert "rights" not in article.text
    assert (article.model_extra or {}) == {"title": "Deal", "date": "2025-05-14", "url": "https://news.example/Deal"}


def test_a_page_without_an_article(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "a.html").write_text("<html><body></body></html>")
    assert read(tmp_path / "a.html") == ["no article in this page"]


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive_gives_its_pages(tmp_path: Path, packed: bool) -> None:
    pytest.importorskip("fastwarc")
    records = [
        record(1, PAGE.format(title="One").encode()),
        record(2, b"GIF89a", kind="image/gif"),
        record(3, b"moved", status="301 Moved Permanently"),
        record(4, PAGE.format(title="Four").encode()),
    ]
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    path.write_bytes(b"".join(map(gzip.compress, records) if packed else records))
    articles = [article for article in read(path) if isinstance(article, Article)]
    assert [(article.id, (article.model_extra or {})["url"]) for article in articles] == [
        ("r1", "https://crawled.example/1"),
        ("r4", "https://crawled.example/4"),
    ]


def test_fields_by_other_names(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("key,body\n7,It rose 5%.\n")
    assert read(tmp_path / "a.csv", Reading(text_field="body", id_field="key")) == [Article(id="7", text="It rose 5%.")]


def test_the_format_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "dump.2025").write_bytes(JSONL)
    assert len(read(tmp_path / "dump.2025", wanted="jsonl")) == 2
    with pytest.raises(UsageError, match="no format 'json'; there are txt, jsonl,"):
        read(tmp_path / "dump.2025", wanted="json")


def test_globs(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text(name)
    assert [article.id for article in read(tmp_path / "*.txt") if isinstance(article, Article)] == ["a", "b"]


FAULTS: dict[str, tuple[str, Callable[[], bytes], list[str]]] = {
    "a gzip file that is none": ("a.jsonl.gz", lambda: b"plain", ["cannot be unpacked: Not a gzipped file"]),
    "a gzip file cut short": ("a.txt.gz", lambda: gzip.compress(JSONL)[:-9], ["cannot be unpacked: Compressed"]),
    "a zst file that is none": ("a.jsonl.zst", lambda: (zst(b""), b"plain")[1], ["cannot be unpacked: "]),
    "a parquet file that is none": ("a.parquet", lambda: (parquet(), b"plain")[1], ["not readable as Parquet: "]),
    "a web archive that is none": ("a.warc", lambda: b"plain text" * 50, ["Invalid WARC header"]),
    "an empty table": ("a.csv", lambda: b"", ["an empty file"]),
    "a binary table": ("a.csv", lambda: b"id,text\n\0", ["a binary file, not text (NUL at byte 8)"]),
    "a table without texts": ("a.csv", lambda: b"id,title\n1,x\n2,y\n", ["no column 'text' among id, title"]),
    "a row too short": ("a.csv", lambda: b"id,text\n1\n", ["'text' is no string: None"]),
    "a row too long": ("a.csv", lambda: b"id,text\n1,x,y\n", ["more columns than the header has"]),
    "a row of bad UTF-8": ("a.csv", lambda: b"id,text\n1,caf\xe9\n", ["invalid UTF-8 at byte 24 of the line: 0xe9"]),
    "a row without an end": ("a.csv", lambda: b'id,text\n1,"x\n', ["not readable from here on: unexpected end"]),
}  # fmt: skip


@pytest.mark.parametrize(("name", "raw", "faults"), FAULTS.values(), ids=FAULTS)
def test_faults(tmp_path: Path, name: str, raw: Callable[[], bytes], faults: list[str]) -> None:
    (tmp_path / name).write_bytes(raw())
    found = read(tmp_path / name)
    assert len(found) == len(faults)
    for shown, fault in zip(found, faults, strict=True):
        assert isinstance(shown, str)
        assert shown.startswith(fault)


def test_a_bad_row_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"id,text\n1,caf\xe9\n2,good\n")
    assert read(tmp_path / "a.csv")[1] == Article(id="2", text="good")


def test_what_comes_before_a_broken_end_is_read(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"id": str(n), "text": f"It rose {n * n * n}%."}) + "\n" for n in range(3000))
    packed = gzip.compress(lines.encode())
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    *articles, fault = read(tmp_path / "a.jsonl.gz")
    assert len(articles) > 500
    assert all(isinstance(article, Article) for article in articles)
    assert isinstance(fault, str)
    assert fault.startswith("cannot be unpacked")


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv"])
def test_an_article_beyond_the_limit(tmp_path: Path, name: str) -> None:
    raw = {
        "a.txt": b"x" * 50_000,
        "a.jsonl": b'{"id": "1", "text": "%s"}' % (b"x" * 5000),
        "a.csv": b"id,text\n1," + b"x" * 5000,
    }
    (tmp_path / name).write_bytes(raw[name])
    [fault] = read(tmp_path / name, Reading(max_chars=2000))
    assert isinstance(fault, str)
    assert fault.startswith("too large")


def test_a_line_beyond_all_measure_is_not_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"[" + b" " * (3 << 20) + b"]\n" + JSONL)
    fault, *articles = Inputs([str(tmp_path / "a.jsonl")], None, Reading(max_chars=1000)).pieces()
    assert fault.fault == "too large: a line over 1,060,576 bytes"
    assert len(fault.raw) < 2 << 20
    assert len(articles) == 2


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [("a.html", "trafilatura", "html"), ("a.warc", "fastwarc", "warc"), ("a.parquet", "pyarrow", "parquet"),
     ("a.jsonl.zst", "zstandard", "zst")],
)  # fmt: skip
def test_a_missing_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str, extra: str
) -> None:
    monkeypatch.setattr(formats, "find_spec", lambda name: None if name == module else True)
    (tmp_path / name).write_bytes(b"x")
    with pytest.raises(UsageError) as caught:
        read(tmp_path / name)
    assert str(caught.value) == f"{tmp_path / name}: reading it needs {module}; pip install 'dealwire[{extra}]'"
