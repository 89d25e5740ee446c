"""The files that a funnel names: only those in its own folder are opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cohorts.committee.shortlisting.funnel import Funnel, Stage
from cohorts.errors import InputError, Problem

NAMING = ("applicants", "map", "votes", "weights", "blocked")
"""The fields of a stage that name a file."""


def check_files(funnel: Funnel, folder: Path) -> None:
    """Raises InputError with every file that lies elsewhere, before any of them is opened.

    A funnel may come from somebody else: it must not have a file read, and its first lines told in
    an error, that they did not send along. Links are followed.
    """
    faults = [
        Problem("shortlist.outside", f"stages.{number}.{field}", {"given": name[:80]})
        for number, stage in enumerate(funnel.stages, 1)
        for field, name in _named(stage)
        if not _is_inside(folder, name)
    ]
    if faults:
        raise InputError(*faults)


def _named(stage: Stage) -> Iterator[tuple[str, str]]:
    for field in NAMING:
        if name := getattr(stage, field):
            yield field, name


def _is_inside(folder: Path, name: str) -> bool:
    try:
        return (folder / name).resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):  # a link to itself, or no name of a file at all
        return False
