"""A real provider for a test: OpenID Connect in a process of its own, and who visits by it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx2

from cohorts.pages.web.doors.outside_client import DISCOVERY
from tests.cohorts.cli.test_screen import free_port

SECRET = "zeer-geheim-van-de-aanbieder"  # noqa: S105 - of a provider of this test


@dataclass(frozen=True)
class Provider:
    port: int

    @property
    def issuer(self) -> str:
        return f"http://localhost:{self.port}"

    def knows(self, subject: str, **claims: object) -> None:
        """From now on that is what it says of them."""
        httpx2.put(f"{self.issuer}/users/{subject}", json=claims).raise_for_status()


@contextmanager
def provided() -> Iterator[Provider]:
    provider = Provider(free_port())
    words = ["-m", "oidc_provider_mock", "-H", "localhost", "-p", str(provider.port), "-n", "true"]
    with subprocess.Popen(
        [sys.executable, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            _until_it_answers(process, provider)
            yield provider
        finally:
            process.kill()


@contextmanager
def impostor(provider: Provider) -> Iterator[str]:
    """An address that says it is that provider, and is another: its issuer."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(httpx2.get(provider.issuer + DISCOVERY).content)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("localhost", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


def environment(issuer: str, port: int, path: str = "") -> dict[str, str]:
    """Of a server at that port that asks that provider."""
    return {
        "COHORTS_ADDRESS": f"http://localhost:{port}{path}",
        "COHORTS_OIDC_ISSUER": issuer,
        "COHORTS_OIDC_CLIENT_ID": "cohorts",
        "COHORTS_OIDC_CLIENT_SECRET": SECRET,
        "COHORTS_OIDC_NAME": "Gemeente Voorbeeld",
    }


class Visitor:
    """Somebody with a browser of their own that runs no script."""

    def __init__(self, root: str, line: httpx2.Client) -> None:
        self._root = root
        self.line = line

    @classmethod
    @contextmanager
    def at(cls, root: str) -> Iterator[Visitor]:
        with httpx2.Client(follow_redirects=True, timeout=30) as line:
            yield cls(root, line)

    def asks(self, back: str = "") -> httpx2.Response:
        """The page of the provider."""
        query = {"language": "nl", "terug": back}
        return self.line.get(f"{self._root}/login/outside", params=query)

    def comes_as(self, subject: str, back: str = "") -> httpx2.Response:
        """Where they are when all is done."""
        page = self.asks(back)
        assert "Authorize Client" in page.text
        return self.line.post(page.url, data={"sub": subject})


def _until_it_answers(process: subprocess.Popen[bytes], provider: Provider) -> None:
    while True:
        assert process.poll() is None, "the provider ended"
        with suppress(httpx2.HTTPError, json.JSONDecodeError):
            httpx2.get(provider.issuer + DISCOVERY).json()
            return
        time.sleep(0.05)
