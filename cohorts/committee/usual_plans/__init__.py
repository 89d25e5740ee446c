"""The stages that a programme usually has, each as a funnel, by the name of the programme."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from cohorts.committee.usual_plans.usual import UsualPlan
from cohorts.forms.toml_file import read_programme_table

ELSE = "one-vote"
"""Of a programme of which no stages are known."""


@cache
def usual_plans() -> Mapping[str, UsualPlan]:
    """Name of a programme → its stages; :data:`ELSE` of every other."""
    found = (file for file in files(__name__).iterdir() if file.name.endswith(".toml"))
    return {
        file.name.removesuffix(".toml"): read_programme_table(
            file.read_text("utf-8"), file.name, UsualPlan, "shortlist"
        )
        for file in sorted(found, key=lambda file: file.name)
    }


def usual_plan(programme: str) -> UsualPlan:
    """Of the programme that is called so."""
    return usual_plans().get(programme) or usual_plans()[ELSE]


def has_usual_plan(programme: str) -> bool:
    """Whether that programme usually chooses by a committee."""
    return programme in usual_plans() and programme != ELSE
