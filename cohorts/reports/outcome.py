"""The outcome in words, for the command line."""

from __future__ import annotations

import math

from cohorts.proposal import Proposal
from cohorts.reports.chance import chance_sentence
from cohorts.reports.document import group_name
from cohorts.reports.plain import plain
from cohorts.reports.reasons import by_reason
from cohorts.words import Language, explain, say
from solver.solution import Status

MOST_GROUPS = 20
MOST_NAMED = 30


def outcome(proposal: Proposal, language: Language) -> list[str]:
    """Groups with their members, who is not placed, how well it fits, and how sure."""
    lines = [verdict(proposal, language), "", *_groups(proposal, language)]
    if proposal.not_placed:
        lines += ["", *_not_placed(proposal, language)]
    if wishes := _wishes(proposal, language):
        lines += ["", *wishes]
    if weakest := weakest_wish(proposal, language):
        lines += ["", weakest]
    lines += [how_sure(proposal, language)]
    for notice in proposal.notices:
        fault, remedy = explain(notice, language)
        lines.append(f"{say('outcome.notice', language)} {fault} {remedy}")
    return [plain(line) for line in lines]


def verdict(proposal: Proposal, language: Language) -> str:
    """How many groups and people, who is left, and whether every must holds."""
    return f"{counts(proposal, language)} {musts(proposal, language)}"


def counts(proposal: Proposal, language: Language) -> str:
    """How many groups and people, and who is left."""
    groups = proposal.composition.groups
    placed = sum(len(members) for members in groups.values())
    facts = {"groups": len(groups), "placed": placed, "left": len(proposal.not_placed)}
    all_, some = ("one_group", "one_group_left") if len(groups) == 1 else ("everyone", "some_left")
    return say(f"outcome.{some if proposal.not_placed else all_}", language, **facts)


def musts(proposal: Proposal, language: Language) -> str:
    """Whether every must holds."""
    holds = "outcome.holds" if proposal.score.hard == 0 else "outcome.broken"
    return say(holds, language, breaches=proposal.score.hard)


def how_sure(proposal: Proposal, language: Language) -> str:
    """What is known of how good this is."""
    if proposal.status is Status.OPTIMAL:
        return say("outcome.best", language)
    if proposal.bound is not None and proposal.reproducible:
        points = proposal.score.points
        gap = 100 * abs(points - proposal.bound) / max(1, abs(points))
        return say("outcome.best_within", language, percent=max(math.ceil(gap), 1))
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


def _groups(proposal: Proposal, language: Language) -> list[str]:
    groups = list(proposal.composition.groups.items())
    lines = [
        f"{group_name(proposal, number, language)} ({len(members)}): "
        + ", ".join(a.label for a in members)
        for number, members in groups[:MOST_GROUPS]
    ]
    if (more := len(groups) - MOST_GROUPS) > 0:
        lines.append(say("outcome.more_groups", language, count=more))
    return lines


def _not_placed(proposal: Proposal, language: Language) -> list[str]:
    """The reasons, most people first; who it holds for behind each."""
    lines = [say("outcome.not_placed", language, count=len(proposal.not_placed))]
    named = 0
    for why, people in by_reason(proposal, language):
        if named >= MOST_NAMED:
            break
        shown = people[: MOST_NAMED - named]
        named += len(shown)
        lines += [f"  {why}", f"    {', '.join(shown)}"]
    if (more := len(proposal.not_placed) - named) > 0:
        lines.append(say("outcome.more", language, count=more))
    return lines


def _wishes(proposal: Proposal, language: Language) -> list[str]:
    """Every rule that can be set beside chance."""
    found = [(proposal.programme.rule(key), against) for key, against in proposal.random.items()]
    said = [
        f"  {rule.title(language)}: {sentence}"
        for rule, against in found
        if (sentence := chance_sentence(rule, against, language))
    ]
    return [say("outcome.wishes", language), *said] if said else []
