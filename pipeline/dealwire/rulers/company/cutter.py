"""Cuts a run of capitalised words into names.

News writes names side by side: a title before a person, an office between a firm and a person, a legal form or a
well-known name that ends before the next begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from dealwire.rulers.company.candidate import Candidate
from dealwire.rulers.company.lexicon import JOIN, Lexicon, key_of_words
from dealwire.rulers.company.page import Page
from dealwire.rulers.company.runs import FIRMS, LEADS, LINKS, PARTICLES
from dealwire.rulers.company.spots import NO_MODEL

SKIPPED = PARTICLES | LEADS
AHEAD = 5  # how far a legal form may stand behind an ordinary word of a name


class Knife:
    """The words that tell where names end."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        # Heads of one word end a firm's name; the last words of longer ones (`Capital Markets`) only with the others.
        self.head_words = frozenset(lexicon.heads)
        self.closers = frozenset(word for word, choices in lexicon.heads.items() if any(not c[0] for c in choices))
        self.title_openers = frozenset(title.partition(JOIN)[0] for title in lexicon.titles if JOIN in title)
        self.captions = lexicon.common - lexicon.fields - lexicon.titles - self.closers | lexicon.publications
        self.ordinary = lexicon.common | lexicon.fields | self.head_words | {"and", "&"}
        self.firm_words = self.head_words | lexicon.fields | lexicon.body_starts | lexicon.body_ends


class Cutter:
    """Cuts one run into candidates."""

    def __init__(self, knife: Knife, page: Page, first: int, last: int) -> None:
        self.knife, self.page = knife, page
        self.first, self.last = first, last
        self.lexicon, self.lower, self.words = knife.lexicon, page.lower, page.words
        self.headline = first in page.in_headline

    def pieces(self) -> Iterator[Candidate]:
        """The candidates of the run, left to right."""
        i = self._lead(self.first)
        person = tail = False
        while i <= self.last:
            if (after := self._office(i)) is not None:
                i, person, tail = after, True, False
            elif (after := self._names_nothing(i)) is not None:
                i = after
            else:
                end, form, form_last = self._end(i)
                candidate = self._candidate(i, end, form, form_last, person, tail)
                tail = form is None and self._known_at(i) == end
                candidate.named_product = tail and end < self.last and self._names_product(candidate.key, end + 1)
                yield candidate
                i, person = end + 1, False

    def _lead(self, i: int) -> int:
        """The first token of the run that can start a name: not a day, a people, the ordinary word of a sentence."""
        while i < self.last and self._known_at(i) is None and self._leads(i):
            i += 1
        if self.lower[i] not in self.knife.captions or not self._opens_sentence(self.first):
            return i
        k = i  # `Markets Harbison Industries`: the label of a column before a well-known name
        while k < self.last and self.lower[k] in self.knife.captions and self._known_at(k) is None:
            k += 1
        return i if self._known_at(k) is None else k

    def _leads(self, i: int) -> bool:
        word = self.lower[i]
        if (word in LEADS and self.words[i + 1] != "-") or word in self.lexicon.calendar:
            return True
        if word in self.lexicon.nationalities:
            return not self._run_closes()
        if i in self.page.known and self.lower[i + 1] in self.lexicon.roles:
            return False  # `Apple CEO`
        return self._opens_sentence(i) and self._ordinary(word)

    def _opens_sentence(self, i: int) -> bool:
        return i in self.page.stops or (i > 0 and self.words[i - 1] in "\"“‘'(:|*)")

    def _ordinary(self, word: str) -> bool:
        """Whether a word that opens a sentence is an ordinary one, so that the name starts behind it."""
        lexicon = self.lexicon
        if word not in lexicon.common or word in lexicon.fields or word in lexicon.titles:
            return False
        return word.endswith(("ing", "ly", "ed")) or word in lexicon.agents or not self._run_closes()

    def _office(self, i: int) -> int | None:
        """The token behind the office or title at token i, after which a person's name follows."""
        word = self.lower[i]
        if word in self.lexicon.roles and self._known_at(i) is None and (i > self.first or self.last == i):
            return i + 1
        if word in self.knife.title_openers and i < self.last and f"{word} {self.lower[i + 1]}" in self.lexicon.titles:
            return i + 2
        if word not in self.lexicon.titles or self._known_at(i) is not None or self._run_closes():
            return None
        return i + 2 if self.words[i + 1 : i + 2] == ["."] else i + 1

    def _names_nothing(self, i: int) -> int | None:
        """The token behind one that starts no name: a particle, `Class A`, a legal form by itself, `NGOs`."""
        word = self.lower[i]
        if not word[0].isalnum() or word == "the":
            return i + 1
        if self._known_at(i) is not None:
            return None
        if word in SKIPPED and self.words[i + 1 : i + 2] != ["-"]:
            return i + 1
        if i in self.page.forms and word not in self.lexicon.places:
            return i + 1
        if word in self.lexicon.labels and i < self.last and not self._run_closes():
            return i + 2
        return i + 1 if is_plural(self.words[i]) else None

    def _run_closes(self) -> bool:
        """Whether the run ends as a firm's name does, perhaps with a place behind: `Harbison Co of America`."""
        return self._closes(self.last) or any(
            k > self.first and self.lower[k] == "of" and self._closes(k - 1) for k in (self.last - 1, self.last - 2)
        )

    def _closes(self, k: int) -> bool:
        """Whether token k ends a firm's name: a legal form or a business head."""
        if self.lower[k] in self.knife.closers or k in self.page.forms:
            return True
        choices = self.lexicon.heads.get(self.lower[k])
        return choices is not None and any(before == tuple(self.lower[k - len(before) : k]) for before, _ in choices)

    def _known_at(self, i: int) -> int | None:
        """The last token of the well-known name that starts at token i, None where there is none."""
        hit = self.page.known.get(i)
        if hit is None or hit.last > self.last or not (hit.value.sure or hit.last == self.last):
            return None
        return hit.last if self.page.flow(i, hit.last) else None

    def _end(self, i: int) -> tuple[int, int | None, int]:
        """The last token of the name that starts at token i, and the first and last of its legal form (None, -1)."""
        known = self._known_at(i)
        for k in range(i + 1, self.last + 1):
            if known is not None and k < known and self.lower[k + 1] == "for":
                continue  # a form inside it: National Company for Harbours
            if k in self.page.forms and (form := self.page.legal_form(k)) is not None:
                return self._past_form(i, form[1], k)
            if known is None:
                if self._ends_before(k) and self.lower[i] not in self.lexicon.body_starts:
                    return max(i, self._back(k - 1)), None, -1
            elif k > known and not self._extends(k) and self.page.form_behind(self.last) is None:
                return max(k if self._is_branch(i, k) else known, self.page.rooted(i)), None, -1
        form = self.page.form_behind(self.last)
        return (self.last, None, -1) if form is None else self._past_form(i, form[1], form[0])

    def _is_branch(self, first: int, k: int) -> bool:
        """Whether token k makes a branch of the well-known firm before it: `HSBC USA`, `Starbucks China said`."""
        lexicon = self.lexicon
        if self.lower[k].replace(".", "") not in lexicon.lands or self.headline:
            return False
        name = key_of_words(self.lower[first:k])
        ends = k == self.last or self.lower[k + 1] in lexicon.roles
        return ends and name not in lexicon.publications and name not in lexicon.networks

    def _past_form(self, first: int, end: int, form: int) -> tuple[int, int, int]:
        """The last token of a name whose legal form is at tokens `form` to `end`, and those two.

        A place may follow, `Harbison Co of America`, and another form behind it, `Harbison Co U.K. Ltd`; behind a name
        that needs none it only says where the firm is: `Harbison Co of Japan`.
        """
        page, lower = self.page, self.lower
        again = page.legal_form(end + 2) if end + 2 in page.forms and self._is_place(end + 1) else None
        if again is not None and page.flow(end, end + 2):
            return again[1], end + 2, again[1]
        place = self._place_end(end + 2) if lower[end + 1 : end + 2] == ["of"] else None
        if place is None or not page.flow(end, place):
            return end, form, end
        plain = all(word in self.knife.ordinary for word in lower[first:form])
        named = lower[form] in FIRMS and form == end and (plain or lower[place] == "america")
        return (place if named else end), form, end

    def _place_end(self, i: int) -> int | None:
        """The last token of the place at token i, of one or two words; None where there is none."""
        if i + 1 in self.page.is_capital and JOIN.join(self.lower[i : i + 2]) in self.lexicon.countries:
            return i + 1
        return i if self._is_place(i) else None

    def _is_place(self, i: int) -> bool:
        return i in self.page.is_capital and self.lower[i].replace(".", "") in self.lexicon.countries

    def _ends_before(self, k: int) -> bool:
        """Whether a name on no list ends before token k."""
        word = self.lower[k]
        if word in self.lexicon.roles:
            return True
        if word not in self.lexicon.common or word in LINKS or word in self.knife.firm_words:
            return False
        # `Harbison Partners Updates Coverage`; in a headline any ordinary word ends a name
        return (self.headline or self.lower[k - 1] in self.knife.head_words) and not self._form_ahead(k)

    def _extends(self, k: int) -> bool:
        """Whether the words from token k on make a longer firm's name of the well-known one before them."""
        if self.headline:
            return self.lower[k] in self.knife.head_words or self._form_ahead(k)
        end = k
        while end < self.last and self.lower[end + 1] not in self.lexicon.roles:
            end += 1
        return self._closes(end)

    def _names_product(self, name: str, k: int) -> bool:
        """Whether the word k behind a well-known name makes it a product's: no office, person, place, common word."""
        word, lexicon = self.lower[k], self.lexicon
        if not word[0].isalnum() or word in lexicon.roles or word in lexicon.titles:
            return False
        if word in lexicon.products or name + JOIN + word in lexicon.products:  # Galaxy, Google Home
            return True
        plain = word in lexicon.given or word in lexicon.dull or word in self.knife.firm_words
        return not (plain or self.headline or NO_MODEL.fullmatch(self.words[k]))

    def _form_ahead(self, k: int) -> bool:
        """Whether a legal form follows the word k, and no verb of a headline before it."""
        for j in range(k, min(k + AHEAD, self.last + 1)):
            if j in self.page.forms:
                return True
            if self.lower[j].endswith("s") and self.lower[j] not in self.knife.firm_words:
                return False
        return False

    def _back(self, k: int) -> int:
        """Token k or the last before it that can end a name."""
        while self.lower[k] in LINKS:
            k -= 1
        return k

    def _candidate(
        self, first: int, last: int, form: int | None, form_last: int, person: bool, tail: bool
    ) -> Candidate:
        root = key_of_words(self.lower[first : last + 1 if form is None else form])
        article = self.lower[first - 1] if first else ""
        rule = ""
        if form is not None and self.lower[form] == "company" and article in ("a", "another"):
            last, form = self._back(form - 1), None  # `A Harbison Brothers Company`
        elif form is not None:
            hit = self.lexicon.forms.at(self.lower, form)
            rule = hit.value.id if hit is not None else ""
        key = root if form is None else key_of_words(self.lower[first : last + 1])
        return Candidate(
            first, last, key, root, form, rule, form_last,
            person=person, tail=tail, headline=self.headline, known=self.page.known.get(first),
        )  # fmt: skip


def is_plural(word: str) -> bool:
    """Whether a word is initials in the plural: many of a kind and no name.

    >>> is_plural("NGOs"), is_plural("Ross")
    (True, False)
    """
    return word[-1] == "s" and len(word) > 2 and word[:-1].isupper()
