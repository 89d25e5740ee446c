"""Types over cells of a dropped file, or lets the file count where something was typed before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from cohorts.intake import FieldMap
from cohorts.rounds.actor import Actor
from cohorts.rounds.people.cell_text import checked_cells
from cohorts.rounds.people.dropped_file import DroppedFile, Said
from cohorts.rounds.people.said_of_file import say_of_file
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


def mend_in_file(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    row: int,
    cells: Mapping[str, str],
    *,
    seen: int | None = None,
) -> None:
    """``cells``: field or own column → what is typed, also what cannot be read.

    Raises InputError for a column that is not there, and for what no cell can hold.
    """

    def say(dropped: DroppedFile) -> tuple[FieldMap, Said]:
        typed = checked_cells(cells, dropped.read)
        kept = {**dropped.said.cells, **{(row, column): text for column, text in typed.items()}}
        released = dropped.said.released - kept.keys()
        return dropped.field_map, replace(dropped.said, cells=kept, released=released)

    say_of_file(store, actor, round_, "people.mend_in_file", say, seen=seen)


def release(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    row: int,
    column: str,
    *,
    seen: int | None = None,
) -> None:
    """What the file says there counts again, and not what was typed in an earlier one."""

    def say(dropped: DroppedFile) -> tuple[FieldMap, Said]:
        said = dropped.said
        cells = {cell: text for cell, text in said.cells.items() if cell != (row, column)}
        released = said.released | {(row, column)}
        return dropped.field_map, replace(said, cells=cells, released=released)

    say_of_file(store, actor, round_, "people.release", say, seen=seen)
