"""Activity codes that a spreadsheet took zeros and points from."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohorts.intake import read_applicants
from cohorts.intake.table import Cell
from cohorts.intake.values.sbi import Writing, is_known, read_sbi, writing_of
from cohorts.intake.values.unreadable import Unreadable
from cohorts.people.activity import codes_of, dotted

LOSSY = Writing(lossy=True)


@pytest.mark.parametrize(
    ("cell", "version", "code"),
    [
        (62.1, "2025", "6210"),  # the group's only class
        (62.1, None, "6210"),
        (1.13, None, "0113"),
        (1.1, None, "011"),  # 01.10 does not exist
        (1.5, None, "0150"),
        (46.2, None, "462"),
        (10.1, "2008", "101"),
        (111.0, None, "0111"),
        (1071.0, None, "1071"),
        (6201.0, "SBI 2008", "6201"),
        (1.0, None, "01"),
        (10, None, "10"),
    ],
)
def test_numbers_get_their_zeros_back(cell: Cell, version: str | None, code: str) -> None:
    assert read_sbi(cell, version)[0] == code


def test_a_text_is_read_as_it_was_written() -> None:
    assert read_sbi("62.1") == ("621", False)
    assert read_sbi("162") == ("162", False)
    assert read_sbi("1.13") == ("0113", True)  # no code has one digit before its point
    assert read_sbi("62.1", None, LOSSY) == ("6210", True)


def test_two_codes_that_can_be_meant_are_asked_about() -> None:
    """162 is 16.2, or 01.62 without its zero; both exist."""
    with pytest.raises(Unreadable) as caught:
        read_sbi(162, None, Writing(lengths=frozenset({3, 4})))
    assert (caught.value.code, caught.value.facts) == (
        *("intake.sbi_either", {"one": "16.2", "other": "01.62"}),
    )
    alone = Writing(lengths=frozenset({3}))
    assert read_sbi(162, None, alone) == ("162", False)  # no longer code for the zero to come from


def test_a_csv_kept_its_zeros_where_one_is_left() -> None:
    assert writing_of(["111", "1071"], "csv").lossy
    assert not writing_of(["111", "0150"], "csv").lossy
    assert not writing_of(["111", "1071"], "xlsx").lossy
    assert writing_of(["111", "10.71", 1620.0], "csv").lengths == {3, 4}


def test_a_class_with_parts_is_known() -> None:
    assert is_known("4520", "2008")
    assert is_known("620100", "2008")
    assert not is_known("9999", None)


@given(st.sampled_from(sorted(codes_of(None))))
def test_a_code_in_full_is_never_changed(code: str) -> None:
    assert read_sbi(code, None, Writing(lossy=True, lengths=frozenset({len(code)})))[0] == code
    assert read_sbi(dotted(code)) == (code, False)


def test_a_header_that_names_the_edition_tells_it(tmp_path: Path) -> None:
    """62.1 is a group of the edition of 2025, and nothing in that of 2008."""
    path = tmp_path / "a.csv"
    for edition, code in (("2008", "621"), ("2025", "6210")):
        path.write_text(f"Naam;SBI {edition}\nPiet Kip;62.1\nEls Eik;46.1\n", encoding="utf-8")
        found = {a.name: a for a in read_applicants(path)}
        assert (found["Piet Kip"].sbi, found["Piet Kip"].sbi_version) == (code, edition)
