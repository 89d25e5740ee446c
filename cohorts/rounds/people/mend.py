"""Changes what is known of somebody by hand; it holds over every later file."""

from __future__ import annotations

from collections.abc import Mapping

from cohorts.errors import InputError, Problem
from cohorts.intake import Applicants
from cohorts.intake.mended import mended
from cohorts.people.applicant import Applicant
from cohorts.round.remark import Remark
from cohorts.rounds.act import Acting, act
from cohorts.rounds.actor import Actor
from cohorts.rounds.people.cell_text import checked_cells
from cohorts.rounds.people.kept_people import OBJECT, KeptPeople, people_of
from cohorts.rounds.people.typed import keep_typed
from cohorts.rounds.people.version_rows import keep_answers, keep_remarks, write_version
from cohorts.rounds.people.what_changes import changes, told
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store


def mend(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    person: PersonKey,
    cells: Mapping[str, str],
    *,
    seen: int | None = None,
) -> tuple[Remark, ...]:
    """``cells``: field or own column → what is typed. Gives what of it could not be read.

    That is kept as it was typed, and counts as missing. Raises InputError for whoever is not in
    the round, a column that is not there, and what no cell can hold.
    """
    kept = people_of(store, actor, round_)
    if person not in kept.who:
        raise InputError(Problem("people.not_there"))
    typed = checked_cells(cells, kept.applicants)
    based_on = kept.revision if seen is None else seen
    with act(
        store, actor, round_, "people.mend", may=ORGANISERS, object_=OBJECT, seen=based_on
    ) as doing:
        return mend_within(doing, kept, person, typed)


def mend_within(
    doing: Acting, kept: KeptPeople, person: PersonKey, cells: Mapping[str, str]
) -> tuple[Remark, ...]:
    """The same within an act; ``cells`` were checked, and ``kept`` is who is in the round now."""
    before = kept.who[person]
    after, wrong = typed_over(kept.applicants, before, cells)
    keep_typed(doing, person, cells)
    people = {**kept.rows.people, **keep_answers(doing, {person: after})}
    gone = _answered(kept, person, cells)
    remarks = [key for key in kept.rows.remarks if key not in gone]
    remarks += keep_remarks(doing, [(person, one) for one in wrong])
    write_version(doing, people, remarks, kept.rows.upload)
    doing.about(person)
    for change in changes(before, after):
        doing.say(told(change), person)
    return wrong


def typed_over(
    people: Applicants, one: Applicant, cells: Mapping[str, str]
) -> tuple[Applicant, tuple[Remark, ...]]:
    """Somebody with what was typed, read as the file was; and what could not be read."""
    alone = Applicants((one,), people.report, rows=people.rows)
    found = mended(alone, {(one.id, column): text for column, text in cells.items()})
    return found.applicants[0], tuple(remark for _, remark in found.wrong)


def _answered(kept: KeptPeople, person: PersonKey, cells: Mapping[str, str]) -> set[str]:
    """What was noticed of the cells that are typed over."""
    noticed = kept.told.get(person, ())
    return {key for key, one in noticed if (one.about or one.column) in cells}
