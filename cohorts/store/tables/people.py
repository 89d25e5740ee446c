"""The people of a round: what was read, what was typed, who is who; versions of it."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, LargeBinary, String, Table, Text, UniqueConstraint

from cohorts.store.tables.shared_columns import (
    KEY,
    TIME,
    at_time,
    by_whom,
    metadata,
    of_person,
    of_round,
)

applicant = Table(
    "applicant",
    metadata,
    Column("key", KEY, primary_key=True),
    of_round(primary=False),
    Column("id", Text),  # the file's own; None once erased
    Column("erased_at", TIME),
    UniqueConstraint("round", "id"),
)

upload = Table(
    "upload",
    metadata,
    of_round(),
    Column("number", Integer, primary_key=True),
    at_time(),
    by_whom(),
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
    of_round(primary=False),
    of_person(),
    Column("value", Text, nullable=False),
)
"""One applicant as JSON, as some version has them; never changed, erased with them."""

remark = Table(
    "remark",
    metadata,
    Column("key", KEY, primary_key=True),
    of_round(primary=False),
    of_person(empty=True),
    Column("value", Text, nullable=False),
)
"""Something that reading noticed, as JSON; never changed, erased with whom it is about."""

version = Table(
    "version",
    metadata,
    of_round(),
    Column("number", Integer, primary_key=True),
    at_time(),
    by_whom(),
    Column("upload", Integer),  # the file it was read from
    Column("people", Text, nullable=False),  # pairs of keys: person, answers
    Column("remarks", Text, nullable=False),  # keys
)
"""The applicants as they stood after an act; an older one is what an older proposal was made of."""

mended = Table(
    "mended",
    metadata,
    of_round(),
    of_person(primary=True),
    Column("column", Text, primary_key=True),
    Column("value", Text, nullable=False),
    at_time(),
    by_whom(),
)
"""A cell that somebody typed over; it holds over the next import."""

identity = Table(
    "identity",
    metadata,
    of_round(),
    of_person("a", primary=True),
    of_person("b", primary=True),
    Column("same", Boolean, nullable=False),
    at_time(),
    by_whom(),
)
"""Whether two are one."""

note = Table(
    "note",
    metadata,
    Column("key", KEY, primary_key=True),
    of_round(primary=False),
    of_person(empty=True),
    Column("text", Text, nullable=False),
)
"""What somebody typed: a reason, a remark. It may name anybody."""
