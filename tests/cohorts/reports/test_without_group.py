"""Who shares a reason stands together, however much where they may go differs."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.reports.outcome import outcome
from cohorts.reports.page.render import page
from cohorts.reports.without_group import Because, without_group
from cohorts.round.set_aside import Aside, SetAside
from cohorts.words import Language
from tests.cohorts.reports.page_tree import tree
from tests.cohorts.small_round import people, small


def left(count: int) -> tuple[Applicant, ...]:
    """All in Overijssel; the first is a family business, the others did not say."""
    family = {"familiebedrijf": "ja"}
    return tuple(
        replace(
            a,
            id=ApplicantId(f"left{i}"),
            province="Overijssel",
            fte=2.0,
            extra=family if i == 0 else {},
        )
        for i, a in enumerate(people(count))
    )


@cache
def proposal(count: int = 4) -> Proposal:
    return refused(left(count))


def refused(who: tuple[Applicant, ...]) -> Proposal:
    """Everybody else is placed."""
    aside = tuple(SetAside(a, Aside.REFUSED) for a in who)
    given = small().proposal
    return replace(given, not_placed=(), round=replace(given.round, set_aside=aside))


def because(count: int, language: Language = Language.NL) -> Because:
    (without,) = without_group(proposal(count), language)
    assert without.count == count
    (found,) = without.reasons
    return found


def test_one_reason_is_one_block_and_the_rest_stands_behind_the_name() -> None:
    """All four may go to the accelerator; only the first is surely for Good Governance."""
    found = because(4)
    assert found.shared[0].place.title == "MKB Businessversneller"
    assert all(offer.count == 4 for offer in found.shared)
    first, *others = found.people
    assert first.also[0] == "Goed Bestuur (familiebedrijven, Overijssel)"
    for one in others:
        assert "Misschien: Goed Bestuur (familiebedrijven, Overijssel)" in one.also
    counts = {offer.place.title: offer.count for offer in found.others}
    assert counts["Goed Bestuur (familiebedrijven, Overijssel)"] == 1
    assert counts["Misschien: Goed Bestuur (familiebedrijven, Overijssel)"] == 3
    sure = [offer.place.sure for offer in found.others]
    assert sure == sorted(sure, reverse=True)


def test_where_all_may_go_to_the_same_nothing_stands_behind_a_name() -> None:
    given = proposal(1)
    (without,) = without_group(given, Language.NL)
    (found,) = without.reasons
    assert not found.others
    assert found.people[0].also == ()


def test_where_nobody_may_surely_go_anywhere_that_is_said_once() -> None:
    unknown = tuple(replace(a, province=None, fte=300.0, founded=None, extra={}) for a in left(4))
    (without,) = without_group(refused(unknown), Language.EN)
    ((only,),) = [because.shared for because in without.reasons]
    assert only.place.text.startswith("We know no other programme")


def test_the_command_line_says_for_how_many() -> None:
    said = outcome(proposal(), Language.EN)
    places = [line.strip() for line in said if line.startswith("    → ")]
    assert places == [
        "→ MKB Businessversneller (business accelerator)",
        "→ Good Governance (family businesses, Overijssel) (1 of the 4)",
        "→ Learning circle for family businesses (Overijssel) (1 of the 4)",
        "→ 4 more",
    ]


@pytest.mark.parametrize("language", list(Language))
def test_the_page_tells_each_place_once(language: Language) -> None:
    html = tree(page(proposal(), language))
    (blocks,) = html.all("div", "because")
    assert len(list(blocks.all("section", "panel"))) == 1
    assert len(list(blocks.all("ul", "people"))) == 1
    found = because(4, language)
    text = " ".join(html.text.split())
    for offer in (*found.shared, *found.others):
        assert text.count(" ".join(offer.place.text.split())) == 1
