"""Every sample, composed by its preset in no time: for what comes after a composition."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from cohorts import compose, load_programme, read_applicants
from cohorts.composing.inputs import INPUTS
from cohorts.composing.proposal import Proposal
from cohorts.intake import Applicants
from cohorts.people.applicant import ApplicantId

SAMPLES = Path(__file__).parents[4] / "sample_data"
FORMS = "aanmeldingen.xlsx"
NO_PRESET = "impossible"
OTHERWISE = {"overijssel": "businessversneller"}
NAMES = tuple(
    sorted(file.parent.name for file in SAMPLES.glob(f"*/{FORMS}") if file.parent.name != NO_PRESET)
)
BESIDE = ("relations", "merit")
AT_ONCE = 0.02


@cache
def people(name: str) -> Applicants:
    return read_applicants(SAMPLES / name / FORMS)


def given(name: str) -> dict[str, Any]:
    """The files beside the applicants, as they are there."""
    files = {one: SAMPLES / name / f"{one}.csv" for one in BESIDE}
    return {
        one: INPUTS[one].read(file, people(name)) for one, file in files.items() if file.is_file()
    }


@cache
def composed(name: str) -> Proposal:
    programme = load_programme(OTHERWISE.get(name, name))
    return compose(people(name), programme, time_limit=AT_ONCE, **given(name))


def to_spare(name: str) -> tuple[ApplicantId, int]:
    """Somebody whose group is as large as any, and that group: without them it is not too small.

    How even the groups are depends on how busy the machine was.
    """
    groups = composed(name).composition.groups
    number = max(groups, key=lambda one: len(groups[one]))
    return groups[number][0].id, number
