"""Who waits in which circle in preparation, what it lacks, and what could be done instead."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from cohorts import compose, write_reports
from cohorts.errors import InputError
from cohorts.intake.beside.waiting_list import read_waiting
from cohorts.outlook.circles import Circles, circles_of, circles_without
from cohorts.outlook.circles.circle_text import sections, text_to_forward
from cohorts.outlook.circles.data import as_data
from cohorts.outlook.recruit.advised import advised
from cohorts.people.applicant import Applicant, ApplicantId, Status
from cohorts.people.relation import Relation, RelationKind
from cohorts.record.read import read_document
from cohorts.record.recompute import check
from cohorts.round.waiting import Wait, lettered, renewed, waiting_csv
from cohorts.words import Language
from tests.cohorts.small_round import people, programme

COMPARABLE = {"rule": "comparable", "field": "fte"}
THEME = {"rule": "shared_theme", "level": "must"}
DAY, EARLIER = date(2026, 9, 1), date(2026, 6, 1)


def with_themes(*themes: str) -> tuple[Applicant, ...]:
    """One person per theme."""
    return tuple(replace(a, themes=(t,)) for a, t in zip(people(len(themes)), themes, strict=True))


def test_the_circles_are_those_of_the_programmes_own_rules() -> None:
    """Five say succession, two say growth, one says staff; a theme must be shared by all."""
    waiting = with_themes(*["opvolging"] * 5, "groei", "groei", "personeel")
    found = circles_without(waiting, programme([COMPARABLE, THEME]), places="everyone", on=DAY)
    members = sorted([a.id for a in circle.members] for circle in found.circles)
    assert members == [["p00", "p01", "p02", "p03", "p04"], ["p05", "p06"]]
    assert [a.id for a in found.alone] == ["p07"]
    assert [one.applicant.id for one in found.individual] == ["p07"]
    assert found.individual[0].fit is None


def test_what_a_circle_lacks_is_the_fewest_that_make_it_start() -> None:
    """Groups of 6 to 9 that all share a theme: 5 lack one who says succession, 2 lack four."""
    waiting = with_themes(*["opvolging"] * 5, "groei", "groei")
    found = circles_without(waiting, programme([COMPARABLE, THEME]), places="everyone", on=DAY)
    lacks = {len(circle.members): circle.lacks for circle in found.circles}
    assert {size: advice.people for size, advice in lacks.items()} == {5: 1, 2: 4}
    (profile,) = lacks[5].profiles
    assert [(t.field, t.values) for t in profile.traits] == [("themes", ("opvolging",))]


def test_a_role_that_is_lacking_is_named() -> None:
    """Six people without a school among them: one more is enough, and it is a school."""
    must = {"rule": "roles_wanted", "wanted": {"school": 1}, "level": "must"}
    six = tuple(replace(a, role="maker") for a in people(6))
    found = circles_without(six, programme([COMPARABLE, must]), places="everyone", on=DAY)
    (circle,) = found.circles
    (profile,) = circle.lacks.profiles
    assert profile.people == 1
    assert [(t.field, t.values) for t in profile.traits] == [("role", ("school",))]


def test_nobody_to_recruit_where_rivals_outnumber_the_groups() -> None:
    """Three rivals, two groups: nobody helps, a third group or any one relation let go does."""
    pairs = [("p00", "p01"), ("p00", "p02"), ("p01", "p02")]
    rivals = tuple(
        Relation(ApplicantId(a), ApplicantId(b), RelationKind.COMPETITOR, None) for a, b in pairs
    )
    asked = programme([COMPARABLE, {"rule": "keep_apart"}])
    given = circles_without(
        people(18), asked, relations=rivals, groups=2, places="everyone", on=DAY
    )
    assert given.whole is not None
    assert not given.whole.profiles
    assert [r.groups for r in given.whole.remedies if r.groups] == [3]
    assert len([r for r in given.whole.remedies if r.labels]) == 3


@cache
def left_over() -> Circles:
    """23 people, 16 places."""
    return left_over_of({})


def left_over_of(waiting: dict[ApplicantId, Wait]) -> Circles:
    asked = programme([COMPARABLE, {"rule": "shared_theme"}], places="at most 16")
    with_circles = asked.groups.model_copy(update={"circles": True})
    asked = asked.model_copy(update={"groups": with_circles})
    proposal = compose(people(23), asked, effort="quick", on=DAY, waiting=waiting)
    return circles_of(proposal)


def test_circles_are_worked_out_once_and_go_with_their_proposal() -> None:
    proposal = compose(people(23), programme([COMPARABLE], places="at most 16"), effort="quick")
    assert circles_of(proposal) is circles_of(proposal)
    again = replace(proposal)
    assert circles_of(again) is not circles_of(proposal)
    gone = weakref.ref(circles_of(proposal))
    del proposal
    gc.collect()
    assert gone() is None, "nothing of the round outlives it"


def test_merging_says_how_many_are_too_many() -> None:
    found = left_over()
    assert sum(len(circle.members) for circle in found.circles) + len(found.alone) == 7
    for circle in found.circles:
        for merge in circle.merges:
            assert merge.over == max(merge.people - 9, 0)
            assert merge.people > len(circle.members)


def test_who_was_not_chosen_does_not_wait_for_a_circle() -> None:
    """Of 12 people exactly 8 are chosen: the other four are left over, and none waits."""
    asked = programme([COMPARABLE], places="exactly 8")
    proposal = compose(people(12), asked, effort="quick", on=DAY)
    assert len(proposal.not_placed) == 4
    found = circles_of(proposal)
    assert not found.circles
    assert not found.alone
    assert not found.waiting


def test_who_waited_keeps_their_day_and_who_is_placed_is_gone() -> None:
    first = left_over()
    person = next(iter(first.waiting))
    placed = next(a.id for a in first.round.applicants if a.id not in first.waiting)
    again = left_over_of({person: Wait(EARLIER, "G"), placed: Wait(EARLIER, "G")})
    assert again.waiting[person].since == EARLIER
    assert again.waiting[person].days(DAY) == 92  # 30 - 1 of June + 31 + 31 + 1
    assert placed not in again.waiting
    assert {wait.since for who, wait in again.waiting.items() if who != person} == {DAY}
    kept = {wait.circle for wait in again.waiting.values() if wait.circle}
    assert "G" in kept


def test_circles_in_preparation_are_told_from_groups_that_started() -> None:
    """Groups have numbers: 1, 2. The circles have letters, the largest A."""
    found = left_over()
    names = [circle.name for circle in found.circles]
    assert names == list("ABC"[: len(names)])
    assert sections(found, Language.NL)[0].title == "Groep A in voorbereiding"
    assert [lettered(n) for n in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]


def test_an_older_list_with_numbers_is_read(tmp_path: Path) -> None:
    """Circle 2 of then is circle B; a name that is no number stays, as does none."""
    rows = [
        "a,2026-06-01,2",
        "b,2026-06-01,27",
        "c,2026-06-01,C",
        "d,2026-06-01,",
        "e,2026-06-01,0",
        "f,2026-06-01,20260601",
    ]
    path = tmp_path / "waiting.csv"
    path.write_text("\n".join(["applicant_id,since,circle", *rows]), encoding="utf-8")
    found = [wait.circle for wait in read_waiting(path).values()]
    assert found == ["B", "AA", "C", "", "0", "20260601"]


def test_the_list_is_written_read_and_checked(tmp_path: Path) -> None:
    asked = programme([COMPARABLE], places="at most 16")
    earlier = {ApplicantId("p03"): Wait(EARLIER)}
    proposal = compose(people(23), asked, effort="quick", on=DAY, waiting=earlier)
    written = write_reports(proposal, tmp_path)
    kept = read_waiting(written["waiting.csv"])
    assert kept == dict(circles_of(proposal).waiting)
    stated = read_document(written["proposal.json"])
    assert check(stated, people(23), asked, waiting=earlier).holds
    other = dict.fromkeys(kept, Wait(date(2026, 1, 1)))
    assert not check(stated, people(23), asked, waiting=other).holds


def test_an_empty_list_is_a_list(tmp_path: Path) -> None:
    (tmp_path / "waiting.csv").write_text(waiting_csv({}), encoding="utf-8")
    assert read_waiting(tmp_path / "waiting.csv") == {}
    assert renewed({ApplicantId("a"): Wait(EARLIER)}, [], DAY) == {}


@pytest.mark.parametrize("text", ["applicant_id\na\n", "applicant_id,since\na,gisteren\n"])
def test_a_list_that_cannot_be_read(text: str, tmp_path: Path) -> None:
    (tmp_path / "waiting.csv").write_text(text, encoding="utf-8")
    with pytest.raises(InputError):
        read_waiting(tmp_path / "waiting.csv")


@pytest.mark.parametrize("language", list(Language))
def test_the_text_to_forward_identifies_nobody(language: Language) -> None:
    five = tuple(replace(a, turnover=123_457.0 + i, fte=7.3 + i) for i, a in enumerate(people(5)))
    rules = [COMPARABLE, {"rule": "comparable", "field": "turnover"}, {"rule": "same_question"}]
    found = circles_without(five, programme(rules), places="everyone", on=DAY)
    for circle in found.circles:
        text = text_to_forward(circle, found, language)
        assert text
        for a in five:
            assert a.company is not None
            assert a.name is not None
            assert a.company not in text
            assert a.name not in text
        assert "123" not in text
        assert "7,3" not in text
        assert "7.3" not in text
    assert sections(found, language)
    assert as_data(found, language)["circles"]


def test_too_few_people_say_how_many_to_recruit() -> None:
    """Two people, groups of 6 and more: four are lacking."""
    asked = programme([COMPARABLE])
    with pytest.raises(InputError) as caught, advised(people(2), asked):
        compose(people(2), asked)
    assert [p.code for p in caught.value.problems] == ["compose.too_few_people", "recruit.wanted"]
    said = caught.value.problems[1].facts["profiles"]
    assert isinstance(said, dict)
    assert said[Language.EN].startswith("4 participants")


def test_who_said_probably_and_fits_is_asked_before_anybody_new() -> None:
    """Five say succession, groups are of 6; of the two who hesitate one says succession."""
    said = with_themes("opvolging", "groei", *["opvolging"] * 5)
    waiting = tuple(replace(a, status=Status.CONFIRMED) for a in said[2:])
    doubt = tuple(replace(a, status=Status.PROBABLE) for a in said[:2])
    asked = programme([COMPARABLE, THEME])
    found = circles_without((*waiting, *doubt), asked, places="everyone", on=DAY)
    (circle,) = found.circles
    assert [a.id for a in circle.hesitating] == ["p00"]
    told = " ".join(sections(found, Language.NL)[0].lines)
    assert f"wie hier past en nog niet toezegde: {doubt[0].label}." in told
    rival = Relation(waiting[0].id, doubt[0].id, RelationKind.COMPETITOR)
    apart = programme([THEME, {"rule": "keep_apart", "kinds": ["competitor"], "level": "must"}])
    found = circles_without(
        (*waiting, *doubt), apart, places="everyone", on=DAY, relations=(rival,)
    )
    assert found.circles[0].hesitating == ()


def test_a_wish_against_likeness_asks_for_nobody_alike() -> None:
    """Of one trade and one size: the size is worth looking for, the trade is what to avoid."""
    waiting = tuple(replace(a, sbi="1071", themes=("groei",)) for a in people(4))
    rules = [THEME, COMPARABLE, {"rule": "same_trade"}, {"rule": "size_balance"}]
    found = circles_without(waiting, programme(rules), places="everyone", on=DAY)
    (circle,) = found.circles
    fields = [trait.field for trait in circle.likely]
    assert "fte" in fields
    assert "sbi" not in fields
    assert "even groot" not in " ".join(sections(found, Language.NL)[0].lines)
