"""The app over HTTP: what each route answers, and what the guard in front of it refuses."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from dealwire.review.app import create_app
from dealwire.review.safety import MAX_BODY, Address
from dealwire.review.store import Store
from review_run import PORTS, small_run

ADDRESS = Address("127.0.0.1", 8123, "a-token-of-this-test")
ORIGIN = {"origin": "http://127.0.0.1:8123"}


def client_of(store: Store, *, opened: bool = True) -> TestClient:
    client = TestClient(create_app(store, ADDRESS), base_url="http://127.0.0.1:8123", headers=ORIGIN)
    if opened:
        client.get(f"/?token={ADDRESS.token}")
    return client


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(small_run(tmp_path / "run"), "ann") as store:
        yield store


@pytest.fixture
def client(store: Store) -> TestClient:
    return client_of(store)


@pytest.fixture
def stranger(store: Store) -> TestClient:
    return client_of(store, opened=False)


def items(client: TestClient, n: int = 0) -> list[dict[str, Any]]:
    return list(client.get(f"/api/articles/{n}").json()["items"])


def decision(item: dict[str, Any], action: str = "accept", **more: Any) -> dict[str, Any]:
    return {
        "action": action, "n": 0, "doc_id": item["doc_id"], "item": item["item"], "version": item["version"], **more,
    }  # fmt: skip


# What the routes answer


@pytest.mark.parametrize("path", ["/", "/articles/0", "/kinds", "/disagreements"])
def test_pages_load_only_their_own_files(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    assert all(link.startswith("/") for link in re.findall(r'(?:src|href)="([^#"?]+)"', page.text))
    assert "<script>" not in page.text


def test_an_article_comes_with_its_records_and_its_text_in_pieces(client: TestClient) -> None:
    article = client.get("/api/articles/0").json()
    assert [item["text"] for item in article["items"]][:3] == ["Nordkap Lines", "40%", "Halden Port"]
    pieces = [client.get(f"/api/articles/0/text/{start}-{end}").json()["text"] for start, end in article["chunks"]]
    assert "".join(pieces) == PORTS


def test_a_decision_answers_with_what_stands_now(client: TestClient) -> None:
    first = items(client)[0]
    answer = client.post("/api/decisions", json=decision(first)).json()
    assert answer["items"][first["item"]]["verdict"] == "accepted"
    assert answer["progress"]["decided"] == 1
    assert client.post("/api/undo", json={"step": answer["undo"]["step"], "doc_id": "ports"}).json()["undo"] is None


def test_a_conflict_shows_the_newer_state(client: TestClient) -> None:
    first = items(client)[0]
    client.post("/api/decisions", json=decision(first, "reject"))
    answer = client.post("/api/decisions", json=decision(first))
    assert answer.status_code == 409
    assert answer.json()["items"][first["item"]]["verdict"] == "rejected"


def test_an_unsound_value_is_named_by_its_field(client: TestClient) -> None:
    money = next(item for item in items(client) if item["label"] == "MONEY")
    wish = {"label": "MONEY", "start": money["start"], "end": money["end"], "currency": "dollars"}
    answer = client.post("/api/decisions", json=decision(money, "correct", record=wish))
    assert (answer.status_code, list(answer.json()["fields"])) == (422, ["currency"])
    assert items(client) == items(client)


def test_all_of_a_kind_in_one_step_and_back(client: TestClient) -> None:
    kind = {"label": "COMPANY", "rule": "company.port", "text": "Halden Port"}
    assert len(client.get("/api/samples", params=kind).json()["samples"]) == 3
    answer = client.post("/api/kinds", json=kind | {"action": "reject", "expected": 3}).json()
    assert (answer["done"], answer["left"], answer["undo"]["size"]) == (3, 0, 3)
    client.post("/api/undo", json={"step": answer["undo"]["step"], "doc_id": "ports"})
    assert {item["verdict"] for n in (0, 1) for item in items(client, n)} == {"undecided"}


def test_a_kind_that_changed_since_it_was_shown_is_refused(client: TestClient) -> None:
    kind = {"label": "COMPANY", "rule": "company.port", "text": "Halden Port", "action": "accept", "expected": 2}
    answer = client.post("/api/kinds", json=kind)
    assert (answer.status_code, answer.json()["error"]) == (
        422,
        "3 of these are undecided now, not 2: nothing was saved, look again",
    )


def test_like_records_suggest_values(client: TestClient) -> None:
    def suggested(label: str, text: str) -> Any:
        return client.get("/api/suggestion", params={"label": label, "text": text}).json()["values"]

    assert suggested("MONEY", "€12bn")["amount"] == "12000000000"
    assert suggested("COMPANY", "Fjord Bank") == {"name": "Fjord Bank"}
    assert suggested("TREATY", "Oslo Pact") == {"kind": "pact"}
    assert suggested("PERCENT", "half a percent") == {"value": "0.5"}
    assert suggested("CAT", "Tom") == {}


def test_a_sample_counts_only_articles_decided_to_the_end(client: TestClient) -> None:
    for item in items(client)[:2]:
        client.post("/api/decisions", json=decision(item))
    for item in items(client, 1):
        client.post("/api/decisions", json=decision(item, "reject"))
    progress = client.get("/api/run", params={"sample": 3, "seed": 1}).json()["progress"]
    assert (progress["precision"]["right"], progress["precision"]["decided"]) == (0, 3)


BAD = [
    ("/api/decisions", {}, 400),
    ("/api/decisions", {"action": "drop", "doc_id": "ports", "item": "x", "version": 0}, 400),
    ("/api/decisions", {"action": "accept", "doc_id": "ports", "item": "x", "version": 0}, 422),
    ("/api/decisions", {"action": "reject", "doc_id": "ports", "item": "x", "version": 0}, 422),
    ("/api/decisions", {"action": "finish", "doc_id": "ports", "item": "x", "version": 0}, 422),
    ("/api/decisions", {"action": "accept", "doc_id": "ports", "item": "", "version": 0}, 422),
    ("/api/decisions", {"action": "accept", "doc_id": "ports", "item": "x", "version": "0"}, 400),
    ("/api/decisions", {"action": "add", "doc_id": "ports", "item": "", "version": 0, "n": 9, "record": {}}, 404),
    ("/api/decisions", {"action": "add", "doc_id": "rates", "item": "", "version": 0, "n": 0, "record": {}}, 422),
    ("/api/undo", {"step": 99, "doc_id": "ports"}, 422),
    ("/api/kinds", {"action": "finish", "expected": 0}, 422),
    ("/api/disagreements", {"doc_id": "ports", "item": "x", "take": "bob", "version": 0}, 422),
]


@pytest.mark.parametrize(("path", "body", "status"), BAD, ids=str)
def test_a_bad_wish_is_refused_in_words(client: TestClient, path: str, body: dict[str, Any], status: int) -> None:
    answer = client.post(path, json=body)
    assert (answer.status_code, bool(answer.json()["error"])) == (status, True)


@pytest.mark.parametrize("path", ["/api/articles/99", "/api/articles/0x", "/api/run?sample=many", "/api/next?n=-1"])
def test_a_bad_address_is_refused_in_words(client: TestClient, path: str) -> None:
    assert client.get(path).status_code in (404, 422)


@pytest.mark.parametrize("body", [b"{", b"[1]", b"\xff", b"[" * 5000])
def test_a_body_that_is_no_object_is_refused(client: TestClient, body: bytes) -> None:
    answer = client.post("/api/decisions", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 400


# What the guard refuses


def test_without_the_token_nothing_is_shown(stranger: TestClient) -> None:
    for path in ("/", "/api/run", "/static/article.js"):
        assert stranger.get(path).status_code == 403
    assert stranger.get("/?token=guess").status_code == 403
    assert stranger.get("/", headers={"cookie": f"{ADDRESS.cookie}=guess"}).status_code == 403


def test_the_token_becomes_a_cookie_out_of_reach_and_leaves_the_address(stranger: TestClient) -> None:
    answer = stranger.get(f"/?token={ADDRESS.token}&label=MONEY", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/?label=MONEY")
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "SameSite=strict" in answer.headers["set-cookie"]


def test_the_token_never_redirects_elsewhere(stranger: TestClient) -> None:
    answer = stranger.get(f"//evil.example/?token={ADDRESS.token}", follow_redirects=False)
    assert not answer.headers.get("location", "").startswith("//")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8123", "127.0.0.1", "127.0.0.1:80", ""])
def test_another_host_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/api/run", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    ("listens", "host", "known"),
    [
        ("127.0.0.1", "127.0.0.1:8123", True),
        ("127.0.0.1", "localhost:8123", True),
        ("127.0.0.1", "[::1]:8123", False),
        ("::1", "[::1]:8123", True),
        ("192.0.2.7", "192.0.2.7:8123", True),
        ("192.0.2.7", "localhost:8123", False),
        ("0.0.0.0", "192.0.2.7:8123", True),
        ("0.0.0.0", f"{socket.gethostname()}:8123", True),
        ("0.0.0.0", "evil.example:8123", False),
        ("0.0.0.0", "192.0.2.7:80", False),
    ],
    ids=str,
)
def test_names_of_the_page(listens: str, host: str, known: bool) -> None:
    assert Address(listens, 8123, "token").knows(host) is known


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:9999", "https://127.0.0.1:8123", ""]
)
def test_a_change_from_another_origin_is_refused(client: TestClient, origin: str) -> None:
    answer = client.post("/api/decisions", json=decision(items(client)[0]), headers={"origin": origin})
    assert answer.status_code == 403
    assert items(client)[0]["verdict"] == "undecided"


def test_a_form_of_another_site_is_refused_even_with_the_right_origin(client: TestClient) -> None:
    assert client.post("/api/decisions", data={"action": "accept"}).status_code == 400


def test_a_large_request_is_refused(client: TestClient) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(20):
            yield b"[" * (MAX_BODY // 10)

    headers = {"content-type": "application/json"}
    assert client.post("/api/decisions", content=b"[" * (MAX_BODY + 1), headers=headers).status_code == 413
    assert client.post("/api/decisions", content=pieces(), headers=headers).status_code == 413


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e%2fapp.py", "/static/..%5capp.py", "/static//etc/passwd", "/static/"]
)
def test_no_path_reaches_the_disk(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_every_answer_binds_the_browser(client: TestClient, stranger: TestClient) -> None:
    for answer in (client.get("/"), client.get("/api/run"), client.get("/static/dom.js"), stranger.get("/")):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_do_nothing(client: TestClient, method: str) -> None:
    assert client.request(method, "/api/decisions").status_code == 405
