"""The review page in a real browser: by keyboard, by mouse, by two tabs, and under attack."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browser import complaints
from dealwire.records import RECORD, record_id
from dealwire.review.disagreements import ballots
from dealwire.review.store import Store
from review_run import PORTS, VALUES, records, small_run, write_run
from review_server import Server, served_here

if TYPE_CHECKING:
    from selenium import webdriver

CORPUS = Path(__file__).parents[1] / "corpus"
IDLE = "return document.body.dataset.loaded === 'true' && !document.body.dataset.busy"
LEFT, RIGHT, UP, DOWN, SHIFT, ALT = "\ue012", "\ue014", "\ue013", "\ue015", "\ue008", "\ue00a"
ENTER, ESCAPE, NULL = "\ue007", "\ue00c", "\ue000"


class Page:
    """The open page as a person has it before them."""

    def __init__(self, browser: webdriver.Chrome, server: Server, path: str = "/articles/0") -> None:
        self.browser, self.server = browser, server
        self.open(path)

    def open(self, path: str) -> None:
        self.browser.get(self.server.page(path))
        self.wait()
        complaints(self.browser)

    def wait(self) -> None:
        from selenium.webdriver.support.ui import WebDriverWait

        WebDriverWait(self.browser, 20, 0.01).until(lambda browser: browser.execute_script(IDLE))

    def press(self, *keys: str) -> None:
        """Press keys one after another; a string of several is one chord or typed text."""
        for key in keys:
            self.browser.switch_to.active_element.send_keys(key)
            self.wait()

    def js(self, script: str, *arguments: Any) -> Any:
        return self.browser.execute_script(script, *arguments)

    def text(self, selector: str) -> str:
        return str(self.js("return document.querySelector(arguments[0])?.textContent ?? ''", selector))

    def hand(self) -> str:
        return self.text("#hand .words")

    def rows(self) -> list[str]:
        """The records' list as one reads it: letter, text, sign."""
        return list(self.js("return [...document.querySelectorAll('#list li')].map((row) => row.textContent)"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return small_run(tmp_path / "run")


@pytest.fixture
def page(browser: webdriver.Chrome, folder: Path) -> Iterator[Page]:
    with served_here(folder) as server:
        page = Page(browser, server)
        yield page
        assert [line for line in complaints(browser) if " 422 " not in line] == []


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dealwire", *arguments], capture_output=True, text=True, check=True, timeout=60
    )


# By keyboard alone


def founding_article() -> tuple[dict[str, str], list[dict[str, Any]]]:
    """The corpus article, with its gold as the records found."""
    text = (CORPUS / "articles/kazakhstan-france.txt").read_text(encoding="utf-8")
    found = []
    for raw in (CORPUS / "gold/kazakhstan-france.jsonl").read_text(encoding="utf-8").splitlines():
        line = json.loads(raw)
        if "label" in line and not line.get("optional"):
            place = record_id(line["doc_id"], line["start"], line["end"], line["label"])
            found.append(RECORD.validate_python({"id": place, "rule": "test.gold"} | line).model_dump(mode="json"))
    return {"kazakhstan-france": text}, found


def spoiled(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The records with one value wrong, one boundary wrong, and one missing."""
    spoiled = [dict(record) for record in found]
    money = next(record for record in spoiled if record["text"] == "$4.2 billion")
    money["amount"] = "4200000"
    company = next(record for record in spoiled if record["text"] == "Samruk-Kazyna JSC")
    company |= {"text": "Samruk-Kazyna", "end": company["end"] - 4}
    company["id"] = record_id(company["doc_id"], company["start"], company["end"], "COMPANY")
    return [record for record in spoiled if record["text"] != "Danone"]


def test_the_founding_article_by_keyboard_alone(browser: webdriver.Chrome, tmp_path: Path) -> None:
    articles, found = founding_article()
    folder = write_run(tmp_path / "run", articles, spoiled(found))
    with served_here(folder) as server:
        page = Page(browser, server, "/")
        page.press(ENTER)
        page.wait()
        decided = 0
        while hand := page.hand():
            decided += 1
            if hand == "$4.2 billion":
                page.press("e", "4200000000", ENTER)
            elif hand == "Samruk-Kazyna":
                page.press("b", RIGHT, ENTER)
            elif decided == 3:
                page.press("x", "u", "a")
            else:
                page.press("a")
            assert decided <= len(found), page.text("#toast")
        page.press("i", "f", "danone", ENTER, "c", ENTER)
        page.press(ENTER)
        assert "closed" in page.text(".kicker")
        assert complaints(browser) == []
    gold = tmp_path / "gold.jsonl"
    run("review", "export", str(folder), "-o", str(gold))
    figures = json.loads(run("evaluate", str(gold), str(CORPUS / "gold"), "--json").stdout)
    assert figures["micro"]["strict"] == {"p": 1.0, "r": 1.0, "f": 1.0}
    assert {share for label in VALUES_BY_LABEL for share, _ in figures[label]["attrs"].values()} == {1.0}


VALUES_BY_LABEL = ("MONEY", "PERCENT", "COMPANY", "TREATY")


def test_decisions_move_on_and_undo_comes_back(page: Page) -> None:
    assert page.hand() == "Nordkap Lines"
    page.press("x")
    assert page.hand() == "40%"
    page.press("s", "a")
    assert page.rows()[:3] == ["CNordkap Lines✕", "P40%…", "CHalden Port✓"]
    page.press("u")
    assert page.hand() == "Halden Port"
    page.press("u", "u")
    assert page.rows()[:3] == ["CNordkap Lines", "P40%", "CHalden Port"]
    assert page.text("#say") == "1 of 7: COMPANY, Nordkap Lines, undecided"


def test_going_without_deciding(page: Page) -> None:
    page.press("j", "j", "k")
    assert page.hand() == "40%"
    page.press("n")
    assert "Rates held" in page.text("#text")
    page.press("p", DOWN, UP)
    assert page.hand() == "Nordkap Lines"
    page.press("a", "g")
    assert page.hand() == "Halden Port"
    page.press("?")
    assert page.js("return document.getElementById('keys').open")
    page.press(ESCAPE)
    assert not page.js("return document.getElementById('keys').open")


def test_all_of_the_same_rule_and_text(page: Page) -> None:
    page.press("A")
    assert page.hand() == "40%"
    assert [row for row in page.rows() if "✓" in row] == ["CNordkap Lines✓"] * 2
    page.press("u")
    assert [row for row in page.rows() if "✓" in row] == []


def test_boundaries_by_word_and_character(page: Page) -> None:
    page.press("b")
    assert page.text("#drawn").startswith("Moving the boundariesNordkap Lines← → move the end")
    page.press(SHIFT + RIGHT + NULL, ALT + LEFT + NULL)
    assert page.text("#drawn .words") == "Line"
    page.press(ENTER, "k")
    assert page.hand() == "Line"
    assert page.text("#hand .verdict") == "corrected"


def test_an_unsound_value_is_told_beside_its_field(page: Page) -> None:
    page.press("j", "j", "j", "e")
    page.js("document.getElementById('field-currency').value = 'dollars'")
    page.press(ENTER)
    assert page.text("#fault-currency").startswith("String should match pattern")
    assert page.js("return document.activeElement.id") == "field-currency"
    page.press(ESCAPE)
    assert page.text("#hand .verdict") == "undecided"


def test_an_article_is_closed_and_the_next_opened(page: Page) -> None:
    for _ in range(7):
        page.press("a")
    assert "All 7 decided" in page.text("#hand")
    page.press(ENTER)
    assert page.hand() == "2.5 percent"
    page.press("a", "a", "a", ENTER)
    assert "No record here" in page.text("#hand")
    page.press(ENTER)
    assert "3 of 3 closed" in page.text("#progress")


def test_a_queue_keeps_to_its_records(page: Page) -> None:
    page.browser.get(f"{page.server.base}/articles/0?label=MONEY")
    page.wait()
    assert page.hand() == "$3.5 million"
    page.press("a", "g")
    assert page.hand() == "€12bn"
    assert page.browser.current_url.endswith("/articles/1?label=MONEY")


def test_kinds_by_keyboard(page: Page) -> None:
    page.open("/kinds")
    page.press("j")
    assert "Halden Port" in page.text(".kind.in-hand")
    page.press("a")
    assert page.text(".kind .tally") == "0 undecided, 3 accepted"
    page.press("u")
    assert page.text(".kind .tally") == "3 undecided"


# By mouse


def point(page: Page, needle: str, after: bool = False) -> tuple[int, int]:
    """Where some words of the text are on the screen: just inside their start or their end."""
    script = """
        const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const at = node.data.indexOf(arguments[0]);
          if (at < 0) continue;
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + arguments[0].length);
          const box = range.getBoundingClientRect();
          return [arguments[1] ? box.right - 1 : box.left + 1, box.top + box.height / 2];
        }"""
    x, y = page.js(script, needle, after)
    return round(x), round(y)


def drag(page: Page, start: tuple[int, int], end: tuple[int, int]) -> None:
    from selenium.webdriver.common.action_chains import ActionChains

    chain = ActionChains(page.browser, duration=40)
    pointer: Any = chain.w3c_actions.pointer_action
    pointer.move_to_location(*start).pointer_down().move_to_location(*end).pointer_up()
    chain.perform()
    page.wait()


def test_selected_text_becomes_a_record(page: Page) -> None:
    drag(page, point(page, "signed a "), point(page, "signed", after=True))
    assert page.text("#drawn .words") == "signed"
    page.press("t")
    assert page.hand() == "signed"
    page.press(ENTER)
    assert "Tsigned+" in page.rows()


def test_a_handle_moves_a_boundary(page: Page) -> None:
    page.press("j", "j", "j")
    box = page.js("const box = document.getElementById('handle-start').getBoundingClientRect(); return [box.x, box.y]")
    drag(page, (round(box[0]) + 9, round(box[1]) + 8), point(page, "for ", after=False))
    assert "Mfor $3.5 million✎" in page.rows()


# Two tabs


def test_two_tabs_never_overwrite_each_other_unseen(page: Page) -> None:
    browser, first = page.browser, page.browser.current_window_handle
    browser.switch_to.new_window("tab")
    browser.get(f"{page.server.base}/articles/0")
    page.wait()
    page.press("x")
    browser.close()
    browser.switch_to.window(first)
    page.press("a")
    assert "decided elsewhere meanwhile" in page.text("#toast").lower()
    assert (page.hand(), page.text("#hand .verdict")) == ("Nordkap Lines", "rejected")
    assert page.rows()[0] == "CNordkap Lines✕"
    page.press("a")
    assert page.rows()[0] == "CNordkap Lines✓"
    assert [line for line in complaints(browser) if "409" not in line] == []


# Attacks

HOSTILE = (
    "<script>document.title = 'owned'</script> <img src=x onerror=\"document.title='owned'\"> 5%\n\n"
    "javascript:document.title='owned' {{ 7*7 }} ${7*7} {% raw %} </article></main> &lt;b&gt; 6%\n\n"
    "right\u202eto\u2066left\u200b and \u0007bell \x1b[31m\u0000nul 7%"
)


@pytest.fixture
def hostile(browser: webdriver.Chrome, tmp_path: Path) -> Iterator[Page]:
    doc = '"><script>alert(1)</script>'
    values = {f"{n}%": VALUES["40%"] | {"rule": "<b>rule</b>"} for n in (5, 6, 7)}
    company = {"label": "COMPANY", "name": "<i>\u202eevil</i>", "rule": "company.\u202e"}
    found = records(doc, HOSTILE, values | {"javascript:document": company})
    with served_here(write_run(tmp_path / "run", {doc: HOSTILE}, found), "<u>ann</u>") as server:
        yield Page(browser, server)


def test_an_article_is_text_whatever_it_holds(hostile: Page) -> None:
    for path in ("/articles/0", "/", "/kinds", "/disagreements"):
        hostile.open(path)
        if path == "/kinds":
            hostile.press("j")
        assert "owned" not in hostile.browser.title
        foreign = (
            "return document.querySelectorAll('main script, main img, main i, main b b, main u, a[href^=java]').length"
        )
        assert hostile.js(foreign) == 0
        assert complaints(hostile.browser) == []
    hostile.open("/articles/0")
    assert "<script>document.title = 'owned'</script> <img src=x" in hostile.text("#text")
    assert "{{ 7*7 }} ${7*7} {% raw %} </article>" in hostile.text("#text")


def test_what_cannot_be_seen_is_shown_by_name(hostile: Page) -> None:
    names = hostile.js("return [...document.querySelectorAll('#text .control')].map((one) => one.dataset.name)")
    assert names == ["RLO", "LRI", "ZWSP", "U+0007", "U+001B", "U+0000"]
    assert not any(sign in hostile.text("#text") for sign in "\u202e\u2066\u0007\x1b")
    assert hostile.text("#text mark.in-hand").startswith("5%")


def test_offsets_hold_past_unseen_characters(hostile: Page) -> None:
    hostile.press("a", "a", "a")
    assert (hostile.hand(), hostile.text("#text mark.in-hand")) == ("7%", "7%")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[str]:
    """Another site on this machine; cookies do not tell ports apart, so it is the hardest neighbour."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("<title>elsewhere</title>", encoding="utf-8")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path / "site")))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    thread.join()
    server.server_close()


CROSS = """
    const [base, done] = arguments;
    const wish = JSON.stringify({action: "reject", n: 0, doc_id: "ports", item: "ports:0-13:COMPANY", version: 0});
    const send = (more) => fetch(base + "/api/decisions", {method: "POST", credentials: "include", ...more})
      .then((answer) => answer.type + answer.status, () => "failed");
    const title = (frame) => { try { return frame.contentWindow.document.title; } catch { return "closed"; } };
    const read = fetch(base + "/api/run", {credentials: "include"}).then(() => "read", () => "failed");
    const frame = document.body.appendChild(document.createElement("iframe"));
    frame.src = base + "/";
    Promise.all([
      read, send({body: wish, mode: "no-cors"}), send({body: wish, headers: {"Content-Type": "application/json"}}),
      new Promise((resolve) => setTimeout(() => resolve(title(frame)), 500)),
    ]).then(done);
"""


def test_another_site_can_neither_read_nor_post_nor_frame(page: Page, elsewhere: str) -> None:
    page.browser.get(elsewhere)
    told = page.browser.execute_async_script(CROSS, page.server.base)
    assert told[0] == "failed"
    assert told[2] == "failed"
    assert told[3] == "closed"
    page.browser.get(f"{page.server.base}/articles/0")
    page.wait()
    assert page.rows()[0] == "CNordkap Lines"
    complaints(page.browser)


def test_a_rebound_name_is_refused(page: Page) -> None:
    """Every name below .localhost leads here, as a rebound name would."""
    page.browser.get(page.server.page("/").replace("127.0.0.1", "evil.localhost"))
    assert page.text("body") == "This page does not go by that name."
    complaints(page.browser)


def test_the_token_is_gone_from_address_and_scripts(page: Page) -> None:
    assert "token" not in page.browser.current_url
    assert page.js("return document.cookie") == ""


# For every eye and hand


def resize(page: Page, width: int, height: int, scheme: str = "light") -> None:
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    page.browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    page.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    page.js("return new Promise(requestAnimationFrame)")


@pytest.fixture(scope="module")
def shown(browser: webdriver.Chrome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page to look at: what is decided on it does not matter to the tests that share it."""
    with served_here(small_run(tmp_path_factory.mktemp("shown") / "run")) as server:
        yield Page(browser, server)


@pytest.fixture
def sized(shown: Page) -> Iterator[Page]:
    page = shown
    yield page
    page.browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    page.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


@pytest.mark.parametrize("path", ["/articles/0", "/", "/kinds", "/disagreements"])
def test_it_fits_every_width(sized: Page, path: str) -> None:
    sized.open(path)
    for width in (360, 800, 1280, 2560):
        resize(sized, width, 740)
        assert sized.js("return document.documentElement.scrollWidth") <= width
        button = "return document.querySelector('#hand .accept')?.getBoundingClientRect()"
        if box := sized.js(button):
            assert box["right"] <= width
            assert box["bottom"] <= 740


# The colours on screen, each text against the nearest background behind it.
CONTRAST = """
    const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
    const rgba = (colour, under) => {
      canvas.fillStyle = under; canvas.fillRect(0, 0, 1, 1);
      canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const css = (rgb) => `rgb(${rgb.join(",")})`;
    const behind = (element) => {
      const chain = [];
      for (let e = element; e; e = e.parentElement) chain.unshift(getComputedStyle(e).backgroundColor);
      return chain.reduce((under, colour) => rgba(colour, css(under)), [255, 255, 255]);
    };
    const light = (rgb) => rgb.map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
      .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    const faint = [];
    for (const element of document.body.querySelectorAll("*")) {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!own || !element.checkVisibility() || element.closest(".unseen, .skip")) continue;
      const under = behind(element);
      const [a, b] = [light(rgba(getComputedStyle(element).color, css(under))), light(under)].sort((x, y) => y - x);
      const ratio = (a + 0.05) / (b + 0.05);
      if (ratio < 4.5) faint.push([element.tagName, element.className, element.textContent.slice(0, 20), ratio]);
    }
    return faint;
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/articles/0", "/", "/kinds"])
def test_all_text_can_be_read(sized: Page, path: str, scheme: str) -> None:
    resize(sized, 1280, 900, scheme)
    sized.open(path)
    assert sized.js(CONTRAST) == []
    if path == "/articles/0":
        sized.press("x", "s", "a", "k", "e")
        assert sized.js(CONTRAST) == []
        sized.press(ESCAPE)


def test_everything_has_a_name_and_a_landmark(shown: Page) -> None:
    page = shown
    for path in ("/articles/0", "/", "/kinds", "/disagreements"):
        page.open(path)
        nameless = """
            return [...document.querySelectorAll("button, a, input, select, textarea")]
              .filter((one) => one.checkVisibility())
              .filter((one) => !(one.textContent.trim() || one.ariaLabel || one.labels?.length))
              .map((one) => one.outerHTML)"""
        assert page.js(nameless) == []
        assert page.js("return document.querySelectorAll('main').length") == 1
        assert page.js("return document.querySelectorAll('header, nav').length") == 2


def test_tab_reaches_the_actions_and_focus_shows(page: Page) -> None:
    seen = []
    for _ in range(16):
        page.press("\ue004")
        seen.append(page.js("return document.activeElement.textContent.trim()"))
        assert page.js("return document.activeElement.matches('body, :focus-visible')")
    assert [title for title in ("Accepta", "Rejectx", "Edite") if title not in seen] == []


def test_long_articles_keep_the_record_in_hand_in_view(browser: webdriver.Chrome, tmp_path: Path) -> None:
    text = "\n\n".join([PORTS] * 400)
    with served_here(write_run(tmp_path / "run", {"long": text})) as server:
        page = Page(browser, server)
        assert page.js("return document.querySelectorAll('.piece.blank').length") > 0
        for _ in range(15):
            page.press("a")
        inside = """
            const hand = document.querySelector("mark.in-hand").getBoundingClientRect();
            const pane = document.getElementById("reader").getBoundingClientRect();
            return hand.top > pane.top && hand.bottom < pane.bottom"""
        assert page.js(inside)
        page.press("k", "k")
        assert page.js(inside)
        page.js("document.getElementById('list').scrollTop = 1e9")
        assert page.js("return document.querySelectorAll('#list li').length") < 60
        assert complaints(browser) == []


def test_a_disagreement_is_settled_by_a_key(browser: webdriver.Chrome, folder: Path) -> None:
    for reviewer, action in (("ann", "accept"), ("bob", "reject")):
        with Store(folder, reviewer) as store:
            store.decide(action, "ports", "ports:0-13:COMPANY", 0)  # type: ignore[arg-type]
    with served_here(folder, "eve") as server:
        page = Page(browser, server, "/disagreements")
        assert page.text(".ballot .context").startswith("CCOMPANY…Nordkap Lines bought 40%")
        page.press("2")
        assert page.text("#none") == "No open disagreement."
        assert complaints(browser) == []
    with Store(folder, "eve") as store:
        [ballot] = ballots(store.db)
    assert ballot.outcome and ballot.outcome.verdict == "rejected"
