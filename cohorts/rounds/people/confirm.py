"""Confirms a dropped file: its people are those of the round."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import update

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.round.remark import Remark
from cohorts.rounds.act import Acting, act
from cohorts.rounds.actor import Actor
from cohorts.rounds.people.applicant_json import applicant_text
from cohorts.rounds.people.assembled import of_several
from cohorts.rounds.people.dropped_file import DroppedFile
from cohorts.rounds.people.identify import keep_answer
from cohorts.rounds.people.kept_people import OBJECT
from cohorts.rounds.people.new_applicants import free_id, new_applicants
from cohorts.rounds.people.one_person import Pair
from cohorts.rounds.people.read_report import ReadReport
from cohorts.rounds.people.said_of_file import waiting
from cohorts.rounds.people.typed import drop_typed, keep_typed
from cohorts.rounds.people.version_rows import keep_answers, keep_remarks, write_version
from cohorts.rounds.people.what_changes import WhatChanges, told, what_changes
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.clock import now
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import upload


def confirm(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    *,
    complete: bool | None = None,
    seen: int | None = None,
) -> int:
    """A new version of the people; what was typed by hand holds. Gives its number.

    ``complete``: who stands in no row of the file has withdrawn (False: they stay; None: as it
    looks). Name and content of the file are dropped. Raises InputError where no file waits.
    """
    dropped = waiting(store, actor, round_)
    based_on = dropped.revision if seen is None else seen
    with act(
        store, actor, round_, "people.confirm", may=ORGANISERS, object_=OBJECT, seen=based_on
    ) as doing:
        brings = what_changes(dropped)
        whole = brings.looks_complete if complete is None else complete
        keyed = _keyed(doing, dropped)
        people = _people(doing, dropped, keyed, brings, whole=whole)
        remarks = _remarks(doing, dropped, keyed, people)
        number = write_version(doing, people, remarks, dropped.number)
        _keep_said(doing, dropped, keyed)
        _close(doing, dropped, keyed)
        _tell(doing, dropped, keyed, brings, number)
    return number


@dataclass(frozen=True)
class Keyed:
    """``who``: every id of the file → the key of that person; ``own``: … → the key of that id.

    ``one``: pairs of keys that are one person, the one that counts first.
    """

    who: Mapping[ApplicantId, PersonKey]
    own: Mapping[ApplicantId, PersonKey]
    one: tuple[Pair, ...]


def _keyed(doing: Acting, dropped: DroppedFile) -> Keyed:
    """Keys for all that is new; who is there keeps the key, and the id, that they have."""
    there, found = dropped.before.keys.of, dropped.found.who
    strangers = [a.id for a in dropped.read if a.id not in found]
    others = [id_ for id_ in dropped.read.rows if id_ not in there and id_ not in strangers]
    taken = {*there, *dropped.read.rows}
    called = {id_: free_id(id_, taken) if id_ in there else id_ for id_ in strangers}
    made = new_applicants(doing, [*called.values(), *others])
    who = {**found, **{id_: made[called[id_]] for id_ in strangers}}
    who |= {left: who[kept] for left, kept in dropped.read.aliases.items()}
    own = {**who, **dropped.absorbed, **{id_: made[id_] for id_ in others}}
    return Keyed(who, own, tuple((who[i], own[i]) for i in who if who[i] != own[i]))


def _people(
    doing: Acting, dropped: DroppedFile, keyed: Keyed, brings: WhatChanges, *, whole: bool
) -> dict[PersonKey, Key]:
    """The rows of what everybody says now, in the order of their keys' ids."""
    before = dropped.before
    gone = {*brings.still_gone, *(brings.missing if whole else ()), *dropped.absorbed.values()}
    kept = {key: row for key, row in before.rows.people.items() if key in before.who}
    said = {keyed.who[a.id]: a for a in dropped.after}
    other = {
        key: one
        for key, one in said.items()
        if key not in gone and not (key in kept and _says_the_same(before.who[key], one))
    }
    rows = kept | keep_answers(doing, other)
    return {key: row for key, row in rows.items() if key not in gone}


def _says_the_same(before: Applicant, now_: Applicant) -> bool:
    return applicant_text(before) == applicant_text(now_)


def _remarks(
    doing: Acting, dropped: DroppedFile, keyed: Keyed, people: Mapping[PersonKey, Key]
) -> list[Key]:
    """What was noticed in this file, and of who stands in no row of it what was noticed before."""
    named = {*keyed.who.values()}
    earlier = [
        key
        for person, told in dropped.before.told.items()
        if person in people and person not in named
        for key, _ in told
    ]
    rows = {row: keyed.who[id_] for id_, row in dropped.read.rows.items() if id_ in keyed.who}
    found = [
        (person, one)
        for person, one in _about(dropped.after.remarks, rows, keyed.who)
        if person is None or person in people
    ]
    return [*keep_remarks(doing, found), *earlier]


def _about(
    remarks: Sequence[Remark],
    rows: Mapping[int, PersonKey],
    who: Mapping[ApplicantId, PersonKey],
) -> Iterator[tuple[PersonKey | None, Remark]]:
    """Each with whom it is about; of a row that is nobody no value is kept."""
    for one in remarks:
        if of_several(one):
            continue
        person = rows.get(one.row or 0) or who.get(ApplicantId(str(one.facts.get("id_kept"))))
        yield person, one if person else replace(one, value="")


def _keep_said(doing: Acting, dropped: DroppedFile, keyed: Keyed) -> None:
    """What was typed and answered holds for later files too."""
    ids = {row: id_ for id_, row in dropped.read.rows.items()}
    people = {row: keyed.who[id_] for row, id_ in ids.items() if id_ in keyed.who}
    for (row, column), text in dropped.said.cells.items():
        if row in people:
            keep_typed(doing, people[row], {column: text})
    for row, column in dropped.said.released - dropped.said.cells.keys():
        if row in people:
            drop_typed(doing, people[row], column)
    for same, in_file, with_round in (
        (True, dropped.field_map.same, dropped.said.same),
        (False, dropped.field_map.not_same, dropped.said.not_same),
    ):
        pairs = [(keyed.own.get(ApplicantId(a)), keyed.own.get(ApplicantId(b))) for a, b in in_file]
        pairs += [(key, keyed.own.get(ids[row])) for key, row in with_round if row in ids]
        for a, b in pairs:
            if a and b and a != b:
                # of one person the key that counts stands first, or it would lead to the other
                own, other = (b, a) if (b, a) in keyed.one else (a, b)
                keep_answer(doing, own, other, same=same)


def _close(doing: Acting, dropped: DroppedFile, keyed: Keyed) -> None:
    """Nothing of the file is left but how it was read."""
    read, who = dropped.read, keyed.who
    report = ReadReport(
        kind=read.report.kind,
        detail=read.report.detail,
        count=read.report.rows,
        clean=read.report.clean,
        matches=read.report.matches,
        asked=tuple(read.report.missing),
        rows={who[a.id]: read.rows[a.id] for a in read},
        merged=[
            (who[m.kept_id], keyed.own[m.left_id], m.kept, m.left)
            for m in read.report.merged
            if m.left_id != m.kept_id
        ],
        one=keyed.one,
    )
    asked = dropped.field_map.model_copy(update={"same": (), "not_same": ()})
    kept = {"report": report.text, "field_map": asked.model_dump_json(), "confirmed_at": now()}
    doing.connection.execute(
        update(upload)
        .where(upload.c.round == doing.round, upload.c.number == dropped.number)
        .values(file=None, content=None, answered=None, **kept)
    )


def _tell(
    doing: Acting, dropped: DroppedFile, keyed: Keyed, brings: WhatChanges, version: int
) -> None:
    """The log: how many are new, changed and gone; of each who changed, what."""
    counts = {
        "version": version,
        "people": len(dropped.read),
        "new": len(brings.new),
        "changed": len(brings.changed),
        "missing": len(brings.missing),
    }
    doing.say(counts)
    for id_ in brings.new:
        doing.say({"read": True}, keyed.who[id_])
    for person, found in brings.changed.items():
        doing.about(person)
        for one in found:
            doing.say(told(one), person)
