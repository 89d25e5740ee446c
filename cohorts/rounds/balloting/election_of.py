"""The votes of a stage as an election: the blocked are recused, the silent did not judge."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from sqlalchemy import Connection

from cohorts.committee.votes import Asked, Ballot, Criterion, Election, Silence
from cohorts.committee.votes.ballot import Said
from cohorts.rounds.balloting.vote_rows import Votes, all_votes
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.interest import Interest, blocked, interests_in
from cohorts.rounds.interests.judges_no_more import judges_no_more
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.rounds.judging.who_judges import judges_in
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.store.canonical import canonical, sha256
from cohorts.store.keys import PersonKey, RoundKey

ONE = Criterion("")
"""What a ballot of yes and no is asked by."""


def election_of(
    connection: Connection, round_: RoundKey, head: StageHead, people: KeptPeople
) -> Election:
    """Candidates and voters by key. Who withdrew or was erased since it opened is none any more.

    Nor is a member of whom the chair ruled that they judge no more in this stage a voter.
    """
    candidates = tuple(who for who in head.candidates if who in people.who)
    cast, ties = all_votes(connection, head.key), interests_in(connection, round_, head)
    away = judges_no_more(ties, head)
    ballots = tuple(
        Ballot(
            str(one.key),
            {
                str(who): said
                for who, said in _said(
                    candidates, cast.get(one.key, {}), ties.get(one.key, {})
                ).items()
            },
        )
        for one in sorted(judges_in(connection, round_, head), key=lambda one: one.key)
        if one.key not in away
    )
    criteria = tuple(one.criterion for one in head.plan.stage.criteria)
    asked = head.plan.asked
    names = {str(who): people.who[who].label for who in candidates}
    return Election(
        tuple(map(str, candidates)),
        ballots,
        asked,
        criteria if asked is Asked.SCORES else (ONE,),
        names,
    )


def ballots_about(
    connection: Connection, round_: RoundKey, head: StageHead, people: Collection[PersonKey]
) -> tuple[Judged, ...]:
    """What was voted on somebody in a stage and counts, by whoever may; not by whom."""
    cast, ties = all_votes(connection, head.key), interests_in(connection, round_, head)
    away = judges_no_more(ties, head)
    return tuple(
        votes[who].judged
        for one in judges_in(connection, round_, head)
        for votes in (cast.get(one.key, {}),)
        for who in people
        if one.key not in away and who in votes and who not in blocked(ties.get(one.key, {}))
    )


def digest_of_election(election: Election, salt: str) -> str:
    """What the close writes down: that nothing was changed between it and the count.

    Without the ballots that judge nobody: these hold ties alone, and bring nothing to the salt.
    """
    said = {
        ballot.voter: {
            who: str(one) if isinstance(one, Silence) else [str(score) for score in one]
            for who, one in ballot.said.items()
        }
        for ballot in election.ballots
        if any(not isinstance(one, Silence) for one in ballot.said.values())
    }
    return sha256(canonical([salt, election.candidates, said]))


def _said(
    candidates: tuple[PersonKey, ...], votes: Votes, ties: Mapping[PersonKey, Interest]
) -> Mapping[PersonKey, Said]:
    away = blocked(ties)
    return {
        who: Silence.RECUSED
        if who in away
        else votes[who].judged.said
        if who in votes
        else Silence.NOT_JUDGED
        for who in candidates
    }
