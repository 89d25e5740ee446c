"""Proposals, the long work that makes them, and what is done on their boards."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from cohorts.store.tables.shared_columns import (
    DIGEST,
    KEY,
    TIME,
    at_time,
    by_whom,
    metadata,
    of_round,
)

proposal = Table(
    "proposal",
    metadata,
    Column("key", KEY, primary_key=True),
    of_round(primary=False),
    Column("number", Integer, nullable=False),
    Column("made", String(16), nullable=False),  # composed, alternative, board …
    Column("before", KEY),  # the one it came out of
    Column("version", Integer, nullable=False),  # of the applicants
    Column("asked", Integer, nullable=False),  # the revision of what was asked
    Column("programme", DIGEST, ForeignKey("programme.digest"), nullable=False),
    Column("value", Text, nullable=False),  # keys and figures; no sentence, nobody's values
    Column("digest", DIGEST, nullable=False),
    at_time(),
    by_whom(),
    UniqueConstraint("round", "number"),
)

step = Table(
    "step",
    metadata,
    Column("proposal", KEY, ForeignKey("proposal.key"), primary_key=True),
    Column("number", Integer, primary_key=True),
    of_round(primary=False),
    Column("kind", String(16), nullable=False),
    Column("value", Text, nullable=False),
    Column("note", KEY),
    Column("undone", Boolean, nullable=False),
    at_time(),
    by_whom(),
)
"""An act on the board of a proposal, in order."""

job = Table(
    "job",
    metadata,
    Column("key", KEY, primary_key=True),
    of_round(primary=False),
    Column("kind", String(16), nullable=False),
    Column("value", Text, nullable=False),  # what was asked
    Column("state", String(16), nullable=False),
    Column("progress", Text, nullable=False),
    Column("stop", Boolean, nullable=False),
    Column("process", Integer),
    Column("started_at", TIME),
    Column("ended_at", TIME),
    at_time(),
    by_whom(),
)
"""Long work: queued, running, and how it ended."""
