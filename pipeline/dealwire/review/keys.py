"""The keys of the review page: one table, shown by `?` and on the buttons."""

from __future__ import annotations

KEYS: dict[str, list[tuple[str, str]]] = {
    "Decide": [
        ("a", "accept"),
        ("x", "reject"),
        ("e", "edit the values"),
        ("b", "move the boundaries"),
        ("s", "put off"),
        ("u", "undo"),
        ("Shift a", "accept all of the same rule and text in this article"),
        ("Shift x", "reject all of the same rule and text in this article"),
    ],
    "Go": [
        ("j  ↓", "next record"),
        ("k  ↑", "previous record"),
        ("g", "next undecided record of the queue"),
        ("n", "next article"),
        ("p", "previous article"),
        ("Enter", "close the finished article, go on to the next"),
        ("/", "search the run"),
        ("l", "the list of records"),
        ("?", "these keys"),
    ],
    "Add a missed record": [
        ("i", "start at the record in hand"),
        ("← →  ↑ ↓", "move by a word, by a line"),
        ("Shift ← →", "longer or shorter by a word"),
        ("Alt ← →", "longer or shorter by a character"),
        ("f", "find words in the article"),
        ("m p c t", "add it as money, percent, company, treaty"),
        ("Esc", "leave it"),
    ],
    "Move the boundaries": [
        ("← →", "the end, by a word"),
        ("Shift ← →", "the start, by a word"),
        ("Alt", "by a character instead"),
        ("Enter", "save"),
        ("Esc", "leave it as it was"),
    ],
}
