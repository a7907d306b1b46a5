"""To the left of a head: which words before `agreement` belong to the instrument's description.

Inside a noun phrase whose left edge is plain (a determiner, a possessor, a preposition, a verb we know) any word that
is no verb or adverb belongs. Where the edge is not plain (`Countries hail trade deal`) only words that are known to say
what sort of instrument it is, proper nouns and years do. Adjectives of value or state end the description.
"""

from __future__ import annotations

from collections.abc import Container
from enum import Enum

from dealwire.rulers.treaty import vocabulary as vocab
from dealwire.rulers.treaty import words as w
from dealwire.tokens import Tokens

PREFIXES = w.words("non anti post pre inter cross trans pan multi")
PRAISING = w.words("far wide well ill much hard so ever best last high all newly already")  # far-reaching, ill-fated
LIMIT = 14  # no description has more words before its head
HYPHENS = frozenset("-‐‑–/")
# Words that describe nothing by themselves but do with the word behind them.
PAIRED = {
    ("rare", "earth"), ("rare", "earths"), ("critical", "minerals"), ("critical", "mineral"),
    ("long", "term"), ("short", "term"), ("medium", "term"),
}  # fmt: skip
CURRENCIES = w.words(
    "dollar dollars dlr dlrs euro euros pound pounds yen yuan rupee rupees mln bln bn billion million pct",
)
WITNESSES = w.DETERMINERS | vocab.EVALUATIVE | w.VERBS | (w.PREPOSITIONS - w.words("out up down off like"))


class Verdict(Enum):
    """What a word is to the description on its right."""

    PART = "part"
    MAYBE = "maybe"  # if the phrase's left edge turns out to be plain
    EDGE = "edge"  # outside it


def is_word(text: str) -> bool:
    return text[0].isalnum()


def is_proper(text: str) -> bool:
    return text[0].isupper()


def is_acronym(text: str) -> bool:
    """Capitals only: `US` is no pronoun, `WHO` asks nothing.

    >>> is_acronym("WHO"), is_acronym("A"), is_acronym("Who")
    (True, False, False)
    """
    return len(text) > 1 and text.isupper()


def is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and 1700 <= int(text) <= 2100


def unit_start(tokens: Tokens, last: int, floor: int) -> int:
    """The first token of the word that ends at `last`, hyphens and slashes inside it: U.S.-Japan, power-sharing."""
    words, gaps, i = tokens.words, tokens.gaps, last
    while i - 2 >= floor and words[i - 1] in HYPHENS and not gaps[i - 1] and not gaps[i - 2] and is_word(words[i - 2]):
        i -= 2
    if i - 2 >= floor and words[i - 1] in HYPHENS and words[i - 2] in PARTNERS and is_proper(words[i]):
        i -= 2  # newspapers also space the hyphen: US – UK
    return i


PARTNERS = frozenset({"US", "U.S.", "UK", "U.K.", "EU", "UAE", "Indo", "Sino", "Anglo", "Franco", "Russo"})


def unit_end(tokens: Tokens, first: int, limit: int) -> int:
    """The last token of the word that starts at `first`, hyphens inside it; below `limit`."""
    words, gaps, i = tokens.words, tokens.gaps, first
    while i + 2 < limit and words[i + 1] in HYPHENS and not gaps[i] and not gaps[i + 1] and is_word(words[i + 2]):
        i += 2
    return i


OPENING_VERBS = w.GERUNDS - vocab.KINDS


def description_start(tokens: Tokens, head: int, floor: int, taken: Container[int]) -> int:
    """The first token of the description of the head at `head`; the head itself where it has none.

    `floor` is where its sentence starts; `taken` holds the tokens of amounts.
    """
    if tokens.lower[floor] in OPENING_VERBS and tokens.words[head].islower():
        floor += 1  # a verb opens the sentence: `Securing trade agreements is hard.`
    floor = max(floor, head - LIMIT)
    sure = first = acronym_start(tokens, head, floor)
    while first > floor:
        start = unit_start(tokens, first - 1, floor)
        verdict = Verdict.EDGE if start in taken else judge(tokens, start, first - 1)
        if verdict is Verdict.EDGE:
            wider = coordinated(tokens, first, floor) if first < head else first
            if wider == first:
                break
            first = sure = wider
            continue
        if verdict is Verdict.PART and sure == first:
            sure = start
        first = start
    if not plain_edge(tokens, first, floor):
        return sure
    return after_gerund(tokens, first, head) if tokens.lower[first - 1] in w.PREPOSITIONS else first


def acronym_start(tokens: Tokens, head: int, floor: int) -> int:
    """The last word of a name whose acronym in brackets stands before the head: `Arctic Fishing (AF) agreement`."""
    words, name = tokens.words, head - 4
    if name < floor or words[head - 1] != ")" or words[head - 3] != "(":
        return head
    if not is_proper(words[name]) or tokens.lower[name] in vocab.HEAD_NOUNS:
        return head
    return name if sum(letter.isupper() for letter in words[head - 2]) > 1 else head


def after_gerund(tokens: Tokens, first: int, head: int) -> int:
    """The description without a verb in -ing before it: `with promoting trade accords`."""
    lower = tokens.lower[first]
    return first + 1 if first < head and lower.endswith("ing") and lower not in vocab.KINDS else first


def plain_edge(tokens: Tokens, first: int, floor: int) -> bool:
    """Whether the token before a phrase shows that it starts there."""
    if first <= floor:
        return False
    before = tokens.lower[first - 1]
    return before in WITNESSES or before in ("'s", "'", "’", "’s") or before.isdigit()


def judge(tokens: Tokens, first: int, last: int) -> Verdict:
    """What the word at tokens first to last, one or more joined by hyphens, is to the description after it."""
    if first < last:
        return judge_compound(tokens, first, last)
    word, lower = tokens.words[first], tokens.lower[first]
    if (lower, tokens.lower[first + 1]) in PAIRED:
        return Verdict.PART
    if lower in w.TIME_NOUNS and not is_proper(word):
        return Verdict.EDGE
    if is_acronym(word) and not is_acronym(tokens.words[first + 1]) and lower not in w.VERBS:
        return Verdict.PART
    if not is_word(word) or word == "us" or lower in w.CLOSED or lower in vocab.EVALUATIVE or lower in w.DAYS:
        return judge_exception(tokens, first)
    if lower in vocab.KINDS or is_year(word):
        return Verdict.PART
    if is_day(tokens, first):
        return Verdict.PART
    if word[0].isdigit() or lower in w.VERBS or lower in vocab.HEAD_NOUNS:
        return Verdict.EDGE
    if is_proper(word):
        return Verdict.PART
    return Verdict.EDGE if looks_like_no_modifier(lower) else Verdict.MAYBE


def is_day(tokens: Tokens, i: int) -> bool:
    """Whether token i is the day of a date that says which instrument is meant: `the November 27 border agreement`."""
    if i < 2 or not tokens.words[i].isdigit() or tokens.lower[i - 1] not in w.MONTHS:
        return False
    return is_proper(tokens.words[i - 1]) and tokens.lower[i - 2] not in w.PREPOSITIONS


CAPITAL_STATES = w.words("new general common special united north south free hundred two three four five six")


def judge_exception(tokens: Tokens, i: int) -> Verdict:
    """Names made of words that describe nothing by themselves: New START, United Nations, Good Friday Agreement."""
    word, lower = tokens.words[i], tokens.lower[i]
    after = tokens.words[i + 1] if i + 1 < len(tokens) else ""
    if not (is_word(word) and is_proper(word) and after and is_proper(after)) or i in (0,):
        return Verdict.EDGE
    before = tokens.words[i - 1]
    inside = is_proper(before) and before.lower() in vocab.KINDS  # `Mutual Legal Assistance Treaty`
    named = lower in CAPITAL_STATES or lower == "friday" or (inside and lower in vocab.EVALUATIVE)
    return Verdict.PART if named and (is_word(before) or before in HYPHENS) else Verdict.EDGE


def judge_compound(tokens: Tokens, first: int, last: int) -> Verdict:
    """Hyphenated words: parties and kinds belong, amounts and praise do not."""
    lower, words = tokens.lower, tokens.words
    whole = "-".join(lower[first : last + 1 : 2])
    end = lower[last]
    if whole in vocab.EVALUATIVE or whole in w.CLOSED or end in CURRENCIES or end == "old" or lower[first] == "mid":
        return Verdict.EDGE
    if is_proper(words[first]) or whole in vocab.KINDS:
        return Verdict.PART
    if end == "related" or lower[first] in PREFIXES:
        return Verdict.PART
    if end.endswith(("ed", "en", "ing")) and end not in vocab.KINDS:
        return Verdict.EDGE
    if lower[first] in PRAISING:
        return Verdict.EDGE
    known = any(
        part in vocab.KINDS or is_proper(word)
        for part, word in zip(lower[first : last + 1 : 2], words[first : last + 1 : 2], strict=True)
    )
    return Verdict.PART if known or words[first][0].isdigit() else Verdict.MAYBE


def looks_like_no_modifier(lower: str) -> bool:
    """Whether the ending says past tense, adverb, superlative or plural."""
    return (
        (lower.endswith("ed") and lower not in w.NOT_PAST)
        or (lower.endswith("ly") and lower not in w.NOT_ADVERB)
        or (lower.endswith("est") and lower not in w.NOT_SUPERLATIVE)
        or (lower.endswith("s") and not lower.endswith(("ss", "us", "is", "ics")))
    )


def coordinated(tokens: Tokens, first: int, floor: int) -> int:
    """The start of the phrase when `X and`, `X,` or `X, Y and` before it belongs to it; `first` where it does not.

    Both sides of the conjunction must be words of kind, or all of it capitalised as one title.
    """
    lower, words, i = tokens.lower, tokens.words, first
    if lower[i - 1] == "of" and i - 2 >= floor and lower[i - 2] in STATES and is_proper(words[i - 2]):
        return unit_start(tokens, i - 2, floor)  # `the US-Republic of Korea pact`
    if i - 2 < floor or lower[i - 1] not in ("and", "&", "or", ","):
        return first
    if lower[i - 1] == "," and not in_series(tokens, first):
        return first
    left = i - 3 if lower[i - 1] != "," and words[i - 2] == "," else i - 2
    if left < floor or not is_word(words[left]):
        return first
    if is_acronym(words[first]) and not is_acronym(words[left]):
        return first  # `the Night Ferry and IMO agreement`: a body or country begins a name of its own
    start = unit_start(tokens, left, floor)
    if judge(tokens, start, left) is not Verdict.PART or lower[left] in vocab.HEAD_NOUNS:
        return first
    same_case = is_proper(words[start]) == is_proper(words[first])
    kinds = is_kind(lower[start : left + 1]), is_kind(lower[first : unit_end(tokens, first, len(tokens)) + 1])
    fits = all(kinds) if is_proper(words[start]) else any(kinds)
    return start if (same_case and fits) or titled(tokens, start, first) else first


STATES = w.words("republic kingdom states")


def is_kind(parts: list[str]) -> bool:
    """Whether a word, hyphens inside it, says what sort of instrument it is."""
    return all(part in vocab.KINDS or part in HYPHENS for part in parts)


def in_series(tokens: Tokens, first: int) -> bool:
    """Whether an `and` follows within the next few words: `Science, Technology, and Innovation Agreement`."""
    return any(word in ("and", "&") for word in tokens.lower[first : first + 6])


TITLE_WORDS = vocab.KINDS | w.words(
    "good friendship neighbourliness neighborliness amity technology economic innovation",
)


def titled(tokens: Tokens, start: int, first: int) -> bool:
    """Whether a capitalised conjunct is part of a title rather than the name of somebody else."""
    if not (is_proper(tokens.words[start]) and is_proper(tokens.words[first])):
        return False
    return tokens.lower[start] in TITLE_WORDS or tokens.lower[first] in TITLE_WORDS
