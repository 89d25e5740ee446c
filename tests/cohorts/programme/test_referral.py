"""Where somebody can go: everything that does not refuse and in which something is met."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.stage import Stage
from cohorts.programme.catalogue import Entry, catalogue
from cohorts.programme.programme import Programme, load_programme, presets
from cohorts.programme.referral import Referral, referrals
from cohorts.record.referred import facts_said, referred
from cohorts.words import Language

ON = date(2026, 11, 24)
FAMILY = load_programme("leren-van-elkaar-familie")


def someone(**fields: Any) -> Applicant:
    return Applicant(id=ApplicantId("a"), **fields)


def names(found: tuple[Referral, ...]) -> list[str]:
    return [referral.title[Language.NL] for referral in found]


def test_the_catalogue_holds_every_practice() -> None:
    """The 17 other practices of the inventory, and what is asked beside the presets' own."""
    beside = [e.name for e in catalogue() if e.name == e.programme]
    assert beside == ["goed-bestuur", "leren-van-elkaar-familie", "leren-van-elkaar-innovatie"]
    assert len(catalogue()) == 17 + len(beside)
    for entry in catalogue():
        for language in Language:
            assert entry.title[language]
            assert entry.for_whom[language].endswith(".")
        assert entry.conditions
        assert not entry.programme or entry.programme in presets()
        for condition in entry.conditions:
            assert all(condition.reason.values()), (entry.name, condition.key)


def test_an_entry_names_what_fits_and_nothing_that_refuses() -> None:
    """In Overijssel with a theme of social innovation: what is about that, nothing of elsewhere."""
    here = someone(province="Overijssel", fte=20.0, sbi="6201", themes=("Slimmer werken",))
    assert names(referrals(here, load_programme("spp-pilot"), ON)) == [
        "Pioniers sociale innovatie",
        "Leren-van-elkaar-kring sociale innovatie (Overijssel)",
    ]


def test_what_is_met_most_comes_first() -> None:
    family = {"familiebedrijf": "ja", "opvolging loopt": "ja"}
    here = someone(province="Overijssel", founded=1990, birth_year=1990, extra=family)
    found = referrals(here, load_programme("spp-pilot"), ON)
    met = [r.met for r in found]
    assert met == sorted(met, reverse=True)
    assert len(met) == 3


COMMON: tuple[dict[str, Any], ...] = (
    {"province": "Overijssel"},
    {"province": "Overijssel", "founded": 1980, "life_phase": "transfer", "birth_year": 1990},
    {"municipality": "Zwolle", "province": "Overijssel", "place": "Zwolle"},
    {"province": "Gelderland", "fte": 20.0, "turnover": 1e6},
    {"province": "Limburg", "founded": 2000, "birth_year": 1980, "life_phase": "established"},
    {"municipality": "Breda", "province": "Noord-Brabant", "fte": 80.0, "founded": 2024},
    {"place": "Zaandam", "province": "Noord-Holland", "fte": 3.0},
    {"municipality": "Harderwijk", "province": "Gelderland", "fte": 150.0},
    {"province": "Groningen", "life_phase": "start", "founded": 2025},
)
"""Where somebody is, how large, how old and in what phase: of nearly everybody something is."""


@pytest.mark.parametrize("fields", COMMON)
@pytest.mark.parametrize("applied", presets())
def test_what_everybody_meets_sends_nobody_anywhere(fields: dict[str, Any], applied: str) -> None:
    found = referrals(someone(**fields), load_programme(applied), ON)
    assert [r for r in found if not r.alone] == []


POSITIVE: dict[str, dict[str, Any]] = {
    "MKBDoorgaan": {"province": "Zeeland", "extra": {"in de problemen": "ja"}},
    "De Groeiversneller": {"province": "Gelderland", "extra": {"groeiplan": "ja"}},
    "SMITZH": {"province": "Zuid-Holland", "sbi": "25.62"},
    "TechPack": {"province": "Flevoland", "sbi": "2651"},
    "KennisTraject masterclass (Limburg)": {
        "province": "Limburg",
        "extra": {"sector": "logistiek"},
    },
    "Kennissessie (Veluwe Portaal)": {"municipality": "Putten", "role": "HR-manager"},
    "Topcentrum E-commerce": {"municipality": "Zwolle", "sbi": "4791"},
    "Goed Bestuur (familiebedrijven, Overijssel)": {
        "province": "Overijssel",
        "extra": {"familiebedrijf": "ja"},
    },
}


@pytest.mark.parametrize("title", POSITIVE)
def test_what_is_known_of_this_person_does(title: str) -> None:
    """Without what is told of them there is nothing; with it there is."""
    known = POSITIVE[title]
    bare = {name: known[name] for name in known if name in ("province", "municipality")}
    asked = load_programme("groei-ondernemers-challenge")
    assert title in names(referrals(someone(**known), asked, ON))
    assert title not in names(referrals(someone(**bare), asked, ON))


def test_where_no_place_is_known_that_is_said() -> None:
    found = referrals(someone(province="Zeeland", founded=2000), load_programme("spp-pilot"), ON)
    (said,) = referred(found, Language.EN)
    assert said.startswith("As far as we know, no other programme")


START_UP: dict[str, Any] = {
    "province": "Overijssel",
    "extra": {"familiebedrijf": "ja", "opvolging loopt": "ja"},
}


@pytest.mark.parametrize("young", [{"founded": 2025}, {"life_phase": "start"}])
def test_a_start_up_goes_to_no_circle_for_family_businesses(young: dict[str, Any]) -> None:
    asked = load_programme("move2social")
    grown = names(referrals(someone(**START_UP, founded=1980), asked, ON))
    assert FAMILY.title[Language.NL] in grown
    found = names(referrals(someone(**START_UP, **young), asked, ON))
    assert not [title for title in found if "amiliebedrijven" in title]


def own(**changed: Any) -> Programme:
    """A programme that asks for a family business in Overijssel, and is no preset."""
    table = {
        "schema_version": 1,
        "name": "eigen",
        "title": {"nl": "Eigen", "en": "Own"},
        "individual": {"nl": "Alleen.", "en": "Alone."},
        "groups": {"size": (3, 6), "target": 4},
        "conditions": [{"condition": "statement", "field": "familiebedrijf"}],
        "rules": [{"rule": "same_question"}],
    }
    return Programme.model_validate(table | changed)


def test_of_the_same_fact_only_what_is_surely_met_remains() -> None:
    """Refused for their age: where the answer would be open again they are not sent."""
    asked = own(conditions=[{"condition": "person_age", "least": 60}])
    family = {"overgenomen": "ja", "familiebedrijf": "ja"}
    scheme = "Jonge Bedrijfsopvolgersregeling"
    for born, offered in ((1980, False), (1985, False), (1990, True)):
        # on the day of the round 45 or 46, 40 or 41 (the limit), 35 or 36 years
        here = someone(province="Overijssel", birth_year=born, extra=family)
        assert (scheme in names(referrals(here, asked, ON))) is offered
        unasked = own(conditions=[])
        assert (scheme in names(referrals(here, unasked, ON))) is (born > 1980)


@pytest.mark.parametrize("kept", ["name", "title", "source"])
def test_nobody_is_sent_back_to_the_practice_that_refused_them(kept: str) -> None:
    """Also where the programme was made from a preset and has a name of its own."""
    here = someone(province="Overijssel", founded=1990, extra={"familiebedrijf": "ja"})
    title = "Goed Bestuur (familiebedrijven, Overijssel)"
    board = load_programme("goed-bestuur")
    same: dict[str, dict[str, Any]] = {
        "name": {"name": board.name},
        "title": {"title": {"nl": f" {title.upper()}.", "en": "x"}},
        "source": {"source": f"2026-11-26: {board.source}"},
    }
    fifty: dict[str, Any] = {"conditions": [{"condition": "between", "field": "fte", "least": 50}]}
    small = replace(here, fte=5.0)
    assert title in names(referrals(small, own(**fifty), ON))
    assert title not in names(referrals(small, own(**fifty, **same[kept]), ON))


@pytest.mark.parametrize("applied", presets())
def test_no_preset_refers_to_itself(applied: str) -> None:
    """Whoever meets something of everything, for every programme."""
    yes = ("familiebedrijf", "opvolging loopt", "hr-beleid", "werkt in hr", "klaar voor de markt")
    said = {**dict.fromkeys(yes, "ja"), "sector": "logistiek"}
    here = someone(sbi="2562", role="HR", themes=("slimmer werken",), fte=100.0, extra=said)
    asked = load_programme(applied)
    elsewhere = tuple(r for r in referrals(here, asked, ON) if not r.alone)
    assert len(elsewhere) > 2
    assert asked.title[Language.NL] not in names(elsewhere)


def test_a_failed_condition_closes_the_individual_trajectory() -> None:
    """Without a place it is offered; refused for being no family business it is not."""
    no, yes = (someone(extra={"familiebedrijf": said}) for said in ("nee", "ja"))
    first, *elsewhere = referrals(yes, own(), ON)
    assert first.alone
    assert not any(r.alone for r in elsewhere)
    assert referrals(no, own(), ON) == ()
    assert not [r for r in referrals(no, FAMILY, ON) if r.alone]


def test_a_stage_of_this_intake_does_not_hide_what_is_known() -> None:
    """In a register, and already known to be a family business, or to be none."""
    for said, offered in (("ja", True), ("nee", False)):
        here = someone(
            province="Overijssel",
            stage=Stage.REGISTER,
            extra={"familiebedrijf": said},
            founded=1990,
        )
        found = names(referrals(here, load_programme("move2social"), ON))
        assert ("Goed Bestuur (familiebedrijven, Overijssel)" in found) is offered


@pytest.mark.parametrize(("fte", "fits"), [(37.0, False), (75.0, True)])
def test_staff_planning_starts_at_75_and_is_offered_once(fte: float, *, fits: bool) -> None:
    """As the pilot that forms groups; to whom that refused, not by another name."""
    here = someone(municipality="Oss", fte=fte, extra={"hr-beleid": "ja"})
    for applied, offered in (("move2social", fits), ("spp-pilot", False)):
        found = names(referrals(here, load_programme(applied), ON))
        planning = [title for title in found if "ersoneelsplanning" in title or "SPP" in title]
        assert len(planning) == offered


def test_nothing_known_leads_nowhere_and_that_is_said() -> None:
    nowhere = referrals(someone(), load_programme("spp-pilot"), ON)
    assert nowhere == ()
    (said,) = referred(nowhere, Language.NL)
    assert said.startswith("Voor zover wij weten past er geen ander programma")


def test_the_individual_trajectory_comes_first() -> None:
    first = referrals(someone(), FAMILY, ON)[0]
    assert first.about == FAMILY.individual


def test_the_programme_itself_only_with_a_later_round() -> None:
    here = someone(province="Overijssel", extra={"familiebedrijf": "Ja", "opvolging loopt": "Ja"})
    alone = FAMILY.individual
    without = [r for r in referrals(here, FAMILY, ON) if r.about != alone]
    assert FAMILY.title[Language.NL] not in names(tuple(without))
    again = FAMILY.model_copy(update={"next_round": date(2027, 3, 1)})
    (later,) = [r for r in referrals(here, again, ON) if r.later]
    assert later.met == 3
    (said,) = referred([later], Language.NL)
    assert "De volgende ronde begint op 1 maart 2027." in said
    past = FAMILY.model_copy(update={"next_round": ON})
    assert not [r for r in referrals(here, past, ON) if r.later]


def test_what_is_unknown_is_to_be_asked() -> None:
    """A growth plan is known; the number of staff is not."""
    here = someone(province="Gelderland", extra={"groeiplan": "ja"})
    (speeds,) = referrals(here, load_programme("move2social"), ON)
    said, _ = referred([speeds], Language.NL)
    assert "Na te gaan: Aantal medewerkers: hoogstens 250." in said
    assert speeds.met == 2


@pytest.mark.parametrize(("on", "stale"), [(date(2019, 12, 31), None), (date(2020, 1, 1), 2019)])
def test_facts_past_their_date_are_told_once_and_never_hidden(on: date, stale: int | None) -> None:
    here = someone(province="Overijssel", fte=20.0, themes=("sociale innovatie",))
    found = referrals(here, load_programme("spp-pilot"), on)
    assert [r.facts_of for r in found] == [stale, stale]
    said = referred(found, Language.EN)
    assert [("facts of 2019" in text) for text in said] == [
        False,
        False,
        *([True] if stale else []),
    ]
    assert facts_said([found, found], Language.EN) == (said[-1] if stale else "")


def test_a_faulty_entry_is_refused() -> None:
    with pytest.raises(ValueError, match="for_whom"):
        Entry.model_validate({"schema_version": 1, "name": "x"})


def test_an_own_programme_has_no_trajectory_unless_it_says_so() -> None:
    own = Programme.model_validate(
        {
            "schema_version": 1,
            "name": "eigen",
            "title": {"nl": "Eigen", "en": "Own"},
            "groups": {"size": (3, 6), "target": 4},
            "rules": [{"rule": "same_question"}],
        }
    )
    assert referrals(someone(), own, ON) == ()


@pytest.mark.parametrize(
    ("language", "said"),
    [(Language.NL, "Individueel traject van "), (Language.EN, "One-to-one trajectory of ")],
)
def test_what_is_for_one_person_alone_is_not_called_the_programme(
    language: Language, said: str
) -> None:
    """Who got no place there is not sent back to it: it is its other offer that is named."""
    alone = next(
        r for r in referrals(someone(extra={"familiebedrijf": "ja"}), FAMILY, ON) if r.alone
    )
    (first, *_) = referred([alone], language)
    assert first.startswith(f"{said}{FAMILY.title[language]}. ")
