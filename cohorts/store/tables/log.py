"""The log, and what its events say."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, Table, Text

from cohorts.store.tables.shared_columns import DIGEST, KEY, at_time, metadata, of_person

event = Table(
    "event",
    metadata,
    Column("chain", KEY, primary_key=True),  # a round's key; "" is that of the installation
    Column("number", Integer, primary_key=True),
    at_time(),
    Column("actor", KEY, nullable=False),
    Column("act", String(40), nullable=False),
    Column("object", String(40), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("about", Text, nullable=False),  # keys
    Column("digests", Text, nullable=False),  # of what stands in said, salted; and whom it is about
    Column("rows", DIGEST, nullable=False),  # of the seals of what the act wrote
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
    of_person(empty=True),
    Column("value", Text, nullable=False),
    Column("salt", String(32), nullable=False),
)
"""The values of events; erasing somebody deletes value and salt, and the log still verifies."""
