"""Answers a question about a dropped file, or says which of its columns is which field."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from cohorts.intake import Applicants, FieldMap
from cohorts.rounds.actor import Actor
from cohorts.rounds.people.dropped_file import DroppedFile, Said, read_waiting
from cohorts.rounds.people.said_of_file import say_of_file
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store

Pairs = tuple[tuple[str, str], ...]


def answer(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    says: FieldMap,
    *,
    freed: Collection[str] = (),
    seen: int | None = None,
) -> None:
    """The file is read so from now on; ``freed``: headers of which the map said something before.

    The last answer counts. Raises InputError where the file cannot be read so.
    """

    def say(dropped: DroppedFile) -> tuple[FieldMap, Said]:
        kept = dropped.field_map.freed(freed)
        after = kept.model_copy(
            update={
                "same": _without(kept.same, says.not_same),
                "not_same": _without(kept.not_same, says.same),
            }
        ).merged(says)
        read = read_waiting(store, actor, round_, after)
        return _followed(after, dropped.read, read), dropped.said

    say_of_file(store, actor, round_, "people.answer", say, seen=seen)


def take_back(store: Store, actor: Actor, round_: RoundKey, *, seen: int | None = None) -> None:
    """The file is read as it is without any answer; what was typed in it stays."""

    def say(dropped: DroppedFile) -> tuple[FieldMap, Said]:
        return FieldMap(), Said(dropped.said.cells, dropped.said.released)

    say_of_file(store, actor, round_, "people.take_back", say, seen=seen)


def _without(pairs: Pairs, others: Iterable[tuple[str, str]]) -> Pairs:
    gone = set(map(frozenset, others))
    return tuple(pair for pair in pairs if frozenset(pair) not in gone)


def _followed(field_map: FieldMap, before: Applicants, now: Applicants) -> FieldMap:
    """Pairs by the ids that the file has now: made ids are others where it is read otherwise."""
    ids = {row: id_ for id_, row in now.rows.items()}
    moved = {str(id_): str(ids[row]) for id_, row in before.rows.items() if row in ids}

    def pairs(of: Pairs) -> Pairs:
        return tuple((moved.get(a, a), moved.get(b, b)) for a, b in of)

    update = {"same": pairs(field_map.same), "not_same": pairs(field_map.not_same)}
    return field_map.model_copy(update=update)
