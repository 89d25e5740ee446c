"""A joint decision in words: the points of the curve, and what taking others would cost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from cohorts.committee.shortlisting.changed_rule import ChangedRule
from cohorts.committee.shortlisting.joint_decision import CurvePoint, JointDecision, WouldTake
from cohorts.committee.shortlisting.shortlist import Shortlist
from cohorts.composing.to_call import high_enough, to_call
from cohorts.people.applicant import Status
from cohorts.programme.programme import Programme
from cohorts.reports.funnel_said import person
from cohorts.reports.step import SAYABLE
from cohorts.round.merit import Standing
from cohorts.round.set_aside import Aside
from cohorts.words import Language, say
from cohorts.words.first_of import first_of
from cohorts.words.phrase import exactly

MOST_RULES = 3
"""So many rules are told of for each composition, those that change most."""


def how(found: Shortlist, joint: JointDecision, language: Language) -> Iterator[str]:
    """What was asked, what a point is, and how exact the figures are."""
    plan = joint.proposal.asked_by.groups
    key = "margin" if plan.standing is Standing.FIRST and plan.margin else str(plan.standing)
    yield say(f"shortlist.{key}", language, margin=exactly(plan.margin, language))
    share = found.outcomes[-1].stage.counting.AS_SHARE
    point = "person" if joint.of_people else "share" if share else "score"
    yield say(f"shortlist.point_{point}", language)
    yield say("shortlist.exact" if joint.exact else "shortlist.not_exact", language)


def title(joint: JointDecision, language: Language) -> str:
    """How many compositions there are, and whether there can be more."""
    count = len(joint.points)
    said = say("shortlist.curve" if count > 1 else "shortlist.curve_one", language, count=count)
    if count == 1 and joint.complete:
        return said
    more = say(f"shortlist.curve_{'complete' if joint.complete else 'open'}", language)
    return f"{said}. {more}" if count > 1 else said


def point_said(point: CurvePoint, language: Language) -> Iterator[str]:
    """What it stands at, and who comes in and out."""
    facts = {"points": points(point.standing, language), "less": points(point.given_up, language)}
    if point.number == 1:
        yield say("shortlist.highest", language, **facts)
    else:
        key = "given_up" if point.given_up else "given_up_nothing"
        yield say(f"shortlist.{key}", language, **facts)
        yield from _in_out(point, language)
    if not point.on_curve:
        yield say("shortlist.beside", language)


def _in_out(point: CurvePoint, language: Language) -> Iterator[str]:
    if not point.enter and not point.leave:
        yield say("shortlist.same_people", language)
    for key, people in (("enter", point.enter), ("leave", point.leave)):
        if people:
            yield say(f"shortlist.{key}", language, people=tuple(a.label for a in people))


def changes(
    rules: Sequence[ChangedRule], programme: Programme, language: Language
) -> Iterator[str]:
    """The rules that change most: what each finds now, and found before, where that can be told.

    Not what counts the points: those are told beside it.
    """
    seen = [one for one in rules if abs(one.points) >= SAYABLE or one.seen]
    seen = [one for one in seen if not programme.rule(one.rule).OF_STANDING]
    for one in first_of(seen, MOST_RULES):
        rule = programme.rule(one.rule)
        key = "better" if one.better else "worse"
        told = [
            {"before": rule.sentence(before, language), "after": rule.sentence(after, language)}
            for _, before, after in one.found
        ]
        told = [facts for facts in told if facts["before"] != facts["after"]]
        if not told:
            yield say(f"shortlist.{key}_little", language, rule=rule.title(language))
        for facts in told[:1]:
            yield say(f"shortlist.{key}", language, rule=rule.title(language), **facts)


def taking_said(one: WouldTake, programme: Programme, language: Language) -> Iterator[str]:
    """Who would have to leave, what it does to standing, and what to the fit."""
    key = "for" if one.leave else "free"
    if not one.possible:
        key = "never" if one.proven else "none"
    leave = tuple(a.label for a in one.leave)
    facts = {"who": one.applicant.label, "leave": leave, "count": len(leave)}
    said = [say(f"shortlist.taking_{key}", language, **facts)]
    if along := tuple(a.label for a in one.along):
        said.append(say("shortlist.taking_along", language, people=along, count=len(along)))
    yield " ".join(said)
    if one.possible:
        way = "same" if not one.standing else "more" if one.standing > 0 else "less"
        amount = points(abs(one.standing), language)
        yield say(f"shortlist.taking_{way}", language, points=amount)
        told = list(changes(one.rules, programme, language))
        yield from told or [say("shortlist.taking_fit_same", language)]


def probable_said(found: Shortlist, joint: JointDecision, language: Language) -> Iterator[str]:
    """Who has not said yes: whom a yes would give a place, who else stands high, and the others."""
    calls, high = to_call(joint.proposal), high_enough(joint.proposal)
    called = [one for one in high if one.applicant.id in calls]
    silent = [one for one in high if one.applicant.id not in calls]
    for key, people in (("to_call", called), ("to_call_high", silent)):
        names = tuple(person(found.outcomes[-1], one.applicant, language) for one in people)
        if names:
            yield say(f"shortlist.{key}", language, people=names, count=len(names))
    aside = [one for one in joint.proposal.round.set_aside if one.why is Aside.UNCONFIRMED]
    others = [one.applicant.label for one in aside if one not in high]
    if others and joint.proposal.round.count_from is not tuple(Status)[-1]:
        yield say("shortlist.probable", language, people=tuple(others))


def points(value: Fraction, language: Language) -> str:
    """A number of points, to the hundredth."""
    return exactly(round(float(value), 2), language)
