"""Whom a name on a form means, and what that makes of two companies."""

from __future__ import annotations

import pytest

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.named_on_forms import Rivalry, names_nobody, on_forms


def one(who: str, company: str | None, *competitors: str, **known: object) -> Applicant:
    given = {"company": company, "competitors": competitors, **known}
    return Applicant(id=ApplicantId(who), **given)  # type: ignore[arg-type] # fields by name


SMITHY = one("b", "De Smidse B.V.", kvk="12345678", place="Zwolle")


@pytest.mark.parametrize(
    ("written", "sure"),
    [
        ("de smidse", True),
        ("DE SMIDSE BV", True),
        ("De Smidse (Zwolle)", True),
        ("KvK 12 34 56 78", True),
        ("12345678", True),
        ("Smidse", False),
        ("De Smitse", False),
        ("www.desmidse.nl", False),
        ("De Smidse, kvk 87654321", False),
        ("Onze grootste concurrent is de smidse op de hoek", False),
    ],
)
def test_who_is_meant(written: str, sure: bool) -> None:
    """Only the whole name or the number is sure; a slip of the hand never is."""
    found = on_forms([one("a", "Anker", written), SMITHY])
    (rivalry,) = found.rivals.values()
    assert ([naming.sure for naming in rivalry.namings], rivalry.mutual) == ([sure], False)
    assert not found.unmatched


@pytest.mark.parametrize(
    "written",
    [
        "geen",
        "N.v.t.",
        "onbekend",
        "-",
        "?",
        "3",
        "Geen directe concurrenten",
        "te veel",
        "No idea",
    ],
)
def test_ordinary_answers_are_nobody(written: str) -> None:
    found = on_forms([one("a", "Anker", written), SMITHY])
    assert names_nobody(written)
    assert not found.rivals
    assert not found.unmatched


def test_a_company_may_be_called_as_an_ordinary_answer() -> None:
    found = on_forms([one("a", "Anker", "Geen Gedoe"), one("b", "Geen Gedoe B.V.")])
    assert len(found.rivals) == 1


def test_the_own_company_and_a_colleague_are_nobody() -> None:
    people = [one("a", "Anker", "Anker BV", kvk="1" * 8), one("c", "Anker", kvk="1" * 8), SMITHY]
    found = on_forms(people)
    assert not found.rivals
    assert not found.unmatched


def test_strangers_are_listed_once() -> None:
    people = [
        one("a", "Anker", "Zon en Maan", "Onbekende Firma"),
        one("b", "Berk", "onbekende firma"),
    ]
    assert list(on_forms(people).unmatched) == ["maan", "onbekende firma", "zon"]


def test_a_name_of_two_companies_is_doubtful_of_both() -> None:
    people = [one("a", "Anker", "Kip"), one("b", "Kip", kvk="1" * 8), one("c", "Kip", kvk="2" * 8)]
    found = on_forms(people)
    assert [n.sure for rivalry in found.rivals.values() for n in rivalry.namings] == [False, False]
    assert {n.among for rivalry in found.rivals.values() for n in rivalry.namings} == {2}


def test_both_only_where_both_are_sure() -> None:
    berk = one("b", "Berk", "Anker")
    (sure,) = on_forms([one("a", "Anker", "Berk"), berk]).rivals.values()
    (slip,) = on_forms([one("a", "Anker", "Berck B.V."), berk]).rivals.values()
    assert (sure.mutual, slip.mutual) == (True, False)


def test_what_one_of_a_company_wrote_holds_for_each_of_it() -> None:
    people = [
        *(one(who, "Anker", *names, kvk="1" * 8) for who, names in (("a1", ("Berk",)), ("a2", ()))),
        *(one(who, "Berk", *names, kvk="2" * 8) for who, names in (("b1", ()), ("b2", ("Anker",)))),
    ]
    found = on_forms(people)
    ((pair, rivalry),) = found.rivals.items()
    assert rivalry.mutual
    pairs = found.people(pair, {a.id: i for i, a in enumerate(people)})
    assert pairs == [("a1", "b1"), ("a1", "b2"), ("a2", "b1"), ("a2", "b2")]


def test_several_names_in_one_answer() -> None:
    found = on_forms([one("a", "Anker", "1. Berk 2. De Smidse en Zon"), one("b", "Berk"), SMITHY])
    assert len(found.rivals) <= 2


def test_other_names_of_a_company_count() -> None:
    people = [
        one("a", "Anker", "Staalmeester"),
        one("b", "Jansen Staal h.o.d.n. Staalmeester"),
        one("c", "Citer", "Fluitje"),
        one("d", "Duin", extra={"Handelsnaam": "Fluitje"}),
    ]
    assert [n.sure for r in on_forms(people).rivals.values() for n in r.namings] == [True, True]


def test_in_whatever_order_people_come() -> None:
    people = [
        one("a", "Anker", "Berk", "x y z"),
        one("b", "Berk", "Anker"),
        one("c", "Citer", "Berck"),
    ]
    there, back = on_forms(people), on_forms(people[::-1])
    assert (there.rivals, there.unmatched) == (back.rivals, back.unmatched)


def test_a_name_that_is_only_a_trade_or_a_place_is_doubtful() -> None:
    people = [one("a", "Bakkerij", "Zwolle"), one("b", "Zwolle", "Bakkerij", place="Zwolle")]
    (rivalry,) = on_forms(people).rivals.values()
    assert (_doubtful(rivalry), rivalry.mutual) == (True, False)


@pytest.mark.parametrize(
    "written",
    [
        "onze Anker Techniek, Citroen",
        "Anker Techniek - Citroen",
        "Anker Technick \u2022 Citroen",
        "Citroen\nAnker Techniek",
        "a) Anker Techniek b) Citroen",
        "1) Anker Techniek\n2) Citroen",
        "Citroen (zelfde straat); Anker Techniek",
        "Citroen, geen Anker Techniek",
    ],
)
def test_nobody_is_lost_in_a_list(written: str) -> None:
    people = [one("a", "Berk", written), one("b", "Anker Techniek"), one("c", "Slagerij Citroen")]
    found = on_forms(people)
    assert list(found.rivals) == [("anker techniek", "berk"), ("berk", "slagerij citroen")]
    assert not found.unmatched


def test_what_begins_as_an_answer_of_nobody_may_be_short_for_a_company() -> None:
    people = [one("a", "Anker", "geen Gedoe", "geen"), one("b", "Geen Gedoe Schoonmaak")]
    (rivalry,) = on_forms(people).rivals.values()
    assert _doubtful(rivalry)


@pytest.mark.parametrize(
    "written", ["VD Meer Techniek", "v.d. Meer Techniek", "Fam. Meer Techniek"]
)
def test_little_words_may_be_short(written: str) -> None:
    people = [one("a", "Anker", written), one("b", "Van der Meer Techniek BV")]
    (rivalry,) = on_forms(people).rivals.values()
    assert _doubtful(rivalry)


def test_two_companies_of_one_name_that_name_each_other_are_rivals() -> None:
    """Nobody is a rival of the own company, so the name stands for two; a colleague stays one."""
    people = [
        one("a", "Jansen", "Jansen (Deventer)", place="Raalte"),
        one("b", "Jansen", "Jansen Raalte", place="Deventer"),
        one("c", "Jansen", place="Deventer"),
    ]
    found = on_forms(people)
    ((pair, rivalry),) = found.rivals.items()
    assert rivalry.mutual
    assert found.people(pair, {a.id: 0 for a in people}) == [("a", "b"), ("a", "c")]
    establishments = [one("a", "Jansen", "Berk", place="Raalte"), *people[2:]]
    assert not on_forms(establishments).rivals


def _doubtful(rivalry: Rivalry) -> bool:
    """Whether it is not sure of every naming whom it means."""
    return not all(naming.sure for naming in rivalry.namings)
