"""Answers whether somebody in a dropped file is somebody in the round."""

from __future__ import annotations

from dataclasses import replace

from cohorts.intake import FieldMap
from cohorts.rounds.actor import Actor
from cohorts.rounds.people.dropped_file import DroppedFile, Said
from cohorts.rounds.people.said_of_file import say_of_file
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store


def recognise(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    person: PersonKey,
    row: int,
    *,
    same: bool,
    seen: int | None = None,
) -> None:
    """``row``: of the file. The last answer counts; it holds for later files once confirmed."""

    def say(dropped: DroppedFile) -> tuple[FieldMap, Said]:
        said, pair = dropped.said, (person, row)
        one = tuple(p for p in said.same if p != pair)
        two = tuple(p for p in said.not_same if p != pair)
        one, two = ((*one, pair), two) if same else (one, (*two, pair))
        return dropped.field_map, replace(said, same=one, not_same=two)

    say_of_file(store, actor, round_, "people.recognise", say, seen=seen)
