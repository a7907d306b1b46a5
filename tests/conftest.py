"""Fixtures for all tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from browser import open_browser

if TYPE_CHECKING:
    from selenium import webdriver


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """One headless browser for all tests of pages; they are skipped where none is installed."""
    with open_browser(tmp_path_factory.mktemp("profile")) as browser:
        yield browser
