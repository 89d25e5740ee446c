"""How often people decided otherwise than was counted."""

from __future__ import annotations

from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.standings.deviated import deviations_of
from cohorts.rounds.standings.go_on import Otherwise, go_on
from cohorts.store.store import Store
from tests.cohorts.rounds.balloting.a_committee import judging


def test_who_was_decided_on_otherwise_is_counted_and_named(store: Store) -> None:
    here = judging(store)
    of = here.store, here.organiser, here.round
    for member in here.members.values():
        for place, person in enumerate(here.head.candidates):
            judged = Judged(yes=place < 4)
            cast(store, member, here.round, here.stage, person, judged=judged, once=f"{place}")
        send(store, member, here.round, here.stage)
    close_votes(*of, here.stage)
    assert deviations_of(*of) == ()
    other = {
        here.candidate(8): Otherwise(on=True, reason="Kent de streek"),
        here.candidate(0): Otherwise(on=True, reason="Zoals geteld, dus niets anders"),
    }
    go_on(*of, here.stage, otherwise=other)
    (found,) = deviations_of(*of)
    assert (found.came, found.count) == (9, 1)
    assert [(one.on, one.reason) for one in found.changed] == [(True, "Kent de streek")]
