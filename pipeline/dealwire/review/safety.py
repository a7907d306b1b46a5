"""What stands between the page and the web: one wrapper around the app, refusing before anything is read.

- Host: only the address that was printed, so that no other name can be rebound to it.
- Origin: only the page itself may send changes.
- Token: random, in the printed address once, then in a cookie no script can read.
- Size: a request beyond `MAX_BODY` is cut off.
- Every answer forbids the browser to load or run anything but the app's own files.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from ipaddress import ip_address
from socket import gethostname
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY = 1_000_000
SAFE_METHODS = ("GET", "HEAD")
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Address:
    """Where the app is reached, and the secret that opens it."""

    host: str
    port: int
    token: str

    @property
    def url(self) -> str:
        """The address to open; where every interface listens, by the name of this machine."""
        return f"http://{netloc(gethostname() if self.everywhere else self.host, self.port)}/?token={self.token}"

    @property
    def everywhere(self) -> bool:
        """Whether it listens on every interface (0.0.0.0)."""
        return _is_ip(self.host) and ip_address(self.host).is_unspecified

    def knows(self, name: str) -> bool:
        """Whether a `Host` is a name of this page; any IP address where it listens everywhere.

        An address cannot be rebound to another machine as a name can.
        """
        host, _, port = name.rpartition(":")
        if port != str(self.port):
            return False
        if self.everywhere:
            return _is_ip(host.strip("[]")) or host == gethostname()
        local = _is_ip(self.host) and ip_address(self.host).is_loopback
        return name == netloc(self.host, self.port) or (local and host == "localhost")

    @property
    def cookie(self) -> str:
        """Cookies do not know ports: two runs under review at once need two names."""
        return f"dealwire-{self.port}"


class Guard:
    """An ASGI app that lets only the opened page through to another."""

    def __init__(self, app: ASGIApp, address: Address) -> None:
        self.app, self.address = app, address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await self._http(scope, receive, hardened(send))

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self._refusal(scope)
        if answer is None:
            await self.app(scope, bounded(receive), send)
        else:
            await answer(scope, receive, send)

    def _refusal(self, scope: Scope) -> Response | None:
        """The answer to a request that goes no further."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if not self.address.knows(host):
            return PlainTextResponse("This page does not go by that name.", 421)
        if scope["method"] not in SAFE_METHODS and headers.get("origin") != f"http://{host}":
            return PlainTextResponse("Changes are taken from this page only.", 403)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > MAX_BODY:
            return PlainTextResponse("That is too much for one request.", 413)
        given = dict(parse_qsl(scope["query_string"].decode("latin-1")))
        if "token" in given and scope["method"] in SAFE_METHODS:
            return self._opened(scope["path"], given)
        if not self._matches(cookie_parser(headers.get("cookie", "")).get(self.address.cookie, "")):
            return PlainTextResponse("Open this page with the address that dealwire review printed.", 403)
        return None

    def _opened(self, path: str, given: dict[str, str]) -> Response:
        """The token turned into a cookie, and the address without it."""
        if not self._matches(given.pop("token")):
            return PlainTextResponse("That address is of another session: use the one printed last.", 403)
        query = f"?{urlencode(given)}" if given else ""
        answer = RedirectResponse("/" + path.lstrip("/") + query, 303)
        answer.set_cookie(self.address.cookie, self.address.token, httponly=True, samesite="strict")
        return answer

    def _matches(self, token: str) -> bool:
        return secrets.compare_digest(token.encode(), self.address.token.encode())


def netloc(host: str, port: int) -> str:
    """Host and port as an address has them.

    >>> netloc("127.0.0.1", 80), netloc("::1", 80)
    ('127.0.0.1:80', '[::1]:80')
    """
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _is_ip(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def hardened(send: Send) -> Send:
    """The same answers with the headers that bind the browser."""

    async def wrapped(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(HEADERS)
        await send(message)

    return wrapped


def bounded(receive: Receive) -> Receive:
    """The same request, ended as a disconnect where its body outgrows the limit without having said so."""
    total = 0

    async def wrapped() -> Message:
        nonlocal total
        message = await receive()
        total += len(message.get("body", b""))
        return {"type": "http.disconnect"} if total > MAX_BODY else message

    return wrapped
