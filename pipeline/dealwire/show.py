"""An article and its records for the terminal: the text with each mention marked, then the records as a table.

A mention stands in brackets with its label's letter (`[$5 million]M`), so that it can be told without colour too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.table import Table
from rich.text import Text

from dealwire.control import harmless
from dealwire.records import AnyRecord, Label

STYLES: dict[Label, str] = {
    "MONEY": "bold green",
    "PERCENT": "bold yellow",
    "COMPANY": "bold cyan",
    "TREATY": "bold magenta",
}
HIDDEN = frozenset({"id", "doc_id", "label", "text", "start", "end", "rule", "confidence"})


def marked(text: str, records: Sequence[AnyRecord]) -> Text:
    """The article with its records marked and coloured.

    >>> from dealwire.records import Percent
    >>> record = Percent(id="a:5-7:PERCENT", doc_id="a", text="5%", start=5, end=7, rule="percent.sign")
    >>> marked("Rose 5% on Monday", [record]).plain
    'Rose [5%]P on Monday'
    """
    out, at = Text(), 0
    for record in records:
        out.append(visible(text[at : record.start]))
        out.append(f"[{visible(record.text)}]{record.label[0]}", style=STYLES[record.label])
        at = record.end
    out.append(visible(text[at:]))
    return out


def visible(text: str) -> str:
    """The text as a terminal may have it, its Windows line ends as plain ones."""
    return harmless(text.replace("\r\n", "\n"))


def table(records: Sequence[AnyRecord]) -> Table:
    """The records with their values, one a line."""
    shown = Table("label", "text", "values", "rule", box=None, pad_edge=False, header_style="bold")
    for record in records:
        shown.add_row(
            Text(record.label, style=STYLES[record.label]),
            Text(visible(" ".join(record.text.split()))),
            Text(visible("  ".join(values(record)))),
            Text(record.rule, style="dim"),
        )
    return shown


def values(record: AnyRecord) -> Iterator[str]:
    """The attributes that say something, as `key value`."""
    for key, value in record.model_dump(mode="json", exclude=set(HIDDEN)).items():
        if value not in (None, [], ()):
            yield f"{key} {', '.join(value) if isinstance(value, list) else value}"
