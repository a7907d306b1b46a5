"""Where an instrument stands, by the words that govern it.

Looked at in this order: adjectives left out of the description (`the pending agreement`), the verb or noun that governs
it from the left (`signed`, `talks on`), the verb whose subject it is (`entered into force`, `was signed`). A modal, an
infinitive or a negation before a verb of making means that it is not made yet. Null where the sentence does not say.
"""

from __future__ import annotations

from itertools import pairwise

from dealwire.entities.treaty import verbs as v
from dealwire.records import Status
from dealwire.rulers.treaty import words as w
from dealwire.rulers.treaty.candidate import Candidate
from dealwire.rulers.treaty.edge import Edge, edge_of
from dealwire.rulers.treaty.modifiers import is_proper
from dealwire.tokens import Tokens

LEFT, RIGHT = 40, 16  # how far governors are looked for
TIMES = w.MONTHS | w.DAYS | w.TIME_NOUNS | w.words("in on last this earlier")
LIGHT = w.AUXILIARIES | w.ADVERBS


def status_of(tokens: Tokens, c: Candidate) -> Status | None:
    """The status that the candidate's own sentence gives it."""
    floor, limit = tokens.sentence(c.head)
    edge = edge_of(tokens, c.first, floor)
    if told := by_adjective(edge):
        return told
    if modifies_talks(tokens, c, limit):
        return "negotiated"
    governed = by_governor(tokens, edge.start, floor)
    if governed == "negotiated" and c.named and edge.determiner == "the" and is_wish(tokens, edge.start, floor):
        governed = None
    if governed in (None, "negotiated"):  # what was negotiated may have been signed since
        told = by_predicate(tokens, c, edge, limit)
        return told or governed or by_list(tokens, edge.start, floor)
    return governed


def by_adjective(edge: Edge) -> Status | None:
    return next((v.ADJECTIVES[word] for word in sorted(edge.adjectives) if word in v.ADJECTIVES), None)


def modifies_talks(tokens: Tokens, c: Candidate, limit: int) -> bool:
    """Whether the phrase says what talks are about: `the ceasefire deal proposal`; what has a name exists."""
    after = c.last + 1
    return not c.named and c.last == c.head_last and after < limit and tokens.lower[after] in v.BEHIND


def by_governor(tokens: Tokens, start: int, floor: int) -> Status | None:
    """The status that the verb or noun right before the phrase gives it: `signed`, `entered into`, `talks on`."""
    i = start - 1
    particles: list[str] = []
    while i > floor and tokens.lower[i] in v.PREPOSITIONS and len(particles) < 2:
        particles.append(tokens.lower[i])
        i -= 1
    if i < floor:
        return None
    word = tokens.lower[i]
    if particles and v.GOVERNING.issuperset(particles) and word in v.NOUNS and not is_verb_here(tokens, i, floor):
        return v.NOUNS[word]
    if particles == ["from"] and word not in v.FORMS:
        i = before_time(tokens, i, floor)
        word = tokens.lower[i]
    if particles == ["of", "out"] or (particles == ["from"] and word not in v.FORMS):
        return by_pulling_out(tokens, i, floor)
    if word not in v.FORMS:
        return None
    needed = v.PARTICLES.get(v.FORMS[word][0])
    if (needed is None and particles) or (needed and not needed & set(particles or [""])):
        return None
    return by_verb(tokens, i, floor)


def before_time(tokens: Tokens, i: int, floor: int) -> int:
    """The last token before the time that ends at i, i where none does: `withdrew` of `withdrew in May 2018 from`."""
    j = i
    while j > max(floor, i - 4) and (tokens.lower[j] in TIMES or tokens.words[j].isdigit()):
        j -= 1
    return j


def is_wish(tokens: Tokens, start: int, floor: int) -> bool:
    """Whether a verb of making governs the phrase: what has a name exists (`unwilling to sign the Kyoto Protocol`)."""
    i = v.before_particles(tokens, start, floor)
    word = tokens.lower[i] if i >= floor else ""
    return word in v.FORMS and v.DONE[v.FORMS[word][0]] in ("signed", "adopted")


def by_pulling_out(tokens: Tokens, i: int, floor: int) -> Status | None:
    """`pulled out of`, `took the country out of`."""
    for j in range(i, max(floor, i - 4) - 1, -1):
        if tokens.lower[j] in v.PULLING:
            unreal = is_unreal(tokens.lower[max(floor, j - 4) : j], "past")
            return None if unreal or tokens.lower[j] in ("pull", "take") else "ended"
    return None


def is_verb_here(tokens: Tokens, i: int, floor: int) -> bool:
    """Whether a word that may be noun or verb is a verb: after `to`, a modal, a pronoun."""
    return i > floor and tokens.lower[i - 1] in v.UNREAL | w.PRONOUNS


def by_verb(tokens: Tokens, i: int, floor: int) -> Status | None:
    """The status that the verb at i gives its object, with its modality."""
    verb, form = v.FORMS[tokens.lower[i]]
    status = v.DONE[verb]
    if status == "negotiated":
        return status
    before = tokens.lower[max(floor, i - 5) : i]
    if form == "ing" and not any(word in v.REAL_BEFORE_ING for word in before):
        return "negotiated" if status in ("signed", "adopted") else None
    if is_unreal(before, form) or (form == "base" and is_demanded(tokens.lower[max(floor, i - 10) : i])):
        return "negotiated" if status in ("signed", "adopted") else None
    return None if any(word in v.NEGATIONS for word in before) else status


def is_unreal(before: list[str], form: str) -> bool:
    """Whether the words before a verb make it a wish, a plan or a possibility."""
    if "to" in before:
        at = before.index("to")
        return not (at and before[at - 1] in v.REAL_BEFORE_TO)
    return any(word in v.UNREAL or (form == "base" and word in v.DEMANDS) for word in before)


def is_demanded(before: list[str]) -> bool:
    """Whether a verb in its base form is what somebody has to do: `demanded that President Roe sign it`."""
    return any(word in v.DEMANDS and following == "that" for word, following in pairwise(before))


def by_predicate(tokens: Tokens, c: Candidate, edge: Edge, limit: int) -> Status | None:
    """The status by the first verb after the phrase: `was signed`, `signed in`, `expired`, `entered into force`."""
    stop = min(limit, c.last + 1 + RIGHT)
    lower = tokens.lower
    for i in range(behind_bracket(tokens, c.last + 1, stop), stop):
        word = lower[i]
        if word == "under" and v.TALKS & set(lower[i + 1 : i + 4]):
            return "negotiated"
        if word == "in" and lower[i + 1 : i + 2] == ["force"]:  # `the accord, in force since May,`
            return "in_force"
        if word in v.FORCE_VERBS and v.FORCE & set(lower[i + 1 : i + 4]):
            unreal = any(x in v.UNREAL for x in lower[max(c.last, i - 2) : i])
            return None if unreal else "in_force"
        if word in v.LAPSES:
            return "ended" if is_predicate(tokens, c, i) else None
        if word in v.FORMS and v.FORMS[word][1] == "past" and not is_negotiating(word):
            told = by_participle(tokens, c, i)
            return "in_force" if told == "signed" and is_kept(lower[i:stop]) else told
        if word in w.AUXILIARIES and word not in ("not", "n't"):
            verdict = by_auxiliary(tokens, i, stop, edge)
            if verdict != "go on":
                return verdict  # type: ignore[return-value]
        elif word in w.VERBS or word in (";", ".", ":"):
            return None
    return None


def is_kept(after: list[str]) -> bool:
    """Whether what was signed is said to be in force: `signed in 1951 that remains in force`."""
    return "in force" in " ".join(after) and not v.KEEPING.isdisjoint(after)


def is_negotiating(word: str) -> bool:
    """Whether a participle only says that the instrument was worked on: `brokered by Turkey`."""
    return v.DONE[v.FORMS[word][0]] == "negotiated" and word not in v.TABLED


def behind_bracket(tokens: Tokens, i: int, stop: int) -> int:
    """The token behind a bracket that opens at i; i where none does."""
    if i < stop and tokens.words[i] == "(" and ")" in tokens.words[i:stop]:
        return tokens.words.index(")", i) + 1
    return i


def is_predicate(tokens: Tokens, c: Candidate, i: int) -> bool:
    """Whether the verb at i says that the phrase ended: its subject, and no object (`the accords ended the war`)."""
    after = tokens.words[i + 1] if i + 1 < len(tokens) else "."
    if after[0].isalnum() and after.lower() not in w.PREPOSITIONS | w.CONJUNCTIONS | w.ADVERBS | {
        "last",
        "when",
        "this",
    }:
        return False
    return not any(word in ("who", "which", "that", ",") for word in tokens.lower[c.last + 1 : i][:-1])


def by_participle(tokens: Tokens, c: Candidate, i: int) -> Status | None:
    """`the treaty signed in 1992`, `a declaration, adopted on Monday`: right behind the phrase or its parties."""
    status = v.DONE[v.FORMS[tokens.lower[i]][0]]
    gap = tokens.lower[c.last + 1 : i]
    close = (
        not gap or gap[-1] in (",", ")") or gap[-1] in w.ADVERBS or gap[0] in ("between", "with", "on", "in", "from")
    )
    if not close or (gap and gap[-1] in w.PRONOUNS):
        return None
    if any(word in w.NEGATIVE or word in ("that", "ever") for word in gap):  # `the best deal ever made`
        return None
    if gap and gap[0] in ("with", "between") and i + 1 < len(tokens) and tokens.lower[i + 1] in w.DETERMINERS:
        return None  # an active verb with an object of its own
    return status if status != "negotiated" or tokens.lower[i] in v.TABLED else None


def by_auxiliary(tokens: Tokens, i: int, stop: int, edge: Edge) -> Status | str | None:
    """The status by a passive or a predicate adjective: `has been operational`, `will be signed`, `was ratified`."""
    lower = tokens.lower
    ahead = lower[i : min(stop, i + 6)]
    modal = any(word in v.UNREAL or word == "being" for word in ahead) or is_condition(tokens, edge.start, ahead[0])
    passive = not {"has", "have", "had"}.intersection(ahead) or "been" in ahead
    if "under" in ahead and v.TALKS & set(ahead):
        return "negotiated"
    for word in ahead[1:]:
        if word in v.NEGATIONS:
            return None
        if word in v.LIVE:
            return None if modal else "in_force"
        if word in v.LAPSES:
            return None if modal else "ended"
        if word in v.AHEAD:
            return "negotiated"
        if word in v.FORMS and v.FORMS[word][1] == "past" and passive:
            return by_passive(word, modal)
        if word not in LIGHT and not word.endswith("ly"):
            break
    if ahead[0] in ("could", "would", "will", "may", "might") and edge.determiner in w.INDEFINITE | {""}:
        return "negotiated"
    return "go on" if lower[i] in ("'s",) else None


def is_condition(tokens: Tokens, start: int, auxiliary: str) -> bool:
    """Whether the clause of the phrase says what may come: `once a deal is signed`, not `until a deal was signed`."""
    before = tokens.lower[start - 1] if start else ""
    return before in ("if", "unless", "whether") or (before in v.UNREAL and auxiliary not in ("was", "were", "had"))


def by_passive(word: str, modal: bool) -> Status | None:
    """`was signed`, `will be signed`, `is being negotiated`."""
    status = v.DONE[v.FORMS[word][0]]
    if status == "negotiated":
        return status if word in v.TABLED else None
    if modal:
        return "negotiated" if status in ("signed", "adopted") else None
    return status


def by_list(tokens: Tokens, start: int, floor: int) -> Status | None:
    """The status of a phrase in a list: `signed a treaty and a protocol`, `papers were signed, including an accord`."""
    i = start - 1
    if i <= floor or tokens.lower[i] not in ("and", ",", "including", "or", "namely", "as"):
        return None
    for j in range(i - 1, max(floor, i - LEFT) - 1, -1):
        word = tokens.lower[j]
        if word in v.FORMS and not is_proper(tokens.words[j]):
            told = by_verb(tokens, j, floor) if v.FORMS[word][1] == "past" else None
            return told if told != "negotiated" or word != "negotiated" else None
        if word in w.VERBS or word in w.AUXILIARIES:
            return None
    return None
