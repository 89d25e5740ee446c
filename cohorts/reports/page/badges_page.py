"""``naamkaartjes.html``: sheets of ten cards of 90 × 54 mm, each group from a sheet of its own.

A card says who somebody is, of what company and in which group: nothing else. The last card of a
group is of who coaches it, where that was written down. What is left of a sheet are cards to write
on, for whoever comes along.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cohorts.composing.proposal import Proposal
from cohorts.programme.own_words import in_own_words
from cohorts.reports.called import called
from cohorts.reports.named_on_paper import OnPaper, on_paper
from cohorts.reports.page.badge_size import fitting
from cohorts.reports.page.draw import draw
from cohorts.reports.stamp import Stamp, for_whom
from cohorts.rounds.deciding.group_coaches import NOBODY, Coaches
from cohorts.words import Language, say

ON_A_SHEET = 10
WIDE = 76.0
HIGH_NAME, HIGH_COMPANY = 21.0, 10.5
"""Millimetres that a name and a company have on a card."""
NAME_SIZES = (30, 27, 24, 21, 18, 16, 14, 12, 10, 8)
COMPANY_SIZES = (14, 13, 12, 11, 10, 9, 8, 7)
"""Points."""


@dataclass(frozen=True)
class Badge:
    """Sizes in points."""

    name: str
    name_size: int
    company: str
    company_size: int

    @classmethod
    def of(cls, one: OnPaper) -> Badge:
        """As large as fits."""
        name_size = fitting(one.name, WIDE, HIGH_NAME, NAME_SIZES)
        company_size = fitting(one.company, WIDE, HIGH_COMPANY, COMPANY_SIZES)
        return cls(one.name, name_size, one.company, company_size)


@in_own_words
def badges_page(
    proposal: Proposal,
    language: Language,
    stamp: Stamp | None = None,
    *,
    coaches: Coaches = NOBODY,
) -> str:
    """Of all groups, the members in the order of their names."""
    stamped = (stamp or Stamp.of(proposal)).said(for_whom("organiser", language), language)
    return draw(
        "badges",
        language,
        stamp=stamped,
        kind=say("handout.badges", language),
        title=proposal.programme.title[language],
        programme=proposal.programme.title[language],
        sheets=[
            one
            for n, members in proposal.composition.groups.items()
            if members
            for one in _sheets(proposal, n, coaches.get(n, ""), language)
        ],
    )


def _sheets(
    proposal: Proposal, number: int, coach: str, language: Language
) -> Iterator[tuple[str, Sequence[Badge], int]]:
    """What the group is called, the cards, and how many are left to write on."""
    group = called(proposal.programme, number, language).capitalize()
    badges = [Badge.of(one) for one in on_paper(proposal, number)]
    if coach:
        word = proposal.programme.word("coach", language).capitalize()
        badges.append(Badge.of(OnPaper(coach, word)))
    for at in range(0, len(badges), ON_A_SHEET):
        part = badges[at : at + ON_A_SHEET]
        yield group, part, ON_A_SHEET - len(part)
