"""What the votes of a closed stage come to, counted from the ballots each time it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from cohorts.committee.counting.elected import Elected
from cohorts.committee.shortlisting.ballots_of_stage import of_judged
from cohorts.committee.shortlisting.elected_in import elected_in
from cohorts.committee.shortlisting.seats_of import seats_of
from cohorts.committee.shortlisting.stage_outcome import StageOutcome
from cohorts.committee.shortlisting.voted import voted
from cohorts.committee.votes import Election
from cohorts.errors import Problem, RefusedError
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.asking.asked import asked_in
from cohorts.rounds.balloting.ballots_salt import SaltedFor, salt_of
from cohorts.rounds.balloting.election_of import digest_of_election, election_of
from cohorts.rounds.balloting.votes_gone import votes_gone
from cohorts.rounds.judging.stage_head import RELEASED, StageHead, check_phase
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.rounds.standings.who_may import who_may
from cohorts.store.keys import PersonKey, RoundKey


@dataclass(frozen=True, eq=False)
class Counted:
    """``election``: of who could still be chosen and was judged by somebody, by key.

    ``elected``: by key too; None where nobody was judged. ``outcome``: who goes on and who does
    not, each with why, as a funnel of files tells it: by id; ``keys``: id → key of who came;
    ``seats``: for how many there is place.
    """

    stage: StageHead
    election: Election
    elected: Elected | None
    outcome: StageOutcome
    keys: Mapping[ApplicantId, PersonKey]
    seats: int


def counted_in(
    connection: Connection, round_: RoundKey, head: StageHead, people: KeptPeople
) -> Counted:
    """Raises RefusedError before the close: nothing of it may be seen by anybody.

    So it does where the votes were erased: nothing can be counted again.
    """
    check_phase(head, *RELEASED)
    if head.key in votes_gone(connection, round_):
        raise RefusedError(Problem("standings.votes_gone"))
    whole = election_of(connection, round_, head, people)
    all_there = set(head.candidates) <= people.who.keys()  # who was erased is in no count any more
    salt = salt_of(connection, head.key, SaltedFor.CLOSE)
    if all_there and digest_of_election(whole, salt) != head.counted:
        raise RefusedError(Problem("standings.changed"))
    asked = asked_in(connection, people, round_)
    may = who_may(connection, round_, head, people, asked)
    inside = {str(who): people.who[who].id for who in head.candidates if who in may.inside}
    cast = of_judged(replace(whole, candidates=tuple(inside)), inside)
    plan = head.plan
    seats = seats_of(plan.stage, len(inside), asked.programme, asked.given)
    elected = elected_in(cast.election, plan.stage, seats, plan.seed)
    named = elected.called({str(who): str(one) for who, one in inside.items()}) if elected else None
    outcome = StageOutcome(
        head.number,
        head.plan.stage,
        tuple(people.who[who] for who in may.came),
        tuple(people.who[who] for who in may.inside),
        may.left,
        open=may.unknown,
    )
    if inside:
        outcome = voted(outcome, cast, named)
    keys = {people.who[who].id: who for who in may.came}
    return Counted(head, cast.election, elected, outcome, keys, seats)
