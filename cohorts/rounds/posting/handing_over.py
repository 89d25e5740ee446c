"""Letters handed to a mail server, one by one, and what it answered of each."""

from __future__ import annotations

import re
import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from enum import StrEnum

from cohorts.rounds.posting.post_office import PostOffice

PATIENCE = 30.0
"""Seconds for each answer of a server."""
GO_AHEAD, TAKEN, WRONG = 354, 250, 500
LEADING_DOT = re.compile(rb"(?m)^\.")


class Fault(StrEnum):
    """Why a letter did not go.

    UNREACHABLE, NO_TLS, LOGIN: nothing can be handed over at all. BUSY: later, perhaps. ADDRESS:
    the server knows no such address. REFUSED: it wants no such letter. LOST: it was cut off, so
    nobody knows. ERASED, REOPENED: there is nothing to send any more. LEAVES: nor to who said
    meanwhile that they do not take part.
    """

    UNREACHABLE = "unreachable"
    NO_TLS = "no_tls"
    LOGIN = "login"
    BUSY = "busy"
    ADDRESS = "address"
    REFUSED = "refused"
    LOST = "lost"
    ERASED = "erased"
    REOPENED = "reopened"
    LEAVES = "leaves"


class Handed(StrEnum):
    """Whose a letter is.

    TAKEN: theirs now. LATER: ours, and it may be tried again. NEVER: ours, and they will not take
    it. UNKNOWN: it was going over when the line broke.
    """

    TAKEN = "taken"
    LATER = "later"
    NEVER = "never"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Answer:
    """``fault``: None where it was taken."""

    handed: Handed
    fault: Fault | None = None


class ShutError(Exception):
    """No letter can be handed over at all."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


class Counter:
    """A line to a mail server, opened where none is open."""

    def __init__(self, office: PostOffice) -> None:
        self._office = office
        self._line: smtplib.SMTP | None = None

    def unlock(self) -> None:
        """Raises ShutError where nobody is there, or who is there cannot be trusted."""
        if self._line is not None and self._answers():
            return
        self.close()
        try:
            self._line = _logged_in(self._office)
        except ssl.SSLError as error:
            raise ShutError(Fault.NO_TLS) from error
        except (OSError, smtplib.SMTPException) as error:
            raise ShutError(Fault.UNREACHABLE) from error

    def hand_over(self, letter: EmailMessage, to: str) -> Answer:
        """One letter, to one address; the line must be open. Never raises for what is answered."""
        line = self._line
        if line is None:
            raise ShutError(Fault.UNREACHABLE)
        try:
            refused = _announced(line, self._office.sender.addr_spec, to)
        except (OSError, smtplib.SMTPException):
            self.close()
            return Answer(Handed.LATER, Fault.BUSY)
        if refused is not None:
            with suppress(OSError, smtplib.SMTPException):
                line.rset()
            return refused
        try:
            line.send(_as_data(letter))
            code, _ = line.getreply()
        except (OSError, smtplib.SMTPException):
            self.close()
            return Answer(Handed.UNKNOWN, Fault.LOST)
        return Answer(Handed.TAKEN) if code == TAKEN else _refused(code, Fault.REFUSED)

    def _answers(self) -> bool:
        """A server hangs up on who says nothing for a while."""
        try:
            return self._line is not None and self._line.noop()[0] == TAKEN
        except (OSError, smtplib.SMTPException):
            return False

    def close(self) -> None:
        """It can be opened again."""
        if self._line is not None:
            with suppress(OSError, smtplib.SMTPException):
                self._line.quit()
            self._line.close()
        self._line = None


def _logged_in(office: PostOffice) -> smtplib.SMTP:
    """The letters are about people: over a net they go in no words that others can read."""
    secure = ssl.create_default_context()
    line = (
        smtplib.SMTP_SSL(office.host, office.port, timeout=PATIENCE, context=secure)
        if office.wrapped
        else smtplib.SMTP(office.host, office.port, timeout=PATIENCE)
    )
    try:
        line.ehlo_or_helo_if_needed()
        if not office.wrapped:
            _made_secret(line, secure, needed=not office.on_this_machine)
        if office.user:
            _log_in(line, office)
    except BaseException:
        line.close()
        raise
    return line


def _made_secret(line: smtplib.SMTP, secure: ssl.SSLContext, *, needed: bool) -> None:
    if line.has_extn("starttls"):
        line.starttls(context=secure)
        line.ehlo()
    elif needed:
        raise ShutError(Fault.NO_TLS)


def _log_in(line: smtplib.SMTP, office: PostOffice) -> None:
    """Only an answer is about the password: who falls silent, or is busy, has not looked at it."""
    try:
        line.login(office.user, office.password)
    except smtplib.SMTPAuthenticationError as error:
        shut = Fault.LOGIN if error.smtp_code >= WRONG else Fault.UNREACHABLE
        raise ShutError(shut) from error
    except smtplib.SMTPNotSupportedError as error:
        raise ShutError(Fault.LOGIN) from error


def _announced(line: smtplib.SMTP, sender: str, to: str) -> Answer | None:
    """From whom and to whom; None: the server waits for the letter."""
    code, _ = line.mail(sender)
    if code != TAKEN:
        return _refused(code, Fault.REFUSED)
    code, _ = line.rcpt(to)
    if code not in {TAKEN, TAKEN + 1}:
        return _refused(code, Fault.ADDRESS)
    code, _ = line.docmd("DATA")
    return None if code == GO_AHEAD else _refused(code, Fault.REFUSED)


def _as_data(letter: EmailMessage) -> bytes:
    """With the sign that it is over; no line of its own can be taken for that."""
    lines = letter.as_bytes()
    end = b"" if lines.endswith(b"\r\n") else b"\r\n"
    return LEADING_DOT.sub(b"..", lines) + end + b".\r\n"


def _refused(code: int, fault: Fault) -> Answer:
    return Answer(Handed.NEVER, fault) if code >= WRONG else Answer(Handed.LATER, Fault.BUSY)
