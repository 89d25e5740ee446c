"""The groups as they stand: where everybody sat, what each group took, and who is in them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import cast

import numpy as np

from cohorts.composing.fingerprint import fingerprint, fingerprint_then
from cohorts.composing.inputs import INPUTS, Given
from cohorts.composing.prepare import as_given
from cohorts.errors import InputError, Problem
from cohorts.intake.beside.directory import Directory
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.record.asked_by import FIRST, asked_by, other_programme
from cohorts.record.document import ProposalDocument
from cohorts.record.meaning import MEANING_VERSION
from cohorts.record.older_people import of_today
from cohorts.record.reopen import given_with
from cohorts.record.second_meaning import SECOND
from cohorts.round.repaired import Seats
from cohorts.round.round import Round
from cohorts.round.set_aside import Aside
from solver.quantise import IntArray

MOST_NAMED = 8


@dataclass(frozen=True)
class Stood:
    """An announced proposal, and what it is held against now.

    ``stated``: with its people called as they are now; ``programme``: the one it was composed by.
    ``people``: who applied then. ``seats``: everybody in it who had not stopped then; ``given``: as
    it was composed, with who has stopped since. ``round``: that of then, as far as the files tell;
    None where they make none.
    """

    stated: ProposalDocument
    programme: Programme
    people: Sequence[Applicant]
    seats: Seats
    given: Given
    round: Round | None

    @cached_property
    def same_input(self) -> bool:
        """Whether files and settings are those it was composed from; True where none can tell."""
        if self.round is None:
            return False
        if self.stated.meaning_version <= SECOND:
            return True
        taken = (fingerprint, partial(fingerprint_then, written=self.people))
        return any(of(self.round, self.programme) == self.stated.input_sha256 for of in taken)

    def rows(self, round_: Round) -> IntArray:
        """(n,) group of everybody in a round before, from 0; K: none, -1: not known then."""
        found = [self.seats.get(a.id, -1) for a in round_.applicants]
        return np.array(
            [round_.groups if g is None else g if g < 0 else g - 1 for g in found], dtype=np.int64
        )


def stood_before(
    stated: ProposalDocument,
    applicants: Sequence[Applicant],
    programme: Programme,
    given: Given,
) -> Stood:
    """The proposal as it stands, without whoever is gone by what is ``given``; each by id or name.

    Raises InputError for another programme, for other people, and for somebody unknown.
    """
    if stated.meaning_version in (FIRST, MEANING_VERSION):
        for other in other_programme(stated, programme):
            facts = {"place": other.place, "stated": str(other.stated), "given": str(other.true)}
            raise InputError(Problem("edit.other_programme", other.place, facts))
    own = asked_by(stated, programme)
    stated = of_today(stated, applicants)
    known = {a.id for a in applicants}
    seats = seats_of(stated)
    stopped = {_who(text, seats, known, applicants) for text in given.get("gone") or ()}
    _check_people(seats.keys() - known - stopped, nobody=known.isdisjoint(seats))
    now, then = given_with(given, stated), given_with(_files(given), stated)
    all_gone = sorted({*(then.get("gone") or ()), *stopped} & known)
    of_then = [a for a in applicants if a.id in {*seats, *_aside(stated)}]
    asked = cast("Given", {**now, "gone": all_gone})
    return Stood(stated, own, of_then, seats, asked, _round(of_then, own, then))


def seats_of(stated: ProposalDocument) -> dict[ApplicantId, int | None]:
    """Everybody in a proposal who has not stopped, by id."""
    gone = Aside.GONE.value
    seats: dict[ApplicantId, int | None] = {
        ApplicantId(left.id): None for left in stated.not_placed if left.kind != gone
    }
    seats |= {ApplicantId(one): group.number for group in stated.groups for one in group.members}
    return dict(sorted(seats.items()))


def moved_before(stated: ProposalDocument) -> tuple[ApplicantId, ...]:
    """Who moved in the repair that this proposal came out of, or in one before."""
    if stated.repaired is None:
        return ()
    now = seats_of(stated)
    moved = {
        ApplicantId(who)
        for who, group in stated.repaired.before.items()
        if group is not None and ApplicantId(who) in now and now[ApplicantId(who)] != group
    }
    return tuple(sorted({*map(ApplicantId, stated.repaired.moved_before), *moved}))


def found(
    texts: Sequence[str], place: str, people: Sequence[Applicant], stood: Stood
) -> tuple[ApplicantId, ...]:
    """Whom these call, each once; of those who have a group. Raises InputError, with the nearest.

    ``place``: the option it was given with.
    """
    directory = Directory(people)
    ids = sorted({directory.find(text, place) for text in texts})
    gone = stood.given.get("gone") or ()
    for one in ids:
        facts = {"person": directory.called(one)}
        if one in gone:
            raise InputError(Problem("repair.gone_too", place, facts))
        if stood.seats.get(one) is None:
            raise InputError(Problem("repair.no_group", place, facts))
    return tuple(ids)


def _who(
    text: str, seats: Seats, known: Collection[ApplicantId], applicants: Sequence[Applicant]
) -> ApplicantId:
    """Who has stopped may be in the file no more; then only the proposal knows the id."""
    if ApplicantId(text.strip()) in seats.keys() - known:
        return ApplicantId(text.strip())
    return Directory(applicants).find(text, "--gone")


def _check_people(absent: Collection[ApplicantId], *, nobody: bool) -> None:
    """Raises InputError where people of the proposal are neither in the file nor gone.

    ``nobody``: not one of them is in the file.
    """
    if not absent:
        return
    some = tuple(sorted(absent))
    facts = {"people": some[:MOST_NAMED], "count": len(some)}
    code = "repair.other_people" if nobody else "repair.absent"
    raise InputError(Problem(code, "", facts))


def _aside(stated: ProposalDocument) -> Mapping[ApplicantId, str]:
    return {ApplicantId(left.id): left.kind for left in stated.not_placed}


def _files(given: Given) -> Given:
    """What came in files of its own: the settings were those of the proposal."""
    files = {name: value for name, value in given.items() if INPUTS[name].is_file}
    return cast("Given", files)


def _round(people: Sequence[Applicant], programme: Programme, given: Given) -> Round | None:
    try:
        return as_given(people, programme, **given)
    except InputError:
        return None
