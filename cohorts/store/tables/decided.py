"""What was decided, and who was told."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from cohorts.store.tables.shared_columns import (
    KEY,
    TIME,
    at_time,
    by_whom,
    metadata,
    of_person,
    of_round,
)

decision = Table(
    "decision",
    metadata,
    Column("key", KEY, primary_key=True),
    of_round(primary=False),
    Column("number", Integer, nullable=False),
    Column("proposal", KEY, ForeignKey("proposal.key"), nullable=False),
    Column("signed", Text, nullable=False),  # the name under it
    Column("note", KEY),  # the reason
    Column("deviation", Text, nullable=False),  # how far people went from what was computed
    Column("reopened_at", TIME),
    Column("reopened_by", KEY, ForeignKey("account.key")),
    Column("reopened_note", KEY),
    at_time(),
    by_whom(),
    UniqueConstraint("round", "number"),
)

told = Table(
    "told",
    metadata,
    of_round(),
    Column("number", Integer, primary_key=True),
    of_person(),
    Column("proposal", KEY, ForeignKey("proposal.key"), nullable=False),
    Column("group", Integer),  # None: that there is no place
    Column("how", String(16), nullable=False),
    Column("on", TIME),  # when they heard it; None: when it was written down
    at_time(),
    by_whom(),
)
"""Who was told what, and when."""
