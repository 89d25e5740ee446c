"""The points of a joint decision: in a picture to click on, and in words in a table beside it.

How high a point lies is how many others have a place than by the votes alone, and how far to the
right how well they fit: no sum of votes is in it, for two sums would tell what one person got.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import streamlit as st

from cohorts.committee.shortlisting.curve_of import curve_of
from cohorts.committee.shortlisting.joint_decision import CurvePoint
from cohorts.committee.shortlisting.weigh import SECOND
from cohorts.composing.proposal import Proposal
from cohorts.pages.committee.curve_said import PointSaid, figures_of, point_said
from cohorts.pages.here import Here
from cohorts.pages.page_templates import page_templates
from cohorts.pages.report_parts import PROPOSAL
from cohorts.pages.told import page_words
from cohorts.pages.ways import address
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.rounds.proposing.heads import ProposalHead
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.standings.standing_of import StageStanding

t = page_words("committee_curve")
DRAWN = page_templates("committee").get_template("curve.html.jinja")
STYLE = f"<style>{(files('cohorts.pages.committee') / 'curve.css').read_text('utf-8')}</style>"
EDGE = 6.0
"""Room around the points of a picture of 100 by 100."""
APART = 12.0
"""Two points are so far from each other, from left to right: a finger must be able to choose."""
THIN = "1px"
"""Half the line."""


@dataclass(frozen=True)
class Dot:
    """A point: from the left and from above, in per cent; where it leads, and what it says."""

    said: PointSaid
    x: float
    y: float
    board: str
    groups: str
    decision: str
    proposal: int


def curve_drawn(
    here: Here, head: StageHead, standing: StageStanding, heads: Sequence[ProposalHead]
) -> None:
    """``heads``: what was chosen first, then the others."""
    opened = [proposal_of(here.store, here.actor, here.round, one.key) for one in heads]
    points = _points(*opened)
    figures = figures_of(here, head, standing)
    highest = any(one.answer == SECOND for one in opened)  # else it may have been left out
    said = [point_said(one, points[0], figures, here.language, highest=highest) for one in points]
    of = {id(one): head for one, head in zip(opened, heads, strict=True)}
    dots = [
        _dot(here, one, x, y, of[id(point.proposal)])
        for one, point, x, y in zip(said, points, _across(points), _down(points), strict=True)
    ]
    on = [dot for dot, point in zip(dots, points, strict=True) if point.on_curve]
    drawn = DRAWN.render(
        t=t,
        dots=dots,
        line=_line(on),
        most=max(len(one.leave) for one in points),
        edge=EDGE,
    )
    st.html(STYLE + drawn)


def _line(dots: Sequence[Dot]) -> str:
    """The corners of a thin shape through them: a page of Streamlit's takes no drawing."""
    if len(dots) <= 1:
        return ""
    there = [f"{dot.x:.1f}% calc({dot.y:.1f}% - {THIN})" for dot in dots]
    back = [f"{dot.x:.1f}% calc({dot.y:.1f}% + {THIN})" for dot in reversed(dots)]
    return ", ".join((*there, *back))


@lru_cache(maxsize=16)
def _points(chosen: Proposal, *others: Proposal) -> tuple[CurvePoint, ...]:
    return curve_of(chosen, others)


def _dot(here: Here, said: PointSaid, x: float, y: float, head: ProposalHead) -> Dot:
    named = {PROPOSAL: head.key}
    board, groups, decision = (
        address(here, room, **named) for room in ("board", "proposals", "decision")
    )
    return Dot(said, x, y, board, groups, decision, head.number)


def _across(points: Sequence[CurvePoint]) -> list[float]:
    """By how well they fit; each a finger further than the one that fits less well."""
    fit = [point.fit for point in points]
    order = sorted(range(len(points)), key=lambda n: (fit[n], n))
    span = (100 - 2 * EDGE) - APART * (len(points) - 1)
    width = max(fit) - min(fit)
    at = [50.0] * len(points)
    for place, n in enumerate(order if len(points) > 1 else []):
        share = (fit[n] - min(fit)) / width if width else 0.0
        at[n] = EDGE + APART * place + span * share
    return at


def _down(points: Sequence[CurvePoint]) -> list[float]:
    """By how many others have a place."""
    most = max(len(point.leave) for point in points)
    return [EDGE + (100 - 2 * EDGE) * len(point.leave) / (most or 1) for point in points]
