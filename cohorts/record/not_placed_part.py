"""Who has no group and why, as a document states it: the reason, its causes, where they can go."""

from __future__ import annotations

from cohorts.composing.proposal import Hindrance, Proposal
from cohorts.composing.to_call import to_call
from cohorts.people.applicant import Applicant
from cohorts.programme.own_words import in_own_words
from cohorts.record.parts import CausePart, NotPlacedPart
from cohorts.record.reasons import reason, reason_aside, told
from cohorts.record.referred import referred
from cohorts.words import Language


@in_own_words
def not_placed_parts(proposal: Proposal, language: Language) -> list[NotPlacedPart]:
    """Who found no place, and then who is set aside; each by id."""
    points = proposal.round.merit is not None
    left = [
        NotPlacedPart(
            id=n.applicant.id,
            kind="not_placed",
            reason=reason(n, proposal.programme, language, points=points),
            told=told(n, proposal.programme, language),
            causes=[_cause(hindrance) for hindrance in n.hindrances],
            since=proposal.round.waits_since(n.applicant.id),
            referrals=_referrals(proposal, n.applicant, language),
        )
        for n in proposal.not_placed
    ]
    calls = to_call(proposal)
    aside = [
        NotPlacedPart(
            id=s.applicant.id,
            kind=s.why.value,
            reason=reason_aside(s, proposal.programme, language, calls.get(s.applicant.id)),
            referrals=_referrals(proposal, s.applicant, language),
        )
        for s in proposal.round.set_aside
    ]
    return left + aside


def _cause(hindrance: Hindrance) -> CausePart:
    return CausePart(
        kind=hindrance.code,
        rule=hindrance.rule,
        groups=list(hindrance.groups),
        people=list(hindrance.people),
        facts={k: list(v) if isinstance(v, tuple) else v for k, v in hindrance.facts.items()},
    )


def _referrals(proposal: Proposal, applicant: Applicant, language: Language) -> list[str]:
    """Where somebody can go; nothing for whoever has only not said yes."""
    found = proposal.referrals.get(applicant.id)
    return [] if found is None else referred(found, language)
