"""What others did in a round since somebody's last visit, together per person and page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice

from cohorts.pages.here import Here
from cohorts.pages.now.line import Line
from cohorts.pages.page_list import STEPS
from cohorts.pages.told import page_words
from cohorts.rounds.happened import Happened

t = page_words("now")
ROOMS = {one.makes: one.room for one in STEPS} | {
    "told": "decision",
    "members": "committee",
    "stages": "committee",
    "calls": "calls",
    "ticks": "calls",
}
"""Object → the page that shows it; the rest is told here."""
OF_COMMITTEE = ("stage.", "interest.")
PROPOSAL = "voorstel"
MOST_OWN = 2
STOPPED = "asked.gone"
"""Comes with an act on a board, which tells it."""
UNTOLD = ("ballot.", "interest.declare", "members.begin")
"""How acts begin that come in great numbers, or would tell when somebody votes."""


def news(here: Here, log: Sequence[Happened], since: str | None) -> Iterator[Line]:
    """What others did, the newest first; each is worded when it is asked for."""
    own = here.actor.key
    theirs = (one for one in reversed(log) if one.account != own)
    new = theirs if since is None else (one for one in theirs if one.at > since)
    return (_line(here, run[0], len(run)) for run in _runs(new))


def where_one_was(here: Here, log: Sequence[Happened]) -> list[Line]:
    """One's own last acts, for who finds no news."""
    own = here.actor.key
    runs = _runs(one for one in reversed(log) if one.account == own)
    return [_line(here, _as_you(here, run[0]), len(run)) for run in islice(runs, MOST_OWN)]


def _as_you(here: Here, one: Happened) -> Happened:
    """Said to who did it, where the sentence begins with them."""
    you = replace(one, by=t("you"))
    return you if you.sentence(here.language).startswith(you.by) else one


def _runs(log: Iterable[Happened]) -> Iterator[tuple[Happened, ...]]:
    """Acts in a row by one person on one thing, but for what is not told."""
    told = (one for one in log if one.act != STOPPED and not one.act.startswith(UNTOLD))
    for _, run in groupby(told, key=lambda one: (one.account, one.of)):
        yield tuple(run)


def _line(here: Here, last: Happened, count: int) -> Line:
    """The last of a row of acts, and how many went before."""
    text = last.sentence(here.language).rstrip(".")
    if count > 1:
        text = t("and_more", text=text, count=count - 1)
    kind, _, key = last.of.partition(":")
    if kind.startswith(OF_COMMITTEE):
        return Line(text, "committee", at=last.at)
    return Line(text, ROOMS.get(kind, "now"), {PROPOSAL: key} if key else {}, at=last.at)
