"""A point of a joint decision in words: what it costs by the votes, what it gains in the groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cohorts.committee.shortlisting.changed_rule import ChangedRule
from cohorts.committee.shortlisting.joint_decision import CurvePoint
from cohorts.pages.here import Here
from cohorts.pages.standing.figure_told import figure_told
from cohorts.pages.told import page_words
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.reports.curve_said import changes
from cohorts.reports.step import SAYABLE
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.standings.standing_of import StageStanding
from cohorts.words import Language
from cohorts.words.first_of import first_of

t = page_words("committee_curve")
Figures = Mapping[ApplicantId, str]
MOST_RULES = 3


@dataclass(frozen=True)
class PointSaid:
    """``cost``: how many others than by the votes; ``gain``: rules met better, and less well.

    ``leave``, ``enter``: who, each with as much of their votes as may be told. ``changes``: what
    the rules find now and found before. ``aria``: all of the point in short.
    """

    number: int
    name: str
    chosen: bool
    on_curve: bool
    cost: str
    leave: tuple[str, ...]
    enter: tuple[str, ...]
    gain: tuple[str, ...]
    changes: tuple[str, ...]

    @property
    def aria(self) -> str:
        """What a screen reader says of it."""
        mark = (t("chosen"),) if self.chosen else ()
        return " ".join((f"{self.name}.", *mark, self.cost, *self.gain))


def figures_of(here: Here, head: StageHead, standing: StageStanding) -> Figures:
    """What may be told of the votes on each, "" where nothing may: see decision note 75."""
    people = people_of(here.store, here.actor, here.round)
    told = {one.person: figure_told(one, head.plan, here.language) for one in standing.people}
    return {who: told.get(key, "") for who, key in people.keys.of.items()}


def point_said(
    point: CurvePoint, first: CurvePoint, figures: Figures, language: Language, *, highest: bool
) -> PointSaid:
    """``first``: with the highest standing of those here; ``highest``: of all that there are."""
    programme = point.proposal.programme
    with programme.in_own_words():
        gain = tuple(_gain(point, language)) if point is not first else (t("gain_first"),)
        told = tuple(changes(point.rules, programme, language)) if point is not first else ()
    return PointSaid(
        point.number,
        t("point", number=point.number),
        point.chosen,
        point.on_curve,
        _cost(point, first, highest=highest),
        _people(point.leave, figures),
        _people(point.enter, figures),
        gain,
        told,
    )


def _cost(point: CurvePoint, first: CurvePoint, *, highest: bool) -> str:
    if point is first:
        key = "cost_first" if highest else "cost_highest"
        return t(key, count=len(point.proposal.composition.seats))
    return t("cost", count=len(point.leave)) if point.leave else t("cost_nothing")


def _people(people: Sequence[Applicant], figures: Figures) -> tuple[str, ...]:
    """By name: their order by the votes may say more than their figures."""
    return tuple(
        t("with_figure", name=one.label, figure=figure) if figure else one.label
        for one in sorted(people, key=lambda one: (one.label, one.id))
        for figure in (figures.get(one.id, ""),)
    )


def _gain(point: CurvePoint, language: Language) -> Iterator[str]:
    """The rules that change most: what counts the points is told by who comes in and out."""
    programme = point.proposal.programme
    seen = [
        one
        for one in point.rules
        if (abs(one.points) >= SAYABLE or one.seen) and not programme.rule(one.rule).OF_STANDING
    ]

    def titles(rules: Sequence[ChangedRule]) -> list[str]:
        return [programme.rule(one.rule).title(language) for one in first_of(rules, MOST_RULES)]

    better, worse = [one for one in seen if one.better], [one for one in seen if not one.better]
    if better:
        yield t("gain_better", rules=titles(better))
    if worse:
        yield t("gain_worse", rules=titles(worse))
    if not seen:
        yield t("gain_nothing")
