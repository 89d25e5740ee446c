"""Answers beside each other, in words: what differs, what it costs, and what is the same in all."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from cohorts.outlook.alternatives import Answer, Answers, RuleStep
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.own_words import in_own_words
from cohorts.reports.outcome import how_sure, verdict
from cohorts.reports.step import SAYABLE, points_of
from cohorts.words import Language, say
from cohorts.words.first_of import first_of
from cohorts.words.phrase import number
from solver.pricing import POINT

MOST_GAINS = 3
MOST_NAMED, NAMED_BESIDE_PAGE = 30, 8
"""So many who sit elsewhere are named; fewer where all of them stand on a page beside it."""


@in_own_words
def alternatives_lines(found: Answers, language: Language, *, paged: bool = False) -> list[str]:
    """For the command line: how many there are, each beside the first, who is always together.

    What it costs and by which rules comes before who sits elsewhere. ``paged``: a page names all.
    """
    lines = [*introduced(found, language), "", say("alternatives.answer", language, answer=1)]
    first = found.first.proposal
    lines += [f"  {verdict(first, language)}", f"  {how_sure(first, language)}"]
    for answer in found.answers[1:]:
        lines += ["", say("alternatives.answer", language, answer=answer.number)]
        lines += [f"  {line}" for line in compared(answer, found, language)]
        lines += [f"  {line}" for line in _rules(answer, found, language)]
        lines += [f"  {line}" for line in _elsewhere(answer, found, language, paged=paged)]
    if len(found.answers) > 1:
        lines += ["", *together(found, language), "", say("step.scale", language)]
    return lines


def introduced(found: Answers, language: Language) -> list[str]:
    """How many were found, what was asked of them, and whether there can be more."""
    count = len(found.answers)
    lines = [say("alternatives.found", language, count=count)]
    if count > 1:
        facts = {
            "differ": percent(found.differ, language),
            "within": percent(found.within, language),
        }
        lines.append(say("alternatives.asked", language, **facts))
    if count < found.count:
        key = "fewer_proven" if found.complete else "fewer"
        lines.append(say(f"alternatives.{key}", language, asked=found.count))
    return lines


def compared(answer: Answer, found: Answers, language: Language) -> list[str]:
    """How much it differs from those before it, and what it costs; of any but the first."""
    lines = []
    for before, share in enumerate(answer.differs, 1):
        key = "differs" if before == 1 else "differs_too"
        facts = {"answer": before, "percent": math.floor(100 * share)}
        lines.append(say(f"alternatives.{key}", language, **facts))
    if answer.level in LEVELS:
        one, other = (getattr(a.proposal.score, answer.level) for a in (found.first, answer))
        way = "better" if other < one else "worse"
        lines.append(say(f"alternatives.{answer.level}_{way}", language))
    return [*lines, _cost(answer, found, language)]


LEVELS = ("worst", "alike")
"""What an answer may be less good in before the points: the other levels are those of the first."""


def _cost(answer: Answer, found: Answers, language: Language) -> str:
    if abs(answer.points) < SAYABLE:
        return say("alternatives.cost_same", language)
    key = "cost_more" if answer.points > 0 else "cost_less"
    facts: dict[str, Any] = {"points": points_of(answer.points, language)}
    whole = found.first.proposal.score.points / POINT
    if whole > 0:
        share = 100 * abs(answer.points) / whole
        facts["percent"] = (
            number(share, language) if share >= SAYABLE else f"< {number(0.1, language)}"
        )
        key += "_share"
    return say(f"alternatives.{key}", language, **facts)


def percent(share: Fraction, language: Language) -> str:
    """A share as a whole percentage, or with a decimal where it is none."""
    return number(float(100 * share), language)


def together(found: Answers, language: Language) -> list[str]:
    """Who shares a group in every answer, by group of the first."""
    sets = found.together
    if not sets:
        return [say("alternatives.together_none", language)]
    count, placed = sum(map(len, sets)), len(found.first.proposal.composition.seats)
    lines = [say("alternatives.together", language, count=count, placed=placed)]
    for people in sets:
        group = found.seats[people[0].id][0]
        facts = {"group": group, "people": tuple(a.label for a in people)}
        lines.append("  " + say("alternatives.together_of", language, **facts))
    return lines


def renumbered(answer: Answer, language: Language) -> Iterator[str]:
    """Groups that have another number in its own report, or no match in the first."""
    if answer.diff is None:
        return
    renamed = sorted((before, after) for after, before in answer.diff.renumbered.items())
    if renamed:
        pairs = tuple(
            say("alternatives.called", language, before=before, after=after)
            for before, after in renamed
        )
        yield say("alternatives.renumbered", language, pairs=pairs)
    for key, groups in (("opened", answer.diff.opened), ("closed", answer.diff.closed)):
        for group in groups:
            yield say(f"alternatives.{key}", language, group=group)


def _elsewhere(answer: Answer, found: Answers, language: Language, *, paged: bool) -> Iterator[str]:
    yield from renumbered(answer, language)
    if answer.diff is None or not answer.elsewhere:
        return
    yield say("alternatives.elsewhere", language, count=answer.elsewhere)
    kinds = (
        ("from_to", answer.diff.moved),
        ("placed", answer.diff.placed),
        ("left", answer.diff.left),
    )
    said = [
        say(
            f"alternatives.{key}",
            language,
            person=person(found, seat.person).label,
            before=seat.before,
            after=group_said(answer, seat.after, language),
        )
        for key, seats in kinds
        for seat in seats
    ]
    few = first_of(said, NAMED_BESIDE_PAGE if paged else MOST_NAMED)
    yield from (f"  {line}" for line in few)
    if more := len(said) - len(few):
        key = "more_on_page" if paged else "more"
        yield "  " + say(f"alternatives.{key}", language, count=more)


def group_said(answer: Answer, group: int | None, language: Language) -> str:
    """A group by its number in answer 1, or as one that is not there."""
    if group is None:
        return say("alternatives.out", language)
    known = answer.in_first(group)
    return str(known) if known is not None else say("alternatives.new", language, group=group)


def person(found: Answers, who: ApplicantId) -> Applicant:
    """Somebody of the round."""
    round_ = found.first.proposal.round
    return round_.applicants[round_.rows[who]]


def _rules(answer: Answer, found: Answers, language: Language) -> Iterator[str]:
    said = [(step, what) for step in answer.rules if (what := step_said(step, language))]
    if not said:
        yield say("alternatives.rules_same", language)
        return
    yield say("alternatives.rules", language)
    for step, what in said:
        title = found.programme.rule(step.rule).title(language)
        yield "  " + say("alternatives.rule", language, rule=title, what=what) + "."


def gains(answer: Answer, found: Answers, language: Language) -> Iterator[str]:
    """By which rules it is better, and by which less good, the most first; few of either."""
    for key, sign in (("gained", -1), ("lost", 1)):
        steps = sorted((s for s in answer.rules if sign * s.points >= SAYABLE), key=_size)
        titles = [found.programme.rule(step.rule).title(language) for step in steps]
        points = [points_of(step.points, language) for step in steps]
        said = [f"{title} ({many})" for title, many in zip(titles, points, strict=True)]
        if said:
            few = first_of(said, MOST_GAINS)
            more = [f"+ {len(said) - len(few)}"] if len(said) > len(few) else []
            yield say(f"alternatives.{key}", language, rules="; ".join((*few, *more)))


def _size(step: RuleStep) -> float:
    return -abs(step.points)


def step_said(step: RuleStep, language: Language) -> str:
    """How much better or less good a rule is met, and in which groups; "" where nobody can see."""
    parts = []
    if abs(step.points) >= SAYABLE:
        key = "rule_better" if step.points < 0 else "rule_worse"
        parts.append(say(f"alternatives.{key}", language, points=points_of(step.points, language)))
    elif step.better or step.worse:
        parts.append(say("alternatives.rule_even", language))
    for key, groups in (("better_in", step.better), ("worse_in", step.worse)):
        if groups:
            parts.append(say(f"alternatives.{key}", language, groups=tuple(map(str, groups))))
    return "; ".join(parts)
