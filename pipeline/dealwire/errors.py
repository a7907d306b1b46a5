"""Every error that dealwire raises on purpose.

    DealwireError            the base; its text is one line fit for a terminal
      UsageError             the command cannot start as given (exit code 2)
      InputError             an article, record or gold line that cannot be read; names file and line
      PatternError           a pattern file that cannot be used; names file, line and pattern
      SelfCheckError         a record that contradicts its article: a bug in dealwire, never the user's fault

Raised where the fault is found, caught once in `dealwire.cli`.
"""

from __future__ import annotations

from pathlib import Path


class DealwireError(Exception):
    """Base of all errors raised on purpose."""


class UsageError(DealwireError):
    """The command cannot start as given."""


class InputError(DealwireError):
    """Input that cannot be read, with the place where it stands."""

    def __init__(self, message: str, path: Path | str | None = None, line: int | None = None) -> None:
        self.message, self.path, self.line = message, path, line
        super().__init__(f"{place(path, line)}{message}")


class PatternError(InputError):
    """A pattern or word list that cannot be used."""


class SelfCheckError(DealwireError):
    """A record that contradicts the article it was read from."""


def place(path: Path | str | None, line: int | None) -> str:
    """`file:line: `, as compilers write it, so that terminals and editors can jump there.

    >>> place("gold.jsonl", 3)
    'gold.jsonl:3: '
    """
    parts = [str(part) for part in (path, line) if part is not None]
    return ":".join(parts) + ": " if parts else ""


def shorten(value: object, width: int = 60) -> str:
    """A value as one short quoted piece of an error line.

    >>> shorten("a" * 100, width=12)
    "'aaaaaaaa…"
    """
    shown = repr(value)
    return shown if len(shown) <= width else shown[: width - 3] + "…"
