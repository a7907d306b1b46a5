"""The HTML report: self-contained, escaped, filtered from the keyboard, readable in a real browser, dark and light."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from browser import complaints

TEXT = "Danone <b>rose</b> 5% & paid $3 million.\nVicat SA, bought for 40 percent more, is under the <Paris Agreement>."


def span(text: str, label: str, **values: Any) -> dict[str, Any]:
    start = TEXT.index(text)
    return {"doc_id": "a&b", "label": label, "start": start, "end": start + len(text), "text": text, **values}


GOLD = [
    span("Danone", "COMPANY", name='Danone <i>"SA"</i>'),
    span("5%", "PERCENT", value="5"),
    span("$3 million", "MONEY", amount="3000000", currency="USD"),
    span("Vicat SA", "COMPANY", name="Vicat SA"),
    span("Paris Agreement", "TREATY", optional=True),
    span("bought", "TREATY"),
]
FOUND = [
    span("Danone", "COMPANY", name="Danone", rule="<rule>"),
    span("$3 million", "MONEY", amount="3", currency="USD", rule="money.sign"),
    span("Vicat", "COMPANY", name="Vicat", rule="company.list"),
    span("40 percent", "PERCENT", value="40", rule="percent.word"),
    span("Paris Agreement", "TREATY", rule="treaty.name"),
]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    for name, rows in {"records": FOUND, "gold": GOLD, "articles": [{"id": "a&b", "text": TEXT}]}.items():
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    command = [sys.executable, "-m", "dealwire", "evaluate", "records.jsonl", "gold.jsonl", "--html", "report.html"]
    subprocess.run(command, check=True, capture_output=True, cwd=folder)
    return folder / "report.html"


def test_the_page_needs_nothing_else(page: Path) -> None:
    html = page.read_text(encoding="utf-8")
    assert "<script" not in html
    assert not re.search(r"""(?:src|href)\s*=\s*["'](?!#)""", html)
    assert "url(" not in html
    assert "default-src 'none'" in html


def test_articles_are_escaped(page: Path) -> None:
    html = page.read_text(encoding="utf-8")
    for raw in ("<b>rose</b>", '<i>"SA"</i>', "<rule>", "<Paris Agreement>"):
        assert raw not in html
    assert "&lt;b&gt;rose&lt;/b&gt;" in html


@pytest.fixture
def shown(browser: Any, page: Path) -> Any:
    browser.get(page.as_uri())
    return browser


def visible_errors(browser: Any) -> list[str]:
    return [
        item.get_attribute("class") for item in browser.find_elements("css selector", ".error") if item.is_displayed()
    ]


def test_it_opens_without_complaint(shown: Any) -> None:
    assert shown.title == "records.jsonl against gold.jsonl"
    assert complaints(shown) == []
    assert len(visible_errors(shown)) == 6


def test_errors_are_filtered_from_the_keyboard(shown: Any) -> None:
    shown.find_element("id", "kind-missed").send_keys(" ")
    assert visible_errors(shown) == [
        "error spurious PERCENT",
        "error boundary COMPANY",
        "error value COMPANY",
        "error value MONEY",
    ]
    shown.find_element("id", "label-COMPANY").send_keys(" ")
    assert visible_errors(shown) == ["error spurious PERCENT", "error value MONEY"]
    shown.find_element("id", "kind-missed").send_keys(" ")
    assert visible_errors(shown)[:2] == ["error missed PERCENT", "error missed TREATY"]


def test_every_control_is_reached_with_tab(shown: Any) -> None:
    reached = set()
    body = shown.find_element("tag name", "body")
    for _ in range(60):
        shown.switch_to.active_element.send_keys("\ue004")
        element = shown.switch_to.active_element
        if element == body:
            break
        reached.add((element.tag_name, element.get_attribute("id") or element.text))
    assert ("input", "kind-value") in reached
    assert ("input", "label-TREATY") in reached
    assert ("summary", "a&b: 6 errors") in reached


def test_gold_and_found_stand_side_by_side(shown: Any) -> None:
    shown.find_element("css selector", "details.article summary").send_keys("\n")
    gold, found = shown.find_elements("css selector", "details.article .text")
    assert gold.text == found.text == TEXT
    assert gold.location["y"] == found.location["y"]
    marks = {m.text: m.get_attribute("class") for m in gold.find_elements("css selector", "mark")}
    assert marks["5%"] == "PERCENT missed"
    assert marks["Paris Agreement"] == "TREATY optional"
    marks = {m.text: m.get_attribute("class") for m in found.find_elements("css selector", "mark")}
    assert marks == {
        "Danone": "COMPANY value",
        "$3 million": "MONEY value",
        "Vicat": "COMPANY boundary",
        "40 percent": "PERCENT spurious",
        "Paris Agreement": "TREATY right",
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_follows_the_system_s_colours(shown: Any, scheme: str) -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    shown.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    colours = shown.execute_script(
        "const s = getComputedStyle(document.body); return [s.backgroundColor, s.color].map(c => +c.match(/\\d+/)[0])"
    )
    background, ink = colours
    assert (background > 200 > 100 > ink) if scheme == "light" else (ink > 200 > 100 > background)
    shown.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
