"""Text that cannot command the terminal it is printed on."""

from __future__ import annotations


def harmless(text: str) -> str:
    r"""The text with its control characters (escape sequences begin with one) shown as their pictures.

    Line feeds and tabs stay.

    >>> harmless("rose\n5% \x1b[31m")
    'rose\n5% ␛[31m'
    """
    return "".join(chr(0x2400 + ord(c)) if ord(c) < 32 and c not in "\n\t" else c for c in text)
