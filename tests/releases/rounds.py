"""Rounds as an earlier release composed them: copies of all that went in, and what came out.

A folder a round, below the version of the release. ``round.json`` names the files and the options
(null: not given; ``pins``: id → group) and what was done by hand afterwards (``edit``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from cohorts.composing.inputs import INPUTS, Given
from cohorts.intake import Applicants, read_applicants
from cohorts.intake.fields.field_map import read_maps
from cohorts.people.applicant import ApplicantId, Status
from cohorts.programme.programme import Programme, load_programme

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Kept:
    """One round of a release."""

    folder: Path

    def __str__(self) -> str:
        return f"{self.folder.parent.name}/{self.folder.name}"

    @cached_property
    def told(self) -> dict[str, Any]:
        """What stands in its ``round.json``."""
        found: dict[str, Any] = json.loads((self.folder / "round.json").read_text("utf-8"))
        return found

    @property
    def options(self) -> dict[str, Any]:
        """The options it was composed with."""
        found: dict[str, Any] = self.told["options"]
        return found

    @property
    def by_hand(self) -> bool:
        """Whether somebody moved people after composing."""
        return "edit" in self.told

    @property
    def composed(self) -> Path:
        """The groups as composing gave them."""
        return self.folder / ("composed-groups.csv" if self.by_hand else "groups.csv")

    @property
    def programme(self) -> Programme:
        """The programme as it was."""
        return load_programme(self.folder / self.told["programme"])

    @property
    def applicants(self) -> Applicants:
        """The applicants, read by the map that was used."""
        maps = [str(self.folder / self.told["map"])] if self.told["map"] else []
        return read_applicants(self.folder / self.told["applicants"], read_maps(maps))

    def files(self, people: Applicants) -> Given:
        """What came in files of its own."""
        read = {
            name: one.read(self.folder / self.told[name], people)
            for name, one in INPUTS.items()
            if one.is_file and self.told.get(name)
        }
        return cast("Given", read)

    def given(self, people: Applicants) -> Given:
        """Everything that was given."""
        asked = self.options
        rest = Given(
            groups=asked["groups"],
            size=tuple(asked["size"]) if asked["size"] else None,
            places=asked["places"],
            on=date.fromisoformat(asked["on"]),
            count_from=Status(asked["count_from"]) if asked["count_from"] else None,
            pins={ApplicantId(person): group for person, group in asked["pins"].items()},
            keep=asked["keep"],
            seed=asked["seed"],
        )
        return Given(**{**rest, **self.files(people)})


def kept_rounds() -> Iterator[Kept]:
    """Every round of every release."""
    for release in sorted(HERE.glob("[0-9]*")):
        yield from (Kept(folder) for folder in sorted(release.iterdir()))
