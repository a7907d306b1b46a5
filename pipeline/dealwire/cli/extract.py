"""`dealwire extract`: articles in, records out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dealwire.batch.progress import Reporter

HELP = "INPUT: files (.txt, .jsonl, …), folders, globs, or - for standard input."


def extract(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help=HELP)],
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="DIR|-", help="The run's folder, or - for records on stdout.")
    ] = "outputs/latest",
    dollar: Annotated[str, typer.Option(help="Currency of a bare dollar, by its ISO 4217 code.")] = "USD",
    patterns: Annotated[
        list[Path] | None, typer.Option("--patterns", metavar="DIR", help="A folder of your own patterns.")
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, help="Hold back records of rules that were right less often on gold.")
    ] = 0.0,
    companies: Annotated[
        list[Path] | None,
        typer.Option("--companies", metavar="LIST", help="Your own companies: CSV, JSONL, GLEIF's or the SEC's list."),
    ] = None,
    gazetteer: Annotated[
        bool, typer.Option("--gazetteer/--no-gazetteer", help="Let the shipped list of companies count.")
    ] = True,
    explain: Annotated[bool, typer.Option("--explain", help="List the evidence on each company.")] = False,
    format: Annotated[str | None, typer.Option(help="Read all inputs as this format.")] = None,
    text_field: Annotated[str, typer.Option(help="The field that holds an article's text.")] = "text",
    id_field: Annotated[str, typer.Option(help="The field that holds an article's id.")] = "id",
    max_chars: Annotated[int, typer.Option(min=1, help="Longer texts are set aside.")] = 20_000_000,
    limit: Annotated[int | None, typer.Option(min=0, help="Only the first N articles.")] = None,
    sample: Annotated[int | None, typer.Option(min=0, help="Only N articles, drawn at random.")] = None,
    seed: Annotated[int, typer.Option(help="Which sample.")] = 0,
    keep_duplicates: Annotated[bool, typer.Option(help="Extract articles whose text came before.")] = False,
    resume: Annotated[bool, typer.Option(help="Go on with an interrupted run.")] = False,
    overwrite: Annotated[bool, typer.Option(help="Start anew where an unfinished run stands.")] = False,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes (default: one a core).")] = None,
    timeout: Annotated[float | None, typer.Option(min=0.1, help="Seconds that an article may take.")] = None,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No progress, no table.")] = False,
    start: Annotated[str | None, typer.Option(hidden=True)] = None,
) -> None:
    """Extract the records of articles."""
    from dealwire.batch.options import Options, Reading
    from dealwire.batch.run import run
    from dealwire.settings import Settings

    # What decides how an article is read goes into Settings, what decides how it is found into Reading.
    settings = Settings(
        dollar=dollar,
        patterns=tuple(patterns or ()),
        min_confidence=min_confidence,
        companies=tuple(companies or ()),
        gazetteer=gazetteer,
        explain=explain,
    )
    done = run(
        Options(
            inputs=tuple(inputs),
            output=None if output == "-" else Path(output),
            settings=settings,
            reading=Reading(text_field, id_field, max_chars),
            format=format,
            limit=limit,
            sample=sample,
            seed=seed,
            keep_duplicates=keep_duplicates,
            resume=resume,
            overwrite=overwrite,
            workers=workers,
            timeout=timeout,
            quiet=quiet,
            start=start,
        )
    )
    if output != "-" and not quiet:
        report(done, output)
    raise typer.Exit(1 if done.tally.statuses["quarantined"] else 0)


def report(done: Reporter, output: str) -> None:
    """The closing table."""
    from rich.table import Table

    from dealwire.records import LABELS

    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    statuses, labels = done.tally.statuses, done.tally.labels
    rows = [("articles", statuses["done"]), ("records", done.tally.records)]
    rows += [(f"  {label}", labels[label]) for label in LABELS]
    rows += [("held back", done.tally.held)] if done.tally.held else []
    rows += [("set aside", statuses["quarantined"]), ("duplicates", statuses["duplicate"])]
    for name, count in rows:
        table.add_row(name, f"{count:,}")
    table.add_row("articles/s", f"{done.rate:,.1f}")
    done.console.print(table)
    done.console.print(f"files in {output}", markup=False)
