"""Who stands on a list or a badge: what they are called, and nothing else of them."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant
from cohorts.reports.among_members import among_members


@dataclass(frozen=True)
class OnPaper:
    """``name``: of the person, else of the company, which then is not said again."""

    name: str
    company: str


def on_paper(proposal: Proposal, number: int) -> tuple[OnPaper, ...]:
    """The members of a group, by what others of the group may know; in the order of names."""
    found = (_called(among_members(a)) for a in proposal.composition.groups[number])
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.company.casefold())))


def _called(one: Applicant) -> OnPaper:
    return OnPaper(one.name, one.company or "") if one.name else OnPaper(one.label, "")
