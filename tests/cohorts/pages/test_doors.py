"""What the server answers beside the pages: who is at home, and what is said where it breaks."""

from __future__ import annotations

import pytest
from starlette.requests import Request
from starlette.types import Message

from cohorts.errors import Problem, StoreError
from cohorts.pages.web.broken import Broken
from cohorts.pages.web.doors.from_ours import is_at_home
from cohorts.pages.web.headers import Headers
from tests.cohorts.pages.own_loop import done


@pytest.mark.parametrize(
    ("host", "home"),
    [
        ("localhost:8501", True),
        ("127.0.0.1:8501", True),
        ("[::1]:8501", True),
        ("elders.nl:8501", False),
        ("localhost.elders.nl", False),
        ("192.168.1.4:8501", False),
        ("0x7f.1", False),
    ],
)
def test_only_this_machine_is_home(host: str, home: bool) -> None:
    scope = {
        "type": "http",
        "scheme": "http",
        "path": "/login",
        "query_string": b"",
        "headers": [(b"host", host.encode())],
    }
    assert is_at_home(Request(scope)) is home


@pytest.mark.parametrize("said", [b"x-forwarded-for", b"x-real-ip", b"via", b"forwarded"])
def test_what_comes_by_a_proxy_is_not_home(said: bytes) -> None:
    """Also where it asks for this machine by name, as one does that is set up by half."""
    headers = [(b"host", b"127.0.0.1:8501"), (said, b"")]
    scope = {"type": "http", "scheme": "http", "path": "/", "query_string": b"", "headers": headers}
    assert not is_at_home(Request(scope))


@pytest.mark.parametrize(
    ("fault", "status", "said"),
    [
        (StoreError(Problem("store.busy", "rondes")), 503, ""),
        (ValueError("Jan de Vries"), 500, "geef dan dit nummer door"),
    ],
)
def test_an_answer_that_goes_wrong_is_told_in_words(
    fault: Exception, status: int, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(*_: object) -> None:
        raise fault

    heard: list[Message] = []

    async def send(message: Message) -> None:
        heard.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    scope = {"type": "http", "method": "GET", "path": "/rondes", "headers": []}
    app = Headers(Broken(broken))
    done(app({**scope, "query_string": b"language=nl"}, receive, send))
    begin, body = heard
    text = body["body"].decode()
    assert begin["status"] == status
    assert "Dit ging niet goed" in text
    assert said in text
    assert b"content-security-policy" in dict(begin["headers"])
    assert "Jan" not in text + caplog.text
