"""A real mail server for a test, that can refuse, hang up or never answer."""

from __future__ import annotations

import socket
import threading
from asyncio import WriteTransport
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

PASSWORD = "a/b:c@d"  # noqa: S105 - of a server of this test
PATIENCE = 60.0


class Mailbox:
    """What it took, and how it is to answer.

    ``answers``: command → what is said in place of yes; ``holds``: at which point it says nothing
    any more, from the letter of that number on: ``rcpt``, ``data`` (all of it came, nothing is
    kept) or ``kept``.
    """

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.to: list[str] = []
        self.answers: dict[str, str] = {}
        self.holds: str = ""
        self.from_number = 1
        self.held = threading.Event()
        self._let_go = threading.Event()

    @property
    def times(self) -> Counter[str]:
        """Address → how many letters it has."""
        return Counter(self.to)

    async def handle_RCPT(  # noqa: N802 - called so by the server
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any
    ) -> str:
        await self._hold(server, "rcpt")
        if "rcpt" in self.answers:
            return self.answers["rcpt"]
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        assert session
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - the same
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        assert session
        await self._hold(server, "data")
        if "data" in self.answers:
            if self.answers["data"] == "hang up":
                _hang_up(server)
            return self.answers["data"]
        self.to += envelope.rcpt_tos
        assert isinstance(envelope.content, bytes)
        read = message_from_bytes(envelope.content, policy=default)
        assert isinstance(read, EmailMessage)
        self.letters.append(read)
        await self._hold(server, "kept", len(self.letters))
        return "250 OK"

    async def _hold(self, server: SMTP, point: str, number: int | None = None) -> None:
        coming = len(self.letters) + 1 if number is None else number
        if self.holds != point or coming < self.from_number or self._let_go.is_set():
            return
        self.held.set()
        await server.loop.run_in_executor(None, self._let_go.wait, PATIENCE)
        _hang_up(server)
        raise ConnectionAbortedError  # who asked is gone: nothing of it is kept

    def let_go(self) -> None:
        """It answers again."""
        self._let_go.set()


@contextmanager
def mail_server(box: Mailbox, *, password: bool = False, **more: Any) -> Iterator[int]:
    """Gives the port at which it listens on this machine."""

    def known(server: SMTP, *given: Any) -> AuthResult:
        login = given[-1]
        assert isinstance(login, LoginPassword)
        if answer := box.answers.get("auth"):
            if answer == "hang up":
                _hang_up(server)
            return AuthResult(success=False, handled=False, message=answer)
        return AuthResult(success=login.password == PASSWORD.encode(), handled=False)

    if password:
        more |= {"authenticator": known, "auth_required": True, "auth_require_tls": False}
    port = _free_port()
    running = Controller(box, hostname="127.0.0.1", port=port, **more)
    running.start()
    try:
        yield port
    finally:
        box.let_go()
        running.stop()


@contextmanager
def handed_to(patch: pytest.MonkeyPatch, sender: str) -> Iterator[Mailbox]:
    """Letters from ``sender`` are handed to a server that takes everything, until the block ends.

    ``patch``: undone by whoever made it.
    """
    made = Mailbox()
    with mail_server(made) as port:
        patch.setenv("COHORTS_SMTP_URL", f"smtp://127.0.0.1:{port}")
        patch.setenv("COHORTS_MAIL_FROM", sender)
        yield made


@pytest.fixture
def box(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    """Of the server that letters are handed to."""
    with handed_to(monkeypatch, "Büro Twente <bureau@voorbeeld.nl>") as made:
        yield made


def _hang_up(server: SMTP) -> None:
    assert isinstance(server.transport, WriteTransport)
    server.transport.abort()


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port: int = trial.getsockname()[1]
        return port
