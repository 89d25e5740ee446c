"""Where and when a group meets, as far as the group chose it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cohorts.composing.proposal import Proposal
from cohorts.people.day_parts import DayPart, part_said, reading
from cohorts.reports.attendance import coming
from cohorts.reports.start import Dated, Start, dated
from cohorts.round.finding import GroupFinding
from cohorts.rules.rule import Rule
from cohorts.words import Language, say


def meeting_place(proposal: Proposal, number: int) -> str:
    """The place the group takes; empty where no rule chooses one."""
    return next(iter(_chosen(proposal, number, "place")), "")


def meeting_slots(proposal: Proposal, number: int) -> tuple[str, ...]:
    """The parts of the week the group takes, as its members wrote them."""
    return tuple(_chosen(proposal, number, "slots"))


def best_part(proposal: Proposal, number: int) -> DayPart | None:
    """The first part of the week that the group takes, where it is one."""
    told = (reading(slot).alone for slot in meeting_slots(proposal, number))
    return next(filter(None, told), None)


def meetings_of(
    proposal: Proposal, number: int, start: Start | None, language: Language
) -> list[Dated]:
    """The meetings of one group: those on its own day, and the joint ones."""
    return dated(proposal.programme, start, language, best_part(proposal, number))


def first_meeting_said(
    proposal: Proposal, number: int, start: Start | None, language: Language
) -> str:
    """When a group meets first, and where as far as that is known; "" where nobody said so."""
    first = next(iter(meetings_of(proposal, number, start, language)), None)
    if first is None:
        return ""
    place = first.place or ("" if first.joint else meeting_place(proposal, number))
    when = first.said(language)
    return say("report.first_at", language, when=when, place=place) if place else when


def remarked(proposal: Proposal, number: int | None, meeting: Dated, language: Language) -> str:
    """How many of the group can come (None: of all groups), and whether it is a holiday."""
    groups = proposal.composition.groups
    members = [a for n, some in groups.items() if number in (None, n) for a in some]
    found = coming(meeting, members, proposal.round.applicants)
    said = (found.said(language) if found else "", meeting.holiday(language))
    return " ".join(filter(None, said))


def who_can(proposal: Proposal, number: int, language: Language) -> str:
    """At which part of the week most can come, how many, who not, and who did not say."""
    said: list[str] = []
    for rule, group in _of(proposal, number, "slots"):
        slots = _unworded(rule, group)
        if slots:
            told = tuple(part_said(slot, language) for slot in slots)
            said.append(say("report.meets_on", language, slots=told))
        said.append(rule.sentence(group, language))
    return " ".join(said)


def meets(proposal: Proposal, number: int, language: Language) -> str:
    """Where the group meets, and when most can; empty where it chose neither."""
    place = meeting_place(proposal, number)
    where = say("report.meets_in", language, place=place) if place else ""
    return " ".join(filter(None, (where, who_can(proposal, number, language))))


def _chosen(proposal: Proposal, number: int, fact: str) -> list[str]:
    found: list[str] = []
    for rule, group in _of(proposal, number, fact):
        found += _taken(rule, group)
    return found


def _taken(rule: Rule, group: GroupFinding) -> tuple[str, ...]:
    value = group.facts.get(rule.TAKES)
    return value if isinstance(value, tuple) else (str(value),) if value else ()


def _unworded(rule: Rule, group: GroupFinding) -> tuple[str, ...]:
    """What the group took, where the rule has no sentence that says it."""
    sentences = (text for texts in rule.SENTENCES.values() for text in texts.values())
    own = any(re.search(rf"\{{{rule.TAKES}\b", text) for text in sentences)
    return () if own else _taken(rule, group)


def _of(proposal: Proposal, number: int, fact: str) -> Iterator[tuple[Rule, GroupFinding]]:
    """What the rules find in a group that let it take this."""
    for key, group in proposal.found_in.get(number, ()):
        rule = proposal.programme.rule(key)
        if fact == rule.TAKES:
            yield rule, group
