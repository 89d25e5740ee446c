"""What is held of one person's being let in although a condition says no."""

from __future__ import annotations

from collections.abc import Iterator

from cohorts.rounds.admitting.let_in_of import let_in_there
from cohorts.rounds.erasing.look_at_one import About, Entry
from cohorts.words import say


def let_in(about: About) -> Iterator[Entry]:
    """Who did it, and why."""
    for who, one in let_in_there(about.connection, about.round).items():
        if who in about.who.keys:
            what = say("erasing.let_in", about.language)
            yield {"at": one.at, "by": one.by, "what": what, "note": about.alone(one.reason)}
