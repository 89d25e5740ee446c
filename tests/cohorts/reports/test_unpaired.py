"""Whom no page brings together, and what the coach reads of them instead."""

from __future__ import annotations

from typing import Any

import pytest

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.reports.matches import matches
from cohorts.reports.openers import openers
from cohorts.reports.page.ties import ties
from cohorts.reports.unpaired import unpaired
from cohorts.round.room import Room
from cohorts.round.round import Round
from cohorts.words import Language

HOME: dict[str, Any] = {"place": "Zwolle", "latitude": 52.51, "longitude": 6.09}


def two(kind: str) -> Round:
    """Two who would be paired: rivals by one form, by a row, by trade; or nothing of these."""
    same: dict[str, Any] = {"sbi": "4321"} if kind == "trade" else {}
    named: dict[str, Any] = {"competitors": ("Berk",)} if kind == "form" else {}
    people = (
        Applicant(
            id=ApplicantId("a"),
            company="Anker",
            themes=("export",),
            founded=1950,
            fte=40.0,
            offer="advies",
            **HOME,
            **same,
            **named,
        ),
        Applicant(
            id=ApplicantId("b"),
            company="Berk",
            themes=("groei",),
            founded=2015,
            fte=2.0,
            offer="export naar Duitsland",
            **HOME,
            **same,
        ),
    )
    row = Relation(people[0].id, people[1].id, RelationKind.COMPETITOR)
    return Round(
        applicants=people,
        groups=1,
        smallest=1,
        largest=2,
        target=2,
        places=Room.parse("everyone"),
        relations=(row,) if kind == "row" else (),
    )


@pytest.mark.parametrize("kind", ["form", "row", "trade"])
def test_no_page_for_participants_brings_rivals_together(kind: str) -> None:
    """Also where the programme has no rule about it."""
    round_ = two(kind)
    apart = unpaired(round_, (), round_.applicants)
    assert apart == {("a", "b")}
    for language in Language:
        assert openers(round_.applicants, language, apart) == []
    assert matches(round_.applicants, apart) == []


def test_others_are_brought_together() -> None:
    round_ = two("")
    assert not unpaired(round_, (), round_.applicants)
    assert len(openers(round_.applicants, Language.NL)) == 3
    assert len(matches(round_.applicants)) == 1


def test_the_coach_reads_who_named_whom() -> None:
    round_ = two("form")
    assert ties(round_, round_.applicants, Language.NL) == [
        "Anker noemt Berk op het formulier als concurrent."
    ]
    assert ties(two("row"), two("row").applicants, Language.EN) == [
        "Anker and Berk are competitors."
    ]
