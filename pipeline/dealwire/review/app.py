"""The app: pages and an API of JSON, each route a thin call into the store.

One person, one connection: handlers run in the event loop, one after another, so that the store needs no lock.
"""

from __future__ import annotations

import mimetypes
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from dealwire.records import LABELS
from dealwire.review import api
from dealwire.review.keys import KEYS
from dealwire.review.progress import Progress
from dealwire.review.safety import Address, Guard
from dealwire.review.store import Store

HERE = Path(__file__).parent
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


def create_app(store: Store, address: Address) -> Guard:
    """The review page of a run, behind its guard. Closing the app closes the store."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        store.close()

    app = Starlette(routes=routes(), lifespan=lifespan, exception_handlers=api.FAULTS)
    app.state.store = store
    app.state.progress = Progress(store)
    app.state.static = static_files()
    app.state.templates = Environment(
        loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined
    )
    return Guard(app, address)


def routes() -> list[BaseRoute]:
    return [
        Route("/", page("run.html")),
        Route("/articles/{n:int}", page("article.html")),
        Route("/kinds", page("kinds.html")),
        Route("/disagreements", page("disagreements.html")),
        Route("/static/{name}", static),
        *api.ROUTES,
    ]


def page(template: str) -> Callable[[Request], Awaitable[Response]]:
    """A page's frame; its modules fetch what fills it, so that no text of an article is ever markup."""

    async def show(request: Request) -> Response:
        store: Store = request.app.state.store
        html = request.app.state.templates.get_template(template)
        run = store.folder.resolve().name
        return HTMLResponse(html.render(run=run, reviewer=store.reviewer, labels=LABELS, keys=KEYS))

    return show


def static_files() -> dict[str, Response]:
    """Everything that may be asked for by name, read once: no request names a path."""
    return {
        path.name: Response(path.read_bytes(), media_type=TYPES.get(path.suffix) or mimetypes.guess_type(path)[0])
        for path in (HERE / "static").iterdir()
        if path.is_file()
    }


async def static(request: Request) -> Response:
    files: dict[str, Response] = request.app.state.static
    if (answer := files.get(request.path_params["name"])) is None:
        raise HTTPException(404)
    return answer
