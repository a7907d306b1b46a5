"""Refits the weights of company evidence to gold: `python benchmarks/fit_companies.py ARTICLES GOLD [--write]`.

A candidate is a firm with the probability that a logistic curve gives the sum of its weights above the threshold. The
weights move down the slope of the error on gold and are held near where they stand, so that a kind of evidence which
gold shows rarely keeps the weight that was judged right for it. Prints what moved; `--write` puts it into `patterns/`.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator
from math import exp
from pathlib import Path

from dealwire.articles import Article
from dealwire.jsonl import read_objects
from dealwire.patterns import PatternSet, shipped
from dealwire.rulers.company import CompanyRuler
from dealwire.rulers.company.page import Page
from dealwire.rulers.company.weighing import THRESHOLD
from dealwire.tokens import tokenize

ROUNDS, RATE, HOLD, RARE = 200, 0.02, 0.5, 3
Example = tuple[dict[str, float], bool]  # how much of each kind of evidence there is, nearly always once


def examples(articles: Path, gold: Path) -> Iterator[Example]:
    """The evidence on each candidate, and whether gold has it."""
    ruler = CompanyRuler(PatternSet())
    weights = ruler.lexicon.weights
    spans = {(g["doc_id"], g["start"], g["end"]) for _, g in read_objects(gold) if g["label"] == "COMPANY"}
    for _, value in read_objects(articles):
        article = Article.model_validate(value)
        tokens = tokenize(article.text)
        page = Page(tokens, ruler.lexicon)
        candidates, _ = ruler.candidates.find(page)
        ruler.weigh(candidates, page)
        for c in candidates:
            if c.evidence and not ruler.counter.here(c, page):
                right = (article.id, tokens.starts[c.first], tokens.end(c.last)) in spans
                yield {rule: value / weights[rule] for rule, value in c.evidence.items()}, right


def fit(data: list[Example], start: dict[str, float]) -> dict[str, float]:
    """The weights after gradient descent on the logistic error, with a pull back to where they started."""
    weights = dict(start)
    counts = Counter(rule for rules, _ in data for rule in rules)
    frequent = {rule for rule, count in counts.items() if count >= RARE}
    for _ in range(ROUNDS):
        slope = {rule: HOLD * (weights[rule] - start[rule]) for rule in frequent}
        for rules, right in data:
            error = 1 / (1 + exp(THRESHOLD - sum(weights[rule] * times for rule, times in rules.items()))) - right
            for rule in rules.keys() & frequent:
                slope[rule] += error * rules[rule]
        for rule, value in slope.items():
            weights[rule] -= RATE * value
    return {rule: round(weight, 1) for rule, weight in weights.items()}


def write(weights: dict[str, float], folder: Path) -> None:
    """Put the weights into the table and the pattern lines, everything else as it was."""
    table = folder / "company_weights.csv"
    rows = list(csv.reader(table.read_text(encoding="utf-8").splitlines()))
    lines = [rows[0]] + [[rule, str(weights[rule]), means] for rule, _, means in rows[1:]]
    table.write_text("".join(",".join(line) + "\n" for line in lines), encoding="utf-8")
    patterns = folder / "company.jsonl"
    values = [value for _, value in read_objects(patterns)]
    changed = [value | {"weight": weights[str(value["id"])]} for value in values]
    patterns.write_text("".join(json.dumps(v, ensure_ascii=False) + "\n" for v in changed), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    start = CompanyRuler(PatternSet()).lexicon.weights
    weights = fit(list(examples(options.articles, options.gold)), start)
    for rule in sorted(start, key=lambda rule: weights[rule] - start[rule]):
        if weights[rule] != start[rule]:
            print(f"{rule:36} {start[rule]:5} -> {weights[rule]:5}")
    if options.write:
        write(weights, shipped())


if __name__ == "__main__":
    main()
