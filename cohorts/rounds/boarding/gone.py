"""Whoever stopped is counted on by no composition of the round any more."""

from __future__ import annotations

from collections.abc import Callable

from cohorts.people.applicant import ApplicantId
from cohorts.rounds.act import Acting, acting
from cohorts.rounds.asking.changing import ASKED
from cohorts.rounds.asking.given_rows import given_in, keep_given
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.store.keys import PersonKey
from cohorts.store.store import Store

GONE = "gone"


def set_gone(doing: Acting, store: Store, person: PersonKey, *, gone: bool) -> bool:
    """Also in what is asked of the round, as an event of its own in the same transaction.

    Gives whether that was otherwise before.
    """

    def changed(now: tuple[ApplicantId, ...], one: ApplicantId) -> tuple[ApplicantId, ...]:
        others = tuple(known for known in now if known != one)
        return (*others, one) if gone else others

    return _give(doing, store, person, changed)


def _give(
    doing: Acting,
    store: Store,
    person: PersonKey,
    changed: Callable[[tuple[ApplicantId, ...], ApplicantId], tuple[ApplicantId, ...]],
) -> bool:
    connection, round_ = doing.connection, doing.round
    people = people_in_store(connection, store.url, round_)
    if person not in people.who:  # withdrawn or erased since: nobody counts on them anyhow
        return False
    given = given_in(connection, round_, people)
    now = tuple(ApplicantId(str(one)) for one in given.get("gone") or ())
    after = changed(now, people.keys.ids[person])
    if set(after) == set(now):
        return False
    with acting(connection, doing.actor, round_, "asked.gone", object_=ASKED) as giving:
        keep_given(giving, GONE, after or None, people.keys)
        giving.about(person)
        giving.say({"input": GONE, "given": bool(after)})
    return True
