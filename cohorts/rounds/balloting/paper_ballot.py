"""The ballot of one member as it is printed or put in a workbook: their dossiers, and no vote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from cohorts.people.applicant import Applicant
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.may_enter import check_may_enter
from cohorts.rounds.balloting.own_ballot import in_own_order
from cohorts.rounds.balloting.row_keys import mark_of, row_key
from cohorts.rounds.balloting.vote_rows import votes_by
from cohorts.rounds.interests.interest import blocked, own_interests, unsaid
from cohorts.rounds.judging.stage_head import StageHead, StageKey, stage_in, stages_in
from cohorts.rounds.judging.who_judges import judges_in
from cohorts.rounds.members.member import Member
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.keys import AccountKey, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import round_ as round_table


@dataclass(frozen=True)
class PaperRow:
    """``key``: see :mod:`cohorts.rounds.balloting.row_keys`."""

    key: str
    person: PersonKey
    applicant: Applicant


@dataclass(frozen=True)
class OtherBallot:
    """Whose it is, and of which stage and turn."""

    member: str
    number: int
    turn: int


@dataclass(frozen=True, eq=False)
class PaperBallot:
    """``names``: everybody against whom ties are told, by name.

    ``told``: all ties were; until then, and once it is closed, there are no ``rows``.
    ``kept_from``: keys of rows that are not (any more) on this ballot; ``voted``: of whom there is
    a vote of this member already → its version. ``others``: mark → other ballots of this round.
    """

    round_name: str
    stage: StageHead
    member: Member
    mark: str
    names: tuple[PaperRow, ...]
    told: bool
    rows: tuple[PaperRow, ...]
    kept_from: frozenset[str]
    voted: Mapping[PersonKey, int]
    others: Mapping[str, OtherBallot]

    @property
    def free(self) -> tuple[PaperRow, ...]:
        """With whom no tie is told, by name; also once time is up. Empty before all are told."""
        return tuple(one for one in self.names if self.told and one.key not in self.kept_from)


def paper_ballot(
    store: Store, actor: Actor, round_: RoundKey, stage: StageKey, member: AccountKey
) -> PaperBallot:
    """In the order in which this member sees them on their own page.

    Raises RefusedError for who may not enter it (see :mod:`cohorts.rounds.balloting.may_enter`).
    """
    with look(store, actor, round_, may=ORGANISERS) as connection:
        head = stage_in(connection, round_, stage)
        who = check_may_enter(connection, round_, head, actor, member)
        return _made(connection, store.url, round_, head, who)


def _made(
    connection: Connection, url: str, round_: RoundKey, head: StageHead, who: Member
) -> PaperBallot:
    people = people_in_store(connection, url, round_).shown
    mark = mark_of(head, who.key)
    here = {
        one: PaperRow(row_key(mark, one), one, people[one])
        for one in head.candidates
        if one in people
    }
    said = own_interests(connection, round_, who.key)
    told = bool(here) and not unsaid(said, head.candidates, people.keys())
    away = blocked(said)
    ordered = in_own_order(list(here), head.plan.seed, Actor(who.key, who.name))
    return PaperBallot(
        connection.scalars(select(round_table.c.name).where(round_table.c.key == round_)).one(),
        head,
        who,
        mark,
        tuple(sorted(here.values(), key=lambda row: row.applicant.label.casefold())),
        told,
        tuple(here[one] for one in ordered if one not in away) if told and head.is_open else (),
        frozenset(row_key(mark, one) for one in head.candidates if one in away),
        {one: vote.number for one, vote in votes_by(connection, head.key, who.key).items()},
        dict(_others(connection, round_, mark)),
    )


def _others(
    connection: Connection, round_: RoundKey, mark: str
) -> Iterator[tuple[str, OtherBallot]]:
    for head in stages_in(connection, round_):
        for one in judges_in(connection, round_, head):
            for turn in (1, 2):
                found = mark_of(head, one.key, turn)
                if found != mark:
                    yield found, OtherBallot(one.name, head.number, turn)
