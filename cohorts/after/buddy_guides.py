"""Who guides whom: those with more experience than the others of their group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.buddy_plan import BuddyPlan, Form
from cohorts.round.round import Round
from solver.quantise import BoolArray


@dataclass(frozen=True, eq=False)
class Guides:
    """``mask`` (m,): which of the members, by id, guide; ``people``: who they are."""

    mask: BoolArray
    people: tuple[ApplicantId, ...]


def guides_of(plan: BuddyPlan, members: Sequence[Applicant], round_: Round) -> Guides | None:
    """None where the plan has no guides.

    Of whom the number is not known nobody is a guide. Where the plan names no number from which
    somebody is one, it is those who have most, as few as can guide all others; among equals the
    lot of the round decides.
    """
    if plan.form is not Form.GUIDE:
        return None
    known = {a.id: v for a in members if (v := a.number(plan.guide_field)) is not None}
    if plan.guide_from is not None:
        chosen = {one for one, value in known.items() if value >= plan.guide_from}
    else:
        enough = -(-len(members) // (plan.most + 1))
        first = sorted(known, key=lambda one: (-known[one], round_.lot[round_.rows[one]]))
        chosen = set(first[:enough])
    mask = np.array([a.id in chosen for a in members], dtype=np.bool_)
    return Guides(mask, tuple(a.id for a in members if a.id in chosen))
