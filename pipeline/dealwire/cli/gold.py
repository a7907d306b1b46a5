"""`dealwire gold`: gold itself, before anything is measured against it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Check gold, and compare annotators.", no_args_is_help=True)


@app.callback()
def gold() -> None:
    """Check gold, and compare annotators."""


@app.command()
def check(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A .jsonl file of gold, or a folder of them.")],
    articles: Annotated[
        Path, typer.Argument(metavar="ARTICLES", help="Its articles: .jsonl, .txt, a folder of those, or a run's.")
    ],
) -> None:
    """Check offsets, overlaps, attributes and duplicates, and point at sums that may have been forgotten.

    Exit code 1: a line is wrong (a suspicion alone is no fault).
    """
    from dealwire.evaluate.hygiene import check_gold
    from dealwire.evaluate.sources import read_articles

    findings = check_gold(gold, read_articles(articles))
    for finding in findings:
        typer.echo(str(finding))
    suspicions = sum(finding.suspicion for finding in findings)
    faults = len(findings) - suspicions
    typer.echo(f"{faults} faults, {suspicions} suspicious places" if findings else "all sound", err=True)
    if faults:
        raise typer.Exit(1)


@app.command()
def agree(
    a: Annotated[Path, typer.Argument(metavar="A", help="One annotator's gold, a file or folder.")],
    b: Annotated[Path, typer.Argument(metavar="B", help="The other's.")],
    articles: Annotated[
        Path | None, typer.Option(metavar="PATH", help="The articles, where they do not lie beside the gold.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object instead.")] = False,
) -> None:
    """Compare two annotations: F1, Cohen's kappa on tokens, values, and every disagreement in its sentence."""
    from dealwire.evaluate import agreement, terminal
    from dealwire.jsonl import dump

    result = agreement.agree(a, b, articles)
    if json:
        typer.echo(dump(result.as_json()))
    else:
        terminal.print_agreement(result)
