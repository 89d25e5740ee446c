"""Repairs what is decided: options with as few moves as can be, each kept as a proposal."""

from __future__ import annotations

from cohorts.composing.first_time import first_time
from cohorts.rounds.changing.keep_repairs import TooSmall, keep_repairs
from cohorts.rounds.jobs.job import WHY
from cohorts.rounds.people.kept_people import people_of
from cohorts.store.keys import Key, PersonKey
from cohorts.work.work import Work
from solver.solution import Effort


def do(work: Work) -> None:
    """``value``: with this ``effort``; ``too_small``: what becomes of groups that are.

    ``borrowed``: who joins which; ``why``: they go on all the same. Raises what a repair raises.
    """
    store, actor, round_ = work.store, work.turn.actor, work.turn.round
    people = people_of(store, actor, round_)
    work.says(longer=first_time(len(people.applicants)) or "")
    effort = Effort(work.turn.value.get("effort", Effort.NORMAL))
    too_small = TooSmall(work.turn.value.get("too_small", TooSmall.FILL))
    why = str(work.turn.value.get(WHY, ""))
    lent = work.turn.value.get("borrowed")
    kept = keep_repairs(
        store,
        actor,
        round_,
        effort=effort,
        too_small=too_small,
        why=why,
        borrowed=None if lent is None else (PersonKey(Key(lent[0])), int(lent[1])),
        stop=work.stop,
    )
    work.says(kept=kept, longer="")
