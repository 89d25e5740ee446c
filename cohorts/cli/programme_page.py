"""One programme in words: its groups, meetings, conditions and rules, as text or as a page."""

from __future__ import annotations

from collections.abc import Iterator

from cohorts.people.day_parts import DAY_NAMES, WEEKDAYS
from cohorts.programme.buddy_plan import BuddyPlan, Form
from cohorts.programme.meeting import Meeting
from cohorts.programme.origin import assumed_in, told_in
from cohorts.programme.programme import GroupPlan, Programme
from cohorts.reports.by_standing import asked_of_standing
from cohorts.round.merit import Standing
from cohorts.rounds.calling.ticks_asked import tick_said
from cohorts.rules.rule import Rule
from cohorts.words import Language, say
from cohorts.words.noun import noun
from cohorts.words.phrase import listed, number
from cohorts.words.sentences import sentences

WORDS = ("group", "participant", "coach", "partner")


def as_text(programme: Programme, language: Language) -> str:
    """For the screen: headings, and a line for each thing."""
    lines = [f"{programme.name}: {programme.title[language]}"]
    lines += [f"  {text}" for text in _intro(programme, language)]
    with programme.in_own_words():
        for heading, items in _parts(programme, language):
            lines += ["", heading, *(f"  - {item}" for item in items)]
    return "\n".join(lines)


def as_markdown(programme: Programme, language: Language) -> str:
    """For the docs: a section under the programme's name."""
    lines = [f"## {programme.name}", "", f"**{programme.title[language]}**", ""]
    lines += [" ".join(_intro(programme, language))]
    with programme.in_own_words():
        for heading, items in _parts(programme, language):
            lines += ["", f"{heading}:", "", *(f"- {item}" for item in items)]
    return "\n".join([*lines, ""])


def _intro(programme: Programme, language: Language) -> list[str]:
    about = programme.about.get(language, "")
    source = f"{say('programme.source', language)}: {programme.source}." if programme.source else ""
    return [text for text in (about, source) if text]


def _parts(programme: Programme, language: Language) -> Iterator[tuple[str, list[str]]]:
    """(heading, lines) of what the programme has."""
    parts = {
        "groups": _groups(programme, language),
        "words": _own_words(programme, language),
        "intake": _intake(programme, language),
        "conditions": [
            _with_reason(condition.title(language), condition.reason[language])
            for condition in programme.conditions
        ],
        "rules": [
            _with_reason(
                f"{rule.title(language)} ({_weight(rule, programme.groups, language)})",
                rule.reason[language],
            )
            for rule in programme.rules
        ],
        "buddies": _buddies(programme.buddies, language),
        "meetings": _meetings(programme, language),
        "told": [said[language] for said in told_in(programme)],
        "assumed": [said[language] for said in assumed_in(programme)],
    }
    for name, items in parts.items():
        if items:
            yield say(f"programme.part_{name}", language), items


def _with_reason(title: str, reason: str) -> str:
    return f"{title}. {reason}" if reason else f"{title}."


def _buddies(plan: BuddyPlan | None, language: Language) -> list[str]:
    """The form, then the rules; nothing where the programme leaves it at what is usual."""
    if plan is None:
        return []
    facts = {"most": plan.most, "field": plan.guide_field}
    lines = [say(f"buddies.asked_{plan.form}", language, **facts)]
    lines += [say(f"buddies.asked_{plan.odd}", language)] if plan.form is Form.PAIRS else []
    for rule in plan.rules:
        title = f"{rule.title(language)} ({_must_or_wish(rule, language)})"
        lines.append(_with_reason(title, rule.reason[language]))
    return lines


def _weight(rule: Rule, plan: GroupPlan, language: Language) -> str:
    if rule.RANKS and plan.standing is Standing.FIRST:
        return say("programme.first", language)
    return _must_or_wish(rule, language)


def _must_or_wish(rule: Rule, language: Language) -> str:
    if rule.is_must:
        return say("programme.must", language)
    return say("programme.wish", language, weight=number(rule.weight, language))


def _groups(programme: Programme, language: Language) -> list[str]:
    plan = programme.groups
    low, high = plan.size
    size = say("programme.size_same" if low == high else "programme.size", language,
               low=low, high=high, target=plan.target)  # fmt: skip
    lines = [size, say("programme.places", language, places=_places(plan.places, language))]
    if plan.fairness:
        lines.append(say("programme.fairness", language))
    if (first := plan.alike_first) is not None:
        titles = listed([programme.rule(key).title(language) for key in first.rules], language)
        level = number(first.level, language)
        lines.append(say("programme.alike_first", language, rules=titles, level=level))
    if any(rule.RANKS for rule in programme.rules):
        lines.append(asked_of_standing(plan, language))
    if plan.circles:
        lines.append(say("programme.circles", language))
    if programme.individual.get(language):
        alone = programme.individual[language]
        lines.append(say("programme.individual", language, individual=alone))
    if programme.remedy.get(language):
        lines.append(say("programme.remedy", language, remedy=programme.remedy[language]))
    if programme.contact:
        lines.append(say("programme.contact", language, contact=programme.contact))
    if programme.ticks:
        ticks = [tick_said(one, language) for one in programme.ticks]
        lines.append(say("programme.ticks", language, ticks=ticks))
    return lines


def _places(places: str, language: Language) -> str:
    mode, _, count = places.rpartition(" ")
    if not count.isdigit():
        mode, count = places, "0"
    return say(f"programme.places_{mode.replace(' ', '_')}", language, number=int(count))


def _own_words(programme: Programme, language: Language) -> list[str]:
    own = {name: getattr(programme.words, name).get(language) for name in WORDS}
    # the usual word, which this programme does not speak
    usual = {name: sentences(language)[f"programme.word_{name}"] for name in WORDS}
    return [f"{usual[name]}: {noun(word, language).one}" for name, word in own.items() if word]


def _intake(programme: Programme, language: Language) -> list[str]:
    stages = " → ".join(say(f"programme.stage_{s}", language) for s in programme.stages)
    status = say(f"reasons.status_{programme.count_from}", language)
    return [
        say("programme.stages", language, stages=stages),
        say("programme.count_from", language, status=status),
    ]


def _meetings(programme: Programme, language: Language) -> list[str]:
    return [_meeting(meeting, language) for meeting in programme.meetings]


def _meeting(meeting: Meeting, language: Language) -> str:
    when = [_from_start(meeting, language)]
    if meeting.own_day:
        when.append(say("programme.meeting_best", language))
    elif meeting.weekend:
        when.append(say("programme.meeting_weekend", language))
    elif meeting.weekday is not None:
        when.append(DAY_NAMES[language][WEEKDAYS.index(meeting.weekday)])
    if meeting.joint:
        when.append(say("programme.meeting_joint", language))
    facts = {"title": meeting.title[language], "when": ", ".join(when), "hours": meeting.hours}
    return say("programme.meeting", language, **facts)


def _from_start(meeting: Meeting, language: Language) -> str:
    if meeting.after_weeks is None:
        return say("programme.meeting_day", language, day=(meeting.after_days or 0) + 1)
    return say("programme.meeting_week", language, week=meeting.after_weeks + 1)
