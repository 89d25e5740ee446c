"""Where and when a group meets, as far as the group chose it."""

from __future__ import annotations

from cohorts.composing.proposal import Proposal
from cohorts.words import Language, say


def meeting_place(proposal: Proposal, number: int) -> str:
    """The place the group takes; empty where no rule chooses one."""
    return next(iter(_chosen(proposal, number, "place")), "")


def meeting_slots(proposal: Proposal, number: int) -> tuple[str, ...]:
    """The parts of the week the group takes, as its members wrote them."""
    return tuple(_chosen(proposal, number, "slots"))


def meets(proposal: Proposal, number: int, language: Language) -> str:
    """Where and when the group meets; empty where it chose neither."""
    place, slots = meeting_place(proposal, number), meeting_slots(proposal, number)
    said = [say("report.meets_in", language, place=place)] if place else []
    said += [say("report.meets_on", language, slots=slots)] if slots else []
    return " ".join(said)


def _chosen(proposal: Proposal, number: int, fact: str) -> list[str]:
    found: list[str] = []
    for finding in proposal.findings:
        if fact != proposal.programme.rule(finding.rule).TAKES:
            continue
        for group in finding.groups:
            value = group.facts.get(fact) if group.group == number else None
            found += value if isinstance(value, tuple) else [str(value)] if value else []
    return found
