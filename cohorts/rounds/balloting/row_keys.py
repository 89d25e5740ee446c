"""What a ballot on paper or in Excel is called, and each of its rows: no other row has its key."""

from __future__ import annotations

from cohorts.rounds.judging.stage_head import StageHead
from cohorts.store.canonical import sha256
from cohorts.store.keys import AccountKey, PersonKey

DIGITS = 8


def mark_of(head: StageHead, member: AccountKey, turn: int | None = None) -> str:
    """Of the ballot of one member in one turn of one stage; ``turn``: None for the present."""
    return sha256(f"{head.key}:{turn or head.turn}:{member}")[:DIGITS]


def row_key(mark: str, person: PersonKey) -> str:
    """Of one applicant on that ballot: its mark, and eight digits of their own."""
    return f"{mark}-{sha256(f'{mark}:{person}')[:DIGITS]}"
