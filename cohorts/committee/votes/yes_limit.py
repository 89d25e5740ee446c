"""To how many candidates at most a ballot may say yes."""

from __future__ import annotations

from collections.abc import Callable

from cohorts.committee.votes.election import Asked, Election
from cohorts.errors import InputError, Problem

NAMED = 12
PlaceOf = Callable[[str, str], str]
"""(voter, candidate) → where that stands."""


def check_yes(election: Election, most: int | None, place_of: PlaceOf) -> None:
    """Raises InputError with every ballot that says yes to more than ``most``; None: no limit.

    At the place of the first yes that is one too many. Whom a voter may not judge is no yes of
    theirs.
    """
    if most is None or election.asked is not Asked.YES:
        return
    faults = []
    for ballot in election.ballots:
        yes = [c for c in election.candidates if ballot.value(c)]
        if len(yes) > most:
            facts = {
                "voter": ballot.voter,
                "count": len(yes),
                "most": most,
                "names": tuple(election.names.get(c, c) for c in yes[:NAMED]),
            }
            faults.append(Problem("votes.yes_many", place_of(ballot.voter, yes[most]), facts))
    if faults:
        raise InputError(*faults)
