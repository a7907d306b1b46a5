"""`dealwire review`: records checked by hand, decisions out as gold."""

from __future__ import annotations

import getpass
from pathlib import Path
from types import ModuleType
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from dealwire.errors import UsageError

PAGE = "page"


class PageByDefault(TyperGroup):
    """`review DIR` opens the page; `review export DIR` is a command of its own."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        named = args and (args[0] in self.commands or args[0] in ctx.help_option_names)
        return super().parse_args(ctx, args if named or not args else [PAGE, *args])


app = typer.Typer(
    cls=PageByDefault, no_args_is_help=True, help="Check records by hand on a web page; export what was decided."
)

Run = Annotated[Path, typer.Argument(metavar="DIR", help="The folder of a run.")]


@app.command(PAGE)
def page(
    folder: Run,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on; 0 takes a free one.", min=0, max=65535)] = 0,
    reviewer: Annotated[str, typer.Option(help="Whose decisions these are.")] = "",
    browse: Annotated[bool, typer.Option("--open/--no-open", help="Open the page in the browser.")] = True,
    beyond: Annotated[
        bool, typer.Option("--beyond-this-machine", help="Allow a --host that others can reach.")
    ] = False,
) -> None:
    """Open the page (`dealwire review DIR` will do). Decisions are kept in DIR/review.sqlite."""
    server = _server()
    if not server.is_loopback(host):
        if not beyond:
            raise UsageError(f"--host {host}: others could reach it; say --beyond-this-machine if they should")
        typer.echo(f"dealwire: warning: whoever can reach {host} and has the address can decide", err=True)
    try:
        server.serve(folder, reviewer or getpass.getuser(), host, port, browse)
    except KeyboardInterrupt:
        typer.echo(f"dealwire: closed; the decisions are in {folder / 'review.sqlite'}", err=True)


@app.command()
def export(
    folder: Run,
    output: Annotated[Path, typer.Option("-o", "--output", help="The gold file to write, - for stdout.")],
    reviewer: Annotated[str, typer.Option(help="Whose decisions; the only reviewer's if left out.")] = "",
    adjudicated: Annotated[
        bool, typer.Option("--adjudicated", help="What all reviewers agree on or had settled.")
    ] = False,
    unfinished: Annotated[
        bool, typer.Option("--unfinished", help="Articles with records still to be decided too.")
    ] = False,
) -> None:
    """Write gold: accepted, corrected and added records, and the articles reviewed to the end."""
    from dealwire.review.export import write

    for line in write(folder, output, reviewer, adjudicated, unfinished):
        typer.echo(f"dealwire: {line}", err=True)


def _server() -> ModuleType:
    try:
        from dealwire.review import server
    except ModuleNotFoundError as error:
        if error.name in ("starlette", "uvicorn", "jinja2"):
            raise UsageError("the review page needs more: pip install 'dealwire[review]'") from None
        raise
    return server
