"""`dealwire compare`: two runs on the same gold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dealwire.cli.evaluate import Articles, Gold, Labels


def compare(
    a: Annotated[Path, typer.Argument(metavar="RUN_A", help="A run's folder, or a .jsonl file of records.")],
    b: Annotated[Path, typer.Argument(metavar="RUN_B", help="The other run, usually the later.")],
    gold: Gold,
    articles: Articles = None,
    labels: Labels = None,
    json: Annotated[bool, typer.Option("--json", help="Print all of it as one JSON object instead.")] = False,
) -> None:
    """Compare two runs: the difference of each figure with its interval, and each record gained, lost or changed."""
    from dealwire.evaluate import terminal
    from dealwire.evaluate.compare import compare as compare_runs
    from dealwire.evaluate.sources import parse_labels, read_case
    from dealwire.jsonl import dump

    chosen = parse_labels(labels)
    result = compare_runs(read_case(a, gold, articles), read_case(b, gold, articles), chosen)
    if json:
        typer.echo(dump(result.as_json()))
    else:
        terminal.print_comparison(result)
