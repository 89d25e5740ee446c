"""What the votes of a closed stage come to, counted from the ballots each time it is asked."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from cohorts.committee.counting.count import count
from cohorts.committee.counting.elected import Elected
from cohorts.committee.votes import Election
from cohorts.errors import Problem, RefusedError
from cohorts.rounds.balloting.election_of import digest_of_election, election_of
from cohorts.rounds.judging.stage_head import RELEASED, StageHead, check_phase
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.store.keys import RoundKey


@dataclass(frozen=True, eq=False)
class Counted:
    """``elected``: None where nobody was judged at all."""

    stage: StageHead
    election: Election
    elected: Elected | None


def counted_in(
    connection: Connection, round_: RoundKey, head: StageHead, people: KeptPeople
) -> Counted:
    """Raises RefusedError before the close: nothing of it may be seen by anybody."""
    check_phase(head, *RELEASED)
    election = election_of(connection, round_, head, people)
    if digest_of_election(election) != head.counted and len(people.who) == len(head.candidates):
        raise RefusedError(Problem("standings.changed"))
    if not election.candidates:
        return Counted(head, election, None)
    plan = head.plan.stage
    seats = min(plan.places or len(election.candidates), len(election.candidates))
    elected = count(election, plan.counting, seats, seed=head.plan.seed, quorum=plan.quorum)
    return Counted(head, election, elected)
