"""Who said "probably" and fits a circle that cannot start: whom to ask before anybody new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cohorts.outlook.circles.judged import judged
from cohorts.people.applicant import Applicant, Status
from cohorts.round.round import Round
from cohorts.round.set_aside import Aside
from cohorts.rules.rule import Rule


def hesitating(
    members: Sequence[Applicant], rules: Sequence[Rule], round_: Round
) -> tuple[Applicant, ...]:
    """Those with whom every must holds that holds without them, and the circle is not too large."""
    if len(members) >= round_.largest:
        return ()
    broken = _broken(members, rules, round_)
    return tuple(
        a for a in _probable(round_) if _broken((*members, a), rules, _with(round_, a)) <= broken
    )


def _probable(round_: Round) -> Iterator[Applicant]:
    for aside in round_.set_aside:
        if aside.why is Aside.UNCONFIRMED and aside.applicant.status is Status.PROBABLE:
            yield aside.applicant


def _with(round_: Round, applicant: Applicant) -> Round:
    """The round in which this person counts too, with all that is known of them and others."""
    people = tuple(sorted((*round_.applicants, applicant), key=lambda a: a.id))
    ids = {a.id for a in people}
    known = tuple(r for r in round_.relations_aside if {r.a, r.b} <= ids)
    return replace(
        round_,
        applicants=people,
        set_aside=tuple(s for s in round_.set_aside if s.applicant.id != applicant.id),
        relations=(*round_.relations, *known),
        relations_aside=tuple(r for r in round_.relations_aside if r not in known),
    )


def _broken(members: Sequence[Applicant], rules: Sequence[Rule], round_: Round) -> set[str]:
    found = judged({0: tuple(members)}, rules, round_)
    return {key for key, of in found.items() for one in of.values() if one.broken}
