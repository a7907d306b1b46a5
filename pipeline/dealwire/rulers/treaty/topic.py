"""To the right of a head: the noun phrase that names the instrument's subject, and where it stops.

`agreement on strategic cooperation on 6-axle electric locomotives between …`: prepositions chain, noun phrases
coordinate, and the phrase stops before parties, dates, amounts, clauses and whatever does not look like its next noun.
"""

from __future__ import annotations

from collections.abc import Container

from dealwire.rulers.treaty import vocabulary as vocab
from dealwire.rulers.treaty import words as w
from dealwire.rulers.treaty.modifiers import is_acronym, is_proper, is_word, is_year, looks_like_no_modifier, unit_end
from dealwire.tokens import Tokens

LIMIT = 40  # tokens; bounds the work on endless chains
ABOUT = w.words("concerning regarding")
INNER = ABOUT | w.words("of on for against")
TITLE_PREPOSITIONS = w.words(
    "of on for to against in from between among relating concerning establishing regarding",
)
TITLE_STARTERS = w.words("of to against relating")
DESCRIPTIVE_OF = w.words(
    "understanding intent cooperation co-operation friendship peace alliance association amity commerce principles",
    "neutrality mutual",
)
LEADERS = w.ARTICLES | w.words("its their all certain other both any his her these those such further future")


class Topic:
    """Reads the topic phrase behind a head; `taken` holds the tokens of amounts and of other heads."""

    def __init__(self, tokens: Tokens, limit: int, taken: Container[int], heads: Container[int]) -> None:
        self.tokens = tokens
        self.lower = tokens.lower
        self.words = tokens.words
        self.limit = limit
        self.taken = taken
        self.heads = heads

    def end(self, head: int) -> int:
        """The last token of the topic of the head that ends at `head`; the head itself where it has none."""
        self.limit = min(self.limit, head + LIMIT)
        title = is_proper(self.words[head])
        start = self.opening(head, title)
        if start is None:
            return head
        stop = self.noun_phrase(start, title)
        return head if stop is None else self.chain(stop, title)

    def opening(self, head: int, title: bool) -> int | None:
        """The first token behind the preposition that opens a topic, None where none does."""
        i = head + 1
        if i + 1 >= self.limit:
            return None
        word, after = self.lower[i], self.lower[i + 1]
        if word == "of":
            fits = after in DESCRIPTIVE_OF or (title and self.capital_after(i))
        elif title and word in TITLE_STARTERS:
            fits = self.capital_after(i + (after in ("to", "a", "an")))
        else:
            fits = (word == "establishing" and after in w.INDEFINITE) or (
                word in vocab.TOPIC_PREPOSITIONS and self.is_subject(word, i + 1)
            )
        if not fits:
            return None
        return i + 2 if word == "relating" and after == "to" else i + 1

    def capital_after(self, i: int) -> bool:
        """Whether a capitalised word follows token i, an article between them or not."""
        j = i + 1
        if j < self.limit and self.lower[j] in w.ARTICLES:
            j += 1
        return j < self.limit and is_proper(self.words[j])

    def is_subject(self, preposition: str, i: int) -> bool:
        """Whether what follows `on` or `for` can be a subject: no date, duration, addressee or clause."""
        j = i + 1 if self.lower[i] in LEADERS and i + 1 < self.limit else i
        word = self.lower[j]
        if self.lower[i] in vocab.NO_TOPIC or word in vocab.NO_TOPIC or word in w.DAYS or word in w.TIME_NOUNS:
            return False
        if word in w.MONTHS and is_proper(self.words[j]):
            return False
        if preposition == "for" and (
            (i == j and word.endswith("ing") and word not in vocab.KINDS) or self.is_beneficiary(i, j)
        ):
            return False
        return not (self.words[j][0].isdigit() and not self.hyphened(j))

    def is_beneficiary(self, i: int, j: int) -> bool:
        """Whether `for …` names whom it is for: `for Britain`, `for the country`, `for American workers`."""
        if self.lower[j] in vocab.BENEFICIARIES:
            return True
        stop = self.noun_phrase(i, False)
        if stop is None:
            return False
        return self.lower[stop] in vocab.BENEFICIARIES or (stop == j and is_proper(self.words[j]))

    def hyphened(self, i: int) -> bool:
        return unit_end(self.tokens, i, self.limit) > i

    def noun_phrase(self, i: int, title: bool) -> int | None:
        """The last token of the noun phrase that starts at i, None where none does."""
        while i < self.limit and self.lower[i] in LEADERS:
            i += 1
        first, last = i, None
        while i < self.limit and (stop := self.content(i, self.opens(i, first), title)) is not None:
            i, last = stop + 1, stop
            if last - first > 10:
                break
        if last == first and self.lower[first].endswith("ed") and self.lower[first] not in w.NOT_PAST:
            return None  # `on the combined …`: its noun is not one of this phrase
        if last is not None and last + 2 < self.limit and self.lower[last + 1] in ("'s", "’s", "'", "’"):
            return self.noun_phrase(last + 2, title) or last
        return last

    def opens(self, i: int, first: int) -> bool:
        """Whether token i opens a noun phrase: first of all, or behind a gerund (`deepening allied ties`)."""
        return i == first or (i == first + 1 and self.lower[first].endswith("ing"))

    def content(self, i: int, opens: bool, title: bool) -> int | None:
        """The last token of the content word at i, None where no such word stands there."""
        word, lower = self.words[i], self.lower[i]
        if i in self.taken or not is_word(word) or self.ends_phrase(i, opens):
            return None
        stop = unit_end(self.tokens, i, self.limit)
        if word[0].isdigit() and stop == i:
            return stop if opens and not is_year(word) and self.continues(i + 1) else None
        if title and not opens and not is_proper(word) and is_proper(self.words[i - 1]):
            return None
        if is_proper(word) and not opens and not title and not is_proper(self.words[i - 1]):
            return stop if self.joins(i) else None
        if lower in w.MONTHS and is_proper(word) and self.dated(i + 1):
            return None
        return stop

    def ends_phrase(self, i: int, opens: bool) -> bool:
        """Whether token i cannot be inside a noun phrase, or not at this place in it."""
        lower = self.lower[i]
        if is_acronym(self.words[i]):
            return False
        if self.words[i] == "us" or lower in w.CLOSED or lower in w.DAYS or lower in vocab.NO_TOPIC & w.TIME_NOUNS:
            return True
        if lower in vocab.SUBDIVISIONS and not opens:
            return True
        if is_proper(self.words[i]):
            return False
        if lower in w.VERBS and not opens:
            return True
        if lower.endswith("ed") and lower not in w.NOT_PAST:
            return not opens
        return lower.endswith("ly") and lower not in w.NOT_ADVERB

    def continues(self, i: int) -> bool:
        """Whether a noun phrase can go on at token i."""
        return i < self.limit and is_word(self.words[i]) and not self.ends_phrase(i, False)

    def joins(self, i: int) -> bool:
        """Whether a name behind a common noun is a modifier of another noun: `frozen Russian assets`."""
        while i < self.limit and is_proper(self.words[i]):
            i += 1
        return self.continues(i) and not self.lower[i].endswith("ing")

    def dated(self, i: int) -> bool:
        return i >= self.limit or self.words[i][0].isdigit() or not is_word(self.words[i])

    def chain(self, last: int, title: bool) -> int:
        """Follow `of`, `on`, `for`, `and`, commas from one noun phrase to the next."""
        while last + 2 < self.limit:
            further = self.next_link(last, title)
            if further is None:
                break
            last = further
        return last

    def next_link(self, last: int, title: bool) -> int | None:
        word = self.lower[last + 1]
        if word in ("and", "or", "&"):
            return self.conjunct(last + 2, last, title)
        if word == ",":
            return self.series(last, title)
        if not self.links(word, last, title):
            return None
        stop = self.noun_phrase(last + 2, title)
        return None if title and stop is not None and self.continues(stop + 1) else stop

    def links(self, word: str, last: int, title: bool) -> bool:
        """Whether a preposition behind token `last` goes on with the topic."""
        after = last + 2
        if word == "of":
            return True
        if title and word in TITLE_PREPOSITIONS and self.capital_after(last + 1):
            return True
        if word in INNER and not (title and word in ABOUT):
            return self.is_subject("on", after)
        noun = self.lower[last]
        if word == "to":
            return noun in vocab.TAKES_TO and self.lower[after] not in w.VERBS
        if word == "from":
            return noun in vocab.TAKES_FROM
        if word == "in":
            field = (
                self.lower[after] in vocab.FIELD_NOUNS
                or self.lower[min(after + 1, self.limit - 1)] in vocab.FIELD_NOUNS
            )
            return field or (noun in vocab.TAKES_IN and self.is_subject("on", after) and not self.is_time(after))
        return False

    def is_time(self, i: int) -> bool:
        return any(word in w.TIME_NOUNS | w.MONTHS for word in self.lower[i : min(i + 3, self.limit)])

    def conjunct(self, i: int, last: int, title: bool) -> int | None:
        """The end of `and X`, None where `and` starts another clause or another instrument."""
        if i >= self.limit or self.lower[i] in w.VERBS or (title and not self.capital_after(i - 1)):
            return None
        if self.lower[i] in w.DETERMINERS and not self.determined(last):
            return None
        if is_proper(self.words[i]) and not is_proper(self.words[last]):
            return None
        if looks_like_no_modifier(self.lower[i]) and self.lower[i].endswith(("ed", "ly")):
            return None
        stop = self.noun_phrase(i, title)
        if stop is None or any(j in self.heads for j in range(i, stop + 1)):
            return None
        return None if self.starts_clause(stop) else stop

    def determined(self, last: int) -> bool:
        """Whether the noun phrase that ends at `last` began with a determiner."""
        i = last
        while i > 0 and is_word(self.words[i]) and self.lower[i] not in w.CLOSED:
            i -= 1
        return self.lower[i] in LEADERS

    def starts_clause(self, stop: int) -> bool:
        """Whether a finite verb follows: the noun phrase was its subject."""
        return stop + 1 < self.limit and (self.lower[stop + 1] in w.AUXILIARIES or self.lower[stop + 1] in w.VERBS)

    def series(self, last: int, title: bool) -> int | None:
        """The end of `, Y, Z and W`, None where the comma ends the topic."""
        for _ in range(6):
            i = last + 2
            if i < self.limit and self.lower[i] in ("and", "or", "&"):
                return self.conjunct(i + 1, last, title)
            stop = self.noun_phrase(i, title) if i < self.limit and self.lower[i] not in w.DETERMINERS else None
            if stop is None or stop - i > 4 or stop + 1 >= self.limit:
                return None
            if self.lower[stop + 1] in ("and", "or", "&"):
                return self.conjunct(stop + 2, last, title)
            if self.lower[stop + 1] != ",":
                return None
            last = stop
        return None
