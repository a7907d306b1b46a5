"""`dealwire extract`: articles in, records out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer


def extract(
    inputs: Annotated[list[Path], typer.Argument(metavar="INPUT...")],
    output: Annotated[Path, typer.Option("-o", "--output")] = Path("outputs/latest"),
) -> None:
    """Extract the records of articles."""
    from dealwire.articles import Article
    from dealwire.extract import Extractor
    from dealwire.jsonl import read_objects, write_lines

    extractor = Extractor()
    articles = [
        Article.model_validate(value)
        for path in inputs
        for value in (
            [v for _, v in read_objects(path)]
            if path.suffix == ".jsonl"
            else [{"id": path.stem, "text": path.read_text(encoding="utf-8")}]
        )
    ]
    if str(output) == "-":
        for article in articles:
            write_lines(sys.stdout, extractor.extract(article))
        return
    output.mkdir(parents=True, exist_ok=True)
    with (output / "records.jsonl").open("w", encoding="utf-8", newline="\n") as stream:
        for article in articles:
            write_lines(stream, extractor.extract(article))
