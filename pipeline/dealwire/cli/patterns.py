"""`dealwire patterns`: the pattern files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Work with pattern files.", no_args_is_help=True)


@app.callback()
def patterns() -> None:
    """Work with pattern files."""


@app.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="The folder to check; dealwire's own if left out.")
    ] = None,
) -> None:
    """Check pattern files: form, labels, unique ids, every example matched, no near miss matched."""
    from dealwire.check import check_folder
    from dealwire.extract import Extractor, Settings
    from dealwire.patterns import PatternSet, shipped

    extractor = Extractor(Settings(patterns=(folder,) if folder else (), explain=True))
    count = 0
    for fault in check_folder(folder or shipped(), extractor):
        typer.echo(str(fault), err=True)
        count += 1
    total = len(PatternSet(folder or shipped()).patterns)
    typer.echo(f"{total} patterns checked, {count} faults" if count else f"{total} patterns checked, all sound")
    if count:
        raise typer.Exit(1)
