"""Who took no part in a decision and hears of it all the same: by a letter."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant, Status
from cohorts.round.left_at import Why
from cohorts.round.set_aside import Aside, SetAside
from cohorts.rounds.asking.asked import Asked
from cohorts.rounds.people.kept_people import KeptPeople, Keys
from cohorts.store.keys import PersonKey


def still_here(
    people: KeptPeople, asking: Asked, leaving: Collection[PersonKey]
) -> frozenset[PersonKey]:
    """Whoever was erased, withdrew or stopped since hears nothing of it any more.

    ``leaving``: who said so on the telephone.
    """
    stopped = {people.keys.of[one] for one in asking.given.get("gone") or ()}
    return frozenset(people.who.keys() - stopped.union(leaving))


def hears_beside(
    proposal: Proposal, keys: Keys, here: Mapping[PersonKey, Applicant]
) -> tuple[SetAside, ...]:
    """Who was set aside before groups were made, and had not stopped.

    ``here``: who still is, as they are now. Nobody of :func:`said_yes_since`: why they were set
    aside is no more true, and whether there is a place for them is not known yet.
    """
    late = said_yes_since(proposal, keys, here)
    return tuple(one for one in _aside(proposal, keys, here) if one not in late)


def said_yes_since(
    proposal: Proposal, keys: Keys, here: Mapping[PersonKey, Applicant]
) -> tuple[SetAside, ...]:
    """Who had not said yes when the groups were made, and did since."""
    least = max(Status.CONFIRMED, proposal.round.count_from, key=list(Status).index)
    sure = list(Status)[list(Status).index(least) :]
    return tuple(
        one
        for one in _aside(proposal, keys, here)
        if one.why is Aside.UNCONFIRMED and here[keys.of[one.applicant.id]].status in sure
    )


def _aside(proposal: Proposal, keys: Keys, here: Container[PersonKey]) -> tuple[SetAside, ...]:
    aside = proposal.round.set_aside
    return tuple(one for one in aside if keys.of.get(one.applicant.id) in here and not _left(one))


def _left(aside: SetAside) -> bool:
    at = aside.left_at
    return aside.why is Aside.GONE or (at is not None and at.why is Why.STOPPED)
