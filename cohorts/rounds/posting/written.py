"""A letter as it waits: to where, its subject and its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from cohorts.rounds.posting.mail_address import one_line
from cohorts.rounds.posting.post_office import PostOffice
from cohorts.store.keys import Key

HEAD = 2
"""Lines of a note before the words: the address, the subject."""


@dataclass(frozen=True)
class Written:
    """``to``: an address that :func:`mail_address` knows."""

    to: str
    subject: str
    text: str

    def as_note(self) -> str:
        """As it is kept: so that who reads what is held of them, can read it."""
        return "\n".join((self.to, one_line(self.subject), self.text))


def written_of(note: str) -> Written:
    """Back from :meth:`Written.as_note`."""
    to, subject, text = note.split("\n", HEAD)
    return Written(to, subject, text)


def message(office: PostOffice, key: Key, at: str, one: Written) -> EmailMessage:
    """As it goes out; ``at``: when it began to wait.

    The same key and moment give the same ``Message-ID`` and ``Date``: a mailbox that gets a letter
    again can tell.
    """
    made = EmailMessage(policy=SMTP)
    made["From"] = office.sender
    local, domain = one.to.rsplit("@", 1)
    made["To"] = Address("", local, domain)
    if office.reply_to is not None:
        made["Reply-To"] = office.reply_to
    made["Subject"] = one_line(one.subject)
    made["Date"] = format_datetime(datetime.fromisoformat(at))
    made["Message-ID"] = f"<{key}@{office.sender.domain}>"
    made.set_content(one.text, charset="utf-8", cte="quoted-printable")
    return made
