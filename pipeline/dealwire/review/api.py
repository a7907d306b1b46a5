"""The API behind the page: JSON in, JSON out, each route one call."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any, get_args

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from dealwire.articles import Article
from dealwire.errors import DealwireError
from dealwire.records import AnyRecord
from dealwire.review import disagreements, kinds, queue, suggest, view
from dealwire.review.chunks import chunks
from dealwire.review.decisions import BY_HAND, Press, Refused, wished
from dealwire.review.progress import Progress
from dealwire.review.queue import Queue
from dealwire.review.store import WHOLE_ARTICLE, Conflict, Store

PAGE = 100
Json = dict[str, Any]


def store_of(request: Request) -> Store:
    """The store, following the run's files if they changed."""
    store: Store = request.app.state.store
    store.refresh()
    return store


def article_of(store: Store, n: int) -> Article:
    if (article := store.article(n)) is None:
        raise HTTPException(404, "no such article")
    return article


async def body_of(request: Request) -> Json:
    """The object that a request carries."""
    try:
        body = json.loads(await request.body())
    except (ValueError, RecursionError) as error:
        raise HTTPException(400, "not JSON") from error
    if request.headers.get("content-type") != "application/json" or not isinstance(body, dict):
        raise HTTPException(400, "not a JSON object")
    return body


def text(body: Json, key: str) -> str:
    if not isinstance(value := body.get(key), str):
        raise HTTPException(400, f"{key}: a string is needed")
    return value


def number(body: Json, key: str) -> int:
    value = body.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**53:
        raise HTTPException(400, f"{key}: a number is needed")
    return value


def status(request: Request) -> Json:
    """What every answer to a change ends with: how far the run is, and what an undo would take back."""
    progress: Progress = request.app.state.progress
    last = progress.store.last_step()
    return {"progress": progress.report(Queue.read(request.query_params)), "undo": dict(last) if last else None}


async def run(request: Request) -> Response:
    store, asked = store_of(request), Queue.read(request.query_params)
    offset = queue.number(request.query_params, "offset")
    rows = queue.listing(store.db, asked, offset, PAGE)
    return JSONResponse({"articles": rows, "more": len(rows) == PAGE, **status(request)})


async def facets(request: Request) -> Response:
    return JSONResponse(suggest.facets(store_of(request).db))


async def article(request: Request) -> Response:
    store, asked = store_of(request), Queue.read(request.query_params)
    n = request.path_params["n"]
    shown = article_of(store, n)
    items = view.items(store, n)
    fields = {k: v for k, v in (shown.model_extra or {}).items() if isinstance(v, str)}
    return JSONResponse({
        "n": n, "doc_id": shown.id, "fields": fields, "length": len(shown.text), "items": items,
        "chunks": chunks(shown.text, [(item["start"], item["end"]) for item in items]),
        "queued": sorted(queue.selected(store.db, asked, n)) if asked.selects else None,
        "state": view.article_state(store, shown.id), **status(request),
    })  # fmt: skip


async def article_text(request: Request) -> Response:
    start, end = request.path_params["start"], request.path_params["end"]
    return JSONResponse({"text": article_of(store_of(request), request.path_params["n"]).text[start:end]})


async def upcoming(request: Request) -> Response:
    """The next record that wants a look, and the neighbouring articles."""
    store, query = store_of(request), request.query_params
    asked, n, start = Queue.read(query), queue.number(query, "n"), queue.number(query, "start")
    place = queue.next_pending(store.db, asked, n, start, query.get("item", ""))
    return JSONResponse({
        "next": {"n": place.n, "item": place.item} if place else None,
        "after": queue.neighbour(store.db, asked, n, 1), "before": queue.neighbour(store.db, asked, n, -1),
        "open": queue.neighbour(store.db, asked, n, 1, queue.UNFINISHED),
    })  # fmt: skip


async def decide(request: Request) -> Response:
    store, body = store_of(request), await body_of(request)
    action, doc_id, item = text(body, "action"), text(body, "doc_id"), text(body, "item")
    if action not in get_args(Press):
        raise HTTPException(400, f"action: {action!r} is none")
    wish = wish_of(store, body) if "record" in body else None
    target = wish.id if wish and not item and action == "add" else item
    store.decide(action, doc_id, target, number(body, "version"), wish)  # type: ignore[arg-type]  # checked above
    return changed(store, request, doc_id, [target])


def wish_of(store: Store, body: Json) -> AnyRecord:
    """The corrected or added record, with the rule of the one it corrects."""
    record, doc_id = body["record"], text(body, "doc_id")
    if not isinstance(record, dict):
        raise HTTPException(400, "record: an object is needed")
    found = store.found(doc_id, text(body, "item"))
    article = article_of(store, number(body, "n"))
    if article.id != doc_id:
        raise Refused("the run changed under this page: load it again")
    return wished(record, doc_id, article.text, found.rule if found else BY_HAND)


def changed(store: Store, request: Request, doc_id: str, items: list[str]) -> Response:
    """How the items stand now; one that is gone comes as null."""
    return JSONResponse({
        "items": {item: view.item(store, doc_id, item) for item in items if item != WHOLE_ARTICLE},
        "state": view.article_state(store, doc_id), **status(request),
    })  # fmt: skip


async def undo(request: Request) -> Response:
    store, body = store_of(request), await body_of(request)
    touched = store.undo(number(body, "step"))
    doc_id = text(body, "doc_id")
    return changed(store, request, doc_id, [item for doc, item in touched if doc == doc_id])


async def kind_list(request: Request) -> Response:
    store, asked = store_of(request), Queue.read(request.query_params)
    offset = queue.number(request.query_params, "offset")
    rows = kinds.listing(store.db, asked, offset, PAGE)
    return JSONResponse({"kinds": rows, "more": len(rows) == PAGE, **status(request)})


async def kind_samples(request: Request) -> Response:
    return JSONResponse({"samples": kinds.samples(store_of(request), kinds.Kind.read(dict(request.query_params)))})


async def kind_settle(request: Request) -> Response:
    store, body = store_of(request), await body_of(request)
    action = text(body, "action")
    kind = kinds.Kind.read(body)
    result = kinds.settle(store, kind, action, number(body, "expected"))  # type: ignore[arg-type]  # refused there
    return JSONResponse(result | status(request))


async def ballot_list(request: Request) -> Response:
    return JSONResponse({"ballots": disagreements.open_ballots(store_of(request))})


async def ballot_settle(request: Request) -> Response:
    store, body = store_of(request), await body_of(request)
    disagreements.settle(store, text(body, "doc_id"), text(body, "item"), text(body, "take"), number(body, "version"))
    return JSONResponse({"ballots": disagreements.open_ballots(store)})


async def suggestion(request: Request) -> Response:
    query = request.query_params
    return JSONResponse({"values": suggest.values(store_of(request).db, query.get("label", ""), query.get("text", ""))})


async def refused(request: Request, error: Exception) -> Response:
    """A decision that cannot be: what is wrong, and how the thing stands now."""
    assert isinstance(error, DealwireError)
    answer: Json = {"error": str(error), "fields": getattr(error, "fields", {})}
    if isinstance(error, Conflict):
        store = store_of(request)
        answer["items"] = {error.item: view.item(store, error.doc_id, error.item)} if error.item else {}
        answer["state"] = view.article_state(store, error.doc_id)
    return JSONResponse(answer, 409 if isinstance(error, Conflict) else 422)


async def failed(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return JSONResponse({"error": error.detail}, error.status_code)


async def cut_off(_: Request, __: Exception) -> Response:
    return JSONResponse({"error": "That is too much for one request."}, 413)


Handler = Callable[[Request, Exception], Awaitable[Response]]
FAULTS: dict[Any, Handler] = {DealwireError: refused, HTTPException: failed, ClientDisconnect: cut_off}

ROUTES: list[BaseRoute] = [
    Route("/api/run", run),
    Route("/api/facets", facets),
    Route("/api/articles/{n:int}", article),
    Route("/api/articles/{n:int}/text/{start:int}-{end:int}", article_text),
    Route("/api/next", upcoming),
    Route("/api/suggestion", suggestion),
    Route("/api/decisions", decide, methods=["POST"]),
    Route("/api/undo", undo, methods=["POST"]),
    Route("/api/kinds", kind_list),
    Route("/api/kinds", kind_settle, methods=["POST"]),
    Route("/api/samples", kind_samples),
    Route("/api/disagreements", ballot_list),
    Route("/api/disagreements", ballot_settle, methods=["POST"]),
]
