"""The part of the report about a shortlist: the funnel, the curve, and what taking others costs."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.committee.shortlisting.joint_decision import JointDecision
from cohorts.committee.shortlisting.shortlist import Shortlist
from cohorts.committee.shortlisting.stage_outcome import StageOutcome
from cohorts.programme.own_words import in_own_words
from cohorts.reports import curve_said, funnel_said
from cohorts.reports.remarked import told_of
from cohorts.words import Language, say

EDGE = 6
"""Room around the points of a picture of 100 by 100."""


@dataclass(frozen=True)
class Ground:
    """Why people did not go on, and who they are."""

    why: str
    people: tuple[str, ...]


@dataclass(frozen=True)
class StageSaid:
    """One stage; ``share``: how many of those who applied are left, in per cent, for its bar."""

    title: str
    share: float
    lines: tuple[str, ...]
    on: tuple[str, ...]
    grounds: tuple[Ground, ...]


@dataclass(frozen=True)
class Dot:
    """A composition in the picture: from the left and from above, in per cent."""

    number: int
    name: str
    x: float
    y: float
    chosen: bool
    on_curve: bool
    lines: tuple[str, ...]
    changes: tuple[str, ...]


@dataclass(frozen=True)
class ShortlistPart:
    """All sentences and places of the part; ``line``: a path through the points of the curve."""

    counts: str
    stages: tuple[StageSaid, ...]
    how: tuple[str, ...]
    probable: tuple[str, ...]
    curve: str
    dots: tuple[Dot, ...]
    line: str
    low: str
    high: str
    takings: tuple[tuple[str, tuple[str, ...]], ...]
    rest: str
    sizes: tuple[str, ...]


@in_own_words
def shortlist_part(found: Shortlist, language: Language) -> ShortlistPart:
    """Of a funnel that ends in a composition."""
    joint = found.joint
    dots = _dots(joint, language) if joint else ()
    on_curve = [dot for dot in dots if dot.on_curve]
    standing = [point.standing for point in joint.points] if joint else []
    rest = joint.not_tried if joint else 0
    return ShortlistPart(
        counts=funnel_said.counts_said(found, language),
        stages=tuple(_stage(one, found, language) for one in found.outcomes),
        how=tuple(curve_said.how(found, joint, language)) if joint else (),
        probable=tuple(curve_said.probable_said(found, joint, language)) if joint else (),
        curve=curve_said.title(joint, language) if joint else "",
        dots=dots,
        line="M" + "L".join(f"{dot.x:.1f} {dot.y:.1f}" for dot in on_curve),
        low=curve_said.points(min(standing), language) if standing else "",
        high=curve_said.points(max(standing), language) if standing else "",
        takings=_takings(joint, language) if joint else (),
        rest=say("shortlist.taking_rest", language, count=rest) if rest else "",
        sizes=tuple(funnel_said.sizes_said(found.sizes, language)),
    )


def _stage(one: StageOutcome, found: Shortlist, language: Language) -> StageSaid:
    seed = found.given.get("seed") or 0
    lines = (
        *funnel_said.counted(one, language),
        *funnel_said.drawn(one, seed, language),
        *funnel_said.noticed_in(one, found, language),
        *told_of(one.remarks, language),
    )
    grounds = tuple(
        Ground(why, tuple(funnel_said.person(one, who.applicant, language) for who in left))
        for why, left in funnel_said.grounds(one, found.programme, language)
    )
    on = tuple(funnel_said.person(one, a, language) for a in one.on)
    share = 100 * len(one.on) / max(len(found.outcomes[0].came), 1)
    return StageSaid(funnel_said.head(one, language), share, lines, on, grounds)


def _dots(joint: JointDecision, language: Language) -> tuple[Dot, ...]:
    fit = [point.fit for point in joint.points]
    standing = [float(point.standing) for point in joint.points]
    return tuple(
        Dot(
            point.number,
            say("shortlist.number", language, number=str(point.number)),
            _place(point.fit, min(fit), max(fit)),
            100 - _place(float(point.standing), min(standing), max(standing)),
            point.chosen,
            point.on_curve,
            tuple(curve_said.point_said(point, language)),
            tuple(curve_said.changes(point.rules, joint.proposal.programme, language)),
        )
        for point in joint.points
    )


def _place(value: float, low: float, high: float) -> float:
    """From 0 to 100, with an edge; in the middle where all are equal."""
    return 50.0 if high == low else EDGE + (100 - 2 * EDGE) * (value - low) / (high - low)


def _takings(joint: JointDecision, language: Language) -> tuple[tuple[str, tuple[str, ...]], ...]:
    said = (
        tuple(curve_said.taking_said(one, joint.proposal.programme, language))
        for one in joint.takings
    )
    return tuple((first, tuple(others)) for first, *others in said)
