"""Who coaches which group of a decision, by name: written down with it, and printed on its papers.

A coach is a note with the name, for it is of a person: it goes when the note does. Several groups
may point to one note, and that is one coach.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import Connection, delete, select

from cohorts.errors import InputError, Problem, RefusedError, StaleError
from cohorts.rounds.accounts.staff_name import LONGEST_NAME, spelled
from cohorts.rounds.act import act, look, revision_of
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.setting_rows import set_setting, setting_in
from cohorts.rounds.deciding.decision import decisions_in, standing
from cohorts.rounds.deciding.typed_reason import noted
from cohorts.rounds.proposing.notes import texts_of
from cohorts.rounds.proposing.seats_kept import seats_in
from cohorts.rounds.roles import ORGANISERS, READERS
from cohorts.store.keys import Key, PersonKey, ProposalKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import note
from cohorts.store.tables import proposal as table

SETTING = OBJECT = "coaches"

Coaches = Mapping[int, str]
"""Number of a group → the name of who coaches it; a group of which nobody wrote it is not there."""
NOBODY: Coaches = MappingProxyType({})


def nobody() -> Coaches:
    """Of no group it was written down."""
    return NOBODY


@dataclass(frozen=True)
class GroupCoaches:
    """``revision``: of all of them together, for who changes them.

    ``proposal``: of which the groups are; None where no decision stands.
    """

    by_group: Coaches
    revision: int
    proposal: ProposalKey | None


def coaches_of(store: Store, actor: Actor, round_: RoundKey) -> GroupCoaches:
    """Of the decision that stands; nobody where none does. Raises RefusedError."""
    with look(store, actor, round_, may=READERS) as connection:
        decided = _decided(connection, round_)
        kept = _kept(connection, round_, decided)
        texts = texts_of(connection, coach_notes(connection, round_))
        named = {group: texts[key] for group, key in kept.items() if key in texts}
        return GroupCoaches(named, revision_of(connection, round_, OBJECT), decided)


def name_coaches(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    names: Coaches,
    *,
    proposal: ProposalKey | None = None,
    seen: int | None = None,
) -> None:
    """From now on these, and nobody else; "": nobody is written down. One name is one coach.

    ``proposal``: of which the groups were seen, None: whichever is decided. Raises InputError for a
    group that the decision has not, and for a name that is too long; RefusedError, also where
    nothing is decided; StaleError, also where another proposal is decided by now: its groups have
    the same numbers, and other people.
    """
    with act(
        store, actor, round_, "coaches.name", may=ORGANISERS, object_=OBJECT, seen=seen
    ) as doing:
        connection = doing.connection
        decided = _decided(connection, round_)
        if decided is None:
            raise RefusedError(Problem("deciding.not_decided"))
        if proposal is not None and proposal != decided:
            raise StaleError(Problem("rounds.stale_unknown"))
        asked = {group: name for group, said in names.items() if (name := spelled(said))}
        if not asked.keys() <= set(seats_in(connection, decided).values()):
            raise InputError(Problem("deciding.no_such_group"))
        if any(len(name) > LONGEST_NAME for name in asked.values()):
            raise InputError(Problem("deciding.long_coach", "", {"longest": LONGEST_NAME}))
        keys = _notes(connection, round_, list(asked.values()))
        groups = {str(group): keys[name.casefold()] for group, name in sorted(asked.items())}
        kept = {"proposal": decided, "groups": groups} if groups else None
        set_setting(connection, round_, SETTING, kept)
        doing.say({"proposal": decided, "groups": groups})  # who, stands in the notes alone


def coach_notes(connection: Connection, round_: RoundKey) -> Sequence[Key]:
    """The notes with their names, as far as they are there."""
    kept = setting_in(connection, round_, SETTING) or {"groups": {}}
    here = note.c.round == round_, note.c.key.in_(set(kept["groups"].values()))
    return [Key(key) for key in connection.scalars(select(note.c.key).where(*here))]


def _decided(connection: Connection, round_: RoundKey) -> ProposalKey | None:
    last = standing(decisions_in(connection, round_))
    return None if last is None else last.proposal


def _notes(connection: Connection, round_: RoundKey, names: Sequence[str]) -> Mapping[str, Key]:
    """Name, whatever its capitals → its note; one that stood stays, and what is no more goes."""
    stood = coach_notes(connection, round_)
    known = {text: Key(key) for key, text in texts_of(connection, stood).items()}
    found: dict[str, Key] = {}
    for name in names:
        if name.casefold() not in found:
            key = known.get(name) or noted(connection, round_, name)
            assert key is not None  # noqa: S101 - only of no name there is none
            found[name.casefold()] = key
    gone = set(stood) - set(found.values())
    connection.execute(delete(note).where(note.c.key.in_(gone)))
    return found


def _kept(
    connection: Connection, round_: RoundKey, decided: ProposalKey | None
) -> Mapping[int, Key]:
    """Group → note. In another decision a group keeps the coach of who make up most of it."""
    kept = setting_in(connection, round_, SETTING)
    if kept is None or decided is None:
        return {}
    of = {int(group): Key(key) for group, key in kept["groups"].items()}
    if kept["proposal"] == decided:
        return of
    here = table.c.round == round_, table.c.key == kept["proposal"]
    if connection.scalar(select(table.c.key).where(*here)) is None:  # of a file of others
        return {}
    return {
        group: of[before]
        for group, before in _same(
            seats_in(connection, kept["proposal"]), seats_in(connection, decided)
        )
        if before in of
    }


def _same(
    then: Mapping[PersonKey, int | None], now: Mapping[PersonKey, int | None]
) -> Sequence[tuple[int, int]]:
    """A group now, and the group then of which more than half of its members come."""
    members: dict[int, Counter[int | None]] = {}
    for who, group in now.items():
        if group is not None:
            members.setdefault(group, Counter())[then.get(who)] += 1
    most = ((group, *came.most_common(1)[0], came.total()) for group, came in members.items())
    return [(g, before) for g, before, n, whole in most if before is not None and 2 * n > whole]
