"""What is asked of a round: its programme, and what is given beside its people."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, Table, Text

from cohorts.store.tables.shared_columns import (
    DIGEST,
    KEY,
    at_time,
    by_whom,
    metadata,
    of_person,
    of_round,
)

relation = Table(
    "relation",
    metadata,
    of_round(),
    Column("number", Integer, primary_key=True),
    of_person("a"),
    of_person("b"),
    Column("value", Text, nullable=False),  # kind and level; what was noted stands in note
    Column("note", KEY),
    at_time(),
    by_whom(),
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
    of_round(),
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)
"""What stands in a round beside its people: ``programme`` (a digest), and each input by name."""
