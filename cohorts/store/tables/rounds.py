"""Rounds: what somebody is in one, how often it was changed, and who looked."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text

from cohorts.store.tables.shared_columns import KEY, TIME, at_time, metadata, of_round

round_ = Table(
    "round",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("name", Text, nullable=False),
    Column("preset", Text, nullable=False),
    at_time("made_at"),
    Column("archived_at", TIME),
)

role = Table(
    "role",
    metadata,
    of_round(),
    Column("account", KEY, ForeignKey("account.key"), primary_key=True),
    Column("role", String(16), primary_key=True),
)

revision = Table(
    "revision",
    metadata,
    of_round(),
    Column("object", String(40), primary_key=True),
    Column("number", Integer, nullable=False),
)
"""How often an object of a round was changed: what a save must have seen."""

visit = Table(
    "visit",
    metadata,
    of_round(),
    Column("account", KEY, ForeignKey("account.key"), primary_key=True),
    at_time(),
)
"""When somebody last looked at a round."""
