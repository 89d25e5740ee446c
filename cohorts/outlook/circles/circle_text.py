"""Circles that cannot start, in words: sections of a title and lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cohorts.outlook.circles.circle import Circle, Circles, Merge
from cohorts.outlook.recruit.advice_text import (
    people_said,
    profile_said,
    remedy_said,
    traits_said,
)
from cohorts.outlook.recruit.call_text import to_forward
from cohorts.people.applicant import Applicant
from cohorts.programme.own_words import in_own_words
from cohorts.words import Language, say

GOOD, FAIR = 0.8, 0.4


@dataclass(frozen=True)
class Section:
    """A title with the lines under it; the first lines say most."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class CircleSaid:
    """``waiting``: who is in it; ``findings``: how they fit; ``lack``: what it needs to start.

    ``choices``: what it comes to to start now, to wait, or to merge.
    """

    title: str
    waiting: str
    findings: tuple[str, ...]
    lack: str
    choices: tuple[str, ...]


def said_of(circle: Circle, circles: Circles, language: Language) -> CircleSaid:
    """One circle, in the words of its programme."""
    with circles.programme.in_own_words():
        waiters = _waiters(circle.members, circles, language)
        merges = (_merge(merge, circles, language) for merge in circle.merges)
        start, wait = (told(circle, circles, language) for told in (_start, _wait))
        return CircleSaid(
            title_of(circle, circles, language),
            say("circles.waiting", language, people=waiters),
            tuple(_findings(circle, circles, language)),
            _lack(circle, language),
            (start, wait, *merges),
        )


@in_own_words
def none_said(circles: Circles, language: Language) -> Section | None:
    """Those who are in no circle; None: everybody is."""
    rest = (*_alone(circles, language), *_individual(circles, language))
    return Section(say("circles.title_none", language), rest) if rest else None


@in_own_words
def sections(circles: Circles, language: Language) -> tuple[Section, ...]:
    """One for each circle, and one for those in none."""
    found = [
        Section(title_of(circle, circles, language), tuple(_lines(circle, circles, language)))
        for circle in circles.circles
    ]
    rest = none_said(circles, language)
    return (*found, *([rest] if rest is not None else []))


@in_own_words
def brief(circles: Circles, language: Language) -> list[str]:
    """One line for each circle: who waits in it and what it lacks."""
    return [
        say(
            "circles.brief",
            language,
            title=title_of(circle, circles, language),
            people=_waiters(circle.members, circles, language),
            lack=_lack(circle, language),
        )
        for circle in circles.circles
    ]


def text_to_forward(circle: Circle, circles: Circles, language: Language) -> str:
    """A call for new members; empty where nobody can be recruited."""
    if not circle.lacks.profiles:
        return ""
    counts = {"there": len(circle.members), "smallest": circles.round.smallest}
    with circles.programme.in_own_words():
        return to_forward(circle.lacks, circle.likely, circles.programme, language, **counts)


def title_of(circle: Circle, circles: Circles, language: Language) -> str:
    """What it is called, and that it is in preparation."""
    word = circles.programme.word("group", language).capitalize()
    return say("circles.title", language, group=word, name=circle.name)


def _lines(circle: Circle, circles: Circles, language: Language) -> Iterator[str]:
    said = said_of(circle, circles, language)
    yield said.waiting
    yield from (f"  {line}" for line in said.findings)
    yield said.lack
    for forward in filter(None, [text_to_forward(circle, circles, language)]):
        yield say("circles.forward", language, text=forward)
    yield from said.choices


def _findings(circle: Circle, circles: Circles, language: Language) -> Iterator[str]:
    for key, finding in circle.findings.items():
        rule = circles.programme.rule(key)
        of_one_circle = rule.needs() or not rule.OF_HOW_ALIKE  # not: whether groups are of one size
        if finding.broken or (of_one_circle and not rule.is_must):
            yield rule.sentence(finding, language)


def _waiters(
    members: tuple[Applicant, ...], circles: Circles, language: Language
) -> tuple[str, ...]:
    days = [circles.waiting[a.id].days(circles.round.on) for a in members]
    return tuple(
        say("circles.since_days", language, person=a.label, days=n) if n else a.label
        for a, n in zip(members, days, strict=True)
    )


def _lack(circle: Circle, language: Language) -> str:
    """What it needs before it can start."""
    lacks = circle.lacks
    if lacks.possible:
        return say("circles.ready", language)
    if lacks.profiles:
        profiles = tuple(profile_said(p, language) for p in lacks.profiles)
        said = say("circles.lacks", language, people=lacks.people, profiles="; ".join(profiles))
        return " ".join(filter(None, [said, _to_ask(circle, language), _likely(circle, language)]))
    if lacks.remedies:
        remedies = "; ".join(remedy_said(r, language) for r in lacks.remedies)
        return say("circles.lacks_remedy", language, remedies=remedies)
    return say("circles.lacks_nobody", language)


def _to_ask(circle: Circle, language: Language) -> str:
    if not circle.hesitating:
        return ""
    people = tuple(a.label for a in circle.hesitating)
    return say("circles.to_ask", language, people=people)


def _likely(circle: Circle, language: Language) -> str:
    if not circle.likely:
        return ""
    return say("circles.likely", language, traits=traits_said(circle.likely, language))


def _start(circle: Circle, circles: Circles, language: Language) -> str:
    """Starting now: how many too few, and the musts that do not hold yet."""
    count, smallest = len(circle.members), circles.round.smallest
    short = max(smallest - count, 0)
    key = "circles.start_short" if short else "circles.start"
    said = say(key, language, count=count, short=short, smallest=smallest)
    broken = [key for key, finding in circle.findings.items() if finding.broken]
    return f"{said} {_musts(broken, circles, language)}"


def _wait(circle: Circle, circles: Circles, language: Language) -> str:
    longest = max(circles.waiting[a.id].days(circles.round.on) for a in circle.members)
    people = circle.lacks.people
    key = "circles.wait" if people else "circles.wait_none"
    said = say(key, language, people=people_said(people, language))
    return f"{said} {say('circles.longest', language, days=longest)}" if longest else said


def _merge(merge: Merge, circles: Circles, language: Language) -> str:
    word = circles.programme.word("group", language)
    said = [
        say(f"circles.merge_{merge.kind}", language, group=word, name=merge.name, n=merge.people)
    ]
    if merge.over:
        said.append(say("circles.merge_over", language, over=merge.over))
    said.append(_musts(merge.broken, circles, language))
    changes = [
        say(
            "circles.change",
            language,
            rule=circles.programme.rule(change.rule).title(language),
            before=say(f"circles.{_quality(change.before)}", language),
            after=say(f"circles.{_quality(change.after)}", language),
        )
        for change in merge.changes
        if _quality(change.before) != _quality(change.after)
    ]
    if changes:
        said.append(say("circles.changes", language, changes="; ".join(changes)))
    else:
        said.append(say("circles.no_changes", language))
    return " ".join(said)


def _quality(value: float) -> str:
    return "good" if value >= GOOD else "fair" if value >= FAIR else "low"


def _musts(broken: tuple[str, ...] | list[str], circles: Circles, language: Language) -> str:
    if not broken:
        return say("circles.musts_hold", language)
    titles = tuple(circles.programme.rule(key).title(language) for key in broken)
    return say("circles.musts_broken", language, rules=titles)


def _alone(circles: Circles, language: Language) -> Iterator[str]:
    if circles.alone:
        people = _waiters(circles.alone, circles, language)
        yield say("circles.alone", language, people=people)


def _individual(circles: Circles, language: Language) -> Iterator[str]:
    nowhere = tuple(one.applicant.label for one in circles.individual if one.fit is None)
    badly = tuple(one.applicant.label for one in circles.individual if one.fit is not None)
    if nowhere:
        yield say("circles.fits_nowhere", language, people=nowhere)
    if badly:
        yield say("circles.fits_badly", language, people=badly)
    if nowhere or badly:
        offer = circles.programme.individual.get(language)
        known = say("circles.individual", language, offer=offer)
        yield known if offer else say("circles.no_individual", language)
