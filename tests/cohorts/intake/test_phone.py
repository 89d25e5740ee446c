"""A telephone number is a field like any other, but for the groups: there it is not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cohorts import compose, load_programme
from cohorts.composing.fingerprint import fingerprint
from cohorts.composing.own_columns import called_as_asked, with_own_columns
from cohorts.composing.prepare import as_given
from cohorts.intake import Applicants, read_applicants
from cohorts.intake.clean import write_clean
from cohorts.intake.fields.field_map import FieldMap
from cohorts.intake.mended import mended
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.record.document import document
from cohorts.record.recompute import check
from cohorts.rounds.people.applicant_json import applicant_of, applicant_text
from cohorts.words import Language

ON = date(2026, 11, 1)
ROWS = (
    "1;Molen;Ans;06-12 34 56 78;3",
    "2;Smederij;Bert;053 123 45 67 of 06;4",
    "3;Kapper;Cor;;5",
    "4;Bakker;Dirk;31612345679;6",
)


def read(folder: Path, header: str = "Telefoon", field_map: FieldMap | None = None) -> Applicants:
    file = folder / "aanmeldingen.csv"
    file.write_text("\n".join((f"id;bedrijf;naam;{header};fte", *ROWS, "")), "utf-8")
    return read_applicants(file, field_map)


def phones(people: Sequence[Applicant]) -> list[str | None]:
    return [one.phone for one in people]


def as_before(people: Sequence[Applicant]) -> list[Applicant]:
    """As they were read before the telephone was a field."""
    return [replace(with_own_columns(one), phone=None, phone_columns={}) for one in people]


@pytest.mark.parametrize(
    "header",
    ["Telefoon", "Mobiele nummer", "Op welk nummer bent u bereikbaar?", "phone", "Contact number"],
)
def test_it_is_read_as_it_is_dialled(header: str, tmp_path: Path) -> None:
    found = read(tmp_path, header)
    assert phones(found) == ["+31612345678", None, None, "+31612345679"]
    (wrong,) = (r for r in found.report.remarks if r.code == "intake.phone")
    assert (wrong.row, wrong.about, wrong.value) == (3, "phone", "053 123 45 67 of 06")
    assert all(not one.extra for one in found)


def test_any_column_can_be_said_to_be_it(tmp_path: Path) -> None:
    assert phones(read(tmp_path, "Nr. v/d balie")) == [None] * 4
    told = read(tmp_path, "Nr. v/d balie", FieldMap(fields={"phone": ("Nr. v/d balie",)}))
    assert phones(told) == ["+31612345678", None, None, "+31612345679"]


def test_of_two_columns_the_second_stays_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "twee.csv"
    file.write_text("id;bedrijf;Telefoon;Mobiel\n1;A;053-1234567;06-12345678\n", "utf-8")
    (one,) = read_applicants(file)
    assert (one.phone, one.extra) == ("+31531234567", {"Mobiel": "06-12345678"})


def test_a_header_of_it_above_something_else_is_a_column_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "dagen.csv"
    file.write_text("id;bedrijf;Bereikbaar op\n1;A;maandag\n2;B;dinsdag\n", "utf-8")
    found = read_applicants(file)
    assert phones(found) == [None, None]
    assert found.people[0].extra == {"Bereikbaar op": "maandag"}


def test_clean_csv_and_the_store_keep_it(tmp_path: Path) -> None:
    found = read(tmp_path)
    write_clean([*found], tmp_path / "clean.csv")
    assert phones(read_applicants(tmp_path / "clean.csv")) == phones(found)
    again = [applicant_of(applicant_text(one), one.id) for one in found]
    assert again == [*found]
    assert [one.phone_columns for one in again] == [one.phone_columns for one in found]


def test_ids_that_are_made_of_a_row_stay_what_they_were(tmp_path: Path) -> None:
    file = tmp_path / "zonder.csv"
    file.write_text("bedrijf;Telefoon;fte\nA;06-12345678;3\n", "utf-8")
    kept = FieldMap(extra=("Telefoon",))
    assert [a.id for a in read_applicants(file)] == [a.id for a in read_applicants(file, kept)]


def test_what_is_typed_comes_in_its_place_also_under_the_header_of_before(tmp_path: Path) -> None:
    found, who = read(tmp_path), ApplicantId("2")
    for column in ("phone", "Telefoon"):
        made = mended(found, {(who, column): "053-1234567"})
        assert made.applicants.people[1].phone == "+31531234567"
        assert not [r for r in made.applicants.remarks if r.code == "intake.phone"]
    gone = mended(found, {(who, "phone"): ""}).applicants.people[1]
    assert (gone.phone, dict(gone.phone_columns)) == (None, {})


def test_no_round_holds_it(tmp_path: Path) -> None:
    found, programme = read(tmp_path), load_programme("kennistraject")
    round_ = as_given([*found], programme, on=ON)
    everybody = (*round_.applicants, *(one.applicant for one in round_.set_aside))
    assert all(one.phone is None and not one.phone_columns for one in everybody)
    less = [replace(one, phone=None, phone_columns={}) for one in found]
    assert fingerprint(round_, programme) == fingerprint(
        as_given(less, programme, on=ON), programme
    )


def test_a_proposal_of_before_it_was_a_field_still_holds(tmp_path: Path) -> None:
    found = read(tmp_path)
    whole = load_programme("kennistraject")
    rules = tuple(rule for rule in whole.rules if not rule.needs())
    programme = whole.model_copy(update={"rules": rules, "conditions": ()})
    then = compose(as_before(found), programme, size=(2, 2), on=ON, effort="quick")
    stated = document(then, Language.NL)
    report = check(stated, [*found], programme, size=(2, 2), on=ON)
    assert report.mismatches == ()
    other = [replace(one, phone_columns={"Telefoon": "053-7654321"}) for one in found]
    report = check(stated, other, programme, size=(2, 2), on=ON)
    assert [one.place for one in report.mismatches] == ["input_sha256"]


def test_a_rule_that_names_its_header_reads_what_was_written(tmp_path: Path) -> None:
    found = read(tmp_path)
    asked = called_as_asked(found, {"TELEFOON": "phone"})
    written = ["06-12 34 56 78", "053 123 45 67 of 06", None, "31612345679"]
    assert [one.text("TELEFOON") for one in asked] == written
