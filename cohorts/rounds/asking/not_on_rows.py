"""Who did not go on after a stage of the choice, from what was decided of each stage."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select

from cohorts.people.applicant import ApplicantId
from cohorts.round.left_at import LeftAt, Why
from cohorts.rounds.asking.naming import present_in
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.tables import passed, stage


def not_on_in(
    connection: Connection, round_: RoundKey, people: KeptPeople
) -> Mapping[ApplicantId, LeftAt]:
    """Id → where they left first; empty where no stage is decided.

    Who stands in no row of a decided stage was not there yet. Two rows of one person: whoever of
    the two went on, did.
    """
    present = present_in(people)
    query = (
        select(stage.c.number, passed.c.person, passed.c.on, passed.c.why)
        .join(passed, passed.c.stage == stage.c.key)
        .where(stage.c.round == round_)
        .order_by(stage.c.number, passed.c.on, passed.c.person)
    )
    came: dict[int, dict[ApplicantId, Why | None]] = {}
    for row in connection.execute(query):
        found = came.setdefault(row.number, {})
        if (who := present.get(PersonKey(Key(row.person)))) is not None:
            found[who] = None if row.on else Why(row.why)
    left: dict[ApplicantId, LeftAt] = {}
    for number, those in came.items():
        for who in sorted(set(present.values()) - left.keys()):
            if (why := those.get(who, Why.LATE)) is not None:
                left[who] = LeftAt(number, why)
    return left
