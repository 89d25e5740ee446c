"""The ties that were told in a stage, as who presides may see them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, select

from cohorts.rounds.act import look, revision_of
from cohorts.rounds.actor import Actor
from cohorts.rounds.interests.barred import Whose, tie_decisions
from cohorts.rounds.interests.interest import (
    Interest,
    Interests,
    blocked,
    blocked_for,
    interests_in,
)
from cohorts.rounds.interests.ruling import Ruling
from cohorts.rounds.judging.stage_head import StageHead, StageKey, stage_in
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.judging.who_judges import judges_in
from cohorts.rounds.members.member import Member
from cohorts.rounds.members.presiding import PRESIDES, presiding
from cohorts.rounds.minuted import Kind, minutes_in
from cohorts.rounds.people.kept_people import KeptPeople, people_in_store
from cohorts.store.canonical import sha256
from cohorts.store.keys import AccountKey, Key, PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import interest, note


class Heard(StrEnum):
    """What who presides hears of a tie: KNOWS may vote, unless barred; OUT does not, nor why."""

    KNOWS = "knows"
    OUT = "out"


@dataclass(frozen=True)
class ToldTie:
    """``name``: of the applicant. ``late``: told while votes were taken.

    ``ruling``: on a late one; ``barred``: what was decided of who knows the company, None: nothing;
    ``reason``: of either.
    """

    member: Member
    person: PersonKey
    name: str
    heard: Heard
    late: bool
    ruling: Ruling | None
    barred: bool | None
    reason: str

    @property
    def waits(self) -> bool:
        """Whether a ruling on it is still to come."""
        return self.late and self.ruling is None

    @property
    def line(self) -> str:
        """What is to be seen of it, hashed: the same until something else is told."""
        return sha256(f"{self.member.key}:{self.person}:{self.heard}:{self.late}")[:16]


@dataclass(frozen=True)
class Few:
    """An applicant whom few may judge: ``left``, of all ``judges``."""

    person: PersonKey
    name: str
    left: int


@dataclass(frozen=True)
class TiesList:
    """Of one who presides: only what concerns applicants for whom they do.

    ``unseen``: how many lines of it they did not see yet; ``few``: the fewest first.
    ``presides``: whether they act as chair where no applicant is at hand.
    """

    stage: StageHead
    ties: tuple[ToldTie, ...]
    unseen: int
    few: tuple[Few, ...]
    judges: int
    presides: bool
    revision: int


FEW = 5
"""Below this a split of votes is told as a range only: so few should be known beforehand."""


def list_of(stage: StageKey) -> str:
    """What acts on the list of a stage change."""
    return f"ties.{stage}"


def told_ties(store: Store, actor: Actor, round_: RoundKey, stage: StageKey) -> TiesList:
    """Raises RefusedError for who is neither chair nor deputy."""
    with look(store, actor, round_, may=PRESIDES) as connection:
        head = stage_in(connection, round_, stage)
        people = people_in_store(connection, store.url, round_)
        over = _over(connection, round_, head, people)
        mine = [who for who, presiders in over.items() if actor.key in presiders]
        ties = tuple(one for one in ties_in(connection, round_, head, people) if one.person in mine)
        seen = seen_by(connection, round_, stage, [actor.key])
        judges = judges_in(connection, round_, head)
        ties_now = interests_in(connection, round_, head)
        left = judges_left(ties_now, [one.key for one in judges], mine)
        few = [Few(who, people.shown[who].label, left[who]) for who in mine]
        return TiesList(
            head,
            ties,
            sum(one.line not in seen for one in ties),
            tuple(
                sorted(
                    (one for one in few if one.left < min(FEW, len(judges))),
                    key=lambda one: (one.left, one.name.casefold()),
                )
            ),
            len(judges),
            actor.key in {one.key for one in presiding(connection, round_)},
            revision_of(connection, round_, list_of(stage)),
        )


def ties_in(
    connection: Connection, round_: RoundKey, head: StageHead, people: KeptPeople
) -> tuple[ToldTie, ...]:
    """All of them but *none*, of who judges, by name of member and applicant."""
    ties = interests_in(connection, round_, head)
    decided, rulings = tie_decisions(connection, round_, head), _reasons(connection, head)
    here = set(head.candidates) & people.who.keys()
    found = []
    for member in judges_in(connection, round_, head):
        for person, said in ties.get(member.key, {}).items():
            if person not in here or said.tie is Tie.NONE:
                continue
            whose = (member.key, person)
            decision = decided.get(whose) if said.tie is Tie.KNOWS else None
            found.append(
                ToldTie(
                    member,
                    person,
                    people.shown[person].label,
                    Heard.KNOWS if said.tie is Tie.KNOWS else Heard.OUT,
                    _is_late(said, head),
                    Ruling(said.ruling) if said.ruling else None,
                    None if decision is None else bool(decision.value["bars"]),
                    decision.text if decision else rulings.get(whose, ""),
                )
            )
    return tuple(sorted(found, key=lambda one: (one.member.name.casefold(), one.name.casefold())))


def presiders_each(
    connection: Connection, round_: RoundKey, people: Iterable[PersonKey]
) -> Mapping[PersonKey, frozenset[AccountKey]]:
    """Who presides over each of these applicants, as ties stand now."""
    ties = interests_in(connection, round_)
    free: dict[frozenset[AccountKey], frozenset[AccountKey]] = {}
    found = {}
    for who in people:
        away = blocked_for(ties, who)
        if away not in free:
            free[away] = frozenset(one.key for one in presiding(connection, round_, away))
        found[who] = free[away]
    return found


def judges_left(
    ties: Interests, judges: Iterable[AccountKey], people: Iterable[PersonKey]
) -> Mapping[PersonKey, int]:
    """How many of those who judge may judge each of these."""
    kept_from = [blocked(ties.get(one, {})) for one in judges]
    return {who: sum(who not in away for away in kept_from) for who in people}


def seen_by(
    connection: Connection, round_: RoundKey, stage: StageKey, accounts: Iterable[AccountKey]
) -> frozenset[str]:
    """The lines of the list of a stage that any of these saw."""
    whose = set(accounts)
    return frozenset(
        line
        for one in minutes_in(connection, round_, [Kind.TIES_SEEN])
        if one.value["stage"] == stage and one.by in whose
        for line in one.value["lines"]
    )


def _over(
    connection: Connection, round_: RoundKey, head: StageHead, people: KeptPeople
) -> Mapping[PersonKey, frozenset[AccountKey]]:
    return presiders_each(connection, round_, [who for who in head.candidates if who in people.who])


def _is_late(said: Interest, head: StageHead) -> bool:
    """Late in this stage; in a later one it is simply known."""
    return said.late and said.stage == head.key


def _reasons(connection: Connection, head: StageHead) -> Mapping[Whose, str]:
    """Of the rulings in this stage."""
    query = (
        select(interest.c.account, interest.c.person, note.c.text)
        .join(note, note.c.key == interest.c.note)
        .where(interest.c.stage == head.key)
    )
    return {
        (AccountKey(Key(row.account)), PersonKey(Key(row.person))): row.text
        for row in connection.execute(query)
    }
