"""The real command serving a run in a process of its own, and a plain client that talks to it as the page does."""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dealwire.review.safety import Address
from dealwire.review.server import bound, web_server
from dealwire.review.store import Store


@dataclass
class Server:
    """A running `dealwire review` and its address."""

    url: str
    process: subprocess.Popen[str] | None = None

    @property
    def base(self) -> str:
        return self.url.split("/?")[0]

    def page(self, path: str) -> str:
        """The address of a page, token included."""
        return f"{self.base}{path}?token={self.url.partition('token=')[2]}"

    def kill(self) -> None:
        assert self.process
        self.process.kill()
        self.process.wait()


@contextmanager
def served(folder: Path, *options: str) -> Iterator[Server]:
    """Serve a run on a free port; whatever is left of it is killed at the end."""
    command = [sys.executable, "-m", "dealwire", "review", str(folder), "--no-open", "--port", "0", *options]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            assert process.stdout
            yield Server(process.stdout.readline().strip(), process)
        finally:
            process.kill()


@contextmanager
def served_here(folder: Path, reviewer: str = "ann") -> Iterator[Server]:
    """The same server in a thread of this process, for tests that need a page but no process to kill."""
    with Store(folder, reviewer) as store, bound("127.0.0.1", 0) as listener:
        address = Address("127.0.0.1", listener.getsockname()[1], "token-of-a-test")
        server = web_server(store, address)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield Server(address.url)
        finally:
            server.should_exit = True
            thread.join()


class Client:
    """Requests with the cookie and origin of an opened page."""

    def __init__(self, server: Server) -> None:
        self.address = urlsplit(server.url)
        self.origin = server.base
        answer, _ = self._send("GET", f"/?{self.address.query}", None, {})
        self.cookie = str(answer.getheader("set-cookie")).split(";")[0]

    def get(self, path: str) -> Any:
        return self._json(self._send("GET", path, None, {"cookie": self.cookie}))

    def post(self, path: str, body: dict[str, Any]) -> Any:
        headers = {"cookie": self.cookie, "origin": self.origin, "content-type": "application/json"}
        return self._json(self._send("POST", path, json.dumps(body), headers))

    def _json(self, sent: tuple[http.client.HTTPResponse, bytes]) -> Any:
        answer, body = sent
        assert answer.status == 200, body
        return json.loads(body)

    def _send(
        self, method: str, path: str, body: str | None, headers: dict[str, str]
    ) -> tuple[http.client.HTTPResponse, bytes]:
        connection = http.client.HTTPConnection(str(self.address.hostname), self.address.port, timeout=30)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            return answer, answer.read()
        finally:
            connection.close()
