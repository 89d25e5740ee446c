"""What a dropped file would change, before it is confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.rounds.people.applicant_json import KEPT
from cohorts.rounds.people.dropped_file import NOBODY, DroppedFile
from cohorts.rounds.people.typed import NOTHING, There
from cohorts.store.keys import PersonKey

FOLLOWS = frozenset({"municipality", "province", "latitude", "longitude"})


@dataclass(frozen=True)
class Change:
    """One field or own column of somebody; ``None`` where nothing stood."""

    column: str
    before: object
    after: object


@dataclass(frozen=True)
class Stays:
    """A cell that was typed by hand, and what the file says there now."""

    person: PersonKey
    column: str
    typed: str
    in_file: object


@dataclass(frozen=True)
class WhatChanges:
    """``new``: ids of the file; ``changed``, ``missing``: who is in the round.

    ``missing``: who stands in no row, and is not kept by hand; ``back``: withdrew, and stands in
    the file again; ``still_gone``: withdrew by hand, and stays so; ``stays``: see Stays;
    ``there``: how many are in the round now; ``absorbed``: of them
    another answer of somebody else.
    """

    new: tuple[ApplicantId, ...]
    changed: Mapping[PersonKey, tuple[Change, ...]]
    missing: tuple[PersonKey, ...]
    back: tuple[PersonKey, ...]
    still_gone: tuple[PersonKey, ...]
    stays: tuple[Stays, ...]

    there: int
    absorbed: int

    def then(self, *, whole: bool) -> int:
        """How many are in the round once it is confirmed; ``whole``: who is missing withdrew."""
        gone = self.absorbed + (len(self.missing) if whole else 0)
        return self.there + len(self.new) + len(self.back) - gone

    @property
    def looks_complete(self) -> bool:
        """Whether it names half or more of who is there: then who is missing has withdrawn."""
        return 2 * len(self.missing) <= self.there


def what_changes(dropped: DroppedFile) -> WhatChanges:
    """Of the people as they would be, with all that was typed by hand."""
    before, who = dropped.before, dropped.found.who
    named = {*who.values(), *dropped.absorbed.values()}
    typed = {key: before.typed.get(key, NOTHING) for key in {*before.who, *named}}
    gone = {key for key, one in typed.items() if one.there is There.WITHDRAWN}
    missing = [k for k in before.who if k not in named and typed[k].there is not There.HERE]
    changed = {}
    for one in dropped.after:
        key = who.get(one.id, NOBODY)
        if key in before.who and (found := tuple(changes(before.who[key], one))):
            changed[key] = found
    return WhatChanges(
        new=tuple(a.id for a in dropped.after if a.id not in who),
        changed=changed,
        missing=tuple(missing),
        back=tuple(sorted(named - before.who.keys() - gone)),
        still_gone=tuple(sorted(named & gone)),
        stays=tuple(_stays(dropped)),
        there=len(before.who),
        absorbed=len({*dropped.absorbed.values()}),
    )


def changes(before: Applicant, after: Applicant) -> Iterator[Change]:
    """Every field and own column that is not the same; ends of a band go with the band."""
    for name in KEPT:
        if name in ("extra", "phone_columns") or name.endswith(("_low", "_high")):
            continue
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            yield Change(name, old, new)
    for header in sorted({*before.extra, *after.extra}):
        old, new = before.extra.get(header), after.extra.get(header)
        if old != new:
            yield Change(header, old, new)


def leading(found: Sequence[Change]) -> tuple[Change, ...]:
    """Without what follows from another change: where somebody is, from postcode and place."""
    moved = {one.column for one in found} & {"postcode", "place"}
    return tuple(one for one in found if not (moved and one.column in FOLLOWS))


def told(change: Change) -> dict[str, object]:
    """For the log."""
    return {"column": change.column, "before": change.before, "after": change.after}


def _stays(dropped: DroppedFile) -> Iterator[Stays]:
    """Where the file says something else than what somebody typed before."""
    after = {a.id: a for a in dropped.after}
    for one in dropped.read:
        key, row = dropped.found.who.get(one.id, NOBODY), dropped.read.rows[one.id]
        for column, text in dropped.before.typed.get(key, NOTHING).cells.items():
            said = (row, column) in dropped.said.cells or (row, column) in dropped.said.released
            if not said and value_in(one, column) != value_in(after[one.id], column):
                yield Stays(key, column, text, value_in(one, column))


def value_in(one: Applicant, column: str) -> object:
    """What stands in a field or own column."""
    return getattr(one, column) if column in KEPT else one.extra.get(column)
