"""A small round in files, for tests of the funnel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from cohorts.committee.shortlisting.funnel import read_funnel
from cohorts.committee.shortlisting.shortlist import Shortlist, shortlist
from cohorts.intake import read_applicants
from cohorts.programme.programme import Programme, load_programme

PROGRAMME = """schema_version = 1
name = "small"
title = {nl = "Klein", en = "Small"}
[groups]
size = [2, 3]
target = 3
places = "exactly 3"
standing = "%s"
[[conditions]]
condition = "between"
field = "fte"
above = 1
reason = {nl = "Niet alleen.", en = "Not alone."}
[[rules]]
rule = "comparable"
field = "fte"
scale = "log"
"""


def write_round(folder: Path, staff: Mapping[str, int], standing: str = "first") -> Programme:
    """``people.csv`` and the programme: three places in one group, alike in staff."""
    rows = [f"{who},Bedrijf {who.upper()},Naam {who},{fte}" for who, fte in staff.items()]
    (folder / "people.csv").write_text("id,company,name,fte\n" + "\n".join(rows) + "\n", "utf-8")
    (folder / "programme.toml").write_text(PROGRAMME % standing, "utf-8")
    return load_programme(folder / "programme.toml")


def write_votes(folder: Path, name: str, rows: Sequence[str]) -> None:
    (folder / name).write_text("\n".join(rows) + "\n", "utf-8")


def run(folder: Path, programme: Programme, stages: str, seed: int = 0) -> Shortlist:
    """The funnel with these ``[[stages]]``."""
    (folder / "funnel.toml").write_text(f'schema_version = 1\ntitle = "T"\n{stages}', "utf-8")
    people = read_applicants(folder / "people.csv")
    funnel = read_funnel(folder / "funnel.toml")
    return shortlist(
        people, programme, funnel, folder, effort="quick", on=date(2026, 1, 1), seed=seed
    )
