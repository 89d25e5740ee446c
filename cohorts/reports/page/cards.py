"""A group as a card: who, why together, what is not ideal, what was kept apart."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import PHASES, Applicant
from cohorts.record.group_name import group_name
from cohorts.reports.by_hand import by_hand
from cohorts.reports.meets import meetings_of, meets, remarked
from cohorts.reports.nobody_further import nobody_further
from cohorts.reports.page.axis import Axis
from cohorts.reports.page.bars import Bar, drawn, group_bars
from cohorts.reports.page.few_words import few_words
from cohorts.reports.page.kept_apart import kept_apart
from cohorts.reports.page.why_together import A_REASON, not_said_by, reasons, why_together
from cohorts.reports.start import Start
from cohorts.round.finding import ABSENT, GroupFinding
from cohorts.rules.rule import Rule
from cohorts.words import Language, say
from cohorts.words.first_of import first_of
from cohorts.words.phrase import listed

NO_REASON = (
    *("fair", "wide", "too_wide", "too_long", "mixed", "unknown", "broken", "few"),
    *("few_wrote", "few_named", "few_word", ABSENT),
)
"""Verdicts that tell a difference, or what is lacking: no reason to sit together."""
LACKING = ("short",)
"""Verdicts by which somebody is still to be found, however well the rest is met."""
MOST_PLACES = 3
Found = list[tuple[Rule, GroupFinding]]


@dataclass(frozen=True)
class Member:
    """A row of the card; ``at``: the dot on the scale of sizes, None where it is not known."""

    label: str
    place: str
    does: str
    at: float | None
    size: str
    phase: str
    since: str


@dataclass(frozen=True)
class Card:
    """One group, ready to be drawn.

    ``not_ideal``: what is broken or met worst, empty where nothing is; ``told``: what is said of
    it in any case; ``nobody_further``: the warning of that, empty where there is none.
    """

    number: int
    name: str
    where: str
    summary: str
    members: tuple[Member, ...]
    together: str
    not_ideal: str
    told: tuple[str, ...]
    apart: str
    meets: str
    by_hand: tuple[str, ...]
    bars: tuple[Bar, ...]
    nobody_further: str
    dates: tuple[tuple[str, str], ...] = ()


def cards(
    proposal: Proposal, axis: Axis | None, language: Language, start: Start | None = None
) -> list[Card]:
    """All groups; sizes on ``axis``, and the dates of the meetings from ``start``."""
    found = (card_of(proposal, number, axis, language) for number in proposal.composition.groups)
    return [replace(c, dates=_dates(proposal, c.number, start, language)) for c in found]


def _dates(
    proposal: Proposal, number: int, start: Start | None, language: Language
) -> tuple[tuple[str, str], ...]:
    """Each meeting, and what there is to say of its day."""
    return tuple(
        (
            f"{meeting.told(language)}: {meeting.title}",
            remarked(proposal, number, meeting, language),
        )
        for meeting in meetings_of(proposal, number, start, language)
    )


def card_of(proposal: Proposal, number: int, axis: Axis | None, language: Language) -> Card:
    """One group; sizes on ``axis``."""
    members = proposal.composition.groups[number]
    found = [(proposal.programme.rule(key), group) for key, group in proposal.found_in[number]]
    found.sort(key=lambda pair: (not pair[1].broken, pair[1].quality))
    not_ideal = _not_ideal(proposal, found, language)
    told = tuple(said for said in always_told(found, language) if said not in not_ideal)
    return Card(
        number=number,
        name=group_name(proposal, number, language),
        where=_where(members, language),
        summary=_summary(members, axis, language),
        members=tuple(member_of(a, axis, language) for a in members),
        together=why_together(found, language),
        not_ideal=not_ideal,
        told=told,
        apart=kept_apart(proposal, number, language),
        meets=meets(proposal, number, language),
        by_hand=by_hand(proposal, number, language),
        bars=group_bars(found, language),
        nobody_further=nobody_further(proposal, number, language),
    )


def _where(members: tuple[Applicant, ...], language: Language) -> str:
    """The provinces; else the places most members come from."""
    provinces = sorted({a.province for a in members if a.province})
    if provinces:
        return listed(provinces, language)
    places = Counter(_town(a.place) for a in members if a.place)
    few = first_of(places.most_common(), MOST_PLACES)
    shown = [f"{place} ({n})" if n > 1 else place for place, n in few]
    if more := len(places) - len(few):
        shown.append(say("report.more", language, count=more))
    return listed(shown, language) if shown else ""


def member_of(a: Applicant, axis: Axis | None, language: Language) -> Member:
    """Somebody as a row of a card."""
    size = a.number(axis.field) if axis else None
    return Member(
        label=a.label,
        place=_places(a.place or "", language),
        does=few_words(a.activity or a.offer or ""),
        at=None if axis is None or size is None else axis.at(size),
        size="" if axis is None or size is None else axis.shown(size, language),
        phase=a.life_phase if a.life_phase in PHASES else "",
        since="" if a.founded is None else str(a.founded),
    )


def _summary(members: tuple[Applicant, ...], axis: Axis | None, language: Language) -> str:
    """The smallest and the largest, in words; empty where no size is known."""
    sizes = [v for a in members if axis and (v := a.number(axis.field)) is not None]
    if axis is None or not sizes:
        return ""
    low, high = axis.shown(min(sizes), language), axis.shown(max(sizes), language)
    return low if low == high else say("report.from_to", language, low=low, high=high)


def _town(place: str) -> str:
    """The town alone: of several places the first, without region and country."""
    return re.split("[;,]", place, maxsplit=1)[0].strip()


def _places(place: str, language: Language) -> str:
    """The first of several towns, and how many more there are."""
    towns = place.split(";")
    few = first_of(towns, 1)
    more = [say("report.more", language, count=len(towns) - len(few))]
    return listed([*map(_town, few), *(more if towns != few else [])], language)


def _not_ideal(proposal: Proposal, found: Found, language: Language) -> str:
    """What is broken or met worst, and the two furthest apart; not what joins them once more."""
    sentences = [rule.sentence(group, language) for rule, group in found if group.broken]
    graded = [(rule, group) for rule, group in found if drawn(rule, group) and not group.broken]
    if not sentences:
        joins = reasons(found)
        further = [one for one in not_said_by(joins, graded) if one not in joins]
        sentences = [rule.sentence(group, language) for rule, group in regretted(further)]
    said = " ".join(sentences)
    pair = worst_pair(proposal, graded, said, language)
    return " ".join(filter(None, [said, pair]))


def regretted(graded: Found) -> Found:
    """The wish that is met worst, of those that leave something to wish; at most one."""
    wishes = [(r, group) for r, group in graded if not (r.is_must or group.verdict in r.OF_ALL)]
    less = [one for one in wishes if one[1].quality < A_REASON or one[1].verdict in LACKING]
    return less[:1] or [one for one in wishes[:1] if one[1].verdict in NO_REASON]


def always_told(found: Found, language: Language) -> list[str]:
    """What rules find that is told in any case: who sits together and rather would not."""
    return [r.sentence(group, language) for r, group in found if group.verdict in r.ALWAYS_TOLD]


def worst_pair(proposal: Proposal, found: Found, said: str, language: Language) -> str:
    """The two furthest apart by the wish that is met worst; empty where that was said just now.

    By what all members share nobody is apart.
    """
    names = {a.id: a.label for a in proposal.round.applicants}
    for rule, group in found:
        if not (rule.FURTHEST_FIRST and group.people[1:]) or group.verdict in rule.OF_ALL:
            continue
        a, b = (names[i] for i in group.people[:2])
        if a in said and b in said:
            return ""
        rule_said = rule.title(language)
        return say("report.worst_pair", language, rule=rule_said, a=a, b=b)
    return ""
