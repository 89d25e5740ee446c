"""The kinds of data with a time of their own, in the order in which they are listed."""

from __future__ import annotations

from collections.abc import Mapping

from cohorts.rounds.keeping.kind import Kind
from cohorts.rounds.keeping.kinds.calls import CALLS
from cohorts.rounds.keeping.kinds.letters import LETTERS
from cohorts.rounds.keeping.kinds.named_coaches import COACHES
from cohorts.rounds.keeping.kinds.not_placed import NOT_PLACED
from cohorts.rounds.keeping.kinds.votes import VOTES
from cohorts.rounds.keeping.kinds.waiting_file import WAITING_FILE

KINDS: Mapping[str, Kind] = {
    one.name: one for one in (WAITING_FILE, CALLS, COACHES, LETTERS, NOT_PLACED, VOTES)
}
