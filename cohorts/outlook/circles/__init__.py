"""Circles that cannot start yet: who waits in them, whom to recruit, and what else can be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Unpack

from cohorts.composing.inputs import Given
from cohorts.composing.prepare import as_given
from cohorts.composing.proposal import Proposal
from cohorts.outlook.circles.circle import Circle, Circles, With
from cohorts.outlook.circles.forming import form, named
from cohorts.outlook.circles.hesitating import hesitating
from cohorts.outlook.circles.in_use import in_use
from cohorts.outlook.circles.individual import individual
from cohorts.outlook.circles.judged import judged
from cohorts.outlook.circles.likely import likely
from cohorts.outlook.circles.merging import merges
from cohorts.outlook.recruit import Advice, whom_to_recruit
from cohorts.people.applicant import Applicant
from cohorts.programme.programme import Programme
from cohorts.round.room import RoomMode
from cohorts.round.round import Round
from cohorts.round.waiting import renewed

__all__ = ["Circle", "Circles", "circles_of", "circles_without"]

Members = tuple[Applicant, ...]
CIRCLES = "circles"


def circles_of(proposal: Proposal, *, anyhow: bool = False) -> Circles:
    """The circles in preparation of those who found no place; worked out once for a proposal.

    Only where the programme has circles, unless somebody asks for them ``anyhow``; elsewhere people
    wait in none.
    """
    kept = f"{CIRCLES} anyhow" if anyhow else CIRCLES
    if kept not in proposal.worked_out:
        wanted = anyhow or proposal.programme.groups.circles
        proposal.worked_out[kept] = _of_those_without(proposal, form_circles=wanted)
    found: Circles = proposal.worked_out[kept]
    return found


def _of_those_without(proposal: Proposal, *, form_circles: bool) -> Circles:
    groups = proposal.composition.groups
    # where exactly so many are chosen, the others do not wait: it was a choice
    is_choice = proposal.round.places.mode is RoomMode.EXACTLY
    people = () if is_choice else tuple(left.applicant for left in proposal.not_placed)
    if form_circles:
        return _circles(people, proposal.programme, proposal.round, groups)
    return _waiting(people, proposal.programme, proposal.round, groups)


def _waiting(
    people: Members, programme: Programme, round_: Round, groups: Mapping[int, Members]
) -> Circles:
    """Who waits, in no circle; and who is better served alone, where that is offered."""
    rules = in_use(programme, round_)
    alone = people if programme.individual else ()
    return Circles(
        round=round_,
        programme=programme,
        circles=(),
        alone=(),
        individual=individual(alone, list(groups.values()), rules, round_),
        waiting=renewed(round_.waiting, [("", [a.id for a in people])], round_.on),
    )


def circles_without(
    applicants: Sequence[Applicant], programme: Programme, **given: Unpack[Given]
) -> Circles:
    """The circles in preparation where nothing could be composed: everybody waits.

    Raises InputError for a wrong setting.
    """
    round_ = as_given(applicants, programme, **given)
    whole = whom_to_recruit(applicants, programme, **given)
    return _circles(round_.applicants, programme, round_, {}, whole)


def _circles(
    people: Members,
    programme: Programme,
    round_: Round,
    groups: Mapping[int, Members],
    whole: Advice | None = None,
) -> Circles:
    found, alone = form(people, programme, round_)
    circles = named(found, round_.waiting)
    rules = in_use(programme, round_)
    sides = {(With.CIRCLE, name): members for name, members in circles.items()}
    sides |= {(With.GROUP, str(number)): members for number, members in groups.items()}
    lists = [(name, [a.id for a in members]) for name, members in circles.items()]
    return Circles(
        round=round_,
        programme=programme,
        circles=tuple(
            _circle(name, members, programme, round_, sides) for name, members in circles.items()
        ),
        alone=alone,
        individual=individual(people, list(sides.values()), rules, round_),
        waiting=renewed(round_.waiting, [*lists, ("", [a.id for a in alone])], round_.on),
        whole=whole,
    )


def _circle(
    name: str,
    members: Members,
    programme: Programme,
    round_: Round,
    sides: Mapping[tuple[With, str], Members],
) -> Circle:
    rules = in_use(programme, round_)
    findings = {
        key: found[0] for key, found in judged({0: members}, rules, round_).items() if found
    }
    lacks = _lacks(members, programme, round_)
    needed = [trait.field for profile in lacks.profiles for trait in profile.traits]
    others = {side: people for side, people in sides.items() if side != (With.CIRCLE, name)}
    return Circle(
        name=name,
        members=members,
        findings=findings,
        lacks=lacks,
        likely=likely(members, rules, findings, needed),
        merges=merges(members, others, rules, round_),
        hesitating=() if lacks.possible else hesitating(members, rules, round_),
    )


def _lacks(members: Members, programme: Programme, round_: Round) -> Advice:
    """Whom this circle needs before it is a group of its own that meets every must."""
    return whom_to_recruit(
        members,
        programme.model_copy(update={"rules": in_use(programme, round_)}),
        relations=round_.relations,
        size=(round_.smallest, round_.largest),
        places="everyone",
        groups=1,
        on=round_.on,
        count_from=round_.count_from,
    )
