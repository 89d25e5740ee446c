"""Who takes part although a condition says no, by name: for the organiser, not for who coaches."""

from __future__ import annotations

from cohorts.composing.proposal import Proposal
from cohorts.record.let_in_said import let_in_said
from cohorts.reports.without_group import names
from cohorts.words import Language


def let_in_told(proposal: Proposal, language: Language) -> list[str]:
    """What the condition says of each, and the reason why they were let in."""
    labels = names(proposal)
    return [
        let_in_said(one, proposal.programme, language, labels[who])
        for who, one in sorted(proposal.round.admitted.items(), key=lambda item: labels[item[0]])
    ]
