"""Regions that are lists of municipalities, and in which of them somebody is.

A municipality is compared by what the gazetteer makes of it, never by how it is spelled; one of
before a merger is the one it is in now.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from cohorts.geography.gazetteer import municipalities_of, postcode_of
from cohorts.people.applicant import Applicant
from cohorts.people.values import plain

Municipality = tuple[str, str]
"""Name and province: some names occur in two."""


@dataclass(frozen=True)
class Region:
    """``source``: where the list comes from; ``assumed``: no list that we know fixes it."""

    title: str
    municipalities: tuple[str, ...]
    source: str
    assumed: bool = False


@cache
def regions() -> Mapping[str, Region]:
    """Every region that comes along, by its name in TOML."""
    text = (files("cohorts.geography") / "regions.toml").read_text(encoding="utf-8")
    return {
        name: Region(
            table["title"], tuple(table["municipalities"]), table["source"], "assumed" in table
        )
        for name, table in tomllib.loads(text).items()
    }


@cache
def _by_name() -> Mapping[str, Region]:
    named = {_bare(name): region for name, region in regions().items()}
    return named | {_bare(region.title): region for region in regions().values()}


def _bare(name: str) -> str:
    said = plain(name).replace("-", " ")
    return said.removeprefix("regio ").removeprefix("de ")


def region_named(name: str) -> Region | None:
    """A region that comes along, by what people call it: Noord-Veluwe, regio Twente."""
    return _by_name().get(_bare(name))


def municipalities(names: Iterable[str]) -> frozenset[Municipality]:
    """What these names of municipalities mean; those that are unknown or shared mean none."""
    found = (municipalities_of(name) for name in names)
    return frozenset(several[0] for several in found if len(several) == 1)


def municipality_of(applicant: Applicant) -> Municipality | None:
    """Where somebody is: as they said, else by postcode, else by place; None: not known."""
    named = _single(applicant.municipality, applicant.province)
    return named or _of_postcode(applicant.postcode) or _single(applicant.place, applicant.province)


def _single(name: str | None, province: str | None) -> Municipality | None:
    found = municipalities_of(name, province) if name else ()
    return found[0] if len(found) == 1 else None


def _of_postcode(postcode: str | None) -> Municipality | None:
    found = postcode_of(postcode) if postcode else None
    spot = found[1] if found else None
    return (spot.municipality, spot.province) if spot else None
