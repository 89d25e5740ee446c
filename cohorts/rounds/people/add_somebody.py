"""Adds somebody who stands in no file."""

from __future__ import annotations

from collections.abc import Mapping

from cohorts.errors import InputError, Problem
from cohorts.intake.same_person import says_something
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.people.cell_text import checked_cells
from cohorts.rounds.people.kept_people import OBJECT, people_of
from cohorts.rounds.people.mend import typed_over
from cohorts.rounds.people.new_applicants import free_id, new_applicants
from cohorts.rounds.people.typed import THERE, There, keep_typed
from cohorts.rounds.people.version_rows import keep_answers, keep_remarks, write_version
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store

BY_HAND = ApplicantId("hand-1")
"""The id of the first; later ones have the next number that is free."""


def add_somebody(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    cells: Mapping[str, str],
    *,
    seen: int | None = None,
) -> PersonKey:
    """``cells``: as for :func:`~cohorts.rounds.people.mend.mend`. They stay over every later file.

    Raises InputError where nothing is known of them, and as ``mend`` does.
    """
    kept = people_of(store, actor, round_)
    typed = {c: text for c, text in checked_cells(cells, kept.applicants).items() if text}
    id_ = free_id(BY_HAND, kept.keys.of, stem="hand")
    one, wrong = typed_over(kept.applicants, Applicant(id=id_), typed)
    if not says_something(one):
        raise InputError(Problem("people.nothing_typed"))
    based_on = kept.revision if seen is None else seen
    with act(
        store, actor, round_, "people.add", may=ORGANISERS, object_=OBJECT, seen=based_on
    ) as doing:
        person = new_applicants(doing, [id_])[id_]
        keep_typed(doing, person, {**typed, THERE: There.HERE.value})
        people = {**kept.rows.people, **keep_answers(doing, {person: one})}
        noticed = keep_remarks(doing, [(person, remark) for remark in wrong])
        write_version(doing, people, [*kept.rows.remarks, *noticed], kept.rows.upload)
        doing.about(person)
        doing.say({"added": True}, person)
    return person
