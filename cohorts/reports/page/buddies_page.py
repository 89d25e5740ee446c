"""``buddies.html``: for the coach, who is whose buddy in each group, in a picture and in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cohorts.after.buddies import Buddies, GroupBuddies
from cohorts.after.coaches import Coaching
from cohorts.record.group_name import group_name
from cohorts.reports.buddy_words import BondSaid, BuddyWords, about
from cohorts.reports.coach_words import coaching_said
from cohorts.reports.page.buddy_picture import Picture, picture
from cohorts.reports.page.draw import draw
from cohorts.reports.stamp import Stamp, for_whom
from cohorts.words import Language, say


@dataclass(frozen=True)
class GroupDrawn:
    """One group, ready to be drawn."""

    number: int
    name: str
    seen: str
    picture: Picture
    bonds: tuple[BondSaid, ...]
    out: str


FOLDED_FROM = 4
"""From so many groups on only the first is open: a group fills two screens of a phone."""


def buddies_page(buddies: Buddies, language: Language, coaching: Sequence[Coaching] = ()) -> str:
    """The whole page, self-contained; every name in it is escaped."""
    programme = buddies.proposal.programme
    with programme.in_own_words():
        return draw(
            "buddies",
            language,
            stamp=Stamp.of(buddies.proposal).said(for_whom("organiser", language), language),
            kind=say("buddies.kind", language),
            title=say("buddies.title", language),
            programme=programme.title[language],
            about=about(buddies, language),
            notices=[say(f"report.hidden_{one}", language) for one in buddies.hidden],
            groups=[_group(buddies, group, language) for group in buddies.groups],
            folded=len(buddies.groups) >= FOLDED_FROM,
            coaching=[coaching_said(one, language) for one in coaching],
            rules=[
                rule.title(language) for rule in buddies.fit.rules if rule.key not in buddies.untold
            ],
        )


def _group(buddies: Buddies, group: GroupBuddies, language: Language) -> GroupDrawn:
    words = BuddyWords(buddies, group, language)
    name = group_name(buddies.proposal, group.number, language)
    return GroupDrawn(
        number=group.number,
        name=name,
        seen=say(f"buddies.picture_{buddies.plan.form}", language, group=name),
        picture=picture(group),
        bonds=tuple(words.bond(bond) for bond in group.bonds),
        out=words.out(),
    )
