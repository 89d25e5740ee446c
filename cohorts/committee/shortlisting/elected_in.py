"""Who the ballots of a stage choose, where they were cast one dossier at a time."""

from __future__ import annotations

from typing import Any

from cohorts.committee.counting.count import count
from cohorts.committee.counting.elected import Elected
from cohorts.committee.shortlisting.funnel import Stage
from cohorts.committee.votes import Election
from cohorts.committee.votes.heard import heard
from cohorts.errors import UncountableError


def elected_in(election: Election, stage: Stage, seats: int, seed: int) -> Elected | None:
    """``election``: of who was judged by somebody; ``seats``: as the stage or the room says.

    None where nobody was judged. Nobody is chosen where too few judged everybody, and where the
    rule cannot count what was cast: after a close nothing else can be asked, and people decide.
    """
    if not election.candidates:
        return None
    seats = min(seats, len(election.candidates))
    below = tuple(c for c in election.candidates if heard(election, c).share < stage.quorum)
    if below == election.candidates:
        return Elected(seats, (), (), below_quorum=below)
    how: dict[str, Any] = {"seed": seed, "quorum": stage.quorum}
    try:
        return count(election, stage.counting, seats, **how)
    except UncountableError:
        others = tuple(c for c in election.candidates if c not in below)
        return Elected(seats, (), (), below_quorum=below, uncounted=others)
