"""The command that refits the weights of company evidence from gold."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

TEXT = "The lender Zelvane rose. The poet Brindle, a lender to nobody, left."
COMMAND = [sys.executable, str(Path(__file__).parents[1] / "benchmarks/fit_companies.py")]


def test_weights_move_towards_gold(tmp_path: Path) -> None:
    articles, gold = tmp_path / "articles.jsonl", tmp_path / "gold.jsonl"
    ids = [f"a{number}" for number in range(5)]
    articles.write_text("".join(json.dumps({"id": id_, "text": TEXT}) + "\n" for id_ in ids), encoding="utf-8")
    start = TEXT.index("Zelvane")
    span = {"label": "COMPANY", "start": start, "end": start + len("Zelvane"), "text": "Zelvane"}
    gold.write_text("".join(json.dumps({"doc_id": id_, **span}) + "\n" for id_ in ids), encoding="utf-8")
    done = subprocess.run([*COMMAND, str(articles), str(gold)], capture_output=True, text=True, check=True)
    moved = {line.split()[0]: (float(line.split()[1]), float(line.split()[3])) for line in done.stdout.splitlines()}
    before, after = moved["company.described"]
    assert after > before  # `the lender Zelvane` was right
    before, after = moved["company.apposition"]
    assert after < before  # `Brindle, a lender` was wrong
