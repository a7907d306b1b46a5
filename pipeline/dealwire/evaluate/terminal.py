"""The report for the terminal: figures with their intervals in aligned columns, then every error in its sentence.

Gold stands in square brackets, what was found in braces, so that both can be told without colour too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from dealwire.evaluate.errors import KINDS, Error, Passage, Passages, grouped
from dealwire.evaluate.report import Report
from dealwire.evaluate.sources import Span

GOLD, FOUND, BOTH = "green", "red", "yellow"
QUIET = "dim"


def print_report(report: Report, per_article: bool = False, rules: bool = False) -> None:
    """Print figures and errors to standard output."""
    out = console()
    figures, labels = report.figures, report.labels
    out.print(summary(figures, labels))
    if per_article:
        out.print(Text(), by_document(figures, labels), sep="\n")
    out.print(Text(), rule_tables(figures) if rules else rule_line(figures), Text(), sep="\n")
    for line in error_list(report.errors, report.passages):
        out.print(line, soft_wrap=True)


def console() -> Console:
    """Standard output; columns of a pipe are not a screen's, so there nothing wraps."""
    out = Console(highlight=False)
    if not out.is_terminal:
        out.width = 200
    return out


def summary(figures: Mapping[str, Any], labels: Sequence[str]) -> RenderableType:
    """The figures: strict and overlap by label, the other views, values, whole records."""
    return Group(prf(figures, labels), Text(), other_views(figures), Text(), values(figures, labels))


def prf(figures: Mapping[str, Any], labels: Sequence[str]) -> Table:
    """Precision, recall and F1 by label, strict and overlap."""
    table = _table("", "gold", "found", "precision", "recall", "F1")
    for view in ("strict", "overlap"):
        table.add_row(Text(view, style="bold"))
        for name in (*labels, *(("micro", "macro") if len(labels) > 1 else ())):
            row, intervals = figures[name], figures["intervals"][name]
            counts = [str(row.get("gold", "")), str(row.get("found", ""))]
            cells = [figure(row[view][key], intervals[view][key]) for key in ("p", "r", "f")]
            table.add_row(f"  {name}", *counts, *cells)
    return table


def other_views(figures: Mapping[str, Any]) -> Table:
    """The views of SemEval 2013, over all labels, and whole records."""
    table = _table("all labels", "", "", "precision", "recall", "F1")
    titles = {
        "exact": "  exact span, any label",
        "partial": "  partial, any label",
        "type": "  label, any overlap",
    }
    for view, title in titles.items():
        table.add_row(title, "", "", *(f"{figures['views']['micro'][view][key]:.3f}" for key in ("p", "r", "f")))
    row, intervals = figures["records"]["micro"], figures["intervals"]["micro"]["record"]
    table.add_row("  record correct", "", "", *(figure(row[key], intervals[key]) for key in ("p", "r", "f")))
    return table


def values(figures: Mapping[str, Any], labels: Sequence[str]) -> Table:
    """The share of right values, attribute by attribute, of the strictly matched records."""
    table = _table("values", "attribute", "right", "of", "items P/R/F1")
    for label in labels:
        for name, (share, count) in figures[label]["attrs"].items():
            items = figures["items"].get(label, {}).get(name)
            credit = f"{items['p']:.3f} {items['r']:.3f} {items['f']:.3f}" if items else ""
            table.add_row(
                f"  {label}", name, figure(share, figures["intervals"][label]["attrs"][name]), str(count), credit
            )
        whole = figures["records"][label]
        table.add_row(f"  {label}", Text("all of them", style=QUIET), f"{whole['of_strict']:.3f}", "", "")
    return table


def by_document(figures: Mapping[str, Any], labels: Sequence[str]) -> Table:
    """Counts and strict F1 of each article."""
    table = _table("article", *(f"{label} gold/found/F1" for label in labels))
    for doc_id, row in figures["documents"].items():
        cells = [row.get(label) for label in labels]
        table.add_row(
            Text(doc_id), *(f"{c['gold']}/{c['found']}/{c['strict']['f']:.3f}" if c else "0/0/–" for c in cells)
        )
    return table


def rule_line(figures: Mapping[str, Any]) -> Text:
    """How many rules fired, in one line."""
    fired, silent = len(figures["rules"]), len(figures["never_fired"])
    return Text(f"rules: {fired} fired, {silent} never did (--rules lists them)", style=QUIET)


def rule_tables(figures: Mapping[str, Any]) -> RenderableType:
    """Each rule with its precision, the rules that never fired, and how well confidence was calibrated."""
    table = _table("rule", "label", "found", "strict", "all right", "precision")
    for row in figures["rules"]:
        counts = [str(row[key]) for key in ("found", "strict", "right")]
        table.add_row(Text(visible(row["rule"])), row["label"], *counts, figure(row["precision"], row["interval"]))
    silent = figures["never_fired"]
    calibration = figures["calibration"]
    held_out = _table("confidence", "found", "expected", "precision")
    for row in calibration["bins"]:
        expected = f"{row['confidence']:.3f}"
        precision = figure(row["precision"], row["interval"])
        held_out.add_row(f"{row['from']:g}–{row['to']:g}", str(row["found"]), expected, precision)
    return Group(
        table,
        Text(),
        Text(f"never fired ({len(silent)}): {', '.join(silent) or 'none'}"),
        Text(),
        Text(f"confidence on articles held out of it (mean error {calibration['error']:.3f})", style="bold"),
        held_out,
    )


def figure(value: float, interval: Sequence[float] | None) -> Text:
    """A figure with its interval.

    >>> figure(0.9312, [0.9, 0.9511]).plain, figure(1.0, None).plain
    ('0.931 [0.900, 0.951]', '1.000')
    """
    text = Text(f"{value:.3f}")
    if interval:
        text.append(f" [{interval[0]:.3f}, {interval[1]:.3f}]", style=QUIET)
    return text


def error_list(errors: Sequence[Error], passages: Passages) -> Iterator[Text]:
    """Every error, a paragraph each, under the heading of its kind."""
    if not errors:
        yield Text("no errors", style="bold green")
        return
    yield Text.assemble("errors: ", ("[gold]", GOLD), " ", ("{found}", FOUND), " ", ("[{both}]", BOTH))
    for kind, group in grouped(errors).items():
        yield Text()
        yield Text(f"{KINDS[kind]}: {len(group)}", style="bold")
        for error in group:
            yield from paragraph(error, passages)


def paragraph(error: Error, passages: Passages) -> Iterator[Text]:
    """One error: where, what, and the sentence with the spans marked."""
    span = error.span
    yield Text.assemble(
        f"  {span.label} ",
        (f"{visible(span.doc_id)}:{span.start}-{span.end}", QUIET),
        (f"  {visible(error.found.rule)}" if error.found and error.found.rule else "", QUIET),
    )
    for key, (gold, found) in error.differences().items():
        yield Text.assemble(f"    {key}: ", (visible(_show(gold)), GOLD), " but found ", (visible(_show(found)), FOUND))
    if error.kind == "label" and error.gold and error.found:
        yield Text.assemble("    ", (error.gold.label, GOLD), " but found ", (error.found.label, FOUND))
    yield from sentence_lines(error, passages.around(error))


def sentence_lines(error: Error, passage: Passage | None) -> Iterator[Text]:
    """The sentence of an error with its spans marked; the spans alone where the article is not at hand."""
    if passage is not None:
        yield Text("    ").append(marked(passage, error.gold, error.found))
        return
    if error.gold:
        yield Text.assemble("    ", (f"[{visible(error.gold.text)}]", GOLD))
    if error.found and error.kind != "value":
        yield Text.assemble("    ", (f"{{{visible(error.found.text)}}}", FOUND))


def marked(passage: Passage, gold: Span | None, found: Span | None) -> Text:
    """The passage on one line, gold in brackets and found in braces.

    >>> span = Span(doc_id="a", label="MONEY", start=5, end=7, text="$5")
    >>> marked(Passage(0, "Paid $5."), span, span).plain
    'Paid [{$5}].'
    """
    out = Text()
    was_gold = was_found = False
    for piece, in_gold, in_found in passage.pieces(gold, found):
        out.append(
            _marks(was_gold, was_found, in_gold, in_found), style=_style(was_gold or in_gold, was_found or in_found)
        )
        out.append(visible(piece), style=_style(in_gold, in_found))
        was_gold, was_found = in_gold, in_found
    return out.append(_marks(was_gold, was_found, False, False), style=_style(was_gold, was_found))


def visible(text: str) -> str:
    """The text on one line, without characters that would command the terminal.

    >>> visible("rose\\n5% \\x1b[31m")
    'rose 5% ␛[31m'
    """
    return "".join(" " if c.isspace() else chr(0x2400 + ord(c)) if ord(c) < 32 else c for c in text)


def _marks(was_gold: bool, was_found: bool, in_gold: bool, in_found: bool) -> str:
    closing = ("}" if was_found and not in_found else "") + ("]" if was_gold and not in_gold else "")
    return closing + ("[" if in_gold and not was_gold else "") + ("{" if in_found and not was_found else "")


def _style(gold: bool, found: bool) -> str:
    return f"bold {BOTH if gold and found else GOLD if gold else FOUND}" if gold or found else ""


def _show(value: object) -> str:
    return (
        "nothing" if value is None else ", ".join(map(str, value)) or "none" if isinstance(value, list) else str(value)
    )


def _table(*titles: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in titles:
        numbers = title in ("gold", "found", "of", "strict", "all right")
        table.add_column(title, justify="right" if numbers else "left", no_wrap=True)
    return table
