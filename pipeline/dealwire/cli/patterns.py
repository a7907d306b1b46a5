"""`dealwire patterns`: the pattern files."""

from __future__ import annotations

import typer

app = typer.Typer(help="Work with pattern files.", no_args_is_help=True)


@app.command()
def check() -> None:
    """Check pattern files: form, labels, ids, examples and near misses."""
