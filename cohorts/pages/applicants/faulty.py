"""Cells of which nothing could be read, and what was typed in their place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cohorts.intake.report import remark_parts
from cohorts.pages.applicants.cell_said import OPTIONS, cell_said, option_said
from cohorts.pages.told import language
from cohorts.people.applicant import FIELD_NAMES, Applicant
from cohorts.round.remark import Remark
from cohorts.rounds.people.dropped_file import DroppedFile
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.rounds.people.what_changes import value_in
from cohorts.store.keys import PersonKey

ORDER = {name: number for number, name in enumerate(FIELD_NAMES)}


@dataclass(frozen=True)
class Faulty:
    """``place``: the row of the file, or the key of the person; ``text``: what stands there.

    ``fault``: what is wrong with it; "" where it was mended, and then ``reads`` says as what.
    """

    place: str
    who: Applicant
    column: str
    text: str
    fault: str
    reads: str = ""


def faulty_in_file(dropped: DroppedFile) -> list[Faulty]:
    """By row; also what was mended, until the file is confirmed."""
    people = {dropped.after.rows[a.id]: a for a in dropped.after}
    found: dict[tuple[int, str], Faulty] = {}
    for (row, column), text in dropped.said.cells.items():
        if row in people:
            one = people[row]
            found[row, column] = Faulty(str(row), one, column, text, "", cell_said(one, column))
    for remark in dropped.after.remarks:
        who = people.get(remark.row or 0)
        column = remark.about or remark.column
        if who is not None and column and _is_lost(who, column):
            found[remark.row or 0, column] = _of(str(remark.row), who, remark)
    return [found[place] for place in sorted(found, key=lambda p: (p[0], _place(p[1])))]


def faulty_kept(kept: KeptPeople) -> list[Faulty]:
    """Of who is in the round, in the order of their ids."""
    keys = {a.id: key for key, a in kept.who.items() if key in kept.told}
    return [one for a in kept.applicants if a.id in keys for one in faulty_of(kept, keys[a.id])]


def faulty_of(kept: KeptPeople, person: PersonKey) -> Iterator[Faulty]:
    """Of one of them."""
    told = [remark for _, remark in kept.told.get(person, ())]
    for remark in sorted(told, key=lambda one: _place(one.about or one.column)):
        if _is_lost(kept.who[person], remark.about or remark.column):
            yield _of(person, kept.who[person], remark)


def _place(column: str) -> tuple[int, str]:
    """Fields in their order, own columns after them."""
    return ORDER.get(column, len(ORDER)), column


def _is_lost(who: Applicant, column: str) -> bool:
    return bool(column) and value_in(who, column) in (None, (), "")


def _of(place: str, who: Applicant, remark: Remark) -> Faulty:
    column = remark.about or remark.column
    return Faulty(place, who, column, remark.value, fault_said(remark))


def fault_said(remark: Remark) -> str:
    """What is wrong; the answers of a closed field in words."""
    column = remark.about or remark.column
    known = remark.facts.get("known")
    if column in OPTIONS and isinstance(known, tuple):
        words = tuple(option_said(column, one) for one in known if one in OPTIONS[column])
        remark = replace(remark, facts={**remark.facts, "known": words})
    return remark_parts(remark, language(), plainly=True)[3]
