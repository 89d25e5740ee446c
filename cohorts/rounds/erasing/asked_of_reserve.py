"""What is held of a place that one person of the reserve was asked for."""

from __future__ import annotations

from collections.abc import Iterator

from cohorts.rounds.erasing.look_at_one import About, Entry
from cohorts.rounds.reserving.asked_rows import asked_in
from cohorts.words import say
from cohorts.words.dutch_time import dutch_day


def asked_for_place(about: About) -> Iterator[Entry]:
    """Each time: for which group, before when, and what they said."""
    for one in asked_in(about.connection, about.round):
        if one.person in about.who.keys:
            facts = {"group": one.group, "until": dutch_day(one.until, about.language)}
            said = say("reserving.asked", about.language, **facts)
            yield {"at": one.at, "by": one.by, "what": said}
            if one.answer is not None:
                answer = say(f"reserving.answer_{one.answer}", about.language)
                yield {"at": one.answered_at, "by": one.by, "what": answer}
