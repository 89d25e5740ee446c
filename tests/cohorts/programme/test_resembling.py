"""Which programme a file looks made for: each sample of a programme, and files of none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cohorts.intake import read_applicants
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import load_programme, presets
from cohorts.programme.resembling import clearly, own_columns, resembling
from tests.cohorts.cli.run import ROOT

PROGRAMMES = [load_programme(name) for name in presets()]
DAY = date(2026, 9, 1)
FOLDERS = sorted(
    folder
    for folder in (ROOT / "sample_data").iterdir()
    if folder.name in presets() and (folder / "aanmeldingen.xlsx").exists()
)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_file_made_for_a_programme_looks_like_it(folder: Path) -> None:
    people = read_applicants(folder / "aanmeldingen.xlsx")
    like = clearly(resembling(people, PROGRAMMES, DAY))
    assert like is not None
    assert like.programme.name == folder.name
    assert set(like.columns) <= own_columns(like.programme)
    assert 0 < like.may <= like.count == len(people)


def test_a_file_that_says_too_little_looks_like_none() -> None:
    people = [Applicant(id=ApplicantId(str(n)), name=f"N{n}", fte=5.0) for n in range(20)]
    assert clearly(resembling(people, PROGRAMMES, DAY)) is None
    assert clearly(resembling([], PROGRAMMES, DAY)) is None


def test_whom_a_condition_refuses_speaks_against() -> None:
    """Of a region that half of them are not from, nothing is left."""
    programme = load_programme("smart-factories")
    region = next(one for one in programme.conditions if one.key == "region")
    there = region.values[0]  # type: ignore[attr-defined]  # it is a list of places

    def signs(outside: int) -> float:
        places = [there] * (10 - outside) + ["Elders"] * outside
        people = [Applicant(id=ApplicantId(str(n)), province=p) for n, p in enumerate(places)]
        return resembling(people, [programme], DAY)[0].signs

    assert signs(0) > signs(2) > signs(5) == 0
