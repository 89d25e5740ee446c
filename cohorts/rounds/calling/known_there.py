"""Somebody of a round about whom something is written down while an organiser calls."""

from __future__ import annotations

from sqlalchemy import select

from cohorts.errors import InputError, Problem
from cohorts.rounds.act import Acting
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.store.keys import PersonKey
from cohorts.store.tables import applicant


def check_may_write(doing: Acting, person: PersonKey) -> None:
    """Who withdrew may be called too.

    Raises InputError for who is not of the round, or was erased; RefusedError for whoever a tie
    keeps from them.
    """
    here = (applicant.c.key == person, applicant.c.round == doing.round)
    known = select(applicant.c.key).where(*here, applicant.c.erased_at.is_(None))
    if doing.connection.scalar(known) is None:
        raise InputError(Problem("people.not_there"))
    check_not_tied(doing.connection, doing.round, doing.actor, {person})
