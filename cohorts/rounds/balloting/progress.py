"""How far each member is while votes are taken; never what they said, of whom, or when."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.close_votes import sent_in
from cohorts.rounds.balloting.vote_rows import Votes, all_votes
from cohorts.rounds.interests.interest import Interest, blocked, interests_in, unsaid
from cohorts.rounds.interests.judges_no_more import judges_no_more
from cohorts.rounds.judging.stage_head import Phase, StageHead, StageKey, check_phase, stage_in
from cohorts.rounds.judging.who_judges import judges_in
from cohorts.rounds.members.member import Member
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.roles import READERS, Role
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store

FOLLOWS = READERS | {Role.CHAIR}
"""Who may see it; a member sees nothing of another."""


@dataclass(frozen=True)
class HowFar:
    """Of one who judges. ``begun``: opened their address, or are on paper; ``ties``: told all.

    ``judged`` of the ``own`` dossiers that are theirs are done; both 0 before ties are told.
    ``sent``: in this turn. ``out``: the chair ruled that they judge no more in this stage.
    """

    member: Member
    begun: bool
    ties: bool
    judged: int
    own: int
    sent: bool
    out: bool

    @property
    def is_done(self) -> bool:
        """Whether nobody waits for them."""
        return self.sent or self.out


def progress(store: Store, actor: Actor, round_: RoundKey, stage: StageKey) -> tuple[HowFar, ...]:
    """Everybody who judges in it, in the order in which they were invited.

    Raises RefusedError before it opened and once it is closed: who judged how many would then, with
    what the votes come to, tell more than either.
    """
    with look(store, actor, round_, may=FOLLOWS) as connection:
        head = stage_in(connection, round_, stage)
        check_phase(head, Phase.INTERESTS, Phase.JUDGING, Phase.TALKING)
        return _progress(connection, store.url, round_, head)


def _progress(
    connection: Connection, url: str, round_: RoundKey, head: StageHead
) -> tuple[HowFar, ...]:
    people = people_in_store(connection, url, round_)
    here = [who for who in head.candidates if who in people.who]
    ties, votes = interests_in(connection, round_, head), all_votes(connection, head.key)
    sent, out = sent_in(connection, head), judges_no_more(ties, head)
    found = []
    for one in judges_in(connection, round_, head):
        said = ties.get(one.key, {})
        told = not unsaid(said, here, people.who.keys())
        own = _own(here, said) if told else ()
        found.append(
            HowFar(
                one,
                one.begun_at is not None or told,
                told,
                _judged(own, votes.get(one.key, {})),
                len(own),
                one.key in sent,
                one.key in out,
            )
        )
    return tuple(found)


def _own(here: Collection[PersonKey], said: Mapping[PersonKey, Interest]) -> Collection[PersonKey]:
    """The dossiers that are theirs."""
    away = blocked(said)
    return [who for who in here if who not in away]


def _judged(own: Collection[PersonKey], votes: Votes) -> int:
    """As the member's own page counts it."""
    return sum(who in votes and votes[who].judged.is_done for who in own)
