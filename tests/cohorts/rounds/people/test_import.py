"""A file is dropped, answered, confirmed; and another one after it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from cohorts.errors import InputError, RefusedError, StaleError
from cohorts.intake import FieldMap, read_applicants
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.actor import Actor
from cohorts.rounds.people.add_somebody import add_somebody
from cohorts.rounds.people.answer_question import answer, take_back
from cohorts.rounds.people.confirm import confirm
from cohorts.rounds.people.discard import discard
from cohorts.rounds.people.drop import drop
from cohorts.rounds.people.dropped_file import dropped_file
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.mend import mend
from cohorts.rounds.people.mend_in_file import mend_in_file, release
from cohorts.rounds.people.recognise import recognise
from cohorts.rounds.people.what_changes import what_changes
from cohorts.rounds.people.withdraw import withdraw
from cohorts.store.keys import AccountKey, new_key
from cohorts.store.tables import event, upload
from tests.cohorts.rounds.people.acted import Acted

ANNE = "1;Anne Bos;Bos Bouw;anne@bos.nl;Zwolle;12"
BEN = "2;Ben Vos;Vos Vlees;ben@vos.nl;Almelo;8"
CAS = "3;Cas Mol;Mol Molens;cas@mol.nl;Deventer;30"
SAMPLE = "sample_data/overijssel/aanmeldingen.xlsx"


def test_what_is_kept_is_what_was_read(acted: Acted) -> None:
    drop(*acted.here, "aanmeldingen.xlsx", Path(SAMPLE).read_bytes())
    confirm(*acted.here)
    read, kept = read_applicants(SAMPLE), acted.people.applicants
    assert list(kept) == list(read)
    assert kept.remarks == read.remarks
    assert kept.aliases == read.aliases
    assert kept.report.missing == read.report.missing
    assert kept.report.matches == read.report.matches
    assert dict(kept.rows) == {a.id: read.rows[a.id] for a in read}


def test_nothing_changes_before_it_is_confirmed_nor_when_it_is_discarded(acted: Acted) -> None:
    before = acted.take(ANNE, BEN)
    acted.drop(CAS)
    mend_in_file(*acted.here, 2, {"fte": "99"})
    assert [a.id for a in acted.people.applicants] == ["1", "2"]
    discard(*acted.here)
    assert dropped_file(*acted.here) is None
    after = acted.people
    assert (after.version, after.rows, after.keys) == (before.version, before.rows, before.keys)
    assert after.typed == {}


def test_what_cannot_be_read_is_refused_and_nothing_waits(acted: Acted) -> None:
    with pytest.raises(InputError):
        drop(*acted.here, "plaatje.png", b"\x89PNG\r\n")
    assert dropped_file(*acted.here) is None
    with pytest.raises(InputError):
        confirm(*acted.here)


def test_once_confirmed_neither_name_nor_content_of_the_file_is_kept(acted: Acted) -> None:
    acted.take(ANNE, "nog-een;Anne Bos;Bos Bouw;anne@bos.nl;Zwolle;12", BEN)
    with acted.store.reading() as connection:
        row = connection.execute(select(upload)).one()
    assert (row.file, row.content, row.answered) == (None, None, None)
    for told in ("Anne", "Bos", "anne@bos.nl", "nog-een"):
        assert told not in row.report
        assert told not in row.field_map


def test_a_second_file_names_who_is_new_changed_and_gone(acted: Acted) -> None:
    acted.take(ANNE, BEN)
    dropped = acted.drop(ANNE.replace("12", "14"), CAS)
    brings = what_changes(dropped)
    assert brings.new == ("3",)
    (change,) = brings.changed[acted.key("1")]
    assert (change.column, change.before, change.after) == ("fte", 12.0, 14.0)
    assert brings.missing == (acted.key("2"),)
    confirm(*acted.here)
    assert [a.id for a in acted.people.applicants] == ["1", "3"]
    assert acted.one("1").fte == 14


def test_a_file_that_names_few_of_them_adds_to_who_is_there(acted: Acted) -> None:
    acted.take(ANNE, BEN)
    acted.take(CAS)
    assert [a.id for a in acted.people.applicants] == ["1", "2", "3"]
    acted.take(CAS, complete=True)
    assert [a.id for a in acted.people.applicants] == ["3"]


def test_an_older_version_stays_as_it_was(acted: Acted) -> None:
    first = acted.take(ANNE, BEN)
    acted.take(ANNE.replace("12", "14"), complete=True)
    then = people_of(*acted.here, first.version)
    assert [(a.id, a.fte) for a in then.applicants] == [("1", 12.0), ("2", 8.0)]


def test_what_was_typed_holds_over_the_next_file_and_is_told(acted: Acted) -> None:
    acted.take(ANNE, BEN)
    mend(*acted.here, acted.key("1"), {"fte": "1.250", "place": "Hengelo"})
    assert acted.one("1").fte == 1250
    dropped = acted.drop(ANNE.replace("12", "15"), BEN)
    stays = {one.column: (one.typed, one.in_file) for one in what_changes(dropped).stays}
    assert stays == {"fte": ("1.250", 15.0), "place": ("Hengelo", "Zwolle")}
    confirm(*acted.here)
    one = acted.one("1")
    assert (one.fte, one.place, one.province) == (1250, "Hengelo", "Overijssel")


def test_what_the_file_says_counts_again_where_it_is_let(acted: Acted) -> None:
    acted.take(ANNE, BEN)
    mend(*acted.here, acted.key("1"), {"fte": "20"})
    acted.drop(ANNE.replace("12", "15"), BEN)
    release(*acted.here, 2, "fte")
    confirm(*acted.here)
    assert acted.one("1").fte == 15
    assert acted.people.typed == {}


def test_what_is_typed_in_the_file_is_read_as_the_file_is(acted: Acted) -> None:
    acted.drop(ANNE.replace("12", "twaalf"), BEN)
    mend_in_file(*acted.here, 2, {"fte": "ongeveer veel"})
    (_, remark), *_ = acted.waiting.wrong
    assert (remark.code, remark.value, remark.about) == ("intake.number", "ongeveer veel", "fte")
    mend_in_file(*acted.here, 2, {"fte": "1.250,5"})
    assert acted.waiting.wrong == ()
    confirm(*acted.here)
    assert acted.one("1").fte == 1250.5
    assert [r.code for told in acted.people.told.values() for _, r in told] == []


def test_whoever_was_added_by_hand_stays_and_is_found_in_a_later_file(acted: Acted) -> None:
    acted.take(ANNE)
    new = add_somebody(
        *acted.here, {"name": "Cas Mol", "company": "Mol Molens", "email": "cas@mol.nl"}
    )
    acted.take(ANNE, BEN, complete=True)
    assert new in acted.people.who
    acted.take(ANNE, BEN, CAS, complete=True)
    assert len(acted.people.applicants) == 3
    assert acted.people.who[new].fte == 30
    assert acted.people.keys.of[acted.one("hand-1").id] == new
    # and by its number in the file from then on, also with another name of the company
    acted.take(ANNE, BEN, "3;Cas Mol;Molens;c@mol.nl;Deventer;31", complete=True)
    assert acted.people.who[new].fte == 31


def test_whoever_withdrew_stays_away_though_a_later_file_names_them(acted: Acted) -> None:
    acted.take(ANNE, BEN)
    withdraw(*acted.here, acted.key("2"))
    assert what_changes(acted.drop(ANNE, BEN)).still_gone == (acted.key("2"),)
    confirm(*acted.here)
    assert [a.id for a in acted.people.applicants] == ["1"]


def test_other_numbers_for_the_same_people_are_seen_through(acted: Acted) -> None:
    before = acted.take(ANNE, BEN, CAS)
    again = [row.replace(row[0], str(int(row[0]) % 3 + 1), 1) for row in (ANNE, BEN, CAS)]
    dropped = acted.drop(*again)
    assert what_changes(dropped).new == ()
    assert len(dropped.found.renumbered) == 3
    confirm(*acted.here)
    assert acted.people.rows.people == before.rows.people


def test_one_number_for_another_person_is_asked(acted: Acted) -> None:
    acted.take(ANNE, BEN)
    other = "2;Dora Wit;Wit Was;dora@wit.nl;Goor;5"
    (doubt,) = acted.drop(ANNE, other).found.doubts
    assert (doubt.before, doubt.now, doubt.why) == (acted.key("2"), "2", "same_number")
    recognise(*acted.here, acted.key("2"), 3, same=False)
    assert acted.waiting.found.doubts == ()
    confirm(*acted.here, complete=True)
    assert [(a.id, a.name) for a in acted.people.applicants] == [
        ("1", "Anne Bos"),
        ("2-2", "Dora Wit"),
    ]
    # the answer holds, and she is known by it
    dropped = acted.drop(ANNE, other.replace(";5", ";6"))
    assert (dropped.found.doubts, what_changes(dropped).new) == ((), ())


def test_somebody_who_may_be_one_of_the_round_is_asked(acted: Acted) -> None:
    acted.take(ANNE, BEN)
    (doubt,) = acted.drop(BEN, "9;Anne Bos;Anders BV;anne@bos.nl;Zwolle;3").found.doubts
    assert doubt.why == "two_companies"
    recognise(*acted.here, acted.key("1"), 3, same=True)
    confirm(*acted.here)
    assert acted.people.who[acted.key("1")].company == "Anders BV"
    assert acted.drop(BEN, "9;Anne Bos;Nog weer BV;anne@bos.nl;Goor;3").found.doubts == ()


@pytest.mark.parametrize("pair", [("1", "5"), ("5", "1")])
def test_two_rows_that_are_one_person_have_one_key(acted: Acted, pair: tuple[str, str]) -> None:
    acted.drop(ANNE, "5;Anne Bos;Bos Beton;anne@bos.nl;Zwolle;2", BEN)
    answer(*acted.here, FieldMap(same=(pair,)))
    confirm(*acted.here)
    people = acted.people
    (counts,) = {people.keys.of[ApplicantId(one)] for one in pair}
    assert people.keys.ids[counts] == people.who[counts].id


def test_answers_about_two_rows_hold_for_later_files(acted: Acted) -> None:
    twice = (ANNE, "5;Anne Bos;Bos Beton;anne@bos.nl;Zwolle;2", BEN)
    codes = [r.code for r in acted.drop(*twice).read.remarks]
    assert "identity.doubt_two_companies" in codes
    answer(*acted.here, FieldMap(same=(("1", "5"),)))
    assert len(acted.waiting.read) == 2
    answer(*acted.here, FieldMap(not_same=(("1", "5"),)))
    assert len(acted.waiting.read) == 3
    confirm(*acted.here)
    assert len(acted.people.applicants) == 3
    with acted.store.reading() as connection:
        asked = FieldMap.model_validate_json(connection.scalars(select(upload.c.field_map)).one())
    assert (asked.same, asked.not_same) == ((), ())  # ids stand elsewhere
    again = acted.drop(*twice)
    assert "identity.doubt_two_companies" not in [r.code for r in again.read.remarks]
    assert "identity.doubt_two_companies" not in [r.code for r in acted.people.applicants.remarks]


def test_a_header_is_said_and_taken_back(acted: Acted) -> None:
    headers = "id;naam;bedrijf;e-mail;plaats;hoofden"
    assert acted.drop(ANNE, BEN, headers=headers).read[0].fte is None
    answer(*acted.here, FieldMap(fields={"fte": ("hoofden",)}), freed=["hoofden"])
    assert acted.waiting.read[0].fte == 12
    with pytest.raises(InputError):
        answer(*acted.here, FieldMap(fields={"fte": ("niet daar",)}))
    assert acted.waiting.read[0].fte == 12
    take_back(*acted.here)
    assert acted.waiting.read[0].fte is None


def test_answers_follow_made_numbers_when_columns_are_read_otherwise(acted: Acted) -> None:
    headers = "naam;bedrijf;e-mail;hoofden"
    rows = ("Anne Bos;Bos Bouw;anne@bos.nl;12", "Anne Bos;Bos Beton;anne@bos.nl;2")
    dropped = acted.drop(*rows, headers=headers)
    answer(*acted.here, FieldMap(not_same=((dropped.read[0].id, dropped.read[1].id),)))
    answer(*acted.here, FieldMap(fields={"fte": ("hoofden",)}))
    read = acted.waiting.read
    assert sorted(a.fte or 0 for a in read) == [2, 12]
    assert [r.code for r in read.remarks if r.code.startswith("identity.")] == []


def test_two_organisers_the_second_is_told_what_was_done(acted: Acted) -> None:
    acted.take(ANNE, BEN)
    seen = acted.people.revision
    mend(*acted.here, acted.key("1"), {"fte": "20"}, seen=seen)
    with pytest.raises(StaleError) as stale:
        mend(*acted.here, acted.key("1"), {"fte": "30"}, seen=seen)
    assert [p.facts["act"] for p in stale.value.problems] == ["people.mend"]
    acted.drop(ANNE)
    with pytest.raises(StaleError):
        confirm(*acted.here, seen=seen)


def test_whoever_has_no_role_sees_and_does_nothing(acted: Acted) -> None:
    acted.take(ANNE)
    stranger = Actor(AccountKey(new_key()), "Wie")
    for attempt in (
        lambda: people_of(acted.store, stranger, acted.round),
        lambda: dropped_file(acted.store, stranger, acted.round),
        lambda: drop(acted.store, stranger, acted.round, "x.csv", b"naam\nIk"),
        lambda: confirm(acted.store, stranger, acted.round),
        lambda: discard(acted.store, stranger, acted.round),
    ):
        with pytest.raises(RefusedError):
            attempt()


def test_the_log_says_who_changed_by_key_alone(acted: Acted) -> None:
    acted.take(ANNE, BEN)
    acted.take(ANNE.replace("12", "14"), BEN)
    with acted.store.reading() as connection:
        found = connection.execute(
            select(event.c.act, event.c.about).where(event.c.chain == acted.round)
        ).all()
    assert found[-1].act == "people.confirm"
    assert json.loads(found[-1].about) == [acted.key("1")]
