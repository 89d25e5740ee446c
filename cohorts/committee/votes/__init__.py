"""What a committee cast: ballots of yes and no, of scores or in order, over the same candidates."""

from cohorts.committee.votes.ballot import Ballot, Silence
from cohorts.committee.votes.criterion import Criterion
from cohorts.committee.votes.election import Asked, Election

__all__ = ["Asked", "Ballot", "Criterion", "Election", "Silence"]
