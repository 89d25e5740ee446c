"""One spelling for each value; what people are called and what they wrote stays theirs."""

from __future__ import annotations

from itertools import permutations

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.spelling import meant, spelled_alike


def one(number: int, **fields: object) -> Applicant:
    return Applicant(id=ApplicantId(f"p{number}"), **fields)  # type: ignore[arg-type] # any field


def test_a_field_a_list_and_a_column_have_one_spelling_each() -> None:
    people = (
        one(1, province="Fryslân", themes=("Export", "export"), extra={"soort": "A.|b", "x": ""}),
        one(2, province="FRYSLA\u0302N", themes=("Export",), extra={"soort": "B"}),
        one(3, province="Fryslân ", themes=("EXPORT", "groei"), extra={"soort": "a | B"}),
    )
    first, second, third = spelled_alike(people)
    assert {a.province for a in (first, second, third)} == {"Fryslân"}
    assert (first.themes, second.themes, third.themes) == (
        ("Export",),
        ("Export",),
        ("Export", "groei"),
    )
    assert first.extra == {"soort": "a | B", "x": ""}
    assert third.extra == {"soort": "a | B"}


def test_it_does_not_depend_on_the_order_of_the_rows() -> None:
    people = [one(i, role=role) for i, role in enumerate(("Maker", "MAKER", "maker", "bank"))]
    roles = {
        tuple(sorted((a.id, a.role) for a in spelled_alike(order)))
        for order in permutations(people)
    }
    assert roles == {(("p0", "Maker"), ("p1", "Maker"), ("p2", "Maker"), ("p3", "bank"))}


def test_what_somebody_is_called_and_wrote_stays_as_it_was() -> None:
    people = (
        one(1, name="Jan Bos", email="jan@x.nl", question="Export.", family=("Bos",)),
        one(2, name="JAN BOS", email="JAN@X.NL", question="export", family=("BOS",)),
    )
    assert spelled_alike(people)[0] is people[0]
    assert spelled_alike(people)[1] is people[1]


def test_a_company_is_shown_as_it_was_given_and_read_as_the_others_are() -> None:
    people = spelled_alike([one(1, company="Bos"), one(2, company="BOS."), one(3, company="Bos")])
    assert [a.company for a in people] == ["Bos", "BOS.", "Bos"]
    assert [a.label for a in people] == ["Bos", "BOS.", "Bos"]
    assert [a.text("company") for a in people] == ["Bos", "Bos", "Bos"]
    assert spelled_alike(people)[1] is people[1]
    assert spelled_alike([people[1]])[0].values("company") == ("BOS.",)


def test_a_column_that_is_called_like_a_field_is_a_column() -> None:
    people = (one(1, extra={"themes": "Zon|zon"}), one(2, extra={"themes": "ZON"}))
    assert [a.extra["themes"] for a in spelled_alike(people)] == ["Zon", "Zon"]


def test_what_is_meant_is_the_same_however_it_is_written() -> None:
    a = one(1, name="Zoë", role="Maker.", question="Wat  nu?", suppliers=("Bos B.V.",))
    b = one(1, name="ZOE\u0308", role="maker", question="wat\u00a0nu?", suppliers=("bos b.v",))
    assert meant(a) == meant(b)
    assert meant(a) != meant(one(1, name="Zoe", role="maker"))
    assert meant(one(1, question="nu.")) != meant(one(1, question="nu"))
