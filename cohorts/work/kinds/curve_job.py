"""Weighs standing against fit: what the programme asks for, and the points of the curve."""

from __future__ import annotations

from functools import partial

from cohorts.committee.shortlisting.weigh import weigh
from cohorts.composing.first_time import first_time
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.rounds.standings.decided_jointly import may_weigh
from cohorts.rounds.standings.order_of_votes import order_of_votes
from cohorts.work.work import Work
from solver.solution import Effort


def do(work: Work) -> None:
    """Keeps each as a proposal: what was chosen first, all that the others came out of.

    Only as many points as leave each vote open. ``value``: with this ``effort``. Raises what
    composing raises, and RefusedError where whoever asked for it may not any more.
    """
    store, actor, round_ = work.store, work.turn.actor, work.turn.round
    may_weigh(store, actor, round_)
    may_tell = order_of_votes(store, actor, round_)
    people, asked = people_of(store, actor, round_), asked_of(store, actor, round_)
    work.says(longer=first_time(len(people.applicants)) or "")
    weighed = weigh(
        people.applicants,
        asked.programme,
        effort=Effort(work.turn.value.get("effort", Effort.NORMAL)),
        progress=work.got_on,
        stop=work.stop,
        **asked.given,
    )
    chosen, *others = weighed.proposals(may_tell)
    keep = partial(
        keep_proposals,
        *(store, actor, round_),
        made=Made.POINT,
        version=people.version,
        asked=asked.revision,
        keys=people.keys,
    )
    kept = keep([chosen])
    work.says(kept=kept, longer="")
    if others:
        kept += keep(others, before=kept[0])
    work.says(kept=kept, complete=weighed.complete and len(others) == len(weighed.others))
