"""What a repair changed and who must be told what, in both languages and at every door."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest

from cohorts import compose
from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import ApplicantId
from cohorts.record.hide import Hidden, hide
from cohorts.reports.page import page
from cohorts.reports.repair_told import Mended, mended
from cohorts.reports.xlsx import workbook
from cohorts.words import Language
from tests.cohorts.after.nine import Announced, announced, moved, people, rivals

MORE = {"d1": 22.0}


def repaired(**asked: object) -> Proposal:
    """d1 competes with b1 and b2, and comes in for b3: somebody has to move to group 2."""
    given = {"relations": rivals("d1-b1", "d1-b2"), "size": (3, 3), **asked}
    return announced().repaired("b3", more=MORE, **given).options[0]


def told(proposal: Proposal, language: Language = Language.EN) -> Mended:
    found = mended(proposal, language)
    assert found is not None
    return found


def test_who_moves_who_comes_and_what_each_group_sees() -> None:
    made = repaired()
    ((who, group),) = moved(made).items()
    home = {"a": 1, "c": 3}[who[0]]
    said = told(made)
    assert said.began == ("Stopped: Bedrijf b3 (group 2).", "New: Bedrijf d1.")
    assert [(one.who, one.what) for one in said.people] == [
        (f"Bedrijf {who}", f"Moves from group {home} to group {group}."),
        ("Bedrijf d1", f"Is new and comes into group {home}."),
    ]
    assert {one.who: one.what for one in said.groups} == {
        "Group 2": f"Bedrijf b3 has stopped. Bedrijf {who} comes in.",
        f"Group {home}": f"Bedrijf {who} goes to group 2. Bedrijf d1 comes in.",
    }
    (other,) = {1, 2, 3} - {2, home}
    assert said.rest == f"Nothing changes in group {other}; nobody there needs to be told anything."
    assert said.proof == "With fewer than 1 move it cannot be done; that is proven."
    assert said.options[0].title == "Option 1: 1 person moves. (chosen)"


def test_it_speaks_dutch() -> None:
    said = told(repaired(), Language.NL)
    assert said.began == ("Gestopt: Bedrijf b3 (groep 2).", "Nieuw: Bedrijf d1.")
    assert said.proof == "Met minder dan 1 verhuizing kan het niet; dat is bewezen."


def test_what_was_not_proven_is_not_said_to_be() -> None:
    made = repaired()
    assert made.repaired is not None
    other = replace(made, repaired=replace(made.repaired, proven=False))
    assert "not proven" in told(other).proof


def test_who_moves_against_their_wish_is_told_so() -> None:
    """Everybody would rather not: somebody must, and may have moved before."""
    everybody = ("a1", "a2", "a3", "c1", "c2", "c3", "b1", "b2")
    made = repaired(rather_not=everybody)
    (one,) = told(made).people[:1]
    assert one.what.endswith("Would rather not have moved.")
    assert "Of them 1 would rather not move." in told(made).options[0].lines
    assert made.repaired is not None
    again = replace(made.repaired, moved_before=(ApplicantId(next(iter(moved(made)))),))
    assert told(replace(made, repaired=again)).people[0].what.endswith("Moved before.")


@pytest.mark.parametrize("language", list(Language))
def test_page_and_workbook_tell_it(language: Language) -> None:
    made = repaired()
    said = told(made, language)
    html = page(made, language)
    assert all(line in html for line in (*said.began, said.rest, said.proof))
    assert all(one.what in html for one in (*said.people, *said.groups))
    book = openpyxl.load_workbook(io.BytesIO(workbook(made, language)))
    cells = {c.value for sheet in book for row in sheet.iter_rows() for c in row}
    assert {one.what for one in (*said.people, *said.groups)} <= cells


def test_what_was_composed_has_no_such_part() -> None:
    plain = announced().proposal
    assert mended(plain, Language.NL) is None
    assert 'id="repair"' not in page(plain, Language.NL)


def test_where_votes_are_hidden_nobody_is_told_to_stand_higher() -> None:
    made = repaired()
    assert made.repaired is not None
    one = replace(made.repaired.options[0], level="standing")
    ranked = replace(made, repaired=replace(made.repaired, options=(one,)))
    with_votes = replace(ranked, round=replace(ranked.round, merit={}))
    assert any("stands higher" in line for line in told(with_votes).options[0].lines)
    assert not any("stands higher" in line for line in told(ranked).options[0].lines)
    assert told(hide(ranked, [Hidden.VOTES])).options


@pytest.mark.parametrize(
    ("language", "title", "heard"),
    [
        (Language.EN, "Option 1: 2 people lose the place that was promised. (chosen)", "2 members"),
        (
            Language.NL,
            "Mogelijkheid 1: 2 mensen verliezen de plaats die al was toegezegd. (gekozen)",
            "2 leden",
        ),
    ],
)
def test_who_loses_a_place_does_not_merely_move(language: Language, title: str, heard: str) -> None:
    """Three in each group and no fewer: with b3 gone, group 2 falls apart; nobody wants d1."""
    begun = announced()
    places = begun.programme.groups.model_copy(update={"places": "as many as possible"})
    asked = begun.programme.model_copy(update={"groups": places})
    composed = compose(people(), asked, size=(3, 3), effort="quick")
    given = {"size": (3, 3), "relations": rivals(*(f"d1-{a.id}" for a in people()))}
    made = Announced(asked, composed, given).repaired("b3", more=MORE).options[0]
    said = told(made, language)
    assert said.options[0].title == title
    assert "2" in said.proof
    (closed,) = (one for one in said.groups if one.who.endswith("2"))
    assert heard in closed.what
