"""The outcome in words, for the command line."""

from __future__ import annotations

from cohorts.proposal import Proposal
from cohorts.reports.document import group_name
from cohorts.reports.reasons import reason
from cohorts.words import Language, explain, say
from solver.solution import Status

MOST_NAMED = 30


def outcome(proposal: Proposal, language: Language) -> list[str]:
    """Groups with their members, who is not placed, the worst met wish, and how sure."""
    lines = [verdict(proposal, language), ""]
    for number, members in proposal.composition.groups.items():
        names = ", ".join(a.label for a in members)
        lines.append(f"{group_name(proposal, number, language)} ({len(members)}): {names}")
    if proposal.not_placed:
        lines += ["", say("outcome.not_placed", language, count=len(proposal.not_placed))]
        for missed in proposal.not_placed[:MOST_NAMED]:
            why = reason(missed, proposal.programme, language)
            lines.append(f"  {missed.applicant.label}: {why}")
        if len(proposal.not_placed) > MOST_NAMED:
            count = len(proposal.not_placed) - MOST_NAMED
            lines.append(say("outcome.more", language, count=count))
    if weakest := weakest_wish(proposal, language):
        lines += ["", weakest]
    lines += [how_sure(proposal, language)]
    for notice in proposal.notices:
        fault, remedy = explain(notice, language)
        lines.append(f"{say('outcome.notice', language)} {fault} {remedy}")
    return lines


def verdict(proposal: Proposal, language: Language) -> str:
    """How many groups and people, who is left, and that every must holds."""
    groups = proposal.composition.groups
    placed = sum(len(members) for members in groups.values())
    facts = {"groups": len(groups), "placed": placed, "left": len(proposal.not_placed)}
    key = "outcome.everyone" if not proposal.not_placed else "outcome.some_left"
    holds = "outcome.holds" if proposal.score.hard == 0 else "outcome.broken"
    return f"{say(key, language, **facts)} {say(holds, language, breaches=proposal.score.hard)}"


def how_sure(proposal: Proposal, language: Language) -> str:
    """What is known of how good this is."""
    if proposal.status is Status.OPTIMAL:
        return say("outcome.best", language)
    key = "outcome.best_found" if proposal.reproducible else "outcome.cut_short"
    return say(key, language)


def weakest_wish(proposal: Proposal, language: Language) -> str:
    """The rule and group with the lowest quality."""
    found = [
        (group.quality, group.group, finding.rule, group)
        for finding in proposal.findings
        for group in finding.groups
    ]
    if not found:
        return ""
    _, number, key, group = min(found, key=lambda f: f[:3])
    sentence = proposal.programme.rule(key).sentence(group, language)
    return say("outcome.weakest", language, group=str(number), sentence=sentence)
