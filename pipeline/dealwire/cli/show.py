"""`dealwire show` and `dealwire schema`: records and their form, to be read by eye."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from dealwire.records import json_schema

WIDE = 140  # columns of the table where there is no terminal to ask


def show(
    article: Annotated[Path, typer.Argument(metavar="ARTICLE", help="A text file, or - for standard input.")],
    dollar: Annotated[str, typer.Option(help="Currency of a bare dollar, by its ISO 4217 code.")] = "USD",
    patterns: Annotated[
        list[Path] | None, typer.Option("--patterns", metavar="DIR", help="A folder of your own patterns.")
    ] = None,
) -> None:
    """Print an article with its records marked, and the records with their values."""
    from rich.console import Console

    from dealwire.decode import read_text
    from dealwire.extract import Extractor, Settings
    from dealwire.show import marked, table

    text = read_text(article)
    records = Extractor(Settings(dollar=dollar, patterns=tuple(patterns or ()))).extract(text)
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = WIDE
    console.print(marked(text, records), soft_wrap=True)
    console.print()
    console.print(table(records))


def schema() -> None:
    """Print the JSON Schema of the records."""
    typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
