"""`dealwire show` and `dealwire schema`: records and their form, to be read by eye."""

from __future__ import annotations

import json

import typer

from dealwire.records import json_schema


def show() -> None:
    """Print an article with its records marked."""


def schema() -> None:
    """Print the JSON Schema of the records."""
    typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
