"""Who shares a reason stands together, however much where they may go differs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.record.referred import facts_said
from cohorts.reports.outcome import outcome
from cohorts.reports.page.render import page
from cohorts.reports.sheets import no_group
from cohorts.reports.without_group import Because, without_group
from cohorts.round.set_aside import Aside, SetAside
from cohorts.words import Language, say
from tests.cohorts.reports.page_tree import tree
from tests.cohorts.rounds.proposing.samples import composed
from tests.cohorts.small_round import people, small


def left(count: int) -> tuple[Applicant, ...]:
    """All with a theme of social innovation in Overijssel; the first is a family business too."""
    family = {"familiebedrijf": "ja"}
    return tuple(
        replace(
            a,
            id=ApplicantId(f"left{i}"),
            province="Overijssel",
            fte=10.0,
            themes=("slimmer werken",),
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
    """All four may go to the pioneers; only the first is for Good Governance."""
    found = because(4)
    assert "Pioniers sociale innovatie" in [offer.place.title for offer in found.shared]
    assert all(offer.count == 4 for offer in found.shared)
    first, *others = found.people
    assert "Goed Bestuur (familiebedrijven, Overijssel)" in first.also
    assert [one.also for one in others] == [(), (), ()]
    assert {offer.count for offer in found.others} == {1}


def test_where_all_may_go_to_the_same_nothing_stands_behind_a_name() -> None:
    given = proposal(1)
    (without,) = without_group(given, Language.NL)
    (found,) = without.reasons
    assert not found.others
    assert found.people[0].also == ()


def test_where_nobody_may_surely_go_anywhere_that_is_said_once() -> None:
    unknown = tuple(replace(a, themes=(), extra={}) for a in left(4))
    (without,) = without_group(refused(unknown), Language.EN)
    ((only,),) = [because.shared for because in without.reasons]
    assert only.place.text.startswith("As far as we know, no other programme")


def test_the_command_line_says_for_how_many() -> None:
    said = outcome(proposal(), Language.EN)
    places = [line.strip() for line in said if line.startswith("    → ")]
    assert places == [
        "→ Learning circle for social and organisational innovation (Overijssel)",
        "→ Pioneers of social innovation",
        "→ Good Governance (family businesses, Overijssel) (1 of the 4)",
        "→ 2 more",
    ]


@pytest.mark.parametrize("language", list(Language))
def test_how_old_the_facts_are_is_said_once_wherever_it_is_read(language: Language) -> None:
    given = proposal()
    said = facts_said(given.referrals.values(), language)
    assert "2019" in said
    on_the_page = " ".join(tree(page(given, language)).text.split())
    assert on_the_page.count(said) == 1
    assert outcome(given, language).count(said) == 1
    table = no_group(given, language)
    heads = [column.title for column in table.columns]
    assert sum(said in head for head in heads) == 1
    assert not any(said in str(cell) for row in table.rows for cell in row)
    fresh = replace(given, round=replace(given.round, on=date(2019, 1, 1)))
    assert facts_said(fresh.referrals.values(), language) == ""


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


@pytest.mark.parametrize("language", list(Language))
def test_that_there_is_nowhere_to_go_is_said_once_whatever_the_reason(language: Language) -> None:
    given = composed("move2social")
    none = say("referral.none", language)
    found = without_group(given, language)
    of_kind = {one.kind: one for one in found}
    for kind in ("not_placed", "refused"):
        assert len(of_kind[kind].reasons) > 1
        assert of_kind[kind].nowhere is not None
    assert of_kind["unconfirmed"].nowhere is None, "who has only not said yes goes nowhere else"
    assert " ".join(tree(page(given, language)).text.split()).count(none) == 2
    told = outcome(given, language)
    assert "\n".join(told).count(none.rstrip(".")) == 2
    assert told.count(f"  {none}") == 2, "an arrow there would follow nothing"
