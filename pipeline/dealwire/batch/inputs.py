"""The inputs of a run: files, folders, globs and `-`, each file with its format, read one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from glob import glob
from pathlib import Path

from dealwire.batch.formats import FORMATS, Format, format_of, named, require
from dealwire.batch.formats.streams import PACKED, STDIN, Opened
from dealwire.batch.options import Reading
from dealwire.batch.pieces import Piece, Pieces
from dealwire.errors import UsageError


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read, or what is wrong with an input that led to none."""

    name: str
    format: Format
    id: str = ""
    fault: str | None = None

    @property
    def size(self) -> int:
        """Bytes on disk; 0 where nobody knows."""
        return 0 if self.fault or self.name == STDIN else Path(self.name).stat().st_size


class Inputs:
    """All sources of a run, in order, and how far they have been read."""

    def __init__(self, names: Sequence[str], wanted: str | None, reading: Reading) -> None:
        self.ignored: Counter[str] = Counter()
        self.sources = with_ids([source for name in dict.fromkeys(names) for source in self._sources(name, wanted)])
        self.reading = reading
        if all(source.fault for source in self.sources):
            raise UsageError("; ".join(f"{source.name}: {source.fault}" for source in self.sources))
        for source in self.sources:
            if not source.fault:
                require(source.name, source.format)
        self.total = sum(source.size for source in self.sources)
        self._before = 0
        self._opened: Opened | None = None

    def _sources(self, name: str, wanted: str | None) -> Iterator[Source]:
        """The files that an argument stands for."""
        if name == STDIN:
            yield Source(name, format_of(name, wanted), "stdin")
        elif (path := Path(name)).is_dir():
            yield from self._folder(path, wanted)
        elif path.exists():
            yield Source(name, format_of(name, wanted), stem(path))
        elif found := sorted(glob(name, recursive=True)):  # noqa: PTH207 (the pattern may be absolute)
            for match in found:
                yield from self._sources(match, wanted)
        else:
            yield Source(name, FORMATS["txt"], fault="no such file or folder")

    def _folder(self, folder: Path, wanted: str | None) -> Iterator[Source]:
        """The articles of a folder and the folders in it, sorted by path; hidden files are not looked at."""
        empty = True
        for path in sorted(folder.rglob("*")):
            if not path.is_file() or any(part.startswith(".") for part in path.relative_to(folder).parts):
                continue
            if known := format_of(path.name, None, among_others=True):
                empty = False
                yield Source(str(path), named(wanted) if wanted else known, stem(path))
            else:
                self.ignored[path.suffix or path.name] += 1
        if empty:
            yield Source(str(folder), FORMATS["txt"], fault="a folder without articles")

    def pieces(self) -> Pieces:
        """The pieces of all sources, streamed."""
        for source in self.sources:
            if source.fault:
                yield Piece("text", b"", source.name, fault=source.fault)
                continue
            yield from self._pieces(source)

    def _pieces(self, source: Source) -> Pieces:
        try:
            with Opened(source.name, self.reading) as self._opened:
                yield from source.format.split(self._opened, source.id)
        except OSError as error:
            yield Piece("text", b"", source.name, fault=error.strerror or str(error))
        self._before, self._opened = self._before + source.size, None

    @property
    def position(self) -> int:
        """Bytes of the sources read so far."""
        return self._before + (self._opened.position if self._opened else 0)


def stem(path: Path) -> str:
    """The id of an article that has a file to itself: the file's name without its suffixes.

    >>> stem(Path("news/a1.txt")), stem(Path("news/a1.html.gz")), stem(Path("2024.05.14.txt"))
    ('a1', 'a1', '2024.05.14')
    """
    name = path.name
    for suffix in PACKED:
        name = name.removesuffix(suffix)
    return Path(name).stem


def with_ids(sources: list[Source]) -> list[Source]:
    """The sources; files of the same name in different folders go by their paths, so that no two share an id."""
    times = Counter(source.id for source in sources if source.format.one_article)
    return [
        Source(s.name, s.format, Path(s.name).as_posix(), s.fault) if s.format.one_article and times[s.id] > 1 else s
        for s in sources
    ]
