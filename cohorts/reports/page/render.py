"""Puts the page together."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from cohorts.proposal import Proposal
from cohorts.reports.outcome import counts, how_sure, musts, weakest_wish
from cohorts.reports.page.axis import axes_of
from cohorts.reports.page.bars import overall_bars
from cohorts.reports.page.cards import PHASES, cards
from cohorts.reports.page.maps import maps_of
from cohorts.reports.page.shown import shown
from cohorts.reports.page.spread import spread_of
from cohorts.reports.reasons import by_reason
from cohorts.reports.settings import settings
from cohorts.words import Language, explain, say

FOLDED_FROM = 13
"""From so many groups on, a card shows names only until it is opened."""
SIZES = ("fte", "turnover")
WEIGHTS = (400, 600)


def page(proposal: Proposal, language: Language) -> str:
    """The whole page, self-contained; every name in it is escaped."""
    placed = [a for members in proposal.composition.groups.values() for a in members]
    axes = axes_of(proposal)
    size = next((axis for field in SIZES for axis in axes if axis.field == field), None)
    spreads = [spread_of(proposal, axis, language) for axis in axes]
    rendered: str = _template().render(
        t=lambda key, **facts: say(f"report.{key}", language, **facts),
        language=language.value,
        lang=language,
        fonts=_fonts(),
        style=Markup(_file("style.css").decode()),  # noqa: S704 - our own file
        title=proposal.programme.title[language],
        about=proposal.programme.about.get(language, ""),
        counts=counts(proposal, language),
        musts=musts(proposal, language),
        holds=proposal.score.hard == 0,
        sure=how_sure(proposal, language),
        weakest=weakest_wish(proposal, language),
        notices=[" ".join(explain(notice, language)) for notice in proposal.notices],
        overall=overall_bars(proposal, language),
        spreads=[spread for spread in spreads if spread is not None],
        axis=size,
        phases=[phase for phase in PHASES if any(a.life_phase == phase for a in placed)],
        since=any(a.founded for a in placed),
        cards=cards(proposal, size, language),
        folded=len(proposal.composition.groups) >= FOLDED_FROM,
        not_placed=by_reason(proposal, language),
        left=len(proposal.not_placed),
        maps=maps_of(proposal, language),
        settings=settings(proposal, language),
    )
    return rendered


@cache
def _template() -> Any:
    environment = Environment(
        loader=PackageLoader("cohorts.reports.page", ""),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html.jinja")


@cache
def _fonts() -> list[tuple[int, str]]:
    return [(w, b64encode(_file(f"font/fira-sans-{w}.woff2")).decode()) for w in WEIGHTS]


def _file(name: str) -> bytes:
    return files("cohorts.reports.page").joinpath(name).read_bytes()
