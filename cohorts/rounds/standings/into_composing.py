"""What a decided stage asks of composing from then on: points, and how these count."""

from __future__ import annotations

from collections.abc import Collection

from cohorts.committee.shortlisting.as_asked import as_asked
from cohorts.rounds.act import Acting, acting
from cohorts.rounds.asking.asked import asked_in
from cohorts.rounds.asking.changing import ASKED
from cohorts.rounds.asking.given_rows import keep_given
from cohorts.rounds.asking.kept_file import forget_file
from cohorts.rounds.asking.programme_rows import keep_stood, stood_in
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.rounds.standings.merit_of import merit_of
from cohorts.rounds.standings.votes_counted import Counted
from cohorts.store.keys import PersonKey

MERIT = "merit"


def into_composing(
    doing: Acting, counted: Counted, on: Collection[PersonKey], people: KeptPeople
) -> None:
    """Within the act that decides, as an event of its own on what is asked.

    What was composed before it no longer answers what is asked. Who does not go on is read from
    what was decided. Points are given where the stage decides jointly, or a rule of the programme
    goes by them: in place of those that were given before.
    """
    connection, round_, stage = doing.connection, doing.round, counted.stage.plan.stage
    with acting(connection, doing.actor, round_, "asked.outcome", object_=ASKED) as asking:
        asked = asked_in(connection, people, round_)
        if stage.joint:
            stood = stood_in(connection, round_, people.keys)
            whole = as_asked(stood.whole, stage)
            if whole is not stood.whole:
                keep_stood(connection, round_, stood.changed(whole), people.keys)
        merit = None
        if stage.joint or any(rule.RANKS for rule in asked.programme.rules):
            merit = merit_of(counted, on)
        if merit is not None:
            keep_given(asking, MERIT, merit, people.keys)
            forget_file(asking, MERIT)
        asking.say({"number": counted.stage.number, "merit": merit is not None})
