"""The server: one address on this machine, printed with its token, served until Ctrl-C."""

from __future__ import annotations

import ipaddress
import secrets
import socket
import webbrowser
from pathlib import Path

import uvicorn

from dealwire.errors import UsageError
from dealwire.review.app import create_app
from dealwire.review.disagreements import ADJUDICATED
from dealwire.review.safety import Address
from dealwire.review.store import Store


def serve(folder: Path, reviewer: str, host: str, port: int, browse: bool) -> None:
    """Serve the review page of a run; the first line on stdout is its address."""
    if not reviewer.strip() or reviewer == ADJUDICATED:
        raise UsageError(f"--reviewer: {reviewer!r} cannot be a reviewer's name")
    with Store(folder, reviewer.strip()) as store, bound(host, port) as listener:
        address = Address(host, listener.getsockname()[1], secrets.token_urlsafe(24))
        print(address.url, flush=True)
        if browse:
            webbrowser.open(address.url)
        web_server(store, address).run(sockets=[listener])


def web_server(store: Store, address: Address) -> uvicorn.Server:
    """The server of a run's page, quiet but for warnings."""
    app = create_app(store, address)
    return uvicorn.Server(uvicorn.Config(
        app, log_level="warning", access_log=False, ws="none", server_header=False, timeout_graceful_shutdown=2
    ))  # fmt: skip


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens already, so that a browser may come before the server runs."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.create_server((host, port), family=family)
    except (OSError, OverflowError) as error:
        raise UsageError(f"cannot listen on {host}:{port}: {error}") from error
    return listener


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach it.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
