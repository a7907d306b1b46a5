"""The report for the terminal: figures with their intervals in aligned columns, then every error in its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from dealwire.evaluate import compare
from dealwire.evaluate.agreement import HEADINGS, Agreement
from dealwire.evaluate.compare import Comparison
from dealwire.evaluate.errors import KINDS
from dealwire.evaluate.marking import QUIET, error_list, legend, paragraph, visible
from dealwire.evaluate.report import Report


def print_report(report: Report, per_article: bool = False, rules: bool = False) -> None:
    """Print figures and errors to standard output."""
    out = console()
    figures, labels = report.figures, report.labels
    out.print(summary(figures, labels))
    if per_article:
        out.print(Text(), by_document(figures, labels), sep="\n")
    out.print(Text(), rule_tables(figures) if rules else rule_line(figures), Text(), sep="\n")
    listed = error_list(report.errors, report.passages)
    print_lines(out, listed if report.errors else [Text("no errors", "bold green")])


def print_agreement(agreement: Agreement) -> None:
    """Print how far two annotators agree, and where they do not."""
    out = console()
    figures, labels = agreement.figures, agreement.evaluation.labels
    table = _table("", "in A", "in B", "F1, same span", "F1, overlap", "kappa on tokens")
    for name in (*labels, "micro"):
        row, intervals = figures[name], figures["intervals"][name]
        scores = [figure(row[view]["f"], intervals[view]["f"]) for view in ("strict", "overlap")]
        kappa = agreement.kappas.get("all" if name == "micro" else name)
        table.add_row(name, str(row["gold"]), str(row["found"]), *scores, "–" if kappa is None else f"{kappa:.3f}")
    out.print(table, Text(), values(figures, labels), Text(), sep="\n")
    if agreement.confusion is None:
        out.print("kappa needs the articles: --articles")
    for name, docs in (("A", agreement.only_a), ("B", agreement.only_b)):
        if docs:
            out.print(Text(visible(f"only {name} has {', '.join(docs)}")))
    listed = error_list(agreement.disagreements, agreement.passages, HEADINGS, ("A", "B"))
    print_lines(out, listed if agreement.disagreements else [Text("no disagreements", "bold green")])


def print_comparison(comparison: Comparison) -> None:
    """Print how far two runs differ, and what changed in B."""
    out = console()
    table = _table("", "figure", "A", "B", "B - A", "95% interval")
    for d in comparison.differences:
        interval = f"[{d.interval.low:+.3f}, {d.interval.high:+.3f}]" if d.interval else ""
        style = ("bold green" if d.lead > 0 else "bold red") if d.sure else ""
        table.add_row(d.label, d.figure, f"{d.a:.3f}", f"{d.b:.3f}", Text(f"{d.lead:+.3f}", style), interval)
    out.print(table, Text(), sep="\n")
    if not comparison.changes:
        out.print("no record changed")
        return
    out.print(legend())
    for outcome, heading in compare.HEADINGS.items():
        changed = [change for change in comparison.changes if change.outcome == outcome]
        if changed:
            out.print(Text(), Text(f"{heading}: {len(changed)}", style="bold"), sep="\n")
        for change in changed:
            for run, error in (("A", change.a), ("B", change.b)):
                if error:
                    out.print(Text(f"  {run}: {KINDS[error.kind]}"))
                    print_lines(out, paragraph(error, comparison.passages))


def console() -> Console:
    """Standard output; columns of a pipe are not a screen's, so there nothing wraps."""
    out = Console(highlight=False)
    if not out.is_terminal:
        out.width = 200
    return out


def print_lines(out: Console, lines: Iterable[Text]) -> None:
    """Print lines that wrap where the terminal does; there may be many, so those without colour go the short way."""
    if out.is_terminal:
        out.print(Text("\n").join(lines), soft_wrap=True)
    else:
        out.file.writelines(line.plain + "\n" for line in lines)


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


def _table(*titles: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title in titles:
        numbers = title in ("gold", "found", "in A", "in B", "of", "strict", "all right")
        table.add_column(title, justify="right" if numbers else "left", no_wrap=True)
    return table
