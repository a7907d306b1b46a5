"""Who made an instrument, as its own sentence says: by its modifiers, `between … and …`, `with …`, or the subject."""

from __future__ import annotations

from dealwire.entities.context import Context
from dealwire.entities.treaty import verbs as v
from dealwire.entities.treaty.partynames import POSSESSIVES, PartyReader
from dealwire.entities.treaty.polities import polities, states, towns
from dealwire.rulers.treaty import vocabulary as vocab
from dealwire.rulers.treaty import words as w
from dealwire.rulers.treaty.candidate import Candidate
from dealwire.rulers.treaty.edge import edge_of
from dealwire.rulers.treaty.modifiers import HYPHENS, is_proper, is_word, unit_end
from dealwire.tokens import Tokens

REACH = 26  # tokens from a verb back to its subject's first word
POSSESSOR = 8  # tokens of `Japan and the Philippines` before their `'s`
AHEAD = 12  # tokens from the phrase on to `between` or `with`
MAKING = frozenset({"signed", "adopted", "negotiated", "ratified", "in_force"})
SKIPPED = w.words(
    "also jointly recently finally both formally officially since just already now together today yesterday",
)
INTENTIONS = w.words(
    "decision plan plans bid move effort efforts attempt attempts desire willingness readiness intention intent",
    "wish agreed expected set due ready about planned hopes hoped hoping wants wanted trying tried seeking sought",
    "close able managed failed likely poised keen began decided scheduled yet",
)
# What may stand between an instrument and its `between`, and between a subject and its verb.
BETWEEN = vocab.CLAUSE_OPENERS | w.AUXILIARIES | w.ADVERBS | w.DAYS | w.MONTHS | w.TIME_NOUNS
BETWEEN |= w.words('on in last at that which the this , earlier late early it they ” "')
BEFORE_VERB = w.AUXILIARIES | w.ADVERBS | SKIPPED | INTENTIONS | w.DAYS | {"to", "on", "’s", "'s"}
PAIRS = w.words(
    "countries sides nations leaders parties governments presidents ministers neighbours neighbors men powers",
)


def parties_of(context: Context, c: Candidate) -> tuple[str, ...]:
    """The names of the parties, in the order of the text, each once."""
    tokens = context.tokens
    floor, limit = tokens.sentence(c.head)
    reader = PartyReader(tokens, context.companies)
    start = edge_of(tokens, c.first, floor).start
    named = modifier_parties(tokens, c)
    behind = parties_behind(tokens, c, reader, limit)
    if named and len(named) > 1:
        return unique(named)
    before = (
        possessor(tokens, start, floor, reader)
        or subject(tokens, start, floor, reader, bool(behind))
        or speakers(tokens, c, start, reader, limit)
    )
    return unique([*before, *named, *behind])


def unique(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def modifier_parties(tokens: Tokens, c: Candidate) -> list[str]:
    """Parties inside the description: `US-Mexico-Canada Agreement`, `India-Sri Lanka trade deal`, `IMF agreement`."""
    i = c.first
    while i < c.head:
        end = unit_end(tokens, i, c.head)
        if end > i and (joined := joined_parties(tokens, i, end, c.head)):
            return joined
        i = end + 1
    return single_party(tokens, c)


def joined_parties(tokens: Tokens, first: int, end: int, head: int) -> list[str]:
    """The parts of a hyphenated word that are parties; the last may go on (`India-Sri Lanka`)."""
    parts: list[str] = []
    i = first
    while i <= end:
        stop = longest_polity(tokens, i, head) or i
        parts.append(tokens.slice(i, stop))
        i = stop + 2
    before = tokens.slice(first - 1, first) if first else ""
    if before.lower() in polities():  # `Sri Lanka-Thailand`
        parts[0] = before
    known = [part.lower() in polities() for part in parts]
    if len(parts) > 1 and all(known):
        return parts
    capital = all(part[0].isupper() and part.lower() not in vocab.KINDS | towns() for part in parts)
    adjacent = end + 1 == head and capital and len(parts) == 2 and not any(p.lower() in PREFIXES for p in parts)
    return parts if adjacent and not any(known) else []


PREFIXES = w.words(
    "trans pan asia pacific euro anti non pre post inter multi sub mid north south east west cross intra extra",
    "indo atlantic",
)


def longest_polity(tokens: Tokens, i: int, limit: int) -> int | None:
    """The last token of the longest known name that starts at token i: `Sri Lanka`, `United Kingdom`."""
    for stop in range(min(i + 3, limit - 1), i - 1, -1):
        if " ".join(tokens.lower[i : stop + 1]) in polities():
            return stop
    return None


def single_party(tokens: Tokens, c: Candidate) -> list[str]:
    """A lone country or the IMF before a head in small letters: `the Iran deal`; `UN Charter` names no party."""
    if c.head == c.first or (is_proper(tokens.words[c.head]) and tokens.lower[c.first : c.head] != ["imf"]):
        return []
    stop = longest_polity(tokens, c.first, c.head)
    if stop is None or (stop + 1 < c.head and tokens.words[stop + 1] in HYPHENS):
        return []
    name = tokens.slice(c.first, stop)
    return [name] if name.lower() in states() else []


def parties_behind(tokens: Tokens, c: Candidate, reader: PartyReader, limit: int) -> list[str]:
    """Parties in `between A and B`, `with B`, `signed by A and B` behind the phrase, dates and verbs skipped."""
    i = c.last + 1 + (tokens.words[c.last + 1 : c.last + 2] == ["]"])  # of a link in Markdown, its address follows
    stop = min(limit, i + AHEAD)
    if i + 2 < limit and tokens.words[i] in "([":
        i += 3
    if tokens.lower[i : i + 2] == [",", "by"] and len(names := reader.names(i + 2, limit)[0]) > 1:
        return names  # `the Lisbon Accord, by A, B and C, called for`
    made = c.kind in ISSUED  # a statement by somebody
    while i < stop:
        word = tokens.lower[i]
        if word in ("between", "among", "with") or (made and word in ("by", "from")):
            if word == "with" and tokens.lower[i - 1] == ",":
                return []  # `…, with Chile to follow`
            return reader.names(i + 1, limit)[0] or bloc(tokens, i + 1, limit)
        if not is_skippable(tokens, i):
            i = passive(tokens, i, stop)
        made = word in vocab.CLAUSE_OPENERS or tokens.lower[min(i, stop - 1)] in vocab.CLAUSE_OPENERS
        i += 1
    return []


ISSUED = frozenset({"statement", "declaration"})


def passive(tokens: Tokens, i: int, stop: int) -> int:
    """The participle of the first passive from token i on: `about the pipeline was signed`; `stop` if there is none."""
    for j in range(i + 1, stop):
        if tokens.lower[j] in vocab.CLAUSE_OPENERS and tokens.lower[j - 1] in w.AUXILIARIES:
            return j
        if tokens.lower[j] in (",", ";") or tokens.lower[j] in vocab.HEAD_NOUNS:
            break
    return stop


def is_skippable(tokens: Tokens, i: int) -> bool:
    """Whether token i may stand between an instrument and `between`: dates, auxiliaries, participles, adverbs."""
    word = tokens.lower[i]
    return word in BETWEEN or word[0].isdigit()


def bloc(tokens: Tokens, i: int, limit: int) -> list[str]:
    """`the bloc` is the EU where the sentence names it."""
    if tokens.lower[i : i + 2] != ["the", "bloc"]:
        return []
    floor = tokens.sentence(i)[0]
    return next(([word] for word in tokens.words[floor:limit] if word in ("EU", "EC", "Mercosur", "ASEAN")), [])


def possessor(tokens: Tokens, start: int, floor: int, reader: PartyReader) -> list[str]:
    """A country, organisation or company whose instrument it is: `India's agreement with`."""
    if start <= floor or tokens.lower[start] not in POSSESSIVES:
        return []
    for i in range(max(floor, start - POSSESSOR), start):
        names, after = reader.names(i, start)
        if after == start and all(name.lower() in polities() or i in reader.companies for name in names):
            return names
    return []


def subject(tokens: Tokens, start: int, floor: int, reader: PartyReader, others: bool) -> list[str]:
    """The subject of a verb of making right before the phrase: `A and B signed`, `A's decision to enter into`."""
    verb = governor(tokens, start, floor)
    if verb is None:
        return []
    end = subject_end(tokens, verb, floor)
    for i in range(max(floor, end - REACH), end):
        if not (is_proper(tokens.words[i]) or i in reader.companies or tokens.lower[i] == "the"):
            continue
        names, after = reader.names(i, end)
        if len(names) == 2 and not JOINED.intersection(tokens.lower[i:end]):
            continue  # `Unlike Peru, Chile signed`
        alone = len(names) == 1 and (tokens.lower[verb] in ANNOUNCING or not (others or is_known(names[0], i, reader)))
        if names and after == end and not alone:
            return names
    return earlier_pair(tokens, end, floor, reader)


JOINED = frozenset(("and", "&", "plus"))


def speakers(tokens: Tokens, c: Candidate, start: int, reader: PartyReader, limit: int) -> list[str]:
    """Those who speak in a joint statement: `In a joint statement, A and B said`."""
    comma = c.last + 1
    if c.kind not in ISSUED or start == 0 or comma >= limit:
        return []
    if tokens.lower[start - 1] != "in" or tokens.lower[comma] != ",":
        return []
    names, after = reader.names(comma + 1, limit)
    return names if len(names) > 1 and after < limit and tokens.lower[after] in SAYING | w.AUXILIARIES else []


def is_known(name: str, i: int, reader: PartyReader) -> bool:
    return name.lower() in polities() or i in reader.companies


def governor(tokens: Tokens, start: int, floor: int) -> int | None:
    """The verb of making that governs the phrase, or of saying (`said in a joint statement`); None where none does."""
    i = v.before_particles(tokens, start - (tokens.lower[start - 1] == "by"), floor)  # `bound by`
    word = tokens.lower[i] if i > floor else ""
    if word in HAVING or word in ANNOUNCING or (tokens.lower[start - 1] == "in" and word in SAYING):
        return i
    return i if word in v.FORMS and v.DONE[v.FORMS[word][0]] in MAKING else None


HAVING = w.words("has have had bound")
ANNOUNCING = w.words("announce announced unveil unveiled")  # of two together it is their own
SAYING = w.words("said say stated declared announced called affirmed agreed pledged warned condemned wrote")


def subject_end(tokens: Tokens, verb: int, floor: int) -> int:
    """The token behind the subject: auxiliaries, adverbs, days, `to` and intentions before the verb are skipped."""
    i = verb
    while i > floor and (tokens.lower[i - 1] in BEFORE_VERB or tokens.lower[i - 1].endswith("ly")):
        i -= 1
    return i


def earlier_pair(tokens: Tokens, end: int, floor: int, reader: PartyReader) -> list[str]:
    """Two names joined by `and` earlier in the sentence, where the subject is `the two countries`, `both sides`."""
    if end <= floor or tokens.lower[end - 1] not in PAIRS:
        return []
    for i in range(max(floor, end - REACH), end - 2):
        if is_word(tokens.words[i]) and is_proper(tokens.words[i]):
            names, after = reader.names(i, end)
            if len(names) > 1 and after < end:
                return names
    return []
