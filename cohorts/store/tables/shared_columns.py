"""What all tables share: how they are named, and the columns that many have."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, MetaData, String

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


def of_round(*, primary: bool = True) -> Column[str]:
    return Column("round", KEY, ForeignKey("round.key"), primary_key=primary, nullable=False)


def of_person(name: str = "person", *, primary: bool = False, empty: bool = False) -> Column[str]:
    return Column(name, KEY, ForeignKey("applicant.key"), primary_key=primary, nullable=empty)


def by_whom() -> Column[str]:
    return Column("by", KEY, ForeignKey("account.key"), nullable=False)


def at_time(name: str = "at") -> Column[str]:
    return Column(name, TIME, nullable=False)
