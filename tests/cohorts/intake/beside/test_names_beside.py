"""Files beside the applicants: by company or name, in Dutch or English, the nearest named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cohorts.errors import InputError
from cohorts.intake.beside.merit_file import read_merit
from cohorts.intake.beside.previous_file import read_previous
from cohorts.intake.beside.relations_file import read_relations
from cohorts.intake.beside.waiting_list import read_waiting
from cohorts.intake.beside.words import kind_of, kinds_as_written
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import RelationKind
from cohorts.words import Language, explain


def one(number: str, name: str, company: str, kvk: str | None = None) -> Applicant:
    return Applicant(id=ApplicantId(number), name=name, company=company, kvk=kvk)


PEOPLE = (
    one("1", "Anke Lubbers", "Bakkerij Lindehof B.V.", "61000010"),
    one("2", "Bas Vosman", "Metaal Vosman", "61000017"),
    one("3", "Dirk Palinck", "Drukwerk Palinck"),
    one("4", "Esra Palinck", "Drukwerk Palinck"),
    one("NA", "Femke Eik", "Café Eikenrode"),
)


def written(folder: Path, text: str) -> Path:
    path = folder / "a.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    ["Bedrijf 1;Bedrijf 2;Soort\nbakkerij lindehof;METAAL VOSMAN BV;concurrenten\n",
     "van;naar;relatie\nLubbers, Anke;61000017;Concurrent van\n",
     "Bedrijf;Bedrijf;type\nBakkerij Lindehof;Bas Vosman;concurreert met\n",
     "Company A,Company B,Relationship\nBakkerij Lindehof BV,Metaal Vosman,Competitors\n",
     "ondernemer a;ondernemer b;soort relatie;verplicht;toelichting\n1;2;concurrent;;\n"],
)  # fmt: skip
def test_relations_as_organisers_keep_them(text: str, tmp_path: Path) -> None:
    (relation,) = read_relations(written(tmp_path, text), PEOPLE)
    assert (relation.a, relation.b, relation.kind) == ("1", "2", RelationKind.COMPETITOR)


@pytest.mark.parametrize(
    ("text", "kind", "turned"),
    [
        ("levert aan", "supplies", False),
        ("Afnemer van", "supplies", True),
        ("kennen elkaar", "knows", False),
        ("collega's", "colleague", False),
        ("Familie", "family", False),
        ("zelfde branche", "same_sector", False),
        ("bij elkaar", "together", False),
        ("ontmoet", "met", False),
        ("geen", "none", False),
        ("None", "none", False),
    ],
)
def test_kinds_in_dutch_and_english(text: str, kind: str, turned: bool) -> None:
    assert kind_of(text) == (RelationKind(kind), turned)


@pytest.mark.parametrize("kind", list(RelationKind))
def test_every_kind_has_its_own_name(kind: RelationKind) -> None:
    assert kind_of(kind.value) == (kind, False)
    place = list(RelationKind).index(kind)
    for said in kinds_as_written().values():
        assert kind_of(said[place]) == (kind, False)
    assert kind_of("iets anders") is None


def test_who_buys_is_supplied(tmp_path: Path) -> None:
    (relation,) = read_relations(written(tmp_path, "a,b,kind\n1,2,klant van\n"), PEOPLE)
    assert (relation.a, relation.b) == ("2", "1")


def test_words_for_nothing_are_ids_and_kinds_here(tmp_path: Path) -> None:
    (relation,) = read_relations(written(tmp_path, "a,b,kind\nNA,1,none\n"), PEOPLE)
    assert (relation.a, relation.kind) == ("NA", RelationKind.NONE)


def test_accents_and_labels_of_people_told_apart(tmp_path: Path) -> None:
    text = "a,b,kind\nCafe Eikenrode,Drukwerk Palinck (Esra Palinck),met\n"
    (relation,) = read_relations(written(tmp_path, text), PEOPLE)
    assert (relation.a, relation.b) == ("NA", "4")


def test_everything_that_is_wrong_is_said_at_once_with_the_nearest(tmp_path: Path) -> None:
    text = "a,b,kind\nMetaal Vosmann,Drukwerk Palinck,concurrent\n2,2,rivaal\n"
    with pytest.raises(InputError) as caught:
        read_relations(written(tmp_path, text), PEOPLE)
    assert [(p.code.removeprefix("intake."), p.place) for p in caught.value.problems] == [
        ("person_unknown", "a.csv:2"),
        ("person_ambiguous", "a.csv:2"),
        ("relation_kind", "a.csv:3"),
        ("relation_self", "a.csv:3"),
    ]
    unknown, ambiguous = caught.value.problems[:2]
    assert explain(unknown, Language.NL)[1].endswith("Het meest lijkt erop: Metaal Vosman (2).")
    assert "3 (Drukwerk Palinck (Dirk Palinck))" in explain(ambiguous, Language.NL)[0]


def test_of_suggestions_the_likely_ones_are_wishes(tmp_path: Path) -> None:
    text = "a,b,rank,kind,likely,why\n1,2,1,competitor,yes,x\n1,3,2,competitor,no,\n"
    (relation,) = read_relations(written(tmp_path, text), PEOPLE)
    assert (relation.b, relation.must, relation.note) == ("2", False, "x")
    text = "a,b,kind,likely,must\n1,2,competitor,no,yes\n"  # somebody confirmed it
    assert read_relations(written(tmp_path, text), PEOPLE)[0].must is True


def test_points_and_waiting_lists_in_dutch(tmp_path: Path) -> None:
    rows = "".join(f"{a.id};{i}\n" for i, a in enumerate(PEOPLE))
    assert read_merit(written(tmp_path, f"Nummer;Punten\n{rows}"), PEOPLE)[ApplicantId("2")] == 1000
    waiting = read_waiting(written(tmp_path, "kandidaat;wacht sinds;kring\n1;2026-09-01;2\n"))
    assert waiting[ApplicantId("1")].circle == "B"


def test_an_earlier_groups_csv_after_the_form_numbered_anew(tmp_path: Path) -> None:
    """Number 1 was Bas: now it is Anke's. Who has no number any more is found by name."""
    text = (
        "group,applicant_id,company,name\n1,1,Metaal Vosman,Bas Vosman\n"
        "2,77,Bakkerij Lindehof,ANKE LUBBERS\n3,3,Drukwerk Palinck B.V.,Dirk Palink\n"
    )
    assert read_previous(written(tmp_path, text), PEOPLE) == {"2": 1, "1": 2, "3": 3}


def test_a_company_that_sends_somebody_else_keeps_its_place(tmp_path: Path) -> None:
    text = "groep;nummer;bedrijf;naam\n4;2;Metaal Vosman;Iemand Anders\n"
    assert read_previous(written(tmp_path, text), PEOPLE) == {"2": 4}
    twins = (PEOPLE[0], replace(PEOPLE[0], id=ApplicantId("9")))
    text = "groep;nummer;bedrijf;naam\n4;x;Bakkerij Lindehof;Anke Lubbers\n5;9;;\n"
    assert read_previous(written(tmp_path, text), twins) == {"9": 5}


def test_the_nearest_may_share_a_word_only(tmp_path: Path) -> None:
    people = (
        Applicant(id=ApplicantId("1"), company="Kip Metaalbewerking en Constructie"),
        Applicant(id=ApplicantId("2"), company="Boer Bouw"),
    )
    with pytest.raises(InputError) as refused:
        read_relations(written(tmp_path, "a,b,kind\nKip,2,competitor\n"), people)
    [problem] = refused.value.problems
    assert problem.facts["nearest"] == ("Kip Metaalbewerking en Constructie (1)",)
