"""Numbers as newspapers write them, read out of tokens into exact decimals.

`Numerals` looks at folded tokens and the white space behind them, nothing else. It reads forward from a token
(`$ 4.2 billion`) or backward to one (`half a million euros`); both look at a bounded number of tokens. A number the
text leaves open (`several million`, `tens of thousands of`) has the value None.
"""

from dealwire.numerals.figures import figure
from dealwire.numerals.line import ONE, Numeral
from dealwire.numerals.reader import REACH, Numerals

__all__ = ["ONE", "REACH", "Numeral", "Numerals", "figure"]
