"""The tokens of `dealwire.tokens` as a spaCy tokenizer, and the way back from any Doc to them."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from dealwire.mentions import Reading
from dealwire.tokens import Tokens, tokenize

KEY = "dealwire"


class Tokenizer:
    """Makes a Doc of a text without losing a character: `doc.text == text`.

    bare: the Doc is empty and only carries the tokens beside it, which is all that dealwire's own rulers read; spaCy
    keeps 200 bytes a token, and filling them costs more than finding all amounts and treaties.
    """

    def __init__(self, vocab: Vocab, bare: bool = False) -> None:
        self.vocab, self.bare = vocab, bare

    def __call__(self, text: str) -> Doc:
        tokens = tokenize(text)
        words, spaces = ([], []) if self.bare else with_white_space(tokens)
        doc = Doc(self.vocab, words=words, spaces=spaces)
        doc.user_data[KEY] = Reading(tokens)
        return doc

    def to_bytes(self, **_: object) -> bytes:
        """Nothing to store: the tokenizer has no state."""
        return b""

    def from_bytes(self, _data: bytes, **_: object) -> Tokenizer:
        return self

    def to_disk(self, _path: object, **_: object) -> None:
        return None

    def from_disk(self, _path: object, **_: object) -> Tokenizer:
        return self


def make_tokenizer(bare: bool = False) -> Callable[[Language], Tokenizer]:
    """`dealwire.Tokenizer.v1`, for `[nlp.tokenizer] @tokenizers` in a spaCy config."""
    return lambda nlp: Tokenizer(nlp.vocab, bare)


def with_white_space(tokens: Tokens) -> tuple[list[str], list[bool]]:
    """Words and spaces as Doc takes them: one space belongs to the word before, any other white space is a token."""
    if tokens.text and not tokens.words:
        return [tokens.text], [False]
    lead = tokens.starts[0] if tokens.starts else 0
    words, spaces = ([tokens.text[:lead]], [False]) if lead else ([], [])
    spaced = [gap[:1] == " " for gap in tokens.gaps]
    after = 0
    for i in tokens.wide():
        if rest := tokens.gaps[i].removeprefix(" "):
            words += [*tokens.words[after : i + 1], rest]
            spaces += [*spaced[after : i + 1], False]
            after = i + 1
    return words + tokens.words[after:], spaces + spaced[after:]


def reading_of(doc: Doc) -> Reading:
    """The reading of a Doc, begun on first use: behind another tokenizer the text is split anew."""
    reading = doc.user_data.get(KEY)
    if not isinstance(reading, Reading):
        reading = doc.user_data[KEY] = Reading(tokenize(doc.text))
    return reading
