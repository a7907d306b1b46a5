"""An article as the company rules see it: which tokens have a capital, where names may run on, what the lists know."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from dealwire.patterns import Pattern
from dealwire.phrases import Hit, PhraseIndex
from dealwire.rulers.company.lexicon import Known, Lexicon
from dealwire.tokens import Tokens

T = TypeVar("T")
POSSESSIVE = ("'s", "’s")
HALVES_OF_DAY = frozenset(("am", "pm"))  # `2.05 PM`
PRONOUNS = frozenset("i i'm i've i'll i'd".split())
# Forms that are written with a full stop as often as without.
DOTTED_FORMS = frozenset("inc corp co cos ltd bhd tbk pte pty pvt oyj lda ltda".split())
WIRE = frozenset("pct mln bln dlrs".split())  # how newswires write that have no full stops in abbreviations
ABBREVIATED = 5  # letters of the longest abbreviation: `Limited.` and `Company.` only end sentences
LONGEST_ROOT = 8  # words of a name before its legal form
GOING_ON = ("(", ",", ";", ")", "<", ">", "'s", "’s")
# Forms that stand behind a comma, or in small letters.
COMMA_FORMS = frozenset("inc incorporated ltd limited llc llp lp l.p. l.l.c. l.l.p. plc corp co s.a. n.v. gmbh".split())
SMALL_FORMS = frozenset("plc gmbh inc ltd corp s.r.o. s.r.l. a.s. a.d. d.d. d.o.o. hf ehf".split())
# The words that stay small in a headline.
SMALL = frozenset(
    """a an the and but or nor for of in on at to by with from as into onto over than amid upon about vs v via per up
    out off de s""".split()
)


class Page:
    """The tokens of an article with what the company rules ask of them again and again."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        words, lower = tokens.words, tokens.lower
        self.tokens, self.words, self.lower, self.gaps = tokens, words, lower, tokens.gaps
        self._products = lexicon.products
        # What is gathered when it is first asked for.
        self._unpossessed: frozenset[str] | None = None
        self._roots: frozenset[tuple[str, ...]] | None = None
        self._bare_forms: bool | None = None
        self.capitals = [i for i, word in enumerate(words) if word is not lower[i]]  # folding changed it
        self.is_capital = frozenset([i for i in self.capitals if words[i].istitle() or self._may_name(i)])
        known = hits(lexicon.known, self.lower, self.capitals)
        self.known: dict[int, Hit[Known]] = {
            i: hit for i, hit in known.items() if self._spelt(hit) and not self._possessive(hit)
        }
        self.forms: dict[int, Hit[Pattern]] = hits(lexicon.forms, self.lower, self.capitals)
        self.stops = frozenset(tokens.sentences)
        self.in_headline = frozenset(self._in_headlines())

    def _may_name(self, i: int) -> bool:
        """Whether a token with a capital may be part of a name by its look: no URL, handle, currency or `I`."""
        word = self.words[i]
        if word[-1] == "$" or word[0] in "'’#" or "/" in word or "@" in word:
            return False
        if self.lower[i] in HALVES_OF_DAY and i and self.words[i - 1][-1].isdigit():
            return False
        return self.lower[i] not in PRONOUNS or self.words[i + 1 : i + 2] == ["-"]

    def _spelt(self, hit: Hit[Known]) -> bool:
        """Whether a name is written with its capitals: `CVS`, not `CVs`; `Harbison Group`, not `Harbison group`."""
        name = hit.value.name
        if name.isupper():
            return self.words[hit.first].isupper()
        last = self.words[hit.last]
        return hit.last == hit.first or not (last.islower() and last.isalpha()) or name.endswith(last)

    def _possessive(self, hit: Hit[Known]) -> bool:
        """Whether a name in `'s` is the possessive of another that the article writes without: `Harbison's plant`."""
        if hit.last != hit.first + 1 or self.lower[hit.last] not in POSSESSIVE:
            return False
        if self._unpossessed is None:  # the words with a capital that stand somewhere without `'s`
            self._unpossessed = frozenset([self.words[i] for i in self.capitals if self.lower[i + 1 : i + 2] != ["'s"]])
        return self.words[hit.first] in self._unpossessed

    def _find_roots(self) -> frozenset[tuple[str, ...]]:
        """The names of several words that a legal form follows somewhere."""
        roots = set()
        for form in self.forms:
            first = form
            while first - 1 in self.is_capital and self.flows(first - 1) and first - 1 not in self.forms:
                first -= 1
            if 1 < form - first <= LONGEST_ROOT:
                roots.add(tuple(self.lower[first:form]))
        return frozenset(roots)

    def rooted(self, i: int) -> int:
        """The last token of the name at token i that has a legal form elsewhere in the article; -1 for none."""
        if self._roots is None:
            self._roots = self._find_roots()
        roots = self._roots
        lengths = range(LONGEST_ROOT, 1, -1) if roots else ()
        return next((i + n - 1 for n in lengths if tuple(self.lower[i : i + n]) in roots), -1)

    def flows(self, i: int) -> bool:
        """Whether token i + 1 stands in the same sentence and line of text as token i."""
        gap = self.gaps[i]
        return (gap == " " or len(gap) < 2 or "\n" in gap) and i + 1 not in self.stops

    def flow(self, first: int, last: int) -> bool:
        """Whether tokens first to last run on without a sentence end or a paragraph break."""
        return all(self.flows(i) for i in range(first, last))

    def glued(self, i: int) -> bool:
        """Whether no white space stands between token i and the next."""
        return self.gaps[i] == ""

    def _bare(self, i: int) -> bool:
        """Whether the article writes an abbreviated legal form without a full stop here."""
        return self.lower[i] in DOTTED_FORMS and self.words[i + 1 : i + 2] not in (["."], ["-"])

    @property
    def bare_forms(self) -> bool:
        """Whether the article writes abbreviated legal forms without a full stop, as newswires do."""
        if self._bare_forms is None:
            self._bare_forms = any(map(self._bare, self.forms)) or not WIRE.isdisjoint(self.tokens.vocabulary)
        return self._bare_forms

    def _in_headlines(self) -> Iterator[int]:
        """The tokens of the sentences in which all words but the smallest have a capital."""
        starts = self.tokens.sentences
        behind = 0  # how many capitals stand before the sentence
        for first, after in zip(starts, [*starts[1:], len(self.words)], strict=False):
            before, behind = behind, bisect_left(self.capitals, after, behind)
            capitals = behind - before
            if capitals >= 3 and 3 * capitals >= after - first and not self._small(first, after):
                yield from range(first, after)

    def _small(self, first: int, after: int) -> bool:
        """Whether a word stands in small letters that has a capital in headlines."""
        return any(word.islower() and word.isalpha() and word not in SMALL for word in self.words[first:after])

    def legal_form(self, i: int) -> tuple[int, int] | None:
        """The first and last token of the legal form that starts at token i, with all its parts and its full stop."""
        form = self.forms.get(i)
        if form is None or not self._written_as_form(form):
            return None
        return i, self._dotted(self._chain(form.last))

    def form_behind(self, last: int) -> tuple[int, int] | None:
        """The legal form behind a name, small or behind more: `Harbison plc`, `Harbison, Inc.`, `Harbison (UK) Ltd`."""
        i = last + 1
        word = self.words[i] if i < len(self.words) else ""
        if (word not in (",", "(") and word not in SMALL_FORMS) or not self.flows(last):
            return None
        if word == "(":
            inside = self.words[i + 1 : i + 3]
            bracketed = len(inside) == 2 and inside[1] == ")" and i + 1 in self.is_capital and i + 3 in self.forms
            return self.legal_form(i + 3) if bracketed and self.flow(last, i + 3) else None
        if word != ",":
            return i, self._dotted(i)
        behind = self.words[i + 1] if i + 1 < len(self.words) else ""
        if behind.lower() in COMMA_FORMS and behind != "CO" and self.flows(i):  # `Denver, CO`
            return self.legal_form(i + 1)
        return None

    def _written_as_form(self, form: Hit[Pattern]) -> bool:
        """Whether a legal form is written as one: not `Co-operation`, not the words `As` or `Se`."""
        before, after = form.first - 1, form.last + 1
        if before >= 0 and self.glued(before) and (self.words[before] == "-" or self.words[before][-1].isalnum()):
            return False
        if after < len(self.words) and self.words[after] == "-" and self.glued(form.last):
            return False
        if before >= 0 and self.lower[before] in self._products:  # `the iPhone SE`
            return False
        return not (str(form.value.pattern).isupper() and self.words[form.first][1:2].islower())

    def _chain(self, last: int) -> int:
        """The last token of a legal form in several parts: `Co., Ltd.`, `Pty Ltd`, `GmbH & Co. KG`."""
        while True:
            i = last + 1
            while i <= last + 2 and i < len(self.words) and self.words[i] in (".", ",", "&"):
                i += 1
            form = self.forms.get(i)
            if form is None or not self.flow(last, i) or not self._written_as_form(form):
                return last
            last = form.last

    def _dotted(self, last: int) -> int:
        """With the full stop of an abbreviated legal form, unless the stop ends the sentence and is no part of it.

        Where a sentence may end, the article's own habit decides: newswires write `Inc` without a stop.
        """
        i = last + 1
        if self.words[i : i + 1] != ["."] or not self.glued(last):
            return last
        if not self._may_end(i) and len(self.words[last]) <= ABBREVIATED:
            return i
        return i if self.lower[last] in DOTTED_FORMS and not self.bare_forms else last

    def _may_end(self, i: int) -> bool:
        """Whether the full stop at token i may end a sentence, which goes on in small letters or with a comma."""
        after = self.words[i + 1] if i + 1 < len(self.words) else ""
        return not (after.islower() or after in GOING_ON) or i + 1 in self.stops


def hits(index: PhraseIndex[T], lower: Sequence[str], places: Iterable[int]) -> dict[int, Hit[T]]:
    """What an index finds at some places of a text, by place."""
    openers = index.openers
    return {i: hit for i in places if lower[i] in openers and (hit := index.at(lower, i)) is not None}
