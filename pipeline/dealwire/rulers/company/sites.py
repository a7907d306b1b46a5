"""Sites and apps: places where people post and read, and firms only where the firm does something."""

from __future__ import annotations

from collections.abc import Sequence

from dealwire.rulers.company.candidate import Candidate
from dealwire.rulers.company.lexicon import Lexicon
from dealwire.rulers.company.page import POSSESSIVE, Page

POSTED = frozenset("on via using".split())
POSTS = frozenset(
    """account accounts ad ads app apps channel chat chats clip comment comments conversation feed followers following
    followings friends grab group groups handle handles hashtag hashtags interview live message messages messaging page
    pages platform platforms post posts presence profile profiles thread threads user users video videos""".split()
)
REACH = 20  # tokens of the longest list of sites that is looked at on either side
LINKS = frozenset((",", "and", "or", "(", ")", "formerly"))
# Before the name, and behind it, these show the firm at work: `owned by Facebook`, `Facebook has removed it`.
AGENTS = frozenset("by against sued sue fined fine acquire acquired acquiring buy bought buying".split())
VERBS = frozenset("has have had will would did didn does doesn says said".split())
ADVERBS = frozenset("also later recently then".split())
PASSIVE = frozenset("is was were been".split())
USED = frozenset("used called known named blocked flooded filled".split())


class Sites:
    """What is known of sites.

    sites: all of them, `posted on Netflix` is none of the firm's doing; networks: those that are hardly ever meant as
    firms, so that a mention of one has to show it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.networks = lexicon.networks
        self.sites = self.networks | lexicon.words("sites")

    def is_place(self, candidate: Candidate, page: Page) -> bool:
        """Whether a mention is that of a place: `wrote on Twitter`, `a Facebook page`, but not `Facebook said`."""
        if candidate.key not in self.sites:
            return False
        lower = page.lower
        first, last = self._enumeration(candidate, lower)
        before = lower[first - 1] if first else ""
        after = lower[last + 1] if last + 1 < len(lower) else ""
        if before in POSTED or after in POSTS or not POSTS.isdisjoint(lower[candidate.last + 1 : candidate.last + 2]):
            return True
        shown = candidate.shown or "company.among" in candidate.evidence
        return candidate.key in self.networks and not (shown or before in AGENTS or acts(page, last))

    def _enumeration(self, candidate: Candidate, lower: Sequence[str]) -> tuple[int, int]:
        """The first and last token of the list of sites that the mention is part of: `on Facebook, X and Instagram`."""
        first, last = candidate.first, candidate.last
        start, stop = max(1, first - REACH), min(len(lower) - 2, last + REACH)
        while first > start and (lower[first - 1] in LINKS or lower[first - 1] in self.sites):
            first -= 1
        while last < stop and lower[last + 1] in LINKS and lower[last + 2] in self.sites:
            last += 2
        return first, last


def acts(page: Page, last: int) -> bool:
    """Whether the words behind the name that ends at `last` tell what the firm does or owns, or what is done to it."""
    word, following = (*page.lower[last + 1 : last + 3], "", "")[:2]
    if word in POSSESSIVE:
        return following not in POSTS
    if word == "-":
        return following == "owned"
    if word in ADVERBS:
        word = following
    if word in PASSIVE:
        return following.endswith("ed") and following not in USED
    return word in VERBS or (word.endswith("ed") and word not in USED)
