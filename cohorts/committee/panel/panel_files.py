"""Who takes part in a panel, what there is to read, and who may not read what: from files."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from cohorts.errors import InputError, Problem
from cohorts.intake.beside.rows import Row, as_it_stands, read_rows
from cohorts.round.remark import Noting, NotingRows

MOST = 100_000
"""A number typed in the place of a file; more is a slip of the hand."""
NUMBER, SIGNED = re.compile(r"\s*[+-]*[0-9]+\s*"), re.compile(r"\s*[+-]?[0-9]{1,30}\s*")
NAMED = 12
DIGITS = 40
"""As far as a typed number is read, and shown."""


def read_members(given: str) -> NotingRows[str]:
    """The names in the column ``member`` of a file; of a number so many members, from 1 on.

    Raises InputError for a name that is missing or stands there twice.
    """
    numbered = _numbered(given, "--members")
    if numbered is not None:
        return numbered
    named = _names(given, "member")
    return NotingRows(named, *named.remarks)


def read_dossiers(given: str) -> Noting[str, str]:
    """Dossier → how it is called: ``dossier`` (or id), with company or name where these are there.

    Of a number so many dossiers, from 1 on. Raises InputError as :func:`read_members` does.
    """
    if numbered := _numbered(given, "--dossiers"):
        return Noting({number: number for number in numbered})
    return _names(given, "dossier", ("company", "name"))


def _numbered(given: str, option: str) -> NotingRows[str] | None:
    """None where it is no number, and so the name of a file."""
    if not NUMBER.fullmatch(given):
        return None
    number = int(given) if SIGNED.fullmatch(given) else 0
    if not 1 <= number <= MOST:
        raise InputError(Problem("panel.number", option, {"given": given[:DIGITS], "most": MOST}))
    return NotingRows(str(one) for one in range(1, number + 1))


def _names(file: str, column: str, others: Sequence[str] = ()) -> Noting[str, str]:
    """The name in a column → what stands first in one of the others, or the name itself."""
    found: dict[str, str] = {}

    def read(row: Row, place: str) -> None:
        name = as_it_stands(row[column])
        if not name:
            raise InputError(Problem("panel.name_absent", place))
        if name in found:
            raise InputError(Problem("panel.name_twice", place, {"name": name}))
        called = (as_it_stands(row.get(other)) for other in others)
        found[name] = next(filter(None, called), name)

    rows = read_rows(file, (column,), read, others)
    if not found:
        raise InputError(Problem("panel.names_none", Path(file).name))
    return Noting(found, *rows.remarks)


def read_blocked(
    file: str | Path, members: Collection[str], dossiers: Mapping[str, str]
) -> NotingRows[tuple[str, str]]:
    """``member,dossier``: pairs that may not be. A dossier goes by itself or by how it is called.

    Raises InputError for every name that nobody has, with the nearest, and for every one that
    several dossiers have.
    """
    by_name: dict[str, list[str]] = {dossier: [dossier] for dossier in dossiers}
    for dossier, called in dossiers.items():
        if called != dossier:
            by_name.setdefault(called, []).append(dossier)

    def read(row: Row, place: str) -> tuple[str, str]:
        member, dossier = as_it_stands(row["member"]), as_it_stands(row["dossier"])
        unknown = [
            Problem(f"panel.{kind}_unknown", place, _near(given, known))
            for kind, given, known in (
                ("member", member, members),
                ("dossier", dossier, by_name),
            )
            if given not in known
        ]
        if unknown:
            raise InputError(*unknown)
        if len(meant := by_name[dossier]) > 1:
            facts = {"given": dossier, "dossiers": tuple(meant[:NAMED])}
            raise InputError(Problem("panel.dossier_shared", place, facts))
        return member, meant[0]

    return read_rows(file, ("member", "dossier"), read)


def _near(given: str, known: Collection[str]) -> dict[str, object]:
    nearest = get_close_matches(given, list(known), 1) or list(known)[:1]
    return {"given": given, "nearest": nearest[0]}
