"""What is taken along without names says nothing by which anybody is known."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from cohorts.people.applicant import ApplicantId
from cohorts.reports.nameless import ids_told, nameless_book, nameless_csv
from cohorts.reports.sharing import Audience, Sharing
from cohorts.reports.stamp import Stamp
from cohorts.words import Language
from tests.cohorts.reports.readers_round import readers

STAMP = Stamp(date(2026, 9, 1), number=2)


def cells(content: bytes) -> list[str]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [str(c) for sheet in book for row in sheet.iter_rows(values_only=True) for c in row]


@pytest.mark.parametrize("language", list(Language))
def test_nobody_is_named(language: Language) -> None:
    made = readers()
    told = " ".join([*cells(nameless_book(made, language, STAMP)), nameless_csv(made)]).casefold()
    for a in made.round.applicants:
        for secret in (a.name, a.company, a.email, a.question, a.activity, a.kvk):
            assert not secret or secret.casefold() not in told


def test_everybody_is_in_their_group_by_id() -> None:
    made = readers()
    rows = [*csv.reader(io.StringIO(nameless_csv(made)))]
    assert rows[1:] == [
        [str(n), str(a.id)] for n, members in made.composition.groups.items() for a in members
    ]
    found = cells(nameless_book(made, Language.NL, STAMP))
    assert {str(a.id) for members in made.composition.groups.values() for a in members} <= {*found}


@pytest.mark.parametrize("said", ["0jo@anker.nl", "jo-de-witte-03", "AnkerBV"])
def test_an_id_that_says_who_somebody_is_is_not_told(said: str) -> None:
    made = readers()
    first = made.round.applicants[0]
    called = replace(first, name="Jo de Witte", company="Anker Bouw")
    mail = replace(called, id=ApplicantId(said))
    others = replace(made.round, applicants=(mail, *made.round.applicants[1:]))
    assert ids_told(replace(made, round=others))[mail.id] == "1"
    assert ids_told(made)[first.id] == first.id


def test_names_go_along_only_under_a_password() -> None:
    for audience in Audience:
        made = Sharing(readers(), audience, STAMP, Language.NL, 1)
        kinds = [one.kind for one in made.files()]
        assert ("page" in kinds) is (audience is not Audience.SELF)
        assert "addresses" not in kinds
        under = made.under_password()
        assert (under is not None) is (audience in (Audience.SELF, Audience.FACILITATOR))
