"""Who judges, what ties they have, and what they said: stages, members, interests and votes."""

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


def _of_stage(*, primary: bool = True) -> Column[str]:
    return Column("stage", KEY, ForeignKey("stage.key"), primary_key=primary, nullable=False)


def _of_account() -> Column[str]:
    return Column("account", KEY, ForeignKey("account.key"), primary_key=True)


stage = Table(
    "stage",
    metadata,
    Column("key", KEY, primary_key=True),
    of_round(primary=False),
    Column("number", Integer, nullable=False),
    Column("plan", Text, nullable=False),  # what is asked, how it is counted; fixed once it opens
    Column("phase", String(16), nullable=False),
    Column("turn", Integer, nullable=False),  # 1; 2 once judged again after talking
    Column("opened_at", TIME),
    Column("closes_at", TIME),
    Column("closed_at", TIME),  # who judges later changes nothing of a count that was made
    Column("version", Integer),  # of the applicants, when it opened
    Column("candidates", Text),  # keys; who could be chosen when it opened
    Column("counted", DIGEST),  # of the ballots as they were counted
    at_time(),
    by_whom(),
    UniqueConstraint("round", "number"),
)
"""A stage of the choice: who judges whom on what, and how many go on."""

member = Table(
    "member",
    metadata,
    of_round(),
    _of_account(),
    Column("position", String(16), nullable=False),
    Column("organisation", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("number", String(16), nullable=False),  # KvK; "" where it is not known
    Column("instead_of", KEY, ForeignKey("account.key")),
    Column("begun_at", TIME),
    Column("left_at", TIME),
    at_time(),
    by_whom(),
)
"""Who sits in the committee of a round."""

interest = Table(
    "interest",
    metadata,
    of_round(),
    _of_account(),
    of_person(primary=True),
    _of_stage(),  # in which it was said: what is said later changes no count of before
    Column("tie", String(16), nullable=False),
    Column("late", Boolean, nullable=False),  # told after the votes began
    Column("ruling", String(16)),  # what the chair says of a late one
    Column("note", KEY),  # the chair's reason
    at_time(),
    by_whom(),
)
"""What ties a member has with an applicant; none is stated too."""

vote = Table(
    "vote",
    metadata,
    _of_stage(),
    _of_account(),
    of_person(primary=True),
    Column("number", Integer, primary_key=True),  # each change is one more; the last counts
    of_round(primary=False),
    Column("turn", Integer, nullable=False),
    Column("value", Text, nullable=False),
    Column("note", KEY),
    Column("once", String(64), nullable=False),  # of one answer on one device: it counts once
    Column("how", String(16), nullable=False),
    at_time(),
    by_whom(),
    UniqueConstraint("stage", "account", "once"),
)
"""What a member said of an applicant, in every version."""

sent = Table(
    "sent",
    metadata,
    _of_stage(),
    _of_account(),
    Column("number", Integer, primary_key=True),
    of_round(primary=False),
    Column("turn", Integer, nullable=False),
    Column("digest", DIGEST, nullable=False),  # of all their votes, salted
    Column("salt", String(32), nullable=False),
    at_time(),
    by_whom(),
)
"""A ballot that was sent in, each time it was."""

offer = Table(
    "offer",
    metadata,
    of_round(),
    _of_account(),
    of_person(primary=True),
    Column("note", KEY),
    at_time(),
    by_whom(),
)
"""Help that a member offers an applicant, also if not placed; it never counts."""

passed = Table(
    "passed",
    metadata,
    _of_stage(),
    of_person(primary=True),
    of_round(primary=False),
    Column("on", Boolean, nullable=False),
    Column("why", String(16), nullable=False),
    Column("note", KEY),  # the reason, where people decided otherwise than was counted
    at_time(),
    by_whom(),
)
"""Who goes on after a stage, and who does not."""

minute = Table(
    "minute",
    metadata,
    of_round(),
    Column("number", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("value", Text, nullable=False),
    Column("note", KEY),
    at_time(),
    by_whom(),
)
"""What happened at a meeting: what was shown, who left the room, what was remarked."""
