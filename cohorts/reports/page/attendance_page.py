"""``presentielijst.html``: for one meeting, a sheet a group to sign."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cohorts.composing.proposal import Proposal
from cohorts.programme.own_words import in_own_words
from cohorts.record.group_name import group_name
from cohorts.reports.called import called
from cohorts.reports.meets import meeting_place, meetings_of
from cohorts.reports.named_on_paper import on_paper
from cohorts.reports.page.draw import draw_sheets
from cohorts.reports.stamp import Stamp, for_whom
from cohorts.reports.start import Start
from cohorts.rounds.deciding.group_coaches import NOBODY, Coaches
from cohorts.words import Language, say


def meeting_titles(proposal: Proposal, language: Language) -> Sequence[str]:
    """Of every meeting of the programme, in its order."""
    meetings = proposal.programme.meetings
    return [one.title.get(language) or next(iter(one.title.values()), "") for one in meetings]


@in_own_words
def attendance_page(
    proposal: Proposal,
    meeting: int | None,
    start: Start | None,
    language: Language,
    stamp: Stamp | None = None,
    *,
    coaches: Coaches = NOBODY,
) -> str:
    """``meeting``: which one of the programme, by its place there; None: it names none.

    Then it is for the first meeting where that is known, else for any.

    A day, a place and a coach that nobody knows yet is a line to write on.
    """
    whole = stamp or Stamp.of(proposal)
    return draw_sheets(
        "attendance",
        language,
        [
            {
                **_sheet(proposal, number, language, whole),
                **_when(proposal, number, meeting, start, language),
                "coached_by": coaches.get(number, ""),
            }
            for number, members in proposal.composition.groups.items()
            if members
        ],
        kind=say("handout.attendance", language),
        title=proposal.programme.title[language],
        stamp=whole.said(for_whom("organiser", language), language),
    )


def _sheet(proposal: Proposal, number: int, language: Language, stamp: Stamp) -> dict[str, Any]:
    coach = proposal.programme.word("coach", language)
    group = called(proposal.programme, number, language)
    return {
        "stamp": stamp.said(for_whom("facilitators", language, coach=coach, group=group), language),
        "kind": say("handout.attendance", language),
        "programme": proposal.programme.title[language],
        "title": group_name(proposal, number, language),
        "coach": coach.capitalize(),
        "people": on_paper(proposal, number),
    }


def _when(
    proposal: Proposal, number: int, meeting: int | None, start: Start | None, language: Language
) -> dict[str, str]:
    """The place is the group's own where none was said: where all meet at once is not known."""
    dated = meetings_of(proposal, number, start, language)
    titles = meeting_titles(proposal, language)
    one = next((one for one in dated if one.index == (meeting or 0)), None)
    day, said = ("", "") if one is None else (one.said(language), one.place)
    title = "" if one is None else one.title
    joint = meeting is not None and proposal.programme.meetings[meeting].joint
    place = said or ("" if joint else meeting_place(proposal, number))
    return {"meeting": title if meeting is None else titles[meeting], "day": day, "place": place}
