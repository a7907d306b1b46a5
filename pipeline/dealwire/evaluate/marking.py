"""Errors for the terminal: each in its sentence, with the spans marked.

Gold stands in square brackets, what was found in braces, so that both can be told without colour too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from dealwire.control import harmless
from dealwire.evaluate.errors import KINDS, Error, Kind, Passage, Passages, grouped
from dealwire.evaluate.sources import Span

GOLD, FOUND, BOTH = "green", "red", "yellow"
QUIET = "dim"
SIDES = ("gold", "found")


def error_list(
    errors: Sequence[Error],
    passages: Passages,
    headings: Mapping[Kind, str] = KINDS,
    sides: tuple[str, str] = SIDES,
) -> Iterator[Text]:
    """Every error, a paragraph each, under the heading of its kind."""
    if errors:
        yield legend(sides)
    for kind, group in grouped(errors).items():
        yield Text()
        yield Text(f"{headings[kind]}: {len(group)}", style="bold")
        for error in group:
            yield from paragraph(error, passages, sides)


def legend(sides: tuple[str, str] = SIDES) -> Text:
    """What the marks mean."""
    gold, found = sides
    return Text.assemble("marks: ", (f"[{gold}]", GOLD), " ", (f"{{{found}}}", FOUND), " ", ("[{both}]", BOTH))


def paragraph(error: Error, passages: Passages, sides: tuple[str, str] = SIDES) -> Iterator[Text]:
    """One error: where, what, and the sentence with the spans marked."""
    span = error.span
    yield Text.assemble(
        f"  {span.label} ",
        (f"{visible(span.doc_id)}:{span.start}-{span.end}", QUIET),
        (f"  {visible(error.found.rule)}" if error.found and error.found.rule else "", QUIET),
    )
    for key, (gold, found) in error.differences().items():
        yield difference(key, show(gold), show(found), sides)
    if error.kind == "label" and error.gold and error.found:
        yield difference("label", error.gold.label, error.found.label, sides)
    yield from sentence_lines(error, passages.around(error))


def difference(key: str, gold: str, found: str, sides: tuple[str, str]) -> Text:
    """What the two sides say, on one line."""
    return Text.assemble(f"    {key}: {sides[0]} ", (visible(gold), GOLD), f", {sides[1]} ", (visible(found), FOUND))


def sentence_lines(error: Error, passage: Passage | None) -> Iterator[Text]:
    """The sentence of an error with its spans marked; the spans alone where the article is not at hand."""
    if passage is not None:
        yield Text("    ").append(marked(passage, error.gold, error.found))
        return
    if error.gold:
        yield Text.assemble("    ", (f"[{visible(error.gold.text)}]", GOLD))
    if error.found and error.kind != "value":
        yield Text.assemble("    ", (f"{{{visible(error.found.text)}}}", FOUND))


def marked(passage: Passage, gold: Span | None, found: Span | None) -> Text:
    """The passage on one line, gold in brackets and found in braces.

    >>> span = Span(doc_id="a", label="MONEY", start=5, end=7, text="$5")
    >>> marked(Passage(0, "Paid $5."), span, span).plain
    'Paid [{$5}].'
    """
    out = Text("… " if passage.cut_before else "")
    before = (False, False)
    for piece, *inside in passage.pieces(gold, found):
        now = (inside[0], inside[1])
        out.append(_marks(before, now), style=_style(before[0] or now[0], before[1] or now[1]))
        out.append(visible(piece), style=_style(*now))
        before = now
    out.append(_marks(before, (False, False)), style=_style(*before))
    return out.append(" …" if passage.cut_after else "")


def visible(text: str) -> str:
    r"""The text on one line, without characters that would command the terminal.

    >>> visible("rose\n5% \x1b[31m")
    'rose 5% ␛[31m'
    """
    return harmless("".join(" " if c.isspace() else c for c in text))


def show(value: object) -> str:
    """A value in words.

    >>> show(None), show([]), show(["EU", "Japan"])
    ('nothing', 'none', 'EU, Japan')
    """
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return "nothing" if value is None else str(value)


def _marks(before: tuple[bool, bool], now: tuple[bool, bool]) -> str:
    """The marks between two pieces: first what closes, then what opens."""
    closing = "".join(mark for mark, was, is_ in zip("}]", before[::-1], now[::-1], strict=True) if was and not is_)
    opening = "".join(mark for mark, was, is_ in zip("[{", before, now, strict=True) if is_ and not was)
    return closing + opening


def _style(gold: bool, found: bool) -> str:
    return f"bold {BOTH if gold and found else GOLD if gold else FOUND}" if gold or found else ""
