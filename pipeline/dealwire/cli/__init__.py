"""The command line: declares, calls one function, prints. One module a command, loaded when the command runs."""

from __future__ import annotations

from dealwire.cli.app import main

__all__ = ["main"]
