"""All tables, and where personal values stand.

In ``applicant``, ``answers``, ``mended``, ``remark``, ``note`` and ``said``, and nowhere else:
everything else knows people by their random key, so that erasing somebody is deleting rows there.

Times are text (see :mod:`cohorts.store.clock`); what has a shape of its own is JSON as text.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
KEY = String(16)
TIME = String(24)
DIGEST = String(64)


def _round(*, primary: bool = True) -> Column[str]:
    return Column("round", KEY, ForeignKey("round.key"), primary_key=primary, nullable=False)


def _person(name: str = "person", *, primary: bool = False, empty: bool = False) -> Column[str]:
    return Column(name, KEY, ForeignKey("applicant.key"), primary_key=primary, nullable=empty)


def _by() -> Column[str]:
    return Column("by", KEY, ForeignKey("account.key"), nullable=False)


def _at(name: str = "at") -> Column[str]:
    return Column(name, TIME, nullable=False)


account = Table(
    "account",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("name", Text, nullable=False),
    Column("password", Text),  # argon2; None: by personal link only
    Column("administrator", Boolean, nullable=False),
    _at("made_at"),
    Column("revoked_at", TIME),
)
"""Who logs in. One is the administrator of the installation."""

link = Table(
    "link",
    metadata,
    Column("digest", DIGEST, primary_key=True),
    Column("account", KEY, ForeignKey("account.key"), nullable=False),
    _at("made_at"),
    _at("ends_at"),
    Column("used_at", TIME),
)
"""Personal addresses that log in, once; only their SHA-256 is kept."""

login = Table(
    "login",
    metadata,
    Column("digest", DIGEST, primary_key=True),
    Column("account", KEY, ForeignKey("account.key"), nullable=False),
    _at("made_at"),
    _at("ends_at"),
)
"""Who is logged in: the SHA-256 of the cookie."""

attempt = Table(
    "attempt",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("name", DIGEST, nullable=False),
    _at(),
)
"""A password that was tried, by the SHA-256 of the name it was for; gone once it was right."""

round_ = Table(
    "round",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("name", Text, nullable=False),
    Column("preset", Text, nullable=False),
    _at("made_at"),
    Column("archived_at", TIME),
)

role = Table(
    "role",
    metadata,
    _round(),
    Column("account", KEY, ForeignKey("account.key"), primary_key=True),
    Column("role", String(16), primary_key=True),
)

revision = Table(
    "revision",
    metadata,
    _round(),
    Column("object", String(40), primary_key=True),
    Column("number", Integer, nullable=False),
)
"""How often an object of a round was changed: what a save must have seen."""

applicant = Table(
    "applicant",
    metadata,
    Column("key", KEY, primary_key=True),
    _round(primary=False),
    Column("id", Text),  # the file's own; None once erased
    Column("erased_at", TIME),
    UniqueConstraint("round", "id"),
)

upload = Table(
    "upload",
    metadata,
    _round(),
    Column("number", Integer, primary_key=True),
    _at(),
    _by(),
    Column("kind", String(16), nullable=False),
    Column("field_map", Text, nullable=False),
    Column("report", Text, nullable=False),  # how it was read, without anybody's values
    Column("file", Text),  # its name, which may name somebody, and its content: both are
    Column("content", LargeBinary),  # dropped once it is confirmed
    Column("answered", Text),  # what was said of it, by row; it goes with the content
    Column("confirmed_at", TIME),
)
"""A file of applicants that was dropped."""

answers = Table(
    "answers",
    metadata,
    Column("key", KEY, primary_key=True),
    _round(primary=False),
    _person(),
    Column("value", Text, nullable=False),
)
"""One applicant as JSON, as some version has them; never changed, erased with them."""

remark = Table(
    "remark",
    metadata,
    Column("key", KEY, primary_key=True),
    _round(primary=False),
    _person(empty=True),
    Column("value", Text, nullable=False),
)
"""Something that reading noticed, as JSON; never changed, erased with whom it is about."""

version = Table(
    "version",
    metadata,
    _round(),
    Column("number", Integer, primary_key=True),
    _at(),
    _by(),
    Column("upload", Integer),  # the file it was read from
    Column("people", Text, nullable=False),  # pairs of keys: person, answers
    Column("remarks", Text, nullable=False),  # keys
)
"""The applicants as they stood after an act; an older one is what an older proposal was made of."""

mended = Table(
    "mended",
    metadata,
    _round(),
    _person(primary=True),
    Column("column", Text, primary_key=True),
    Column("value", Text, nullable=False),
    _at(),
    _by(),
)
"""A cell that somebody typed over; it holds over the next import."""

identity = Table(
    "identity",
    metadata,
    _round(),
    _person("a", primary=True),
    _person("b", primary=True),
    Column("same", Boolean, nullable=False),
    _at(),
    _by(),
)
"""Whether two are one."""

relation = Table(
    "relation",
    metadata,
    _round(),
    Column("number", Integer, primary_key=True),
    _person("a"),
    _person("b"),
    Column("value", Text, nullable=False),  # kind and level; what was noted stands in note
    Column("note", KEY),
    _at(),
    _by(),
)

programme = Table(
    "programme",
    metadata,
    Column("digest", DIGEST, primary_key=True),
    Column("value", Text, nullable=False),
)
"""Programmes as used, by the SHA-256 of their JSON; none is ever changed."""

setting = Table(
    "setting",
    metadata,
    _round(),
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
"""What stands in a round beside its people: ``programme`` (a digest), and each input by name."""

proposal = Table(
    "proposal",
    metadata,
    Column("key", KEY, primary_key=True),
    _round(primary=False),
    Column("number", Integer, nullable=False),
    Column("made", String(16), nullable=False),  # composed, alternative, board, repaired
    Column("before", KEY),  # the one it came out of
    Column("version", Integer, nullable=False),  # of the applicants
    Column("asked", Integer, nullable=False),  # the revision of what was asked
    Column("programme", DIGEST, ForeignKey("programme.digest"), nullable=False),
    Column("value", Text, nullable=False),  # keys and figures; no sentence, nobody's values
    Column("digest", DIGEST, nullable=False),
    _at(),
    _by(),
    UniqueConstraint("round", "number"),
)

step = Table(
    "step",
    metadata,
    Column("proposal", KEY, ForeignKey("proposal.key"), primary_key=True),
    Column("number", Integer, primary_key=True),
    _round(primary=False),
    Column("kind", String(16), nullable=False),
    Column("value", Text, nullable=False),
    Column("note", KEY),
    Column("undone", Boolean, nullable=False),
    _at(),
    _by(),
)
"""An act on the board of a proposal, in order."""

told = Table(
    "told",
    metadata,
    _round(),
    Column("number", Integer, primary_key=True),
    _person(),
    Column("proposal", KEY, ForeignKey("proposal.key"), nullable=False),
    Column("group", Integer),  # None: that there is no place
    Column("how", String(16), nullable=False),
    _at(),
    _by(),
)
"""Who was told what, and when."""

decision = Table(
    "decision",
    metadata,
    Column("key", KEY, primary_key=True),
    _round(primary=False),
    Column("number", Integer, nullable=False),
    Column("proposal", KEY, ForeignKey("proposal.key"), nullable=False),
    Column("signed", Text, nullable=False),  # the name under it
    Column("note", KEY),  # the reason
    Column("deviation", Text, nullable=False),  # how far people went from what was computed
    Column("reopened_at", TIME),
    Column("reopened_by", KEY, ForeignKey("account.key")),
    Column("reopened_note", KEY),
    _at(),
    _by(),
    UniqueConstraint("round", "number"),
)

note = Table(
    "note",
    metadata,
    Column("key", KEY, primary_key=True),
    _round(primary=False),
    _person(empty=True),
    Column("text", Text, nullable=False),
)
"""What somebody typed: a reason, a remark. It may name anybody."""

job = Table(
    "job",
    metadata,
    Column("key", KEY, primary_key=True),
    _round(primary=False),
    Column("kind", String(16), nullable=False),
    Column("value", Text, nullable=False),  # what was asked
    Column("state", String(16), nullable=False),
    Column("progress", Text, nullable=False),
    Column("stop", Boolean, nullable=False),
    Column("process", Integer),
    Column("started_at", TIME),
    Column("ended_at", TIME),
    _at(),
    _by(),
)
"""Long work: queued, running, and how it ended."""

visit = Table(
    "visit",
    metadata,
    _round(),
    Column("account", KEY, ForeignKey("account.key"), primary_key=True),
    _at(),
)
"""When somebody last looked at a round."""

event = Table(
    "event",
    metadata,
    Column("chain", KEY, primary_key=True),  # a round's key; "" is that of the installation
    Column("number", Integer, primary_key=True),
    _at(),
    Column("actor", KEY, nullable=False),
    Column("act", String(40), nullable=False),
    Column("object", String(40), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("about", Text, nullable=False),  # keys
    Column("digests", Text, nullable=False),  # of what stands in said, salted; and whom it is about
    Column("before", DIGEST, nullable=False),
    Column("hash", DIGEST, nullable=False),
)
"""The log: rows are added, never changed or removed."""

said = Table(
    "said",
    metadata,
    Column("chain", KEY, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("part", Integer, primary_key=True),
    _person(empty=True),
    Column("value", Text, nullable=False),
    Column("salt", String(32), nullable=False),
)
"""The values of events; erasing somebody deletes value and salt, and the log still verifies."""
