"""Two tests a condition: it refuses, and it does not; and where it cannot know."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cohorts.conditions import Condition, conditions
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.judgement import Verdict
from cohorts.words import Language

ON = date(2026, 11, 24)
MET, REFUSED, UNKNOWN = Verdict.MET, Verdict.REFUSED, Verdict.UNKNOWN


def build(**fields: Any) -> Condition:
    return conditions()[fields["condition"]].model_validate(fields)


def someone(**fields: Any) -> Applicant:
    return Applicant(id=ApplicantId("a"), **fields)


def judged(condition: Condition, applicant: Applicant) -> tuple[Verdict, str]:
    judgement = condition.judge(applicant, ON)
    return judgement.verdict, condition.sentence(judgement, Language.NL)


def test_between_refuses_and_admits() -> None:
    size = build(condition="between", field="fte", least=10, most=250)
    assert judged(size, someone(fte=300.0)) == (
        REFUSED,
        "Aantal medewerkers: 300. Gevraagd is van 10 tot en met 250.",
    )
    assert judged(size, someone(fte=10.0))[0] is MET
    assert judged(size, someone(fte=250.0))[0] is MET
    assert judged(size, someone(fte=9.5))[0] is REFUSED


def test_between_with_a_band_decides_only_where_it_lies_on_one_side() -> None:
    small = build(condition="between", field="turnover", most=50e6)
    assert judged(small, someone(turnover_low=51e6, turnover_high=None)) == (
        REFUSED,
        "Omzet: minstens € 51 miljoen. Gevraagd is hoogstens € 50 miljoen.",
    )
    assert judged(small, someone(turnover_low=10e6, turnover_high=50e6))[0] is MET
    assert judged(small, someone(turnover_low=10e6, turnover_high=100e6))[0] is UNKNOWN
    # an open end may lie anywhere: from 40 million on
    assert judged(small, someone(turnover_low=40e6, turnover_high=None))[0] is UNKNOWN


def test_between_may_leave_its_bounds_out() -> None:
    size = build(condition="between", field="fte", above=5, below=250)
    assert judged(size, someone(fte=5.0)) == (
        REFUSED,
        "Aantal medewerkers: 5. Gevraagd is meer dan 5 en minder dan 250.",
    )
    assert judged(size, someone(fte=5.5))[0] is MET
    assert judged(size, someone(fte=249.0))[0] is MET
    assert judged(size, someone(fte=250.0))[0] is REFUSED
    # a band from 5 on may hold 5 itself
    assert judged(size, someone(fte_low=5.0, fte_high=10.0))[0] is UNKNOWN


@pytest.mark.parametrize(
    ("founded", "verdict"),
    # on 24 November 2026: 2020 is 5 or 6 whole years, 2019 is 6 or 7, 2018 is 7 or 8
    [(2026, MET), (2020, MET), (2019, UNKNOWN), (2018, REFUSED), (2027, MET)],
)
def test_company_age_at_most_six(founded: int, verdict: Verdict) -> None:
    young = build(condition="company_age", most=6)
    assert judged(young, someone(founded=founded))[0] is verdict


def test_company_age_says_what_is_asked() -> None:
    old = build(condition="company_age", least=1)
    # founded this year: 0 whole years whatever the day; last year: 0 or 1
    assert judged(old, someone(founded=2026)) == (
        REFUSED,
        "Opgericht in 2026. Het bedrijf moet minstens 1 jaar oud zijn.",
    )
    assert judged(old, someone(founded=2025))[0] is UNKNOWN
    assert judged(old, someone(founded=2024))[0] is MET


def test_person_age_under_41() -> None:
    young = build(condition="person_age", most=40)
    # 1984 is 41 or 42, 1985 is 40 or 41, 1986 is 39 or 40
    assert judged(young, someone(birth_year=1984)) == (
        REFUSED,
        "Geboren in 1984. Gevraagd is een leeftijd van hoogstens 40 jaar.",
    )
    assert judged(young, someone(birth_year=1985))[0] is UNKNOWN
    assert judged(young, someone(birth_year=1986))[0] is MET


def test_one_of_refuses_and_admits() -> None:
    here = build(condition="one_of", field="province", values=["Overijssel", "Gelderland"])
    assert judged(here, someone(province="Drenthe")) == (
        REFUSED,
        "Provincie: Drenthe. Gevraagd is Overijssel of Gelderland.",
    )
    assert judged(here, someone(province=" overijssel "))[0] is MET


def test_one_of_reads_how_an_activity_code_begins() -> None:
    metal = build(condition="one_of", field="sbi", values=["25", "28.1"], called="metaal")
    assert judged(metal, someone(sbi="25.62"))[0] is MET
    assert judged(metal, someone(sbi="2811"))[0] is MET
    assert judged(metal, someone(sbi="28.2")) == (REFUSED, "SBI-code: 28.2. Gevraagd is metaal.")


def test_one_of_a_column_with_several_values() -> None:
    themes = build(condition="one_of", field="themes", values=["Opvolging"])
    assert judged(themes, someone(themes=("groei", "opvolging")))[0] is MET
    assert judged(themes, someone(themes=("groei",)))[0] is REFUSED


def test_one_of_knows_regions_by_name() -> None:
    here = build(condition="one_of", field="municipality", values=["Noord-Veluwe", "Zwolle"])
    assert judged(here, someone(municipality="gemeente Ermelo"))[0] is MET
    assert judged(here, someone(postcode="8081 AA"))[0] is MET  # Elburg
    assert judged(here, someone(municipality="Zwolle"))[0] is MET
    # Apeldoorn is in Gelderland too, and not in the region
    assert judged(here, someone(municipality="Apeldoorn")) == (
        REFUSED,
        "Gemeente: Apeldoorn. Gevraagd is Noord-Veluwe of Zwolle.",
    )
    assert judged(here, someone())[0] is UNKNOWN


def test_statement_refuses_and_admits() -> None:
    ready = build(condition="statement", field="klaar", called="Klaar voor de markt")
    for yes in ("Ja", "yes", "TRUE", "1", "x"):
        assert judged(ready, someone(extra={"klaar": yes}))[0] is MET
    assert judged(ready, someone(extra={"klaar": "Nee"})) == (
        REFUSED,
        "Dit programma is voor wie hierop ja zegt: ‘Klaar voor de markt’. Ingevuld is van niet.",
    )
    told = build(condition="statement", field="klaar", called="Klaar", who="wie klaar is")
    assert judged(told, someone(extra={"klaar": "Nee"})) == (
        REFUSED,
        "Dit programma is voor wie klaar is. Ingevuld is van niet.",
    )
    assert judged(ready, someone(extra={"klaar": "bijna"}))[0] is UNKNOWN
    assert judged(build(condition="statement", field="consent"), someone(consent=False))[0] is (
        REFUSED
    )


def small_company() -> Condition:
    turnover = {"condition": "between", "field": "turnover", "most": 50e6}
    balance = {"condition": "between", "field": "balans", "most": 43e6, "unit": "euro"}
    return build(condition="any_of", either=[turnover, balance])


def test_any_of_refuses_only_where_all_inside_do() -> None:
    both = someone(turnover=60e6, extra={"balans": "44000000"})
    verdict, said = judged(small_company(), both)
    assert verdict is REFUSED
    assert said == (
        "Eén hiervan moet kloppen, en dat is niet zo. "
        "Omzet: € 60 miljoen. Gevraagd is hoogstens € 50 miljoen. "
        "‘balans’: € 44 miljoen. Gevraagd is hoogstens € 43 miljoen."
    )
    assert judged(small_company(), someone(turnover=60e6)) == (
        UNKNOWN,
        "Nog niet zeker: Omzet: hoogstens € 50 miljoen of ‘balans’: hoogstens € 43 miljoen.",
    )


def test_any_of_is_met_where_one_inside_is() -> None:
    balance = someone(turnover=60e6, extra={"balans": "43000000"})
    assert judged(small_company(), balance) == (MET, "‘balans’: € 43 miljoen.")
    assert judged(small_company(), someone(turnover=1e6)) == (MET, "Omzet: € 1 miljoen.")
