"""Where somebody sits in a proposal, and why, as it may be told to them."""

from __future__ import annotations

from collections.abc import Collection

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import ApplicantId
from cohorts.record.reasons import reason_aside, told
from cohorts.words import Language


def seat_of(
    proposal: Proposal, ids: Collection[ApplicantId], language: Language
) -> tuple[int | None, str] | None:
    """The number of their group, or None, and why; None for whoever is not in it at all."""
    with proposal.programme.in_own_words():
        for number, members in proposal.composition.groups.items():
            if any(member.id in ids for member in members):
                return number, _why_there(proposal, number, language)
        for left in proposal.not_placed:
            if left.applicant.id in ids:
                return None, told(left, proposal.programme, language)
        for aside in proposal.round.set_aside:
            if aside.applicant.id in ids:
                return None, reason_aside(aside, proposal.programme, language)
    return None


def _why_there(proposal: Proposal, number: int, language: Language) -> str:
    """What of the rules is a reason to sit together there."""
    sentences = []
    for key, finding in proposal.found_in.get(number, ()):
        rule = proposal.programme.rule(key)
        if finding.verdict in rule.JOINS:
            sentences.append(rule.sentence(finding, language))
    return " ".join(sentences)
