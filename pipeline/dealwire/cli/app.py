"""The commands and their shared manners: exit codes, one line an error, no traceback."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

import dealwire
from dealwire.cli import compare, evaluate, extract, gold, patterns, review, show
from dealwire.errors import DealwireError

app = typer.Typer(
    name="dealwire",
    help="Money amounts, companies, percentages and treaties out of raw news articles, as checkable records.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dealwire {dealwire.__version__}" + " (compiled)" * dealwire.is_compiled())
        raise typer.Exit


@app.callback()
def options(
    _version: Annotated[
        bool, typer.Option("--version", callback=version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options of the program itself."""


app.command()(extract.extract)
app.command()(evaluate.evaluate)
app.command()(compare.compare)
app.command()(show.show)
app.command()(show.schema)
app.add_typer(review.app, name="review")
app.add_typer(patterns.app, name="patterns")
app.add_typer(gold.app, name="gold")


def main() -> None:
    """Run the program: exit 0 all done, 1 done but something was set aside or a check failed, 2 it cannot run so."""
    try:
        app()
    except DealwireError as error:
        print(f"dealwire: {error}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:  # `dealwire … | head`: nobody reads any more, which is no error
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        print("dealwire: stopped", file=sys.stderr)
        sys.exit(130)
