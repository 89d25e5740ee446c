"""Somebody whom a condition refuses takes part all the same, for a reason."""

from __future__ import annotations

from cohorts.composing.prepare import as_given
from cohorts.errors import InputError, Problem
from cohorts.round.set_aside import Aside
from cohorts.rounds.act import Acting, act
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.admitted_rows import write_admitted
from cohorts.rounds.asking.asked import asked_in
from cohorts.rounds.asking.changing import ASKED
from cohorts.rounds.judging.stage_head import stages_in
from cohorts.rounds.people.kept_people import KeptPeople, people_in_store
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.standings.who_sees import check_not_tied
from cohorts.rounds.typed_text import visible
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store

LONGEST = 500
"""Signs of a reason."""


def let_in(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    person: PersonKey,
    reason: str,
    *,
    seen: int | None = None,
) -> int:
    """Gives the revision of what is asked.

    Raises InputError for who is not in the round, whom no condition refuses as things stand, or
    without whom a stage opened, and for a reason that is not there or too long; RefusedError for
    whoever a tie keeps from them; StaleError.
    """
    name = "asked.let_in"
    with act(store, actor, round_, name, may=ORGANISERS, object_=ASKED, seen=seen) as doing:
        people = people_in_store(doing.connection, store.url, round_)
        if person not in people.who:
            raise InputError(Problem("people.not_there"))
        check_not_tied(doing.connection, round_, actor, {person})
        noted = _noted(reason)
        _check_refused(doing, people, person)
        _check_judged(doing, person)
        write_admitted(doing, person, noted)
        doing.about(person)
        return doing.revision


def _noted(reason: str) -> str:
    noted = visible(reason)
    if not noted:
        raise InputError(Problem("admitting.why"))
    if len(noted) > LONGEST:
        raise InputError(Problem("admitting.too_long", "", {"longest": LONGEST}))
    return noted


def _check_refused(doing: Acting, people: KeptPeople, person: PersonKey) -> None:
    asked = asked_in(doing.connection, people, doing.round)
    found = as_given(people.applicants, asked.programme, **asked.given)
    who = people.who[person].id
    if who in found.admitted:
        raise InputError(Problem("admitting.already"))
    if not any(one.applicant.id == who and one.why is Aside.REFUSED for one in found.set_aside):
        raise InputError(Problem("admitting.not_refused"))


def _check_judged(doing: Acting, person: PersonKey) -> None:
    """Who is in a stage is fixed once it opens."""
    for head in stages_in(doing.connection, doing.round):
        if head.opened_at is not None and person not in head.candidates:
            facts = {"number": head.number, "stage": head.plan.stage.title}
            raise InputError(Problem("admitting.judged", "", facts))
