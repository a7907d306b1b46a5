"""A headless browser for the tests of pages, or a plain reason why there is none."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from selenium import webdriver

FLAGS = """
    --headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run --disable-quic --disable-sync
    --disable-background-networking --disable-component-update --window-size=1200,900
""".split()


@contextmanager
def open_browser(profile: Path) -> Iterator[webdriver.Chrome]:
    """Debian's Chromium with an empty profile; skips the test where it is not installed."""
    webdriver = pytest.importorskip("selenium.webdriver")
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and driver):
        pytest.skip("no browser here: chromium and chromedriver are not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in [*FLAGS, f"--user-data-dir={profile}"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    try:
        yield browser
    finally:
        browser.quit()


def complaints(browser: Any) -> list[str]:
    """What the page complained of since it was last asked: script errors, resources that did not load."""
    return [entry["message"] for entry in browser.get_log("browser") if entry["level"] == "SEVERE"]
