"""The participants' page: nothing of others that is not theirs to know."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.reports.matches import matches
from cohorts.reports.openers import openers
from cohorts.reports.page.participant import participant_page
from cohorts.reports.start import parse_start
from cohorts.words import Language
from tests.cohorts.reports.page_tree import tree
from tests.cohorts.reports.readers_round import again, merit, readers, relations, same

START = parse_start("2026-10-05T13:30")


def one(name: str, **known: Any) -> Applicant:
    return Applicant(id=ApplicantId(name), company=name, **known)


def hidden_changed(i: int, a: Applicant) -> Applicant:
    """Everything else about everybody, but what members may know."""
    return replace(
        a,
        turnover=3e6 + i,
        turnover_low=1.0,
        turnover_high=None,
        profit=-1e5 * i,
        birth_year=1999 - i,
        email=a.email if a.consent else f"anders{i}@geheim.example",
        question="wij gaan bijna failliet" if i % 2 else None,
        ambition=float(i),
        ambition_text="alles verkopen",
        customers="geheime klanten",
        life_phase="transfer",
        competitors=(*a.competitors, "Geheim Ander"),
        family=("Oom Jan",),
        partner="Bank",
        kvk=f"{10000000 + i}",
        extra={**a.extra, "stemmen": str(i)},
        founded=a.founded if a.consent is not False else 1700,
        offer=a.offer if a.consent is not False else "iets geheims",
    )


@pytest.mark.parametrize("language", list(Language))
def test_changing_what_is_not_theirs_changes_not_a_byte(language: Language) -> None:
    # whom nothing on a page may bring together follows from relations, forms and trades: those stay
    noted = tuple(replace(r, note="iets geheims") for r in relations())
    other = again(hidden_changed, {i: 50_000 - 2 * p for i, p in merit().items()}, noted)
    # the theme a group took is told; it is the same as long as the groups are
    for number in same().composition.groups:
        page = participant_page(other, number, START, language)
        assert page == participant_page(same(), number, START, language)
        for secret in ("failliet", "geheim", "Oom Jan", "stemmen", "alles verkopen", "Bank"):
            assert secret not in page


@pytest.mark.parametrize("language", list(Language))
def test_only_members_and_what_they_shared_stand_there(language: Language) -> None:
    for number, members in readers().composition.groups.items():
        html = participant_page(readers(), number, START, language)
        text = tree(html).text
        here = {a.id for a in members}
        for a in readers().round.applicants:
            assert (f"{a.label} " in text) == (a.id in here)
            assert (str(a.email) in html) == (a.id in here and a.consent is True)
            assert f">{a.id}<" not in html
        for a in members:
            assert a.consent is False or all(theme in text for theme in a.themes)
        assert "Rivaal" not in html
        assert "geheime ruzie" not in html


def test_no_consent_leaves_the_company_and_the_place() -> None:
    told = 0
    for number, members in readers().composition.groups.items():
        (table,) = tree(participant_page(readers(), number, START, Language.NL)).all("table")
        rows = {next(iter(row.all(css="who"))).text: row for row in list(table.all("tr"))[1:]}
        for a in members:
            if a.consent is False:
                told += 1
                assert [td.text for td in rows[a.label].all("td")] == ["", ""]
                assert str(a.place) in rows[a.label].text
    assert told > 4


def test_dates_and_joint_meetings() -> None:
    text = tree(participant_page(readers(), 1, START, Language.NL)).text
    assert "maandag 5 oktober 2026, 13:30–16:30 Start, samen (met alle kringen samen)" in text
    # 19 days after Monday 5 October is Saturday 24; it moves to Monday 26
    assert "maandag 26 oktober 2026, 13:30–17:30 Module 1" in text
    none = tree(participant_page(readers(), 1, None, Language.NL)).text
    assert "hoort u nog" in none


def test_openers_name_what_is_shared_and_what_differs() -> None:
    members = [
        one("Anker", themes=("export", "opvolging"), founded=1950, fte=4.0),
        one("Berk", themes=("export",), founded=2015, fte=60.0),
        one("Citer", themes=("export", "opvolging")),
    ]
    shared, differs, pair = openers(members, Language.NL)
    assert shared.startswith("Anker, Berk en Citer noemen allemaal ‘export’. Wat hebben zij al")
    assert differs.startswith("Anker bestaat sinds 1950, Berk sinds 2015. Wat zou Berk van Anker")
    assert pair.startswith("Anker en Citer noemen als enige twee ‘opvolging’. Waar lopen zij")


def test_openers_of_people_of_whom_little_is_known() -> None:
    assert openers([one("Anker"), one("Berk")], Language.EN) == []
    near = [one("Anker", founded=2000, fte=5.0), one("Berk", founded=2009, fte=14.0)]
    assert openers(near, Language.EN) == []  # 9 years and less than 3 times apart


@pytest.mark.parametrize("language", list(Language))
def test_every_group_of_a_whole_round_gets_three_openers(language: Language) -> None:
    for members in readers().composition.groups.values():
        said = openers(members, language)
        assert len(said) == len(set(said)) == 3


def test_who_asks_meets_who_offers() -> None:
    members = [
        one("Anker", themes=("opvolging regelen",), offer="trappen van staal"),
        one("Berk", themes=("export",), offer="ervaring met opvolging"),
        one("Citer", themes=(), offer="bloemen en planten"),
    ]
    (found,) = matches(members)
    assert (found.asks.label, found.theme, found.offers.label) == (
        "Anker",
        "opvolging regelen",
        "Berk",
    )


def test_nobody_is_matched_with_themselves_or_by_nothing() -> None:
    assert matches([one("Anker", themes=("export",), offer="export naar Duitsland")]) == []
    assert matches([one("Anker", themes=("export",)), one("Berk")]) == []
    assert matches([one("Anker"), one("Berk", offer="bloemen")]) == []
