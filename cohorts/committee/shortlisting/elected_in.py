"""Who the ballots of a stage choose, where they were cast one dossier at a time."""

from __future__ import annotations

from typing import Any

from cohorts.committee.counting.count import count
from cohorts.committee.counting.elected import Elected
from cohorts.committee.shortlisting.funnel import Stage
from cohorts.committee.votes import Election
from cohorts.committee.votes.heard import heard


def elected_in(election: Election, stage: Stage, seats: int, seed: int) -> Elected | None:
    """``election``: of who was judged by somebody; ``seats``: as the stage or the room says.

    None where nobody was judged; where too few judged everybody, nobody is chosen.
    """
    if not election.candidates:
        return None
    seats = min(seats, len(election.candidates))
    if all(heard(election, one).share < stage.quorum for one in election.candidates):
        return Elected(seats, (), (), below_quorum=election.candidates)
    how: dict[str, Any] = {"seed": seed, "quorum": stage.quorum}
    return count(election, stage.counting, seats, **how)
