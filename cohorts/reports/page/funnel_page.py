"""The page of a funnel whose last stage is no joint one: its stages, and nobody is composed."""

from __future__ import annotations

from datetime import date

from cohorts.committee.shortlisting.shortlist import Shortlist
from cohorts.programme.own_words import in_own_words
from cohorts.reports.page.draw import draw
from cohorts.reports.page.shortlist_part import shortlist_part
from cohorts.reports.remarked import gathered
from cohorts.reports.stamp import Stamp, for_whom, reference_of
from cohorts.words import Language, say


@in_own_words
def funnel_page(found: Shortlist, language: Language) -> str:
    """The whole page, self-contained; every name in it is escaped."""
    day = found.given.get("on")
    if not isinstance(day, date):
        raise TypeError("a shortlist knows its day")
    reference = reference_of([a.id for a in one.on] for one in found.outcomes)
    return draw(
        "funnel",
        language,
        stamp=Stamp(day, reference=reference).said(for_whom("organiser", language), language),
        kind=say("shortlist.kind", language),
        title=found.funnel.title[language],
        programme=found.programme.title[language],
        shortlist=shortlist_part(found, language),
        noticed=gathered(found.people.remarks, language, plainly=True),
    )
