"""Reads the files that ``compose`` and ``check`` share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cohorts.intake import Applicants, read_applicants
from cohorts.intake.beside import read_merit, read_previous, read_relations
from cohorts.intake.field_map import read_maps
from cohorts.intake.waiting_list import read_waiting
from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import Relation
from cohorts.programme.programme import Programme, load_programme
from cohorts.round.waiting import WaitingList


@dataclass(frozen=True)
class Inputs:
    """Everything a round is made of."""

    applicants: Applicants
    programme: Programme
    relations: tuple[Relation, ...]
    merit: Mapping[ApplicantId, int] | None
    previous: Mapping[ApplicantId, int] | None
    waiting: WaitingList | None


def read_inputs(
    applicants: Path,
    programme: str,
    maps: list[str] | None,
    relations: Path | None,
    merit: Path | None,
    previous: Path | None,
    waiting: Path | None = None,
) -> Inputs:
    """Raises InputError for the first file that cannot be read."""
    asked = load_programme(programme)
    people = read_applicants(applicants, read_maps(maps or []))
    return Inputs(
        people,
        asked,
        () if relations is None else read_relations(relations, people),
        None if merit is None else read_merit(merit, people),
        None if previous is None else read_previous(previous, people),
        None if waiting is None else read_waiting(waiting),
    )
