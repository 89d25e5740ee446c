"""The account for funders: the numbers are right, and nobody is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from cohorts.people.applicant import Applicant
from cohorts.programme.referral import Referral
from cohorts.reports.page.account import account_page
from cohorts.words import Language
from tests.cohorts.reports.page_tree import Node, tree
from tests.cohorts.reports.readers_round import people, programme, readers


def figures(html: Node) -> dict[str, str]:
    (lines,) = html.all("dl", "figures")
    heads, values = [dt.text for dt in lines.all("dt")], [dd.text for dd in lines.all("dd")]
    return dict(zip(heads, values, strict=True))


def test_what_came_of_everybody() -> None:
    said = figures(tree(account_page(readers(), Language.NL)))
    # 26 applied: 22 places for 24 who may, one too small, one without a yes
    assert said["Aangemeld"] == "26"
    assert said["Ingedeeld in een kring"] == "22"
    assert said["Kringen"] == "3"
    assert said["Deze keer niet geplaatst"] == "2"
    assert said["Past niet bij de voorwaarden"] == "1"
    assert said["Nog niet toegezegd"] == "1"
    assert said["Bedrijven van de deelnemers"] == "22"
    assert said["Gemeenten"] == "3"
    assert said["Provincies"] == "2"


def test_staff_is_the_sum_over_companies() -> None:
    placed = [a for members in readers().composition.groups.values() for a in members]
    staff = round(sum(a.fte or 0 for a in placed))
    said = figures(tree(account_page(readers(), Language.NL)))["Medewerkers van deze bedrijven"]
    assert said == f"ongeveer {staff}"  # fewer than 1,000: three digits say it exactly


def of(who: Sequence[Applicant], **changed: Any) -> dict[str, str]:
    """The figures of a proposal with these people in one group."""
    given = readers()
    composition = replace(given.composition, groups={1: tuple(who)})
    made = replace(given, composition=composition, not_placed=(), **changed)
    return figures(tree(account_page(made, Language.EN)))


def test_two_people_of_one_company_are_one_staff() -> None:
    """B.V. or not, with a number or without: of 40 staff; the others of 5, and of none known."""
    one, two, three, four = people()[:4]
    who = (
        replace(one, company="Smit B.V.", kvk="12345678", fte=40.0),
        replace(two, company="Smit", fte=40.0),
        replace(three, company="Bakker", kvk=None, fte=5.0),
        replace(four, company="Visser", kvk=None, fte=None),
    )
    said = of(who)
    assert said["Companies of the participants"] == "3"
    assert said["Staff of these companies (known of 2 of the 3)"] == "about 45"


def test_where_somebody_is_from_is_counted_of_who_said_it() -> None:
    one, two, three = people()[:3]
    who = (
        replace(one, municipality="Zwolle", province="Overijssel"),
        replace(two, municipality=None, province="Overijssel"),
        replace(three, municipality=None, province="Gelderland"),
    )
    said = of(who)
    assert said["Municipalities (known of 1 of the 3 participants)"] == "1"
    assert said["Provinces"] == "2"


def test_what_is_suggested_is_not_said_to_have_happened() -> None:
    """Two of three have somewhere to go, one of them alone too: a suggestion is all we know of."""
    one, two, three = people()[:3]
    elsewhere = Referral({Language.EN: "There", Language.NL: "Daar"}, {})
    alone = replace(elsewhere, alone=True)
    given = {one.id: (alone, elsewhere), two.id: (elsewhere,), three.id: ()}
    made = replace(readers())
    made.__dict__["referrals"] = given
    for language, (referral, individual) in {
        Language.EN: ("Referral suggested", "Individual trajectory suggested"),
        Language.NL: ("Doorverwijzing voorgesteld", "Individueel traject voorgesteld"),
    }.items():
        html = tree(account_page(made, language))
        said = figures(html)
        assert (said[referral], said[individual]) == ("2", "1")
        assert "ereikt" not in html.text
        assert "reached" not in html.text


def test_sums_over_all_groups() -> None:
    placed = [a for members in readers().composition.groups.values() for a in members]
    here = sum(a.province == "Overijssel" for a in placed)
    html = tree(account_page(readers(), Language.NL))
    with readers().programme.in_own_words():
        title = readers().programme.rule("quota").title(Language.NL)
    assert f"{title} {here} mensen" in [row.text for row in html.all("tr")]


@pytest.mark.parametrize("language", list(Language))
def test_no_name_and_no_id(language: Language) -> None:
    text = tree(account_page(readers(), language)).text
    for a in people():
        for secret in (a.label, a.name, a.email):
            assert str(secret) not in text
        assert str(a.id) not in text.split()


@pytest.mark.parametrize("language", list(Language))
def test_how_it_was_composed_and_checked(language: Language) -> None:
    text = tree(account_page(readers(), language)).text
    with programme().in_own_words():
        titles = [rule.title(language) for rule in programme().rules]
        titles += [condition.title(language) for condition in programme().conditions]
    assert all(title in text for title in titles)
    assert readers().input_sha256 in text
