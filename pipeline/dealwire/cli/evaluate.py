"""`dealwire evaluate`: records against gold."""

from __future__ import annotations


def evaluate() -> None:
    """Measure records against gold."""
