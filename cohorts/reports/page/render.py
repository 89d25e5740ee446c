"""Puts the organiser's page together."""

from __future__ import annotations

from cohorts.composing.proposal import Proposal
from cohorts.outlook.circles import circles_of
from cohorts.outlook.circles.circle_text import sections
from cohorts.people.applicant import PHASES, SIZES
from cohorts.programme.own_words import in_own_words
from cohorts.record.referred import facts_said
from cohorts.reports.assumed import assumed
from cohorts.reports.by_standing import standing_said
from cohorts.reports.let_in_told import let_in_told
from cohorts.reports.made_with import settings
from cohorts.reports.notices import notices_said
from cohorts.reports.outcome import counts, how_sure, musts, weakest_wish
from cohorts.reports.page.axis import axes_of
from cohorts.reports.page.bars import overall_bars
from cohorts.reports.page.cards import cards
from cohorts.reports.page.draw import draw
from cohorts.reports.page.maps import maps_of
from cohorts.reports.page.ranges import spread_of
from cohorts.reports.page.searched import searched
from cohorts.reports.page.shortlist_part import ShortlistPart
from cohorts.reports.remarked import gathered
from cohorts.reports.repair_told import mended
from cohorts.reports.smaller_told import smaller_told
from cohorts.reports.stamp import Stamp, for_whom
from cohorts.reports.start import Start
from cohorts.reports.without_group import without_group
from cohorts.words import Language, say

FOLDED_FROM = 13
"""From so many groups on, a card shows names only until it is opened."""


@in_own_words
def page(
    proposal: Proposal,
    language: Language,
    start: Start | None = None,
    stamp: Stamp | None = None,
    reader: str = "organiser",
    *,
    shortlist: ShortlistPart | None = None,
) -> str:
    """The whole page, self-contained; every name in it is escaped.

    ``start``: when the programme begins; then every group has the dates of its meetings.
    ``stamp``: of a proposal that is kept, or decided on; ``reader``: for whom it is made, see
    :func:`cohorts.reports.stamp.for_whom`. ``shortlist``: how the people got here, stage by stage.
    """
    placed = [a for members in proposal.composition.groups.values() for a in members]
    axes = axes_of(proposal)
    size = next((axis for field in SIZES for axis in axes if axis.field == field), None)
    drawn = cards(proposal, size, language, start)
    further = any(card.nobody_further for card in drawn)
    spreads = [spread_of(proposal, axis, language) for axis in axes]
    stamped = (stamp or Stamp.of(proposal)).said(for_whom(reader, language), language)
    return draw(
        "report",
        language,
        stamp=stamped,
        kind=say("stamp.decided_kind" if stamped.decided else "report.proposal", language),
        title=proposal.programme.title[language],
        about=proposal.programme.about.get(language, ""),
        word=proposal.programme.word("group", language).capitalize(),
        counts=counts(proposal, language),
        musts=musts(proposal, language),
        holds=proposal.score.hard == 0
        and not (proposal.nothing_said_of or proposal.partly_said_of),
        sure=how_sure(proposal, language),
        standing=standing_said(proposal, language),
        mended=mended(proposal, language),
        weakest=weakest_wish(proposal, language),
        notices=[
            *notices_said(proposal.notices, language, plainly=True),
            *let_in_told(proposal, language),
            *smaller_told(proposal, language),
            *([say("report.further_study", language)] if further else []),
        ],
        noticed=gathered(proposal.round.remarks, language, plainly=True),
        remarks=len(proposal.round.remarks),
        overall=overall_bars(proposal, language),
        spreads=[spread for spread in spreads if spread is not None],
        axis=size,
        phases=[phase for phase in PHASES if any(a.life_phase == phase for a in placed)],
        since=any(a.founded for a in placed),
        cards=drawn,
        folded=len(proposal.composition.groups) >= FOLDED_FROM,
        without=without_group(proposal, language),
        facts=facts_said(proposal.referrals.values(), language),
        circles=sections(circles_of(proposal), language) if proposal.not_placed else (),
        maps=maps_of(proposal, language),
        settings=settings(proposal, language),
        searched=searched(proposal, language),
        assumed=assumed(proposal, language),
        shortlist=shortlist,
    )
