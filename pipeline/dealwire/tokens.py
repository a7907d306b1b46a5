"""Text to tokens: what all rulers read, whichever tokenizer the spaCy pipeline has.

One regular expression splits the text into words, numbers, signs and the white space between them. It splits finer
than spaCy's own rules where money needs it (`£3m-£4m` gives £ 3 m - £ 4 m) and keeps together what newspapers mean as
one word (`U.S.`, `S.p.A.`, `US$`, `1,234.5`, a URL). Every alternative is linear: none can match the same text in two
ways, and those that may fail late are bounded.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from operator import add

from dealwire.folding import folded

LETTER = r"[^\W\d_]"
# Marks that belong to the letter before them: combining accents, soft hyphen, zero-width (non-)joiner.
MARK = r"\u0300-\u036f\u00ad\u200b-\u200d\u2060"
# Newspaper signs of currencies that are written without a space before the amount.
GLUED = (
    "(?:SL)?Rs|RM|Rmb|[SDNI]?[Kk]r|Kč|Tk|[KTU]?[Ss]hs?|[Dd]hs?|DM|[SFBL]?Fr|[SFB]fr|SwFr|SR|QR|Rp|Bt|FF|FCFA|Ptas?"
    "|Esc|PhP"
)
# A name that lost the line break between a heading and the paragraph it opens: `About HarbisonHarbison sells tools`.
DOUBLED = r"(?P<half>[A-Z][a-z]{3,}+)(?=(?P=half)(?!\w))"
# Most tokens, told at a glance; the lines of TOKEN would find the same, which takes them twice as long.
NO_MAIL = r"(?![\w.+-]{0,64}@)"
PLAIN = rf"""
        [A-Za-z][a-z]*+(?=[\s,;)"”?!]|[.:]\s|['’]s\b|-{NO_MAIL})
      | [,;:()"“”?!%] | \.(?=\s) | -(?=\w{NO_MAIL}) | \d++(?=[ %)]) | ['’]s\b
"""

TOKEN = re.compile(
    rf"""
    (
        {PLAIN} | {DOUBLED}
      | (?:https?://|www\.)[^\s<>"“”]+(?<![.,;:!?)]) # a URL is one token, so nothing is found inside
      | [\w.+-]{{1,64}}@(?=\w)[\w.-]{{1,255}}(?<![.-]) # so is an e-mail address or a handle with a domain
      | [A-Z][\w-]{{1,40}}+\.(?:com|COM)(?![\w/@]|\.\w)  # a firm named as its site is: Harbison.com
      | (?<!\w) (?!ca?\.) {LETTER}{{1,4}} (?:\.{LETTER})? \.? [$£¥](?!\w*[{{(])  # US$ HK$ A$ U.S.$ EC$
      | (?:{LETTER}\.){{2,}} (?:{LETTER}(?![\w{MARK}]))?   # U.S. S.A. J.P. U.S
      | S\.p\.A\.?
      | (?:[A-Z]{{3}}|{GLUED})(?=\d)                    # a currency glued to its amount: CHF1'000, Rs500
      | [NRPYKL](?=\d[\d.,]{{0,15}}\ ?(?:[bmt]n?|mln|[mbtr]{{1,2}}illion)\b)  # R2.5bn, N500 million
      | (?<=\$)(?:US|NZ|HK|AU|CAN|CDN|[ACS])(?=\d)      # $US5, $A50
      | [¼½¾⅐-⅞]                                     # 2½m
      | (?!\d)[\w{MARK}]+ (?:['’](?!(?:s|S|re|ve|ll|d|m|t)\b)(?!\d)[\w{MARK}]+)*  # L'Oréal, VR1; no possessive
      | \d+ (?:[.,]\d+ | ['’]\d{{3}}(?!\d) | (?<!\d{{4}})[\u00a0\u2009\u202f]\d{{3}}(?!\d))*  # 1,234.5  1'000'000
      | (?<!\w)\.\d+                                  # .5, but Rs.500
      | ['’](?:s|S|re|ve|ll|d|m|t)\b                 # 's
      | \.{{2,}} | -{{2,}} | \${{3,}}                 # ... -- $$$
      | \S
    )
    (\s*)
    """,
    re.VERBOSE,
)
# A blank line or another sign of a new paragraph; a line that starts one by its indent.
BREAK = re.compile(r"\n[^\S\n]*\n|[\r\u2028\u2029\x0b\x0c](?!\n)")
INDENT = re.compile(r"\n[^\S\n]{2,}")
FULL = 55  # a line longer than this may have been wrapped
WRAP = 120  # a line longer than this was not wrapped by hand, so its end is the end of a paragraph

ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof st no nos vs jr sr co corp inc ltd bros cos gen sen rep gov lt col sgt capt maj adm hon rev
    jan feb mar apr jun jul aug sep sept oct nov dec mo calif mass conn ill pa va ga fla tex wash wis minn mich
    ariz colo ind kan okla ore tenn ala ark del ky la md me mont neb nev approx est fig art vol pp ed eds al cf eg ie
    dept univ assn intl natl bhd pte pty pvt kft zrt nyrt mln bln rs fr sa messrs mt ft adj""".split()
)
SOMETIMES = frozenset("co corp inc ltd bros cos jr sr sa bhd mln bln la me pa in mar jan".split())
CLOSERS = frozenset("\"”’'»)]")


SOUGHT: set[str] = set()  # the folded words that rulers look out for


def seek(words: Iterable[str]) -> None:
    """Have these folded words looked out for: all rulers' words are found in one pass over an article."""
    SOUGHT.update(words)


@dataclass
class Tokens:
    """The tokens of a text without its white space, as parallel lists; token i is `text[starts[i]:end(i)]`."""

    text: str
    words: list[str]
    lower: list[str]  # the folded words, for look-ups; where folding changes nothing, the same object
    gaps: list[str]  # the white space behind each token
    starts: list[int]
    # What is gathered when it is first asked for.
    _sought: dict[int, list[int]] = field(default_factory=dict, repr=False, compare=False)
    _vocabulary: frozenset[str] | None = field(default=None, repr=False, compare=False)
    _sentences: list[int] | None = field(default=None, repr=False, compare=False)

    def end(self, i: int) -> int:
        """Where token i ends."""
        return self.starts[i] + len(self.words[i])

    def __len__(self) -> int:
        return len(self.words)

    def places(self, words: Container[str]) -> list[int]:
        """Indexes of the tokens that are among these folded words, of which `seek` was told."""
        lower = self.lower
        sought = self._sought.get(len(SOUGHT))
        if sought is None:  # nobody has asked yet, or a ruler was made since
            sought = self._sought[len(SOUGHT)] = [i for i, word in enumerate(lower) if word in SOUGHT]
        return [i for i in sought if lower[i] in words]

    @property
    def vocabulary(self) -> frozenset[str]:
        """The different folded words of the text."""
        if self._vocabulary is None:
            self._vocabulary = frozenset(self.lower)
        return self._vocabulary

    def wide(self) -> list[int]:
        """Indexes of the tokens behind which other white space stands than one space."""
        return [i for i, gap in enumerate(self.gaps) if gap != " " and gap != ""]

    def breaks(self) -> set[int]:
        """Indexes of the tokens that start a paragraph (never 0)."""
        line_start, paragraph, found = 0, 0, set()
        for i in self.wide():
            ends_line, ends_paragraph, indents = shape_of(self.gaps[i])
            if ends_line:
                length = self.end(i) - line_start
                indented = indents and not (self._hangs(i + 1, length) or self._aligned(paragraph, i))
                if length > WRAP or ends_paragraph or indented or self._bullet(i + 1):
                    found.add(paragraph := i + 1)
                line_start = self.end(i) + len(self.gaps[i])
        return found

    def _hangs(self, i: int, length: int) -> bool:
        """Whether the indented line at token i goes on with the one before, as the lines of a list's entry do."""
        if i >= len(self.words) or self.words[i - 1][-1] in '.!?:;*"”':
            return False
        return self.words[i][0].islower() or (length > FULL and self.words[i][0].isalpha())

    def _aligned(self, entry: int, i: int) -> bool:
        """Whether the line behind token i starts under the first word of the list's entry at token `entry`."""
        return self._bullet(entry) and len(self.gaps[i].rpartition("\n")[2]) == 1 + len(self.gaps[entry])

    def _bullet(self, i: int) -> bool:
        return i < len(self.words) and self.words[i] in ("-", "*", "•", "–", "—") and self.gaps[i] != ""

    @property
    def sentences(self) -> list[int]:
        """Indexes of the tokens that start a sentence, in order; the first is 0."""
        if self._sentences is None:
            self._sentences = self._sentence_starts()
        return self._sentences

    def _sentence_starts(self) -> list[int]:
        starts = self.breaks() | {0}
        starts.update(j for i, word in enumerate(self.words) if word[-1] in ".!?…" and (j := self._sentence_after(i)))
        starts.discard(len(self.words))
        return sorted(starts)

    def _sentence_after(self, i: int) -> int | None:
        """The token that starts the sentence after the full stop at i, None where the stop ends none."""
        words = self.words
        j = i + 1
        while j < len(words) and words[j] in CLOSERS and self.gaps[j - 1] == "":
            j += 1
        if j >= len(words) or (self.gaps[j - 1] == "" and words[j] not in '“‘"'):
            return None
        if not (words[j][0].isupper() or words[j][0].isdigit() or words[j] in "“‘\"'([-–—$£€"):
            return None
        if words[i] == "." and i and self.gaps[i - 1] == "" and self._abbreviated(i - 1, j):
            return None
        if len(words[i]) > 1 and words[i][0].isalpha() and not self._opens(j):  # U.S. Treasury, J.P. Morgan
            return None
        return j

    def _abbreviated(self, i: int, after: int) -> bool:
        word = self.lower[i]
        if word == "no":  # "No. 5", but "The answer was no. He left."
            return self.words[after][0].isdigit()
        if word in SOMETIMES:
            return not self._opens(after)
        return word in ABBREVIATIONS or (len(word) == 1 and self.words[i].isupper())

    def _opens(self, i: int) -> bool:
        """Whether token i is a word that starts sentences but no names."""
        return self.lower[i] in OPENERS

    def sentence(self, i: int) -> tuple[int, int]:
        """The half-open range of tokens of the sentence that holds token i."""
        k = bisect_right(self.sentences, i)
        return self.sentences[k - 1], self.sentences[k] if k < len(self.sentences) else len(self.words)

    def slice(self, first: int, last: int) -> str:
        """The text of tokens first to last, last included."""
        return self.text[self.starts[first] : self.end(last)]

    def spaced(self, i: int) -> bool:
        """Whether white space stands between token i and the next."""
        return self.gaps[i] != ""


@lru_cache(1000)
def shape_of(gap: str) -> tuple[bool, bool, bool]:
    """Whether white space ends a line, ends a paragraph, indents the line it starts."""
    ends_paragraph = BREAK.search(gap) is not None
    return "\n" in gap or ends_paragraph, ends_paragraph, INDENT.search(gap) is not None


OPENERS = frozenset(
    """the a an it he she they we i you this that these those in on at but and or if as for of to by with from after
    before when while there its his her their our my under last however meanwhile both some all no not what who how
    why where most many more other another since although though despite during earlier later""".split()
)


def tokenize(text: str) -> Tokens:
    """Split a text; joined with their gaps (and the white space at its very start) the tokens give the text again.

    >>> tokenize("The U.S. paid £3m-£4m.").words
    ['The', 'U.S.', 'paid', '£', '3', 'm', '-', '£', '4', 'm', '.']
    """
    parts = TOKEN.split(text)  # what stands before a token (nothing, but for the first), the token, its `half`, its gap
    words, gaps = parts[1::4], parts[3::4]
    starts = [*accumulate(map(add, map(len, words), map(len, gaps)), initial=len(parts[0]))]
    del starts[-1]  # the end of the text
    return Tokens(text, words, folded(words, text.isascii()), gaps, starts)
