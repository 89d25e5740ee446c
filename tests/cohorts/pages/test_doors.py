"""What the server answers beside the pages: who is at home, and what is said where it breaks."""

from __future__ import annotations

import pytest
from starlette.requests import Request
from starlette.types import Message

from cohorts.errors import Problem, StoreError
from cohorts.pages.web.broken import Broken
from cohorts.pages.web.doors.from_ours import is_at_home
from cohorts.pages.web.doors.outside_told import only_outside
from cohorts.pages.web.headers import Headers
from tests.cohorts.pages.own_loop import done


def asked(host: str, *said: bytes, peer: str = "127.0.0.1") -> Request:
    """For that name, by ``peer``; ``said``: headers more, with nothing in them."""
    headers = [(b"host", host.encode()), *((name, b"") for name in said)]
    scope = {"type": "http", "scheme": "http", "path": "/login", "query_string": b""}
    return Request(scope | {"headers": headers, "client": (peer, 54_321) if peer else None})


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
    assert is_at_home(asked(host)) is home


@pytest.mark.parametrize(
    ("peer", "home"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("192.168.1.4", False),
        ("::ffff:192.168.1.4", False),
        ("", False),
    ],
)
def test_who_calls_us_by_that_name_from_elsewhere_is_not_home(peer: str, home: bool) -> None:
    assert is_at_home(asked("localhost:8501", peer=peer)) is home


@pytest.mark.parametrize(
    ("address", "home"),
    [
        ("https://groepen.example.org", False),
        ("https://example.org/groepen", False),
        ("http://localhost:8501", True),
    ],
)
def test_where_others_find_us_at_an_address_nothing_is_home(
    address: str, home: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A proxy may ask by our own name and say nothing of itself, as nginx does by itself."""
    monkeypatch.setenv("COHORTS_ADDRESS", address)
    assert is_at_home(asked("127.0.0.1:8501")) is home


@pytest.mark.parametrize(
    ("address", "only"), [("https://groepen.example.org", True), ("http://localhost:8501", False)]
)
def test_by_the_organisation_alone_leaves_no_door_to_a_silent_proxy(
    address: str, only: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = {"ISSUER": "https://id.example.org", "CLIENT_ID": "x", "CLIENT_SECRET": "y"}
    for name, value in (given | {"ONLY": "yes"}).items():
        monkeypatch.setenv(f"COHORTS_OIDC_{name}", value)
    monkeypatch.setenv("COHORTS_ADDRESS", address)
    assert only_outside(asked("127.0.0.1:8501")) is only


@pytest.mark.parametrize("said", [b"x-forwarded-for", b"x-real-ip", b"via", b"forwarded"])
def test_what_comes_by_a_proxy_is_not_home(said: bytes) -> None:
    """Also where it asks for this machine by name, as one does that is set up by half."""
    assert not is_at_home(asked("127.0.0.1:8501", said))


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
