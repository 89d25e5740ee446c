"""Where somebody can go: everything that does not refuse and in which something is met."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.catalogue import Entry, catalogue
from cohorts.programme.programme import Programme, load_programme, presets
from cohorts.programme.referral import Referral, referrals
from cohorts.record.referred import referred
from cohorts.words import Language

ON = date(2026, 11, 24)
FAMILY = load_programme("leren-van-elkaar-familie")


def someone(**fields: Any) -> Applicant:
    return Applicant(id=ApplicantId("a"), **fields)


def names(found: tuple[Referral, ...]) -> list[str]:
    return [referral.title[Language.NL] for referral in found]


def test_the_catalogue_holds_every_practice() -> None:
    assert len(catalogue()) == 17
    for entry in catalogue():
        for language in Language:
            assert entry.title[language]
            assert entry.for_whom[language].endswith(".")
        assert entry.conditions
        assert not entry.programme or entry.programme in presets()
        for condition in entry.conditions:
            assert all(condition.reason.values()), (entry.name, condition.key)


def test_an_entry_names_what_fits_and_nothing_that_refuses() -> None:
    """In Overijssel with 20 staff: pioneers, and nothing of elsewhere or of another sector."""
    here = someone(province="Overijssel", fte=20.0, sbi="6201")
    found = names(referrals(here, load_programme("spp-pilot"), ON))
    assert "Pioniers sociale innovatie" in found
    assert "Leren-van-elkaar-kring sociale innovatie (Overijssel)" in found
    assert "De Groeiversneller" not in found
    assert "Topcentrum E-commerce" not in found
    assert "KennisTraject masterclass (Limburg)" not in found


def test_what_is_met_most_comes_first() -> None:
    here = someone(province="Overijssel", fte=20.0, founded=2000)
    found = referrals(here, load_programme("spp-pilot"), ON)
    for sure in (True, False):
        met = [r.met for r in found if r.sure is sure]
        assert met == sorted(met, reverse=True)
        assert min(met) >= 1


def test_a_province_alone_makes_nobody_a_family_business() -> None:
    """Province and size are met by many: sure are only what asks no more than that."""
    here = someone(province="Overijssel", fte=20.0, founded=2024, turnover=4e5)
    found = referrals(here, load_programme("move2social"), ON)
    sure = [r for r in found if r.sure]
    assert names(tuple(sure)) == [
        "Leren-van-elkaar-kring sociale innovatie (Overijssel)",
        "Pioniers sociale innovatie",
        "MKB Businessversneller",
    ]
    assert found[: len(sure)] == tuple(sure)
    perhaps = [text for text in referred(found, Language.NL) if text.startswith("Misschien: ")]
    assert len(perhaps) == len(found) - len(sure)
    assert any(text.startswith("Misschien: Goed Bestuur (famil") for text in perhaps)
    # one met (the province), and two or more open: too far off to name
    assert not any("opvolging" in text for text in perhaps)


def test_one_telling_answer_makes_it_sure() -> None:
    here = someone(province="Overijssel", extra={"familiebedrijf": "ja"})
    found = referrals(here, load_programme("move2social"), ON)
    assert "Goed Bestuur (familiebedrijven, Overijssel)" in names(found)
    assert all(r.sure for r in found if r.title[Language.NL].startswith("Goed Bestuur"))


def test_where_nothing_is_sure_that_is_said_first() -> None:
    found = referrals(someone(province="Zeeland", founded=2000), FAMILY, ON)[1:]
    said = referred(found, Language.EN)
    assert said[0].startswith("We know no other programme")
    assert [text[:9] for text in said[1:]] == ["Perhaps: "] * len(found)
    assert found


@pytest.mark.parametrize(("fte", "fits"), [(37.0, False), (75.0, True)])
def test_staff_planning_starts_at_75_and_is_offered_once(fte: float, *, fits: bool) -> None:
    """As the pilot that forms groups; to whom that refused, not by another name."""
    here = someone(province="Noord-Brabant", fte=fte, extra={"hr-beleid": "ja"})
    for applied, offered in (("move2social", fits), ("spp-pilot", False)):
        found = names(referrals(here, load_programme(applied), ON))
        planning = [title for title in found if "ersoneelsplanning" in title or "SPP" in title]
        assert len(planning) == offered


def test_nothing_known_leads_nowhere_and_that_is_said() -> None:
    nowhere = referrals(someone(), load_programme("spp-pilot"), ON)
    assert nowhere == ()
    (said,) = referred(nowhere, Language.NL)
    assert said.startswith("Wij weten geen ander programma")


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
    """A growth plan is what it is about: without an answer it is only perhaps for them."""
    here = someone(province="Gelderland", fte=12.0)
    (speeds,) = [
        r for r in referrals(here, FAMILY, ON) if r.title[Language.NL] == "De Groeiversneller"
    ]
    _, said = referred([speeds], Language.NL)
    assert "Na te gaan: Er is een groeiplan met een benoemd obstakel." in said
    assert speeds.met == 2


@pytest.mark.parametrize(("on", "stale"), [(date(2019, 12, 31), None), (date(2020, 1, 1), 2019)])
def test_facts_past_their_date_are_flagged_and_never_hidden(on: date, stale: int | None) -> None:
    found = referrals(someone(province="Overijssel", fte=20.0), FAMILY, on)
    (pioneers,) = [r for r in found if r.title[Language.NL] == "Pioniers sociale innovatie"]
    assert pioneers.facts_of == stale
    (said,) = referred([pioneers], Language.EN)
    assert ("These are facts of 2019" in said) is (stale is not None)


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
