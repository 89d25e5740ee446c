"""What shows that a row was changed by something else than an act."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, Table

from cohorts.store.tables.shared_columns import DIGEST, KEY, metadata

seal = Table(
    "seal",
    metadata,
    Column("chain", KEY, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("row", DIGEST, primary_key=True),  # the SHA-256 of its table and primary key
    Column("table", String(16), nullable=False),
    Column("digest", DIGEST),  # of what stands in it, salted; None: it is gone
)
"""The rows that an act wrote, with its event: whose hash holds the digest of these."""

salt = Table(
    "salt",
    metadata,
    Column("row", DIGEST, primary_key=True),
    Column("chain", KEY, nullable=False),  # in which its last seal stands
    Column("salt", String(32), nullable=False),
)
"""That of the last seal of each row that is there; it goes with the row, so nothing can be guessed
of one that is gone."""
