"""What others did in a round since somebody's last visit, together per person and page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

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


def news(here: Here, log: Sequence[Happened], since: str | None) -> list[Line]:
    """What others did, the newest first."""
    return _lines(here, [one for one in log if _is_news(here, one, since)])


def where_one_was(here: Here, log: Sequence[Happened]) -> list[Line]:
    """One's own last acts, for who finds no news."""
    own = [_as_you(here, one) for one in log if one.account == here.actor.key]
    return _lines(here, own)[:MOST_OWN]


def _as_you(here: Here, one: Happened) -> Happened:
    """Said to who did it, where the sentence begins with them."""
    you = replace(one, by=t("you"))
    return you if you.sentence(here.language).startswith(you.by) else one


def _is_news(here: Here, one: Happened, since: str | None) -> bool:
    return one.account != here.actor.key and (since is None or one.at > since)


def _lines(here: Here, log: Sequence[Happened]) -> list[Line]:
    told = [one for one in log if one.act != STOPPED and not one.act.startswith(UNTOLD)]
    runs = groupby(reversed(told), key=lambda one: (one.account, one.of))
    return [_line(here, tuple(run)) for _, run in runs]


def _line(here: Here, run: Sequence[Happened]) -> Line:
    """The last of a row of acts, and how many went before."""
    last = run[0]
    text = last.sentence(here.language).rstrip(".")
    if len(run) > 1:
        text = t("and_more", text=text, count=len(run) - 1)
    kind, _, key = last.of.partition(":")
    if kind.startswith(OF_COMMITTEE):
        return Line(text, "committee", at=last.at)
    return Line(text, ROOMS.get(kind, "now"), {PROPOSAL: key} if key else {}, at=last.at)
