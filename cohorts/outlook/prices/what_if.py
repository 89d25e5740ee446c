"""Composed otherwise: one more group, one person fewer in each, or with the probable ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cohorts.composing.compose import compose
from cohorts.composing.inputs import Given
from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError, NoCompositionError, StoppedError
from cohorts.outlook.prices.price import ProbablePrice, ShapePrice
from cohorts.outlook.prices.seatings import seating
from cohorts.people.applicant import Applicant, ApplicantId, Status
from cohorts.programme.programme import Programme
from cohorts.round.diff import diff
from cohorts.round.set_aside import Aside
from solver.pricing import POINT
from solver.solution import Effort


def shape_prices(
    now: Proposal,
    applicants: Sequence[Applicant],
    programme: Programme,
    effort: Effort,
    given: Given,
) -> Iterator[ShapePrice]:
    """One more group, and groups of one person fewer at most."""
    round_ = now.round
    more = Given(**{**given, "groups": round_.groups + 1})
    yield _shape("more_groups", now, _composed(applicants, programme, effort, more), more)
    if round_.largest > round_.smallest:
        size = (round_.smallest, round_.largest - 1)
        fewer = Given(**{**given, "size": size, "groups": None})
        yield _shape("smaller_groups", now, _composed(applicants, programme, effort, fewer), fewer)


def probable_price(
    now: Proposal,
    applicants: Sequence[Applicant],
    programme: Programme,
    effort: Effort,
    given: Given,
) -> ProbablePrice | None:
    """Composed again from where everybody sits, with the probable ones; None: nobody is."""
    probable = tuple(
        aside.applicant
        for aside in now.round.set_aside
        if aside.why is Aside.UNCONFIRMED and aside.applicant.status is Status.PROBABLE
    )
    if not probable:
        return None
    seats = {a.id: n for n, group in now.composition.groups.items() for a in group}
    wider = Given(**{**given, "count_from": Status.PROBABLE, "previous": seats})
    found = _composed(applicants, programme, effort, wider)
    if found is None:
        return ProbablePrice(probable, possible=False, groups=now.round.groups)
    people = {a.id: a for a in applicants}
    difference = diff(seating(now), seating(found))
    placed = tuple(s.person for s in difference.new if s.after is not None)

    def named(ids: Sequence[ApplicantId]) -> tuple[Applicant, ...]:
        return tuple(people[i] for i in ids)

    return ProbablePrice(
        probable,
        possible=True,
        groups=len(found.composition.groups),
        placed=named(placed),
        moved=named([s.person for s in difference.moved]),
        left=named([s.person for s in difference.left]),
        diff=difference,
    )


def _composed(
    applicants: Sequence[Applicant], programme: Programme, effort: Effort, given: Given
) -> Proposal | None:
    """The proposal; None where it cannot be."""
    try:
        return compose(applicants, programme, effort=effort, **given)
    except (InputError, NoCompositionError, StoppedError):
        return None


def _shape(shape: str, now: Proposal, found: Proposal | None, given: Given) -> ShapePrice:
    few = len(now.composition.groups) if shape == "more_groups" else 0
    if found is None or len(found.composition.groups) <= few:
        return ShapePrice(shape, possible=False, groups=given.get("groups") or now.round.groups)
    rules = diff(seating(now), seating(found)).rules
    return ShapePrice(
        shape,
        possible=True,
        groups=len(found.composition.groups),
        placed=sum(len(group) for group in found.composition.groups.values()),
        points=(found.score.points - now.score.points) / POINT,
        better=tuple(rule.rule for rule in rules if rule.better is True),
        worse=tuple(rule.rule for rule in rules if rule.better is False),
    )
