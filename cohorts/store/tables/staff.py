"""Who logs in, and how."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Table, Text, UniqueConstraint

from cohorts.store.tables.shared_columns import DIGEST, KEY, TIME, at_time, metadata

account = Table(
    "account",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("name", Text, nullable=False),
    Column("password", Text),  # argon2; None: by personal link only
    Column("administrator", Boolean, nullable=False),
    at_time("made_at"),
    Column("revoked_at", TIME),
)
"""Who logs in. One is the administrator of the installation."""

link = Table(
    "link",
    metadata,
    Column("digest", DIGEST, primary_key=True),
    Column("account", KEY, ForeignKey("account.key"), nullable=False),
    at_time("made_at"),
    at_time("ends_at"),
    Column("used_at", TIME),
)
"""Personal addresses that log in, once; only their SHA-256 is kept."""

login = Table(
    "login",
    metadata,
    Column("digest", DIGEST, primary_key=True),
    Column("account", KEY, ForeignKey("account.key"), nullable=False),
    at_time("made_at"),
    at_time("ends_at"),
)
"""Who is logged in: the SHA-256 of the cookie."""

attempt = Table(
    "attempt",
    metadata,
    Column("key", KEY, primary_key=True),
    Column("name", DIGEST, nullable=False),
    at_time(),
)
"""A password that was tried, by the SHA-256 of the name it was for; gone once it was right."""

outside_login = Table(
    "outside_login",
    metadata,
    Column("account", KEY, ForeignKey("account.key"), primary_key=True),
    Column("email", Text, nullable=False),  # by which they are known there; folded
    Column("issuer", Text),
    Column("subject", Text),  # what they are called there; None until they came in once
    at_time(),
    UniqueConstraint("email"),
    UniqueConstraint("issuer", "subject"),
)
"""Who logs in by an organisation of their own."""
