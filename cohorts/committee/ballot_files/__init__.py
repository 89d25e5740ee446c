"""Files of ballots: tables of ours, and the formats of PrefLib."""

from cohorts.committee.ballot_files.as_read import Votes
from cohorts.committee.ballot_files.criteria_file import read_criteria
from cohorts.committee.ballot_files.read_votes import read_votes

__all__ = ["Votes", "read_criteria", "read_votes"]
