"""Everybody who came to a stage, and why they do not go on as it was counted."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from cohorts.committee.shortlisting.stage_outcome import Why
from cohorts.rounds.asking.asked import asked_in
from cohorts.rounds.judging.came_to import came_to, refused_at
from cohorts.rounds.judging.stage_head import StageHead, stages_in
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.rounds.standings.votes_counted import counted_in
from cohorts.store.keys import Key, PersonKey, RoundKey


def stage_counted(
    connection: Connection, round_: RoundKey, head: StageHead, people: KeptPeople
) -> Mapping[PersonKey, str]:
    """Person → a word of :class:`Why`; "": goes on. Raises RefusedError before the close."""
    counted = counted_in(connection, round_, head, people)
    earlier = [one for one in stages_in(connection, round_) if one.number < head.number]
    came = came_to(connection, people, earlier[-1] if earlier else None)
    refused = refused_at(head, people, came, asked_in(connection, people, round_))
    of = {people.who[who].id: who for who in came}
    found = {of[one.applicant.id]: one.why.value for one in refused}
    elected, joint = counted.elected, head.plan.stage.joint
    chosen = set(elected.chosen) if elected else set()
    lots = {c for one in elected.real_ties for c in one.among[one.taken :]} if elected else set()
    below = set(elected.below_quorum) if elected else set()
    for who in counted.election.candidates:
        person = PersonKey(Key(who))
        if who in below:
            found[person] = Why.BELOW_QUORUM.value
        elif joint or who in chosen:
            found.setdefault(person, "")
        elif elected is None:
            found[person] = Why.UNJUDGED.value
        else:
            lower = Why.LOWER if elected.standing else Why.NOT_CHOSEN
            found[person] = (Why.LOT if who in lots else lower).value
    return {who: found.get(who, Why.STOPPED.value) for who in came}
