"""The warning where likeness of size leaves nobody further ahead in a group."""

from __future__ import annotations

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import SIZES
from cohorts.reports.called import called
from cohorts.round.further_ahead import further_ahead
from cohorts.words import Language, say


def nobody_further(proposal: Proposal, number: int, language: Language) -> str:
    """That nobody in a group is further ahead; empty where no likeness of size is asked."""
    alike = {field for rule in proposal.programme.rules for field in rule.likens}
    if not alike & set(SIZES) or further_ahead(proposal.composition.groups[number]) != frozenset():
        return ""
    group = called(proposal.programme, number, language)
    return say("report.nobody_further", language, group=group)
