"""Salts for digests of the ballots of a stage: without one, few ballots can be tried out."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Connection, select

from cohorts.rounds.judging.stage_head import StageKey
from cohorts.store.canonical import canonical, sha256
from cohorts.store.tables import sent, vote


class SaltedFor(StrEnum):
    """Two of which neither follows from the other.

    Whoever has the ballots of a dossier has its salt, and must not find whose each ballot is by
    trying out the digest of the close, which goes by voter.
    """

    CLOSE = "close"
    DOSSIER = "dossier"


def salt_of(connection: Connection, stage: StageKey, for_: SaltedFor) -> str:
    """What nobody can guess who has not seen the votes; the same ever after the close.

    From what a device drew at random for each vote, and the store for each sending.
    """
    cast = select(vote.c.account, vote.c.once).where(vote.c.stage == stage)
    sendings = select(sent.c.account, sent.c.salt).where(sent.c.stage == stage)
    drawn = [sorted(map(list, connection.execute(one))) for one in (cast, sendings)]
    return sha256(canonical([for_.value, *drawn]))
