"""Which groups may go on with fewer than is asked, and why."""

from __future__ import annotations

from cohorts.composing.proposal import Proposal
from cohorts.reports.called import called
from cohorts.words import Language, say


def smaller_told(proposal: Proposal, language: Language) -> list[str]:
    """A sentence each, with the reason where it is known."""
    round_ = proposal.round
    told = []
    for number, one in sorted(round_.smaller.items()):
        key = "reasons.smaller_why" if one.reason else "reasons.smaller"
        group = called(proposal.programme, number, language)
        facts = {"size": one.size, "asked": round_.smallest, "reason": one.reason.rstrip(" .")}
        said = say(key, language, group=group, **facts)
        told.append(f"{said[:1].upper()}{said[1:]}")
    return told
