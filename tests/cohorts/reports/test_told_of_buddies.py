"""What is said of buddies: true of these two, told once, and what a coach can pass on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cohorts.after.buddies import Buddies
from cohorts.reports.buddy_words import BondSaid, BuddyWords
from cohorts.reports.page.buddies_page import buddies_page
from cohorts.words import Language
from tests.cohorts.after.buddy_round import made, members


def said(buddies: Buddies, language: Language = Language.EN) -> list[BondSaid]:
    (group,) = buddies.groups
    return list(BuddyWords(buddies, group, language).bonds())


@pytest.mark.parametrize("language", list(Language))
def test_who_is_left_together_still_hears_what_they_share(language: Language) -> None:
    """Three make one trio: no pair is better than an average one, and there is no other way."""
    (trio,) = said(made(members([1, 2, 10]), rules=[RULE]), language)
    assert len(trio.reasons) == 2
    assert "10" in trio.reasons[1]
    assert trio.instead == ""


RULE = {"rule": "complementary", "field": "experience"}


def test_it_is_said_from_where_somebody_has_much() -> None:
    """1 and 7 differ, yet both are below the middle one."""
    found = said(made(members([1, 7, 8, 9, 11, 12]), rules=[RULE], pins=["ab"]))
    told = found[0].regrets[0]
    assert "(1) and " in told
    assert told.endswith("(7); much is more than 8.5 here.")
    stated = made(members([1, 7, 8, 11]), rules=[{**RULE, "from_value": 9}], pins=["ab"])
    assert any("much is 9 or more here" in one for bond in said(stated) for one in bond.regrets)


def test_what_comes_instead_is_told_once() -> None:
    """Of two pairs the only other ways are the same two for both."""
    first, second = said(made(members([1, 2, 10, 11], fte=[1.0, 2.0, 1.0, 2.0])))
    assert "less good" in first.instead or "as good" in first.instead
    assert second.instead == f"Without this pair: the same as without {first.who}."


@pytest.mark.parametrize(("groups", "closed"), [(3, 0), (4, 3)])
def test_of_many_groups_only_the_first_is_open(groups: int, closed: int) -> None:
    """A group fills two screens of a phone; on paper all of them are open."""
    found = made(members([1, 2, 10, 11]))
    many = replace(found, groups=found.groups * groups)
    page = buddies_page(many, Language.NL)
    assert page.count('<details class="sitting">') == closed
    assert page.count('<details class="sitting" open>') == (1 if closed else 0)


def test_where_nothing_is_known_it_says_so() -> None:
    """No pair is better than another: to call this the best as a whole would be a pretence."""
    first, *_ = said(made(members([None] * 4), rules=[RULE]))
    assert first.reasons == (
        (
            "As far as is known every pair is as good here by the rules; "
            "the order of the numbers decided."
        ),
    )
