"""What waits in a round: what is under way, then the first thing to do, each with its page."""

from __future__ import annotations

from collections.abc import Sequence

from cohorts.pages.here import Here
from cohorts.pages.now.line import Line
from cohorts.pages.told import page_words
from cohorts.rounds.happened import Happened
from cohorts.rounds.life.rounds_of import RoundHead
from cohorts.rounds.proposing.heads import heads_of

t = page_words("now")
FILE_WAITS = {"people.drop": True, "people.confirm": False, "people.discard": False}
"""Act → whether a file waits after it."""


def waiting(here: Here, round_: RoundHead, log: Sequence[Happened]) -> list[Line]:
    """At least one: there is always something that can be done."""
    found = []
    if _file_waits(log):
        found.append(_line("file", "applicants"))
    heads = heads_of(here.store, here.actor, here.round)
    if heads and heads[-1].outdated:
        found.append(_line("outdated", "composing", number=heads[-1].number))
    if not found or "people" in round_.done:
        found.append(_first_open(round_, len(heads)))
    return found


def _first_open(round_: RoundHead, proposals: int) -> Line:
    """The first step that is not done."""
    if "people" not in round_.done:
        return _line("no_people", "applicants")
    if not proposals:
        return _line("no_proposal", "composing")
    if "decision" not in round_.done:
        return _line("no_decision", "proposals", count=proposals)
    return _line("decided", "decision")


def _line(what: str, room: str, **facts: object) -> Line:
    return Line(
        t(what, **facts), room, next=t(f"{what}_next", **facts), button=t(f"{what}_button", **facts)
    )


def _file_waits(log: Sequence[Happened]) -> bool:
    last = next((one.act for one in reversed(log) if one.act in FILE_WAITS), "")
    return FILE_WAITS.get(last, False)
