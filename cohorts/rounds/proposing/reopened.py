"""A kept proposal, whole again: on the people and the programme that it was made of."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from cohorts.composing.proposal import Proposal
from cohorts.errors import Problem, RefusedError
from cohorts.intake.applicants import Applicants
from cohorts.programme.programme import Programme
from cohorts.record.reopen import reopen
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.programme_rows import programme_by
from cohorts.rounds.last_few import LastFew
from cohorts.rounds.people.kept_people import KeptPeople, erased_in, people_in_store
from cohorts.rounds.proposing.erased import with_erased
from cohorts.rounds.proposing.given_again import given_of
from cohorts.rounds.proposing.kept_value import as_stated, with_names
from cohorts.rounds.proposing.notes import out_of_notes
from cohorts.rounds.proposing.same_round import same_round
from cohorts.rounds.roles import READERS, Role
from cohorts.store.keys import ProposalKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import proposal as table
from solver.solution import Status

MOST = 32
"""Proposals that a process keeps open."""
_OPEN: LastFew[Proposal] = LastFew(MOST)


def proposal_of(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    proposal: ProposalKey,
    *,
    may: frozenset[Role] = READERS,
) -> Proposal:
    """The proposal, with its figures computed anew; who looks is asked each time.

    Somebody who was erased still has a seat in it, by the id ``gewist-…``, and says nothing.
    ``may``: who reads it here. Raises RefusedError where it is not theirs to read, or there is
    none.
    """
    with look(store, actor, round_, may=may) as connection:
        here = (table.c.key == proposal, table.c.round == round_)
        version = connection.scalar(select(table.c.version).where(*here))
        erased = erased_in(connection, round_)
        if version is None:
            raise RefusedError(Problem("proposing.no_such"))
        people = people_in_store(connection, store.url, round_, version)

    def made() -> Proposal:
        with look(store, actor, round_, may=may) as connection:
            return _opened(connection, proposal, people)

    # of whoever is erased, reasons about others go too: also where they have no seat in it
    return _OPEN.get((store.url, proposal, people.erased, erased), made)


def _opened(connection: Connection, proposal: ProposalKey, people: KeptPeople) -> Proposal:
    query = select(table.c.programme, table.c.value).where(table.c.key == proposal)
    row = connection.execute(query).one()
    programme = programme_by(connection, row.programme, people.keys)
    ids = {str(key): str(who) for key, who in people.keys.ids.items()}
    content = with_names(out_of_notes(connection, json.loads(row.value)), ids.get)
    applicants = people.applicants
    if people.erased:
        gone = frozenset(ids[key] for key in people.erased)
        content, applicants = with_erased(content, applicants, programme, gone)
    return reopened(content, applicants, programme)


def reopened(content: Mapping[str, Any], applicants: Applicants, programme: Programme) -> Proposal:
    """A kept value, people by their ids, on the round it was made from.

    What was proven once holds for as long as it comes to the same points.
    """
    stated = as_stated(content, programme)
    made = reopen(stated, applicants, programme, same_round, composed=True, **given_of(content))
    same = made.score.points == stated.score.soft
    return replace(
        made,
        status=Status(stated.status) if same else Status.FEASIBLE,
        bound=stated.bound if same else None,
        seconds=stated.seconds,
        versions=stated.versions,
        input_sha256=stated.input_sha256,
    )
