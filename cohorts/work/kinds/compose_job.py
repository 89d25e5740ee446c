"""Composes a round: the best that is found, then answers that really differ from it."""

from __future__ import annotations

from collections.abc import Sequence

from cohorts.composing.first_time import first_time
from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError, Problem
from cohorts.outlook.alternatives import alternatives
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.heads import heads_of
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.store.keys import ProposalKey
from cohorts.work.work import Work
from solver.score import Score
from solver.solution import Effort

COUNT = 3
"""As many answers at most, where not asked otherwise."""


def do(work: Work) -> None:
    """Keeps the first as soon as it is there, and the others when they are.

    ``value``: ``count`` answers, with this ``effort``. Raises what composing raises.
    """
    store, actor, round_ = work.store, work.turn.actor, work.turn.round
    people, asked = people_of(store, actor, round_), asked_of(store, actor, round_)
    if not people.applicants:
        raise InputError(Problem("jobs.nobody"))
    work.says(longer=first_time(len(people.applicants)) or "")
    earlier = [head.key for head in heads_of(store, actor, round_) if head.made is Made.COMPOSED]
    count = int(work.turn.value.get("count", COUNT))
    kept: list[ProposalKey] = []
    first: list[Proposal] = []

    def keep(made: Made, before: ProposalKey | None, found: Sequence[Proposal]) -> None:
        kept.extend(
            keep_proposals(
                store,
                actor,
                round_,
                found,
                made=made,
                before=before,
                version=people.version,
                asked=asked.revision,
                keys=people.keys,
            )
        )
        work.says(kept=tuple(kept), longer="")

    def keep_first(found: Proposal) -> None:
        first.append(found)
        keep(Made.COMPOSED, earlier[-1] if earlier else None, first)

    def got_on(best: Score, share: float) -> None:
        # the first is looked for by itself, and then each of the others
        work.got_on(best, share if kept else share / count)

    answers = alternatives(
        people.applicants,
        asked.programme,
        count=count,
        effort=Effort(work.turn.value.get("effort", Effort.NORMAL)),
        progress=got_on,
        stop=work.stop,
        first_found=keep_first,
        **asked.given,
    )
    seats = first[0].composition.seats
    others = [one.proposal for one in answers.answers if one.proposal.composition.seats != seats]
    if others:
        keep(Made.ALTERNATIVE, kept[0], others)
    work.says(complete=answers.complete)
