"""A proposal read from its file, and put back on the round it was made from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias, TypedDict, Unpack, cast

import numpy as np

from cohorts.composing.compose import assemble, demands_of
from cohorts.composing.compose import stated as as_stated
from cohorts.composing.improved import Step
from cohorts.composing.inputs import INPUTS, Given
from cohorts.composing.prepare import prepare
from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError, Problem
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.record.asked_by import FIRST, asked_by, other_programme
from cohorts.record.comparing import Mismatch
from cohorts.record.document import ProposalDocument
from cohorts.record.meaning import MEANING_VERSION
from cohorts.record.older_people import of_today
from cohorts.record.repair_part import repaired_of
from cohorts.record.second_meaning import as_given, numbered_now
from cohorts.round.overrides import Override
from cohorts.round.round import Round
from solver.grouping import Grouping
from solver.quantise import IntArray
from solver.terms import Term
from solver.terms.choice import choices_of

Same: TypeAlias = Callable[[Programme, Round], tuple[Programme, Round]]


def reopen(
    stated: ProposalDocument,
    applicants: Sequence[Applicant],
    programme: Programme,
    same: Same | None = None,
    *,
    composed: bool = False,
    **given: Unpack[Given],
) -> Proposal:
    """The proposal with its figures computed anew; what is not given is taken from the document.

    ``same``: the programme and round to work with, equal to those that were made of all this.
    ``composed``: of these people as they were; of some nothing may be known any more.

    Raises InputError where the people in it are not those of this round, or it was composed by
    another programme. One of an older release is put back by the programme that is kept in it.
    """
    if stated.meaning_version in (FIRST, MEANING_VERSION):
        for other in other_programme(stated, programme):
            facts = {"place": other.place, "stated": str(other.stated), "given": str(other.true)}
            raise InputError(Problem("edit.other_programme", other.place, facts))
    programme = asked_by(stated, programme)
    stated = of_today(stated, applicants)
    round_ = prepare(applicants, programme, **given_with(given, stated))
    if same is not None:
        programme, round_ = same(programme, round_)
    asked, notices = round_.once(
        programme, "demands", lambda: demands_of(programme, round_, composed=composed)
    )
    stated = numbered_now(stated, asked.rules, round_, as_given(round_, applicants))
    terms = asked.task.terms
    for wrong in wrong_seats(stated, round_, terms):
        raise InputError(Problem("edit.other_round", wrong.place, {"stated": str(wrong.stated)}))
    solution = as_stated(
        grouping_of(stated, round_, terms),
        asked,
        reproducible=stated.reproducible,
        **standing_of(stated, round_),
    )
    made = assemble(
        solution,
        asked,
        programme,
        round_,
        notices,
        effort=stated.effort,
        by_hand=held_back(stated),
        answer=stated.answer,
    )
    return replace(
        made,
        by_hand=stated.by_hand,
        repaired=repaired_of(stated.repaired),
        story=tuple(Step(**dict(step)) for step in stated.story),
        overrides=tuple(
            Override(o.breach, ApplicantId(o.person), o.reason, o.by) for o in stated.overrides
        ),
    )


def held_back(stated: ProposalDocument) -> bool:
    """Whether no free search gave it: somebody moved people, or a repair kept them in place."""
    return stated.by_hand or stated.repaired is not None


class StatedStanding(TypedDict):
    """What a proposal says of standing that nothing computes again."""

    floor: int | None
    proven: bool


def standing_of(stated: ProposalDocument, round_: Round) -> StatedStanding:
    """The floor, where there is a margin (nothing stated: none that binds), and what is proven."""
    said = stated.standing
    floor = said.floor if said is not None else None
    in_units = round((floor or 0) * round_.point) if round_.ranked and round_.margin else None
    return StatedStanding(floor=in_units, proven=bool(said is not None and said.proven))


def given_with(given: Given, stated: ProposalDocument, *, files: bool = True) -> Given:
    """What is given; what is not, as the proposal says it was composed with.

    ``files``: also what it says of an input that comes in a file of its own.
    """
    said = {
        name: one.taken(value)
        for name, one in INPUTS.items()
        if one.stated
        and (files or not one.is_file)
        and (value := _at(stated, one.stated)) is not None
    }
    said |= {name: value for name, value in given.items() if value is not None}
    return cast("Given", said)  # a value for each name of it, as the inputs read them


def _at(stated: ProposalDocument, place: str) -> Any:
    """What stands at a place in the document, with points; None where nothing does."""
    value: Any = stated
    for name in place.split("."):
        value = value.get(name) if isinstance(value, Mapping) else getattr(value, name)
    return value


def wrong_seats(
    stated: ProposalDocument, round_: Round, terms: Sequence[Term]
) -> Iterator[Mismatch]:
    """What makes the assignment no assignment: unknown people, twice, nowhere; odd groups."""
    seen: dict[str, str] = {}
    for group in stated.groups:
        place = f"groups[{group.number}]"
        if not 1 <= group.number <= round_.groups:
            yield Mismatch(f"{place}.number", group.number, f"1-{round_.groups}")
        for member in group.members:
            if member not in round_.rows:
                yield Mismatch(f"{place}.members", member, None)
            elif member in seen:
                yield Mismatch(f"{place}.members", member, seen[member])
            seen[member] = place
        yield from _wrong_choices(group.choices, terms, place)
    numbers = [group.number for group in stated.groups]
    if len(set(numbers)) < len(numbers) or any(not group.members for group in stated.groups):
        yield Mismatch("groups", numbers, sorted(set(numbers)))
    everybody = {*round_.rows, *(aside.applicant.id for aside in round_.set_aside)}
    for left in stated.not_placed:
        if left.id not in everybody or left.id in seen:
            yield Mismatch("not_placed", left.id, seen.get(left.id))
        seen[left.id] = "not_placed"
    for absent in sorted(everybody - seen.keys()):
        yield Mismatch("groups", None, absent)


def _wrong_choices(
    choices: Mapping[str, Sequence[int]], terms: Sequence[Term], place: str
) -> Iterator[Mismatch]:
    asked = {term.name: term for term in choices_of(terms)}
    if set(choices) != set(asked):
        yield Mismatch(f"{place}.choices", sorted(choices), sorted(asked))
        return
    for name, taken in choices.items():
        term = asked[name]
        fits = len(set(taken)) == len(taken) == term.take and list(taken) == sorted(taken)
        if not fits or not all(0 <= option < term.options for option in taken):
            yield Mismatch(f"{place}.choices.{name}", list(taken), None)


def grouping_of(stated: ProposalDocument, round_: Round, terms: Sequence[Term]) -> Grouping:
    """The seats and choices as stated; ``wrong_seats`` found nothing in them."""
    seats = np.full(round_.n, round_.groups, dtype=np.int64)
    choices: dict[str, IntArray] = {
        term.name: np.full((round_.groups, term.take), -1, dtype=np.int64)
        for term in choices_of(terms)
    }
    for group in stated.groups:
        for member in group.members:
            seats[round_.rows[ApplicantId(member)]] = group.number - 1
        for name, taken in group.choices.items():
            choices[name][group.number - 1] = taken
    return Grouping(seats, round_.groups, choices)
