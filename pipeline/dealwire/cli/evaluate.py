"""`dealwire evaluate`: records against gold."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

Gates = Annotated[
    list[str] | None, typer.Option(metavar="[LABEL=]X", help="Exit 1 below X, for each label or for one.")
]


def evaluate(
    records: Annotated[Path, typer.Argument(metavar="RECORDS", help="A run's folder, or a .jsonl file of records.")],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A .jsonl file of gold, or a folder of them.")],
    articles: Annotated[
        Path | None, typer.Option(metavar="PATH", help="The articles, where RECORDS is not a run's folder.")
    ] = None,
    labels: Annotated[
        str | None, typer.Option(metavar="A,B", help="These labels instead of those of the gold.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object instead.")] = False,
    errors: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the errors as JSON Lines.")] = None,
    per_article: Annotated[bool, typer.Option("--per-article", help="Add the figures of each article.")] = False,
    min_precision: Gates = None,
    min_recall: Gates = None,
    min_f1: Gates = None,
) -> None:
    """Measure records against gold, and show every error in its sentence.

    Exit code 1: a gate is not reached; 2: gold or records cannot be read.
    """

    from dealwire.evaluate import terminal
    from dealwire.evaluate.errors import Passages
    from dealwire.evaluate.errors import as_json as error_json
    from dealwire.evaluate.errors import errors as errors_of
    from dealwire.evaluate.figures import report
    from dealwire.evaluate.gates import failures, parse_gates
    from dealwire.evaluate.score import evaluate as score
    from dealwire.evaluate.sources import parse_labels, read_case
    from dealwire.jsonl import atomic, dump, write_lines

    gates = parse_gates("p", min_precision) + parse_gates("r", min_recall) + parse_gates("f", min_f1)
    chosen = parse_labels(labels)
    case = read_case(records, gold, articles)
    evaluation = score(case.gold, case.records, chosen)
    figures, found = report(evaluation), errors_of(evaluation)
    passages = Passages(case.articles)
    if errors:
        with atomic(errors) as stream:
            write_lines(stream, (error_json(error, passages) for error in found))
    if as_json:
        print(dump(figures))
    else:
        terminal.print_report(figures, evaluation.labels, found, passages, per_article=per_article)
    shut = list(failures(gates, figures, evaluation.labels))
    for line in shut:
        print(f"dealwire: {line}", file=sys.stderr)
    if shut:
        raise typer.Exit(1)
