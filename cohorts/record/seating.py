"""Who sits where in a proposal's document, and how its rules do: to set beside another."""

from __future__ import annotations

from cohorts.people.applicant import ApplicantId
from cohorts.record.document import ProposalDocument
from cohorts.round.diff import RuleStanding, Seating


def seating_of(stated: ProposalDocument) -> Seating:
    """The seats and the findings of a proposal's document."""
    broken: dict[str, int] = {}
    for group in stated.groups:
        for finding in group.findings:
            broken[finding.rule] = broken.get(finding.rule, 0) + finding.broken
    return Seating(
        {group.number: [ApplicantId(m) for m in group.members] for group in stated.groups},
        [ApplicantId(left.id) for left in stated.not_placed],
        {
            f.rule: RuleStanding(f.title, f.here, f.random, broken.get(f.rule, 0))
            for f in stated.findings
        },
    )
