"""Why a group can have no buddies, in what a coach can change: who has nobody left, and by what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from cohorts.after.buddy_guides import Guides
from cohorts.after.never_buddies import BY_RULE, Never
from cohorts.errors import Problem
from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import Pair, pair_of
from cohorts.programme.buddy_plan import BuddyPlan, Form, OddOne
from cohorts.words import Language, say
from cohorts.words.phrase import listed
from solver.pairing.unpairable import Clash

Link = tuple[int, int]
OF_ONE = ("nobody_left", "ring_of_one")
"""What is said of one person alone, with all others who are ruled out."""
TRIO = 3


class Group(Protocol):
    """What is needed of a group: who its rows are, and who may be no pair, and why."""

    number: int
    ids: tuple[ApplicantId, ...]
    plan: BuddyPlan
    guides: Guides | None

    @property
    def never(self) -> Mapping[Pair, Never]:
        """Pairs that may not be."""

    @property
    def label(self) -> Mapping[ApplicantId, str]:
        """What everybody is called."""


def nobody_left(group: Group, clash: Clash) -> Problem:
    """The smallest cause: one person with all who are ruled out, pins that clash, or numbers."""
    facts: dict[str, object] = {"group": group.number, "count": len(group.ids)}
    people = [group.ids[row] for row in clash.rows]
    facts["people"] = tuple(group.label[one] for one in people)
    if clash.pinned:
        facts["pins"] = tuple(_together(group, link) for link in clash.pinned)
        facts["why"] = _why(group, clash.forbidden)
        alone = "pins_guides" if group.guides and len(clash.pinned) == 1 else "pins_clash"
        code = "pins_forbidden" if clash.forbidden else alone
    elif not clash.forbidden:
        facts |= {"field": group.plan.guide_field, "most": group.plan.most}
        facts["guides"] = len(group.guides.people) if group.guides else 0
        code = "too_few_guides"
    else:
        code = _code_of(group, alone=len(people) == 1)
        facts["why"] = _why(group, clash.forbidden, people[0] if code in OF_ONE else None)
    return Problem(f"buddies.{code}", "", facts)


def _code_of(group: Group, *, alone: bool) -> str:
    """Where somebody may be left, and it is not enough: for a ring, and where three are a trio."""
    plan, members = group.plan, len(group.ids)
    if plan.form is Form.RING and members >= TRIO:
        return "ring_of_one" if alone else "no_ring"
    if (plan.form, plan.odd, members) == (Form.PAIRS, OddOne.TRIO, TRIO):
        return "no_trio"
    return "nobody_left" if alone else "no_buddies"


def _together(group: Group, link: Link) -> str:
    return " – ".join(group.label[group.ids[row]] for row in link)


def _why(
    group: Group, forbidden: tuple[Link, ...], person: ApplicantId | None = None
) -> Mapping[Language, str]:
    """Per reason who it is about: of one person the others, else both."""
    by_reason: dict[Never, list[str]] = {}
    for link in forbidden:
        a, b = (group.ids[row] for row in link)
        who = group.label[b if a == person else a] if person else _together(group, link)
        by_reason.setdefault(group.never[pair_of(a, b)], []).append(who)
    return {
        language: "; ".join(
            say(_code(why, person), language, who=listed(who, language), rule=_rule(why, language))
            for why, who in by_reason.items()
        )
        for language in Language
    }


def _code(why: Never, person: ApplicantId | None) -> str:
    return f"buddies.never_{why.code}{'_of_one' if person else ''}"


def _rule(why: Never, language: Language) -> str:
    return "" if why.code != BY_RULE or why.rule is None else why.rule[language]
