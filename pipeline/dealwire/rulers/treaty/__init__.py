"""Finds treaty mentions: named instruments from a list, described ones by growing a head noun.

Anchors come first (one dictionary look-up a word), everything else looks only around them: `modifiers` to the left,
`topic` to the right, `specific` to tell an instrument from a class of things or another sense of the word, `shortforms`
for acronyms and short names that the article itself introduces.
"""

from dealwire.rulers.treaty.ruler import TreatyRuler

__all__ = ["TreatyRuler"]
