"""`dealwire evaluate`: records against gold."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

Gate = Annotated[list[str] | None, typer.Option(metavar="[LABEL=]X", help="Exit 1 below X, for each label or for one.")]
Records = Annotated[Path, typer.Argument(metavar="RECORDS", help="A run's folder, or a .jsonl file of records.")]
Gold = Annotated[Path, typer.Argument(metavar="GOLD", help="A .jsonl file of gold, or a folder of them.")]
Articles = Annotated[
    Path | None, typer.Option(metavar="PATH", help="The articles, where RECORDS is not a run's folder.")
]
Labels = Annotated[str | None, typer.Option(metavar="A,B", help="These labels instead of those of the gold.")]


def evaluate(
    records: Records,
    gold: Gold,
    articles: Articles = None,
    labels: Labels = None,
    patterns: Annotated[
        list[Path] | None,
        typer.Option(metavar="DIR", help="A folder of your own patterns, for the rules that never fired."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object instead.")] = False,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the report as a page of HTML.")] = None,
    errors: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the errors as JSON Lines.")] = None,
    per_article: Annotated[bool, typer.Option("--per-article", help="Add the figures of each article.")] = False,
    rules: Annotated[bool, typer.Option("--rules", help="Add the precision of each rule, and calibration.")] = False,
    write_confidence: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write how far each rule can be trusted, for `extract` to read.")
    ] = None,
    min_precision: Gate = None,
    min_recall: Gate = None,
    min_f1: Gate = None,
    floors: Annotated[Path | None, typer.Option(metavar="FILE", help="Exit 1 below the floors in this file.")] = None,
    pin_floors: Annotated[bool, typer.Option("--pin-floors", help="Write the floors at what is reached now.")] = False,
    lower_floors: Annotated[bool, typer.Option("--lower-floors", help="Pin even where that lowers a floor.")] = False,
) -> None:
    """Measure records against gold, and show every error in its sentence.

    Exit code 1: a gate or floor is not reached; 2: gold or records cannot be read.
    """
    from dealwire.evaluate import report as reports
    from dealwire.evaluate import terminal
    from dealwire.evaluate.floors import settle
    from dealwire.evaluate.gates import failures, parse_gates
    from dealwire.evaluate.sources import parse_labels, read_case
    from dealwire.jsonl import dump
    from dealwire.patterns import PatternSet, shipped

    gates = parse_gates("p", min_precision) + parse_gates("r", min_recall) + parse_gates("f", min_f1)
    chosen = parse_labels(labels)
    with reports.uncollected():
        case = read_case(records, gold, articles)
        report = reports.make_report(case, chosen, PatternSet(shipped(), *(patterns or ())))
    if html:
        from dealwire.evaluate.html import write_html

        write_html(html, report, title=f"{records.name} against {gold.name}")
    if errors:
        reports.write_errors(errors, report)
    if write_confidence:
        reports.write_confidence(write_confidence, report)
    shut = list(failures(gates, report.figures, report.labels))
    shut += settle(floors, report.figures, report.labels, pin_floors, lower_floors) if floors else []
    if json:
        print(dump(report.figures))
    else:
        terminal.print_report(report, per_article, rules)
    fail(shut)


def fail(messages: Iterable[str]) -> None:
    """One line for each, and exit code 1 where there are any."""
    lines = [f"dealwire: {message}" for message in messages]
    for line in lines:
        print(line, file=sys.stderr)
    if lines:
        raise typer.Exit(1)
