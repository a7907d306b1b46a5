"""Whether a description names an instrument: not a class of things, not the head's everyday sense."""

from __future__ import annotations

from dealwire.rulers.treaty import senses
from dealwire.rulers.treaty import vocabulary as vocab
from dealwire.rulers.treaty import words as w
from dealwire.rulers.treaty.candidate import Candidate
from dealwire.rulers.treaty.edge import Edge, edge_of
from dealwire.rulers.treaty.modifiers import LIMIT, is_proper, is_word, is_year, unit_start
from dealwire.tokens import Tokens

WINDOW = 9  # tokens either side in which a verb of dealing counts as evidence
PLURALS = w.words(
    "treaties conventions protocols agreements accords pacts compacts memoranda memorandums mous ftas declarations",
    "communiques communiqués charters deals statements",
)


def is_instrument(tokens: Tokens, c: Candidate) -> bool:
    """Whether a candidate that is on no list names one instrument, or some in particular."""
    floor, limit = tokens.sentence(c.head)
    if is_other_sense(tokens, c, limit):
        return False
    if not c.selfsufficient and c.first == c.head and c.last == c.head_last:
        return False
    edge = edge_of(tokens, c.first, floor)
    return is_specific(tokens, c, edge, floor, limit)


def is_other_sense(tokens: Tokens, c: Candidate, limit: int) -> bool:
    """Whether the head has another meaning here: `charter flight`, `party convention`, `great deal`."""
    lower, base = tokens.lower, c.base
    after = c.head_last + 1
    following = lower[after] if after < limit else ""
    if is_modifier(tokens, c, following) or is_event(tokens, c):
        return True
    before = word_before(tokens, c)
    if before in senses.BLOCKED_BEFORE.get(base, ()) or is_declaration_of(tokens, c, limit):
        return True
    modifiers = set(lower[c.first : c.head])
    if base == "deal":
        political = senses.POLITICAL & modifiers.union(lower[c.head_last + 1 : c.last + 1]) or names_parties(tokens, c)
        return not political or bool(modifiers & senses.COMMERCIAL)
    if is_consensus(tokens, c, before) or is_verb(tokens, c, following):
        return True
    needed = None if c.selfsufficient else senses.CHOOSY.get(base)
    if needed is None or modifiers & needed:
        return False
    if base == "memorandum" and is_proper(tokens.words[c.head]):
        return c.first < c.head  # `National Security Memorandum on …`: presidents and cabinets issue those
    return not is_titled(tokens, c) and c.last == c.head_last


def is_event(tokens: Tokens, c: Candidate) -> bool:
    """Whether a convention is one that people go to: `attended the Narnia Toy Convention`."""
    i = c.first - 1
    while i > 0 and tokens.lower[i] in w.DETERMINERS:
        i -= 1
    return c.base == "convention" and c.last == c.head_last and i >= 0 and tokens.lower[i] in senses.ATTENDED


def word_before(tokens: Tokens, c: Candidate) -> str:
    """The word before the head, hyphens inside it: `staff-level`."""
    if c.head == 0:
        return ""
    return "".join(tokens.lower[unit_start(tokens, c.head - 1, max(0, c.head - LIMIT)) : c.head])


def is_modifier(tokens: Tokens, c: Candidate, following: str) -> bool:
    """Whether the head only modifies what follows: `charter flight`, `Treaty Organization`, `treaty-based`."""
    return following in senses.BLOCKED_AFTER.get(c.base, ()) or (
        following in ("-", "‑") and not tokens.gaps[c.head_last]
    )


def is_consensus(tokens: Tokens, c: Candidate, before: str) -> bool:
    """Agreement in the sense of agreeing, convention of habit: `there is agreement on the main points`."""
    if (
        c.base not in ("agreement", "convention", "protocol")
        or c.first != c.head
        or c.selfsufficient
        or is_titled(tokens, c)
    ):
        return False
    return before not in w.DETERMINERS | vocab.EVALUATIVE


def is_verb(tokens: Tokens, c: Candidate, following: str) -> bool:
    """To accord: `the law accords them rights`."""
    return c.base == "accord" and following in w.PRONOUNS | w.DETERMINERS and not is_titled(tokens, c)


def is_declaration_of(tokens: Tokens, c: Candidate, limit: int) -> bool:
    """A declaration of war, of independence, of emergency."""
    i = c.head_last + 1
    if c.base != "declaration" or i >= limit or tokens.lower[i] != "of":
        return False
    return not senses.BLOCKED_BEFORE["declaration"].isdisjoint(tokens.lower[i + 1 : min(limit, i + 5)])


def is_titled(tokens: Tokens, c: Candidate) -> bool:
    """Whether the head is written as part of a title: `Basel Convention`, `Declaration of Helsinki`."""
    inner = tokens.words[c.first : c.head] or tokens.words[c.head_last + 1 : c.last + 1]
    return is_proper(tokens.words[c.head]) and any(is_proper(word) for word in inner)


def names_parties(tokens: Tokens, c: Candidate) -> bool:
    """Whether two names are joined before the head: `US-China deal`."""
    words = tokens.words[c.first : c.head]
    return any(
        left[0].isupper() and hyphen in "-–/" and right[0].isupper()
        for left, hyphen, right in zip(words, words[1:], words[2:], strict=False)
    )


def is_specific(tokens: Tokens, c: Candidate, edge: Edge, floor: int, limit: int) -> bool:
    """Whether the phrase says which one: by its determiner, a proper noun or year in it, its parties, its verb."""
    if edge.determiner in w.NEGATIVE:
        return False
    if has_name(tokens, c, floor):
        return True
    if edge.determiner in w.DEFINITE or edge.determiner == "'s":
        return True
    plural = tokens.lower[c.head_last] in PLURALS or tokens.lower[c.head] in PLURALS
    if edge.determiner in w.COUNTS or edge.determiner.isdigit():
        return True
    near = set(tokens.lower[max(floor, edge.start - WINDOW) : edge.start])
    near |= set(tokens.lower[c.last + 1 : min(limit, c.last + 1 + WINDOW)])
    if plural and has_parties(tokens, c, limit):
        return not is_generic_subject(tokens, c, edge, floor, limit)
    if plural:
        return bool((near | edge.adjectives) & vocab.STRONG_DEALING) and not is_generic_subject(
            tokens, c, edge, floor, limit
        )
    if is_generic_subject(tokens, c, edge, floor, limit):
        return False
    return edge.determiner != "" or c.last > c.head_last or bool(near & vocab.DEALING) or has_parties(tokens, c, limit)


def has_name(tokens: Tokens, c: Candidate, floor: int) -> bool:
    """Whether a proper noun or a year stands in the span, sentence starts aside."""
    inner = [*range(c.first, c.head), *range(c.head_last + 1, c.last + 1)]
    return any(
        (is_proper(tokens.words[i]) and (i > floor or tokens.lower[i] not in vocab.KINDS)) or is_year(tokens.words[i])
        for i in inner
        if is_word(tokens.words[i])
    )


def is_generic_subject(tokens: Tokens, c: Candidate, edge: Edge, floor: int, limit: int) -> bool:
    """Whether the phrase opens its sentence as the subject of a general statement: `A trade agreement should …`."""
    after = tokens.lower[c.last + 1] if c.last + 1 < limit else ""
    opens = edge.start == floor or tokens.lower[edge.start - 1] in (",", ";", ":")
    if after in vocab.GENERIC_VERBS and opens and not vocab.DEALING.intersection(tokens.lower[c.last + 2 : c.last + 5]):
        return True
    return after == "," and tokens.lower[c.last + 2 : c.last + 4] == ["such", "as"]


def has_parties(tokens: Tokens, c: Candidate, limit: int) -> bool:
    """Whether `with X` or `between X and Y` follows."""
    i = c.last + 1
    if i + 1 >= limit or tokens.lower[i] not in ("with", "between", "among"):
        return False
    return is_proper(tokens.words[i + 1]) or tokens.lower[i + 1] in w.DEFINITE
