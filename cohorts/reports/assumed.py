"""What the programme of a proposal assumes: what its source does not say."""

from __future__ import annotations

from cohorts.composing.proposal import Proposal
from cohorts.programme.by_path import Values, values_of
from cohorts.programme.origin import assumed_in
from cohorts.words import Language, say
from cohorts.words.texts import Texts


def assumed(proposal: Proposal, language: Language) -> str:
    """One sentence; empty where nothing is assumed, or all of it was replaced."""
    return assumed_sentence(assumed_in(proposal.asked_by, _in_use(proposal)), language)


def assumed_sentence(found: tuple[Texts, ...], language: Language) -> str:
    """One sentence of what is assumed."""
    what = "; ".join(said[language] for said in found)
    return say("report.assumed", language, what=what) if what else ""


def _in_use(proposal: Proposal) -> Values:
    """The values of the programme, with what was asked for this round in their place."""
    round_ = proposal.round
    # who is whose buddy is asked when the groups are there already
    groups_only = proposal.asked_by.model_copy(update={"buddies": None})
    return {
        **values_of(groups_only),
        "groups.smallest": round_.smallest,
        "groups.largest": round_.largest,
        "groups.places": str(round_.places),
        "count_from": round_.count_from.value,
    }
