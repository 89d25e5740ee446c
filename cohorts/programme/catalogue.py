"""The referral catalogue: what else there is for an entrepreneur; data, in ``referrals/``."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from cohorts.conditions.named import NamedCondition
from cohorts.forms.toml_file import read_programme_table
from cohorts.words import Language


class Entry(BaseModel):
    """One practice: for whom it is, by the source of that ``year``.

    After ``valid_until`` the facts may have changed: it is still named, and flagged.
    ``programme``: the preset that composes groups of the same practice, and is offered in its
    place: with these conditions beside its own; empty: none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: Literal[1]
    name: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,60}$")
    title: dict[Language, str]
    for_whom: dict[Language, str]
    source: str
    year: int
    valid_until: date
    programme: str = ""
    conditions: tuple[NamedCondition, ...]


@cache
def catalogue() -> tuple[Entry, ...]:
    """Every entry, by name."""
    folder = files("cohorts.programme") / "referrals"
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return tuple(read_programme_table(f.read_text("utf-8"), f.name, Entry) for f in found)
