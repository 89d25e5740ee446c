"""What is done to people by hand, one act each."""

from __future__ import annotations

import pytest

from cohorts.errors import InputError
from cohorts.rounds.people.add_somebody import add_somebody
from cohorts.rounds.people.bring_back import bring_back
from cohorts.rounds.people.cell_text import LONGEST, TYPED_FIELDS
from cohorts.rounds.people.history_of import history_of
from cohorts.rounds.people.identify import identify
from cohorts.rounds.people.mend import mend
from cohorts.rounds.people.what_changes import Change, leading
from cohorts.rounds.people.withdraw import withdraw
from tests.cohorts.rounds.people.acted import Acted

ANNE = "1;Anne Bos;Bos Bouw;anne@bos.nl;Zwolle;12"
BEN = "2;Ben Vos;Vos Vlees;ben@vos.nl;Almelo;veel"


def test_what_cannot_be_read_is_kept_as_typed_and_told(acted: Acted) -> None:
    acted.take(ANNE)
    (wrong,) = mend(*acted.here, acted.key("1"), {"fte": "een stuk of wat"})
    assert (wrong.code, wrong.value) == ("intake.number", "een stuk of wat")
    assert acted.one("1").fte is None
    assert acted.people.typed[acted.key("1")].cells == {"fte": "een stuk of wat"}
    assert [r.value for _, r in acted.people.told[acted.key("1")]] == ["een stuk of wat"]


def test_a_faulty_cell_that_is_mended_is_no_longer_told(acted: Acted) -> None:
    acted.take(ANNE, BEN)
    assert [r.code for _, r in acted.people.told[acted.key("2")]] == ["intake.number"]
    assert mend(*acted.here, acted.key("2"), {"fte": "10 - 50"}) == ()
    assert acted.people.told == {}
    assert "intake.number" not in [r.code for r in acted.people.applicants.remarks]
    one = acted.one("2")
    assert (one.fte_low, one.fte_high) == (10, 50)


def test_an_emptied_cell_is_missing_also_after_the_next_file(acted: Acted) -> None:
    acted.take(ANNE)
    mend(*acted.here, acted.key("1"), {"place": ""})
    assert acted.take(ANNE).applicants[0].place is None


def test_a_column_that_nobody_has_is_refused(acted: Acted) -> None:
    acted.take(ANNE)
    for column in ("id", "fte_low", "iets"):
        with pytest.raises(InputError):
            mend(*acted.here, acted.key("1"), {column: "x"})
    with pytest.raises(InputError):
        mend(*acted.here, acted.key("1"), {"name": "x" * (LONGEST + 1)})


def test_signs_that_nobody_sees_are_left_out_of_what_is_typed(acted: Acted) -> None:
    acted.take(ANNE)
    mend(*acted.here, acted.key("1"), {"name": "An\u202ene\x00 \ud800Bos", "question": "a\nb"})
    assert (acted.one("1").name, acted.one("1").question) == ("Anne Bos", "a\nb")


def test_any_field_can_be_typed(acted: Acted) -> None:
    acted.take(ANNE)
    for field in TYPED_FIELDS:
        mend(*acted.here, acted.key("1"), {field: "1"})
        mend(*acted.here, acted.key("1"), {field: "= 2 <b>*x*</b> $y$"})
        mend(*acted.here, acted.key("1"), {field: ""})
        assert acted.one("1").text(field) is None


def test_somebody_is_added_in_an_empty_round(acted: Acted) -> None:
    with pytest.raises(InputError):
        add_somebody(*acted.here, {"name": "  "})
    first = add_somebody(*acted.here, {"name": "Dora Wit", "fte": "veel"})
    second = add_somebody(*acted.here, {"company": "Wit Was"})
    assert [a.id for a in acted.people.applicants] == ["hand-1", "hand-2"]
    assert acted.people.who[first].fte is None
    assert [r.code for _, r in acted.people.told[first]] == ["intake.number"]
    assert second in acted.people.who


def test_whoever_withdrew_comes_back_as_they_were(acted: Acted) -> None:
    acted.take(ANNE, BEN)
    before = acted.one("1")
    withdraw(*acted.here, acted.key("1"))
    assert [a.id for a in acted.people.applicants] == ["2"]
    with pytest.raises(InputError):
        withdraw(*acted.here, acted.key("1"))
    bring_back(*acted.here, acted.key("1"))
    assert acted.one("1") == before
    with pytest.raises(InputError):
        bring_back(*acted.here, acted.key("1"))
    # they stay, though a whole list no longer names them
    assert [a.id for a in acted.take(BEN, complete=True).applicants] == ["1", "2"]


def test_two_that_are_one_are_one_from_then_on(acted: Acted) -> None:
    twice = (ANNE, "3;Anne Bos;Bos Beton;anne@bos.nl;Zwolle;2")
    acted.take(*twice)
    a, b = acted.key("1"), acted.key("3")
    identify(*acted.here, a, b, same=True)
    (one,) = acted.people.applicants
    assert acted.people.keys.of == {"1": acted.key("1"), "3": acted.key("1")} or (
        acted.people.keys.of == {"1": acted.key("3"), "3": acted.key("3")}
    )
    assert acted.people.who == {acted.people.keys.of[one.id]: one}
    (again,) = acted.take(*twice).applicants
    assert again.company == "Bos Beton"


def test_the_history_of_somebody_is_told_newest_first(acted: Acted) -> None:
    acted.take(ANNE)
    mend(*acted.here, acted.key("1"), {"fte": "20"})
    withdraw(*acted.here, acted.key("1"))
    told = history_of(*acted.here, acted.key("1"))
    assert [(one.act, one.by) for one in told] == [
        ("people.withdraw", "Ans"),
        ("people.mend", "Ans"),
        ("people.confirm", "Ans"),
    ]
    assert [one.changes for one in told] == [(), (Change("fte", 12.0, 20.0),), ()]
    assert [dict(one.said) for one in told] == [{"there": "withdrawn"}, {}, {"read": True}]


def test_where_somebody_is_follows_from_the_place_and_is_not_told_twice(acted: Acted) -> None:
    acted.take(ANNE)
    mend(*acted.here, acted.key("1"), {"place": "Hengelo, Overijssel"})
    (told, *_) = history_of(*acted.here, acted.key("1"))
    assert [one.column for one in leading(told.changes)] == ["place"]
