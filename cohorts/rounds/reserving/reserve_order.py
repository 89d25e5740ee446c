"""In which order whoever has no place is asked when one comes free."""

from __future__ import annotations

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant
from cohorts.people.lot import lot


def reserve_order(proposal: Proposal) -> tuple[Applicant, ...]:
    """Who could take part in it and has no place: by points where it had them, then by its lot."""
    merit, seed = proposal.round.merit or {}, proposal.round.seed
    left = (one.applicant for one in proposal.not_placed)
    return tuple(sorted(left, key=lambda a: (-merit.get(a.id, 0), lot(seed, a.id))))
