"""A member votes on one dossier: by the clock of the store, once for each answer of a device."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, func, insert, select

from cohorts.errors import InputError, Problem, RefusedError, StaleError
from cohorts.rounds.act import Acting, act
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.vote_rows import votes_by
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.balloting.yes_left import check_yes_left
from cohorts.rounds.interests.interest import blocked, own_interests, unsaid
from cohorts.rounds.interests.judges_no_more import check_still_judges
from cohorts.rounds.judging.stage_head import StageHead, StageKey, stage_in
from cohorts.rounds.judging.who_judges import check_judges
from cohorts.rounds.people.version_rows import those_there
from cohorts.rounds.roles import Role
from cohorts.rounds.typed_text import visible
from cohorts.store.clock import now
from cohorts.store.keys import AccountKey, Key, PersonKey, RoundKey, new_key
from cohorts.store.store import Store
from cohorts.store.tables import note as notes
from cohorts.store.tables import vote as table

VOTERS = frozenset({Role.MEMBER})
LONGEST_NOTE = 2_000
LONGEST_ONCE = 64


class How(StrEnum):
    """PAGE: by the member's own hand. PAPER: on paper or in Excel, entered by somebody named.

    AGAIN: no vote, but the chair's ruling that this one is judged again.
    """

    PAGE = "page"
    PAPER = "paper"
    AGAIN = "again"


@dataclass(frozen=True)
class Kept:
    """``number``: of this version of the vote; ``at``: when it was kept. The same for a repeat."""

    number: int
    at: str


class _AlreadyError(Exception):
    """This answer was kept before, as ``kept``."""

    def __init__(self, kept: Kept) -> None:
        super().__init__()
        self.kept = kept


def cast(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey,
    person: PersonKey,
    *,
    judged: Judged,
    once: str,
    note: str = "",
    seen: int | None = None,
) -> Kept:
    """``once``: of this answer on this device; sent twice, it counts once.

    ``judged``: as the stage asks it. ``seen``: the version that stood there when it was given, 0
    for none; None: any. An answer that waited on one device takes the place of no later one.

    Raises RefusedError for who does not judge here, may not judge this one or is too late, and for
    an ``once`` of another answer; StaleError where another answer was kept since; InputError where
    ties are not all told, or a text is too long.
    """
    text = visible(note)
    if not 1 <= len(once) <= LONGEST_ONCE or len(text) > LONGEST_NOTE:
        raise InputError(Problem("balloting.too_long", "", {"longest": LONGEST_NOTE}))
    object_ = f"ballot.{actor.key}"
    try:
        with act(store, actor, round_, "ballot.vote", may=VOTERS, object_=object_) as doing:
            head = stage_in(doing.connection, round_, stage)
            check_judges(doing.connection, round_, head, actor)
            _check_new(doing.connection, stage, actor.key, once, (person, judged))
            check_may_vote(doing.connection, round_, head, actor.key, person)
            if seen is not None:
                _check_last(doing.connection, stage, actor.key, person, (judged, text, seen))
            return keep_vote(doing, head, actor.key, person, judged=judged, once=once, note=text)
    except _AlreadyError as already:
        return already.kept


def check_may_vote(
    connection: Connection,
    round_: RoundKey,
    head: StageHead,
    whose: AccountKey,
    *people: PersonKey,
) -> None:
    """On all of these, with what is asked of the store asked once.

    Raises RefusedError where it is closed or one is not theirs; InputError before ties.
    """
    if not head.is_open:
        raise RefusedError(Problem("balloting.closed"))
    said = own_interests(connection, round_, whose, head)
    check_still_judges({whose: said}, head, whose)
    # the same words whether there is no such dossier or it is not theirs: nothing can be guessed
    if not set(people) <= set(head.candidates) - blocked(said):
        raise RefusedError(Problem("balloting.not_this"))
    there = those_there(connection, round_)
    if unsaid(said, [who for who in head.candidates if who not in said], there):
        raise InputError(Problem("balloting.ties_first"))
    if not there.issuperset(people):  # withdrawn, or erased
        raise RefusedError(Problem("balloting.not_this"))


def keep_vote(
    doing: Acting,
    head: StageHead,
    whose: AccountKey,
    person: PersonKey,
    *,
    judged: Judged,
    once: str,
    note: str,
    how: How = How.PAGE,
) -> Kept:
    """One version more, within an act. The log says neither whom it is about nor what was said.

    Raises RefusedError where the deadline passed since it was checked, InputError for a yes more
    than the rule of the stage lets one member say.
    """
    connection, at = doing.connection, now()
    if how is not How.AGAIN and not head.is_open_at(at):  # the moment that is written down
        raise RefusedError(Problem("balloting.closed"))
    if judged.yes:
        check_yes_left(connection, doing.round, head, whose, person)
    here = (table.c.stage == head.key, table.c.account == whose, table.c.person == person)
    last = connection.scalar(select(func.max(table.c.number)).where(*here)) or 0
    key: Key | None = None
    if note:
        key = new_key()
        noted = {"key": key, "round": doing.round, "person": person, "text": note}
        connection.execute(insert(notes), noted)
    row = {
        "stage": head.key,
        "account": whose,
        "person": person,
        "number": last + 1,
        "round": doing.round,
        "turn": head.turn,
        "value": judged.text,
        "note": key,
        "once": once,
        "how": how.value,
        "at": at,
        "by": doing.actor.key,
    }
    connection.execute(insert(table), row)
    return Kept(last + 1, at)


def _check_new(
    connection: Connection,
    stage: StageKey,
    whose: AccountKey,
    once: str,
    answer: tuple[PersonKey, Judged],
) -> None:
    """Raises _AlreadyError where this answer was kept before, RefusedError for another one."""
    here = (table.c.stage == stage, table.c.account == whose, table.c.once == once)
    query = select(table.c.number, table.c.at, table.c.person, table.c.value).where(*here)
    row = connection.execute(query).one_or_none()
    if row is None:
        return
    if (row.person, row.value) != (answer[0], answer[1].text):
        raise RefusedError(Problem("balloting.other_answer"))
    raise _AlreadyError(Kept(row.number, row.at))


def _check_last(
    connection: Connection,
    stage: StageKey,
    whose: AccountKey,
    person: PersonKey,
    answer: tuple[Judged, str, int],
) -> None:
    """``answer``: its note too, and what was seen.

    Raises StaleError where another was kept since, _AlreadyError where the same was.
    """
    judged, note, seen = answer
    last = votes_by(connection, stage, whose).get(person)
    if last is None or last.number <= seen:
        return
    if (last.judged, last.remark) != (judged, note):
        raise StaleError(Problem("balloting.newer"))
    raise _AlreadyError(Kept(last.number, last.at))
