"""External evidence: what the words around a name say of it (McDonald 1996)."""

from __future__ import annotations

from dealwire.rulers.company.candidate import Candidate
from dealwire.rulers.company.lexicon import JOIN, Lexicon
from dealwire.rulers.company.page import Page
from dealwire.tokens import Tokens

REACH = 8  # tokens of an explanation behind a name: `, the world's second largest carmaker`
BRACKET = 8  # tokens in a bracket behind a name
LISTERS = frozenset(("including", "include", "includes", "like", "as", "are", "were", "namely", ":", "with"))
CALLERS = frozenset((",", "known", "called", "named"))
DASHES = frozenset("-–—")
POSSESSIVES = frozenset(("'s", "’s", "'", "’"))
ARTICLES = frozenset("a an the one another its his her".split())
# What may follow `carmaker` in an explanation, and what ends one before it.
AFTER_KIND = frozenset(".,;:)-–—") | frozenset(
    """that which in of with at based and for said has had is was whose known called owned on listed from to
    behind""".split()
)
CLOSE = frozenset('.;:!?()"”“') | frozenset(
    "said says has have had was were is who whose whom which that of by at and".split()
)
# What ends kinds of two words but is none by itself: `media group`, not `rights group`.
LAST_OF_KIND = frozenset("group fund house engine society store major firm studio company manager developer".split())
# What makes something else of a kind: `film-maker`, `special unit`.
OTHERWISE = {
    "maker": frozenset("film policy law peace king".split()),
    "producer": frozenset("film movie executive music record tv".split()),
    "carrier": frozenset("gas lpg lng bulk ore oil crude car aircraft personnel troop mail".split()),
    "unit": frozenset("army military police intelligence special elite commando".split()),
}
# What bodies are that are no firms: `X, a charity`, `X, a non-profit think tank`.
BODIES = frozenset("charity nonprofit ngo union university college museum tank church regulator watchdog".split())
NO_NAMES = frozenset("board management site web net president chairman".split())  # `the company Board`
VAGUE = frozenset("label employer creditor vendor generator provider".split())  # persons are called that too
EXCHANGES = frozenset(
    """nasdaq nyse amex asx lse tsx tsxv tsx-v otc otcqb otcqx otcmkts nse bse sgx hkex sehk jse aim epa etr fra bit
    ase cse neo xetra euronext krx kosdaq tyo tse idx klse bvb wse moex""".split()
)


class ExternalEvidence:
    """Phrases before and after a name, explanations of it, listing brackets, lists of firms."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.weights = lexicon.weights
        self.before = lexicon.phrases_reversed("before")
        self.reach = self.before.longest()
        self.after = lexicon.phrases("after")
        self.nouns = lexicon.phrases("noun")
        kinds = lexicon.kinds
        self.kinds = frozenset(kind for kind in kinds if JOIN not in kind)
        self.long_kinds = kinds - self.kinds
        self.plurals = frozenset(plural(kind) for kind in kinds if JOIN not in kind) | {"brands", "competitors"}
        self.explaining = self.kinds - VAGUE | {"unit"}
        self.agents, self.common = lexicon.agents, lexicon.common
        self.nationalities = lexicon.nationalities
        self.openers = frozenset(self.before.openers) | self.kinds | LAST_OF_KIND | self.plurals | LISTERS | CALLERS

    def note(self, candidate: Candidate, page: Page) -> None:
        """Add what stands around the candidate to its evidence; a headline says nothing, its words are cut short."""
        i = before(candidate, page)
        if candidate.headline and (i < 0 or page.lower[i] != "©"):  # a copyright line looks like a headline
            return
        if i >= 0 and page.lower[i] in self.openers and i + 1 not in page.stops:
            self._note_before(candidate, page, i)
        self._note_after(candidate, page)

    def _add(self, candidate: Candidate, rule: str) -> None:
        candidate.evidence[rule] = self.weights[rule]
        candidate.shown = True

    def _note_before(self, candidate: Candidate, page: Page, i: int) -> None:
        """What the words that end at token i say of the name behind them."""
        low, word = page.lower, page.lower[i]
        if word in self.before.openers:
            back = low[max(i + 1 - self.reach, 0) : i + 1][::-1]
            if (hit := self.before.at(back, 0)) is not None:
                self._add(candidate, hit.value.id)
        small = page.words[i] == word or (i in page.stops and word in self.agents)
        if self._is_kind(low, i) and (low[i - 1] != "-" or word in self.agents):  # not `light-chain`
            if small and (i == candidate.first - 1 or page.words[candidate.first - 1] == "<"):
                self._add(candidate, "company.described")
                if candidate.key in self.common and page.words[i] == word and stands_as_name(candidate, page):
                    self._add(candidate, "company.introduced")
        elif word in self.plurals:
            if small:
                self._add(candidate, "company.among")
        elif (word in CALLERS or low[i - 1 : i + 1] == ["known", "as"]) and self._called(page, i):
            self._add(candidate, "company.described")
        if word in LISTERS and self._lists_firms(low, i) and low[i - 1 : i + 1] != ["brands", "include"]:
            self._add(candidate, "company.among")

    def _called(self, page: Page, i: int) -> bool:
        """Whether a firm is introduced: `tech firm, X,`, `a company called X`, `the company, known as X`."""
        k, lower = i, page.lower
        while k > max(i - 4, 0) and (lower[k] in CALLERS or lower[k] == "as"):
            k -= 1
        return page.words[k] == lower[k] and self._is_kind(lower, k)

    def _is_kind(self, lower: list[str], i: int) -> bool:
        """Whether the words that end at token i say what a firm is: `carmaker`, `media group`."""
        word = lower[i]
        kind = word in self.kinds or (word in LAST_OF_KIND and f"{lower[i - 1]} {word}" in self.long_kinds)
        return kind and not is_otherwise(lower, i)

    def _lists_firms(self, lower: list[str], i: int) -> bool:
        """Whether a list of firms starts: `companies, including X`, `rivals such as X`."""
        for k in range(i - 1, max(i - 5, -1), -1):
            if lower[k] in self.plurals:
                return True
            if lower[k] not in (",", "such", "-", "–", "in"):
                return False
        return False

    def _note_after(self, candidate: Candidate, page: Page) -> None:
        low = page.lower
        i = candidate.last + 1
        if i < len(low) and low[i] == "*":
            i = past_bold(page, i)
        if i + 1 >= len(low):
            return
        word = low[i]
        if word in "(<>":
            self._note_bracket(candidate, page, i)
        elif word in POSSESSIVES:
            self._note_noun(candidate, low, i + 1, 2)
        elif word == ",":
            self._note_explanation(candidate, low, i + 1)
            if low[i + 1] == "which":
                self._note_phrase(candidate, low, i + 1)
        elif word in DASHES:
            self._note_explanation(candidate, low, i + 1)
        else:
            i += word == "also" and i + 2 < len(low)  # `X also said it`
            word = low[i]
            self._note_phrase(candidate, low, i)
            if candidate.first not in page.stops or candidate.key not in self.common:  # `Total sales rose.`
                self._note_noun(candidate, low, i, 0)
            if word in ("is", "was"):
                self._note_explanation(candidate, low, i + 1)

    def _note_bracket(self, candidate: Candidate, page: Page, i: int) -> None:
        """What the bracket at token i says: `<Harbison Mills>`, `(NASDAQ: HBSN)`, `(HM), a maker of glass`."""
        if page.lower[i] != ">":
            if is_listing(page.tokens, i):
                self._add(candidate, "company.ticker")
            self._note_explanation(candidate, page.lower, past_bracket(page.lower, i) + 1)
        elif is_bracketed(candidate, page):
            self._add(candidate, "company.bracketed")

    def _note_phrase(self, candidate: Candidate, lower: list[str], i: int) -> None:
        if lower[i] in self.after.openers and (hit := self.after.at(lower, i)) is not None:
            self._add(candidate, hit.value.id)

    def _note_noun(self, candidate: Candidate, lower: list[str], i: int, skip: int) -> None:
        """A business noun behind the name; behind `'s` with up to `skip` words between."""
        for k in range(i, min(i + skip + 1, len(lower))):
            if lower[k] in self.nouns.openers and (hit := self.nouns.at(lower, k)) is not None:
                self._add(candidate, hit.value.id)
                return
            if lower[k] in CLOSE or not (lower[k].isalnum() or lower[k] == "-"):
                return

    def _note_explanation(self, candidate: Candidate, lower: list[str], i: int) -> None:
        """`X, the French carmaker,` and `X is a lender in Kent`."""
        possessor = lower[i + 1 : i + 2] == ["'s"]
        if i >= len(lower) or not (lower[i] in ARTICLES or lower[i] in self.nationalities or possessor):
            return
        among = lower[i : i + 2] == ["one", "of"]  # `X, one of the largest oil companies,`
        for k in range(i, min(i + REACH + 4 * among, len(lower) - 1)):
            word = lower[k]
            explains = word in self.explaining or (word in LAST_OF_KIND and self._is_kind(lower, k))
            explains = explains or (among and word in self.plurals)
            if explains and lower[k + 1] in AFTER_KIND and not is_of(lower, k) and not is_otherwise(lower, k):
                self._add(candidate, "company.apposition")
                return
            if word in BODIES and lower[k + 1] in AFTER_KIND and candidate.form is None:
                candidate.evidence["company.organisation-word"] = self.weights["company.organisation-word"]
                return
            if (word == "," and k > i + 3) or (word in CLOSE and word != "and" and not (among and word == "of")):
                return


def past_bold(page: Page, i: int) -> int:
    """The token behind the marks of bold type in Markdown that start at token i: `**Harbison**, a brewer`."""
    while i < len(page.lower) and page.lower[i] == "*":
        i += 1
    return i


def past_bracket(lower: list[str], i: int) -> int:
    """The comma or verb behind the bracket at token i, before an explanation: `Harbison Gas (HG), a lender`."""
    for k in range(i + 1, min(i + BRACKET, len(lower) - 1)):
        if lower[k] in ")>":
            return k + 1 if lower[k + 1] in (",", "is", "was") else len(lower)
    return len(lower)


def before(candidate: Candidate, page: Page) -> int:
    """The token that stands before the candidate, past an article or a possessor: `shares in China's X`."""
    i = candidate.first - 1
    while i >= 0 and page.lower[i] == "*":
        i -= 1
    if i < 0:
        return i
    if page.lower[i] in ("the", "<"):  # `the firm <Harbison>`
        return i - 1
    if page.lower[i] in POSSESSIVES and i - 1 in page.is_capital:
        return i - 2
    if page.lower[i].isdigit() and page.words[i - 1] == "©":
        return i - 1
    return i


def is_bracketed(candidate: Candidate, page: Page) -> bool:
    """Whether a name fills angle brackets, as newswires put firms without a ticker: `<Harbison Mills>`."""
    i = candidate.first - 1
    return i >= 0 and page.words[i] == "<" and JOIN in candidate.key and not page.words[candidate.last].isupper()


def stands_as_name(candidate: Candidate, page: Page) -> bool:
    """Whether an ordinary word has the capital of a name: `the startup Ring said`, not `a bank Board`."""
    i = candidate.first
    return page.words[i].istitle() and candidate.key not in NO_NAMES and i + 1 not in page.is_capital


def is_otherwise(lower: list[str], i: int) -> bool:
    """Whether the kind at token i is none of firms: `film-maker`, `special unit`."""
    return lower[i - 2 if lower[i - 1] == "-" else i - 1] in OTHERWISE.get(lower[i], ())


def is_of(lower: list[str], k: int) -> bool:
    """Whether `group of` counts heads: `X, a group of parents`, not `X, a unit of Y`, `X, a chain of shops`."""
    return lower[k] in ("group", "consortium") and lower[k + 1] == "of"


def is_listing(tokens: Tokens, i: int) -> bool:
    """Whether a listing bracket opens at token i: `(NASDAQ: PGC)`, `(OTC: ABCD)`, `<DIC.L>`."""
    words = tokens.words
    if words[i] == "<":
        return i + 2 < len(words) and words[i + 1].isupper() and ">" in words[i + 2 : i + 6]
    inside = tokens.lower[i + 1 : i + 9]
    return ":" in inside and any(word in EXCHANGES for word in inside[: inside.index(":")])


def plural(noun: str) -> str:
    """The plural of an English noun.

    >>> plural("company"), plural("bank")
    ('companies', 'banks')
    """
    return noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
