"""The treaty ruler: anchors, growth, selection."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from dealwire.folding import fold
from dealwire.mentions import Mention
from dealwire.patterns import PatternSet
from dealwire.phrases import Hit, PhraseIndex
from dealwire.rulers.treaty.acronyms import acronyms
from dealwire.rulers.treaty.candidate import Candidate, Head
from dealwire.rulers.treaty.listed import listed
from dealwire.rulers.treaty.modifiers import description_start
from dealwire.rulers.treaty.names import Named, NameIndex, read_names
from dealwire.rulers.treaty.specific import is_instrument, is_modifier
from dealwire.rulers.treaty.topic import Topic
from dealwire.tokens import Tokens, seek

LAWS = frozenset({"Act", "Bill"})


class TreatyRuler:
    def __init__(self, patterns: PatternSet) -> None:
        heads = [
            (p.pattern, head_of(p.id, p.means or "other", p.pattern))
            for p in patterns.of("TREATY", "head")
            if isinstance(p.pattern, str)
        ]
        self.heads = PhraseIndex(heads)
        self.names = NameIndex(read_names(patterns.find("treaties.csv")))
        first = {phrase.split()[0] for phrase, _ in heads}
        self.anchors = {spelt for word in first for spelt in (word, word.lower(), word.capitalize(), word.upper())}
        self.anchors.update(f"{word[:-1].upper()}s" for word in first if word.endswith("s"))  # `MOUs`
        self.first_words = frozenset(map(str.lower, first))
        self.anchors.update(self.names.openers)
        self.folded = frozenset(map(fold, self.anchors))
        seek(self.folded)

    def find(self, tokens: Tokens, found: Sequence[Mention]) -> list[Mention]:
        words, anchors = tokens.words, self.anchors
        places = [i for i in tokens.places(self.folded) if words[i] in anchors]
        if not places:
            return []
        taken = {i for mention in found for i in range(mention.first, mention.last + 1)}
        candidates = best(self.candidates(tokens, places, taken))
        candidates = best([*acronyms(tokens, candidates, taken), *candidates])
        return [Mention("TREATY", c.first, c.last, c.rule, c) for c in candidates]

    def candidates(self, tokens: Tokens, places: list[int], taken: Container[int]) -> Iterator[Candidate]:
        """All phrases of the article that name an instrument; they may overlap."""
        lower, heads_at = tokens.lower, self.heads.at
        hits = [hit for i in places if lower[i] in self.first_words and (hit := heads_at(lower, i))]
        heads = {i for hit in hits for i in range(hit.first, hit.last + 1)}
        names = list(self.names.find(tokens, places))
        inside: dict[int, tuple[int, int, Named]] = {i: name for name in names for i in range(name[0], name[1] + 1)}
        for hit in hits:
            c = grown(tokens, hit, heads, taken)
            name = inside.get(hit.first) or inside.get(max(c.first, hit.first - 1))
            if name:
                c = widened(c, *name[:2])
            if is_law(tokens, c) or (is_blocked(tokens, c) if name else not is_instrument(tokens, c)):
                continue
            yield c
        yield from listed(tokens, [name for name in names if heads.isdisjoint(range(name[0], name[1] + 1))])


def head_of(rule: str, kind: str, phrase: str) -> Head:
    """The head that a pattern line describes.

    >>> head_of("treaty.statement", "statement", "joint statement").base
    'statement'
    """
    base = {"memorandum": "memorandum", "other": phrase.split()[-1]}.get(kind, kind)
    if rule.startswith("treaty.deal"):
        base = "deal"
    return Head(rule, kind, base, " " in phrase or phrase[:3] in ("MoU", "FTA"))  # type: ignore[arg-type]


def grown(tokens: Tokens, hit: Hit[Head], heads: Container[int], taken: Container[int]) -> Candidate:
    """A head with its modifiers and its topic."""
    floor, limit = tokens.sentence(hit.first)
    head = hit.value
    first = description_start(tokens, hit.first, floor, taken)
    last = Topic(tokens, limit, taken, heads).end(hit.last)
    return Candidate(first, last, hit.first, hit.last, head.kind, head.rule, head.base, head.selfsufficient)


def widened(c: Candidate, first: int, last: int) -> Candidate:
    """A candidate that covers a listed name too."""
    return Candidate(
        min(c.first, first), max(c.last, last), c.head, c.head_last, c.kind, c.rule, c.base, c.selfsufficient, True
    )


def is_blocked(tokens: Tokens, c: Candidate) -> bool:
    """Whether a listed name is part of another: `North Atlantic Treaty Organization`."""
    after = c.head_last + 1
    return after < len(tokens) and is_modifier(tokens, c, tokens.lower[after])


def is_law(tokens: Tokens, c: Candidate) -> bool:
    """Whether the name goes on as that of a law: `Convention on the Suppression of Piracy Act`, `Bird Treaty Act`."""
    return not LAWS.isdisjoint(tokens.words[c.last + (c.head_last == c.last) : c.last + 2])


def best(candidates: Iterator[Candidate] | list[Candidate]) -> list[Candidate]:
    """Of overlapping candidates the longest, of equals the first; in text order."""
    chosen: list[Candidate] = []
    taken: set[int] = set()
    for c in sorted(candidates, key=lambda c: (c.first - c.last, c.head)):
        span = range(c.first, c.last + 1)
        if taken.isdisjoint(span):
            taken.update(span)
            chosen.append(c)
    return sorted(chosen, key=lambda c: c.first)
