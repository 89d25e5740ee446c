"""What an organiser does around a decision: calls, ticks, exceptions, the reserve, letters, mail.

No text of or about anybody stands here: what somebody typed or was written is a note of theirs, and
goes with them.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from cohorts.store.tables.shared_columns import (
    DIGEST,
    KEY,
    TIME,
    at_time,
    by_whom,
    metadata,
    of_person,
    of_round,
)

called = Table(
    "called",
    metadata,
    of_round(),
    Column("number", Integer, primary_key=True),
    of_person(),
    Column("state", String(16), nullable=False),  # what the call came to
    Column("until", TIME),  # of who asked for time to think
    Column("note", KEY),
    at_time(),
    by_whom(),
)
"""Who was called, when, and what they said; each call is one more."""

ticked = Table(
    "ticked",
    metadata,
    of_round(),
    of_person(primary=True),
    Column("name", String(40), primary_key=True),
    Column("on", Boolean, nullable=False),
    at_time(),
    by_whom(),
)
"""What a programme wants done of each: a contribution paid, a paper signed."""

admitted = Table(
    "admitted",
    metadata,
    of_round(),
    of_person(primary=True),
    Column("note", KEY, nullable=False),  # the reason
    at_time(),
    by_whom(),
)
"""Who takes part although a condition says no."""

reserve = Table(
    "reserve",
    metadata,
    of_round(),
    Column("number", Integer, primary_key=True),
    of_person(),
    Column("proposal", KEY, ForeignKey("proposal.key"), nullable=False),
    Column("group", Integer, nullable=False),
    Column("until", TIME, nullable=False),
    Column("answer", String(16)),
    Column("answered_at", TIME),
    at_time(),
    by_whom(),
)
"""A free place that somebody of the reserve was asked for, and until when they may answer."""

letter_text = Table(
    "letter_text",
    metadata,
    of_round(),
    of_person(primary=True),
    Column("about", String(40), primary_key=True),  # the decision or stage that it tells of
    Column("language", String(16), primary_key=True),
    Column("note", KEY, nullable=False),  # as it was written by hand
    at_time(),
    by_whom(),
)
"""A letter that somebody changed."""

template = Table(
    "template",
    metadata,
    of_round(),
    Column("kind", String(16), primary_key=True),
    Column("value", Text, nullable=False),  # the name and the bytes of the file
    at_time(),
    by_whom(),
)
"""A document of the organiser's own that letters are filled into."""

mail = Table(
    "mail",
    metadata,
    Column("key", KEY, primary_key=True),
    of_round(primary=False),
    of_person(empty=True),
    Column("account", KEY, ForeignKey("account.key")),
    Column("about", String(40), nullable=False),
    Column("note", KEY),  # address and words; gone once a personal address in them was sent
    Column("state", String(16), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("fault", String(40)),
    Column("sent_at", TIME),
    Column("once", DIGEST, nullable=False),  # of one letter to one person: it is sent once
    at_time(),
    by_whom(),
    UniqueConstraint("once"),
)
"""Mail to one person, to an applicant or to somebody who logs in: waiting, under way, sent."""
