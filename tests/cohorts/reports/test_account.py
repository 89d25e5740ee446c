"""The account for funders: the numbers are right, and nobody is named."""

from __future__ import annotations

import pytest

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
    assert said["Geplaatst"] == "22"
    assert said["Kringen"] == "3"
    assert said["Deze keer niet geplaatst"] == "2"
    assert said["Past niet bij de voorwaarden"] == "1"
    assert said["Nog niet toegezegd"] == "1"
    assert said["Bedrijven"] == "22"
    assert said["Gemeenten"] == "3"
    assert said["Provincies"] == "2"


def test_staff_is_the_sum_over_companies() -> None:
    placed = [a for members in readers().composition.groups.values() for a in members]
    staff = round(sum(a.fte or 0 for a in placed))
    said = figures(tree(account_page(readers(), Language.NL)))["Bereikte medewerkers"]
    assert said == f"ongeveer {staff}"  # fewer than 1,000: three digits say it exactly


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
