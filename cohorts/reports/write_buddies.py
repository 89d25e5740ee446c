"""Writes what follows from making buddies: the page, the table and the data; all or none."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from cohorts.after.buddies import Buddies
from cohorts.after.coaches import Coaching
from cohorts.record.hide import Hidden, untold
from cohorts.reports.buddies_csv import buddies_csv
from cohorts.reports.buddies_json import buddies_json
from cohorts.reports.coaching_csv import coaching_csv
from cohorts.reports.page.buddies_page import buddies_page
from cohorts.reports.write import save
from cohorts.words import Language


def hide_in(buddies: Buddies, hidden: Collection[Hidden]) -> Buddies:
    """The same, of which nothing hidden is told: not by what rule, nor how much it counts."""
    gone = untold(buddies.fit.rules, hidden, buddies.fit.round_)
    return replace(buddies, untold=frozenset(gone), hidden=tuple(sorted(hidden)))


def write_buddies(
    buddies: Buddies, folder: Path, language: Language, coaching: Sequence[Coaching] = ()
) -> dict[str, Path]:
    """The three files below ``folder``, and a table of coaches if any. Raises InputError."""
    contents = {
        "buddies.html": buddies_page(buddies, language, coaching).encode(),
        "buddies.csv": buddies_csv(buddies).encode(),
        "buddies.json": buddies_json(buddies, language, coaching).encode(),
    }
    if coaching:
        contents["coaching.csv"] = coaching_csv(coaching).encode()
    save(folder, contents)
    return {name: folder / name for name in contents}
