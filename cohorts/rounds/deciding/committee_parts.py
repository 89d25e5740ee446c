"""What a dossier says of a committee: what it was asked, who went on and why, and the ballots.

The ballots are for whoever checks a decision: by labels that are drawn anew each time and in an
order that is shuffled, so that they tell nothing of who cast them. Nobody else finds them here.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from cohorts.record.parts import Part
from cohorts.round.exact_points import exact_points
from cohorts.round.left_at import Why
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.ballots_salt import SaltedFor, salt_of
from cohorts.rounds.balloting.election_of import election_of
from cohorts.rounds.balloting.votes_gone import votes_gone
from cohorts.rounds.deciding import dossier_form as form
from cohorts.rounds.deciding.dossier_source import Source, keys_of
from cohorts.rounds.deciding.recount import points_again, recounted
from cohorts.rounds.judging.stage_head import StageHead, object_of, stages_in
from cohorts.rounds.people.kept_people import KeptPeople, people_in_store
from cohorts.rounds.roles import READERS, Role
from cohorts.rounds.standings.decided_head import DECIDED
from cohorts.rounds.standings.without_names import COUNTED, ballots_of, plan_without_names
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import event, note, passed, role, said

LABEL_BYTES = 6


@dataclass(frozen=True, eq=False)
class _Kept:
    """Where it is read from, and what of the decision was read already.

    ``gone``: the stages whose votes were erased.
    """

    connection: Connection
    url: str
    round: RoundKey
    source: Source
    gone: frozenset[Key]


@dataclass(frozen=True)
class _Told:
    """The event of a decided stage: its number, and what is left of what it says."""

    number: int
    parts: tuple[form.SaidPart, ...]
    facts: Mapping[str, Any]
    counted: Mapping[str, str]


def committee_parts(
    store: Store, actor: Actor, round_: RoundKey, source: Source, *, ballots: bool = False
) -> Mapping[str, Part]:
    """By the name of their file; none where no stage was decided before this decision.

    ``ballots``: with these, where an auditor asks for it, unless those of a stage were erased.
    Raises RefusedError.
    """
    with look(store, actor, round_, may=READERS) as connection:
        heads = stages_in(connection, round_)
        told = {head.key: _told(connection, round_, head, source.decision.event) for head in heads}
        stages = [(head, one) for head in heads if (one := told[head.key]) is not None]
        if not stages:
            return {}
        kept = _Kept(connection, store.url, round_, source, votes_gone(connection, round_))
        pairs = [_stage(kept, head, one) for head, one in stages]
        checks = ballots and _checks(connection, round_, actor) and not kept.gone
    committee = form.CommitteePart(stages=[one for one, _ in pairs], ballots=checks)
    if not checks:
        return {form.COMMITTEE: committee}
    cast = form.BallotsPart(stages=[one for _, one in pairs])
    return {form.COMMITTEE: committee, form.BALLOTS: cast}


def _checks(connection: Connection, round_: RoundKey, actor: Actor) -> bool:
    """Whether they are here to check what was decided."""
    here = (role.c.round == round_, role.c.account == actor.key, role.c.role == Role.AUDITOR.value)
    return connection.scalar(select(role.c.role).where(*here)) is not None


def _told(connection: Connection, round_: RoundKey, head: StageHead, before: int) -> _Told | None:
    """None where it was not decided before that event of the log."""
    here = (event.c.chain == round_, event.c.act == DECIDED, event.c.number < before)
    number = connection.scalar(
        select(event.c.number).where(*here, event.c.object == object_of(head.key))
    )
    if number is None:
        return None
    where = (said.c.chain == round_, said.c.number == number)
    rows = connection.execute(select(said).where(*where).order_by(said.c.part)).all()
    facts: dict[str, Any] = {}
    for row in rows:
        facts |= {} if row.person else json.loads(row.value)
    counted = {row.person: json.loads(row.value)["counted"] for row in rows if row.person}
    parts = (
        form.SaidPart(part=row.part, value=row.value, salt=row.salt)
        for row in rows
        if not row.person
    )
    return _Told(number, tuple(parts), facts, counted)


def _stage(
    kept: _Kept, head: StageHead, told: _Told
) -> tuple[form.StagePart, form.StageBallotsPart]:
    connection = kept.connection
    people = people_in_store(connection, kept.url, kept.round, told.facts["version"])
    rows = _passed(connection, head)
    gone = {*people.erased}
    lost = [r for r in rows if r.person in gone or (r.why == Why.BY_PEOPLE and not _known(r, told))]
    came = [_came(row, told, people) for row in rows]
    stage = form.StagePart(
        number=head.number,
        event=told.number,
        said=list(told.parts),
        plan=plan_without_names(head.plan),
        came=came,
        points=False,
        erased=told.facts["came"] - len(rows) + len(lost),
    )
    inside = sorted(one.key for one in came if one.counted in COUNTED)
    ballots = form.StageBallotsPart(
        number=head.number,
        salt=salt_of(connection, head.key, SaltedFor.DOSSIER),
        ballots=_shuffled(kept, head, people, inside),
    )
    known = not stage.erased and head.key not in kept.gone
    points = known and _is_merit(stage, ballots, told.facts["seats"], kept.source)
    return stage.model_copy(update={"points": points}), ballots


def _known(row: Row[Any], told: _Told) -> bool:
    return row.person in told.counted and row.text is not None


def _passed(connection: Connection, head: StageHead) -> list[Row[Any]]:
    query = (
        select(passed, note.c.text)
        .outerjoin(note, note.c.key == passed.c.note)
        .where(passed.c.stage == head.key)
        .order_by(passed.c.person)
    )
    return list(connection.execute(query))


def _came(row: Row[Any], told: _Told, people: KeptPeople) -> form.CamePart:
    key = PersonKey(Key(row.person))
    return form.CamePart(
        key=row.person,
        now=people.keys.of.get(people.keys.ids[key], key),
        counted=told.counted.get(row.person, row.why),
        on=row.on,
        why=row.why,
        reason=row.text or "",
        reason_salt=row.note or "",
        reason_erased=row.note is not None and row.text is None,
    )


def _shuffled(
    kept: _Kept, head: StageHead, people: KeptPeople, inside: list[str]
) -> list[form.BallotPart]:
    """In an order that is drawn anew, under labels that are too."""
    election = election_of(kept.connection, kept.round, head, people)
    here = [who for who in inside if who in election.candidates]
    cast = ballots_of(election, here)
    secrets.SystemRandom().shuffle(cast)
    return [form.BallotPart(voter=secrets.token_hex(LABEL_BYTES), said=dict(one)) for one in cast]


def _is_merit(
    stage: form.StagePart, ballots: form.StageBallotsPart, seats: int, source: Source
) -> bool:
    """Whether the composition had the points of this stage."""
    merit = source.content["given"]["merit"]
    points = points_again(stage, recounted(stage, ballots, seats))
    if not merit or not points:
        return False
    keys = keys_of(source.people)
    again = exact_points(points)
    return all(again.get(keys[who]) == value for who, value in merit.items())
