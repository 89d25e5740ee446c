"""What reading a file of ballots gives."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.committee.votes import Election
from cohorts.round.remark import Remark


@dataclass(frozen=True)
class Votes:
    """``remarks``: what was noticed on the way, and whoever counts must hear."""

    election: Election
    remarks: tuple[Remark, ...] = ()
