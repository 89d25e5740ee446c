"""A group as a card: who, why together, what is not ideal, what was kept apart."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.applicant import Applicant
from cohorts.finding import GroupFinding
from cohorts.proposal import Proposal
from cohorts.reports.document import group_name
from cohorts.rules.rule import Rule
from cohorts.words import Language, say
from cohorts.words.phrase import amount, listed

FEW_WORDS = 6
GOOD = 0.55
MOST_APART = 5
MOST_TELLING = 3


@dataclass(frozen=True)
class Member:
    """A row of the card."""

    label: str
    does: str
    size: str
    place: str
    phase: str


@dataclass(frozen=True)
class Bar:
    """A rule from "not met" to "ideal"; ``share`` in per cent."""

    title: str
    sentence: str
    share: int
    broken: bool


@dataclass(frozen=True)
class Card:
    """One group, ready to be drawn."""

    number: int
    name: str
    where: str
    members: tuple[Member, ...]
    together: str
    not_ideal: str
    apart: str
    worst_pair: str
    bars: tuple[Bar, ...]


def cards(proposal: Proposal, language: Language) -> list[Card]:
    """All groups."""
    return [_card(proposal, number, language) for number in proposal.composition.groups]


def _card(proposal: Proposal, number: int, language: Language) -> Card:
    members = proposal.composition.groups[number]
    found = [
        (proposal.programme.rule(finding.rule), group)
        for finding in proposal.findings
        for group in finding.groups
        if group.group == number
    ]
    graded = [(rule, group) for rule, group in found if _counts(rule)]
    by_quality = sorted(graded, key=lambda pair: pair[1].quality)
    good = [pair for pair in graded if pair[1].quality >= GOOD]
    telling = sorted(good, key=lambda pair: -pair[0].weight * pair[1].quality)[:MOST_TELLING]
    worst = by_quality[0] if by_quality and by_quality[0][1].quality < GOOD else None
    return Card(
        number=number,
        name=group_name(proposal, number, language),
        where=_where(members, language),
        members=tuple(_member(a, language) for a in members),
        together=" ".join(rule.sentence(group, language) for rule, group in telling),
        not_ideal=worst[0].sentence(worst[1], language)
        if worst
        else say("report.nothing_not_ideal", language),
        apart=_apart(found, language),
        worst_pair=_worst_pair(proposal, by_quality, language),
        bars=tuple(
            Bar(rule.title(language), rule.sentence(g, language), round(100 * g.quality), g.broken)
            for rule, g in by_quality
        ),
    )


def _counts(rule: Rule) -> bool:
    return rule.rule not in ("keep_apart", "keep_together", "pin", "merit")


def _where(members: tuple[Applicant, ...], language: Language) -> str:
    provinces = sorted({a.province for a in members if a.province})
    return listed(provinces, language) if provinces else ""


def _member(a: Applicant, language: Language) -> Member:
    return Member(
        label=a.label,
        does=_in_few_words(a.activity or a.offer or ""),
        size=amount(a.fte, "fte", language) if a.fte is not None else "",
        place=_first_place(a.place or ""),
        phase=say(f"report.phase_{a.life_phase}", language) if a.life_phase else "",
    )


def _in_few_words(text: str) -> str:
    """The first words; three dots stay on the line of the word before them."""
    words = text.split()
    few = " ".join(words[:FEW_WORDS])
    return f"{few.rstrip('.,;:')}\u00a0…" if len(words) > FEW_WORDS else few


def _first_place(place: str) -> str:
    """The first of several places, and how many more there are."""
    first, *more = (part.strip() for part in place.split(";"))
    return f"{first} (+{len(more)})" if more else first


def _apart(found: list[tuple[Rule, GroupFinding]], language: Language) -> str:
    pairs = [
        str(pair)
        for rule, group in found
        if rule.rule == "keep_apart"
        for pair in group.facts.get("apart", ()) or ()  # type: ignore[union-attr]
    ]
    if not pairs:
        return say("report.nobody_apart", language)
    more = len(pairs) - MOST_APART
    shown = pairs[:MOST_APART] + ([say("report.more", language, count=more)] if more > 0 else [])
    return say("report.apart", language, pairs=tuple(shown))


def _worst_pair(
    proposal: Proposal, by_quality: list[tuple[Rule, GroupFinding]], language: Language
) -> str:
    """The two members furthest apart, by the wish that is least well met and names a pair."""
    names = {a.id: a.label for a in proposal.round.applicants}
    for rule, group in by_quality:
        if group.verdict in ("mixed", "fair", "wide"):
            return ""  # the sentence about what is not ideal names them already
        if rule.rule in ("comparable", "same_question") and len(group.people) > 1:
            a, b = (names[i] for i in group.people[:2])
            return say("report.worst_pair", language, a=a, b=b, rule=rule.title(language).lower())
    return ""
