"""Nothing on what is kept, or how long, tells when or how often members vote."""

from __future__ import annotations

from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.keeping.due import due_of
from cohorts.rounds.keeping.what_is_held import what_is_held
from cohorts.store.store import Store
from tests.cohorts.rounds.balloting.a_committee import judging


def test_a_vote_puts_nothing_off_and_is_not_counted_before_the_close(store: Store) -> None:
    here = judging(store)
    of = (store, here.organiser, here.round)
    due, held = due_of(*of), what_is_held(*of).counts
    where = (store, here.members["Bank"], here.round, here.stage, here.candidate(0))
    cast(*where, judged=Judged(yes=True), once="a")
    assert [one.kind for one in due if one.next]
    assert (due_of(*of), what_is_held(*of).counts) == (due, held)
