"""The ballot of one member as they see it: their own votes, and no dossier that is not theirs."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from cohorts.people.applicant import Applicant
from cohorts.rounds.act import look, revision_of
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.cast import VOTERS
from cohorts.rounds.balloting.close_votes import sent_in
from cohorts.rounds.balloting.corrected import corrected
from cohorts.rounds.balloting.offer_help import Offers, offers_by
from cohorts.rounds.balloting.vote_rows import Vote, votes_by
from cohorts.rounds.interests.declare import ties_of
from cohorts.rounds.interests.interest import Interest, blocked, own_interests, unsaid
from cohorts.rounds.interests.judges_no_more import judges_no_more
from cohorts.rounds.judging.stage_head import Phase, StageHead, StageKey, stage_in
from cohorts.rounds.judging.who_judges import check_judges
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.store.canonical import sha256
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store

READABLE = (Phase.JUDGING, Phase.TALKING)
"""When dossiers may be read."""


@dataclass(frozen=True)
class Dossier:
    """``applicant``: as they are now. ``vote``: what this member said of it so far; it stands.

    ``changed``: what is read of the applicant is other than when they said so.
    """

    person: PersonKey
    applicant: Applicant
    vote: Vote | None
    changed: bool = False


@dataclass(frozen=True)
class NamedCandidate:
    """All that is known before ties are told.

    ``whose``: the person who applied, where ``name`` is that of a company.
    """

    person: PersonKey
    name: str
    whose: str
    place: str
    interest: Interest | None


@dataclass(frozen=True)
class OwnBallot:
    """``names``: of all candidates, for ties; ``dossiers``: in this member's own order.

    Who stopped is in neither. The dossiers are empty before all ties are told, while nothing may be
    read, and where the chair ruled that they judge no more in it (``is_out``). ``sent_at``: in this
    turn. ``offers``: whom they offer help, with what they wrote. ``ties``: how often what they said
    of ties was changed.
    """

    stage: StageHead
    names: tuple[NamedCandidate, ...]
    dossiers: tuple[Dossier, ...]
    sent_at: str | None
    offers: Offers
    is_out: bool = False
    ties: int = 0

    @property
    def left(self) -> int:
        """How many dossiers have no whole judgement yet."""
        return sum(one.vote is None or not one.vote.judged.is_done for one in self.dossiers)


def own_ballot(store: Store, actor: Actor, round_: RoundKey, stage: StageKey) -> OwnBallot:
    """Raises RefusedError for who does not judge in this stage."""
    with look(store, actor, round_, may=VOTERS) as connection:
        head = stage_in(connection, round_, stage)
        check_judges(connection, round_, head, actor)
        return _ballot(connection, store.url, round_, head, actor)


def _ballot(
    connection: Connection, url: str, round_: RoundKey, head: StageHead, actor: Actor
) -> OwnBallot:
    people = people_in_store(connection, url, round_)
    said = own_interests(connection, round_, actor.key, head)
    is_out = actor.key in judges_no_more({actor.key: said}, head)
    here = [who for who in head.candidates if who in people.who]
    names = tuple(
        _named(who, people.shown[who], said.get(who))
        for who in sorted(here, key=lambda who: people.shown[who].label.casefold())
    )
    sent_at = sent_in(connection, head).get(actor.key)
    if head.phase not in READABLE or is_out or unsaid(said, here, here):
        ties = revision_of(connection, round_, ties_of(actor.key))
        return OwnBallot(head, names, (), sent_at, {}, is_out, ties)
    offers = offers_by(connection, round_, actor.key)
    votes, away = votes_by(connection, head.key, actor.key), blocked(said)
    other = corrected(connection, round_, people, votes)
    dossiers = tuple(
        Dossier(who, people.shown[who], votes.get(who), who in other)
        for who in in_own_order(here, head.plan.seed, actor)
        if who not in away
    )
    return OwnBallot(head, names, dossiers, sent_at, offers)


def _named(person: PersonKey, one: Applicant, said: Interest | None) -> NamedCandidate:
    label = one.label
    whose = one.name if one.name and one.name != label else ""
    return NamedCandidate(person, label, whose, one.place or "", said)


def in_own_order(people: list[PersonKey], seed: int, actor: Actor) -> list[PersonKey]:
    """By the SHA-256 of seed, member and applicant: another order for each member, no chance."""
    return sorted(people, key=lambda who: sha256(f"{seed}:{actor.key}:{who}"))
