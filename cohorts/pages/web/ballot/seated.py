"""Who asks, and which stage of which round it is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from cohorts.errors import CohortsError
from cohorts.pages.kept import store
from cohorts.pages.page_list import LEAF
from cohorts.pages.shell import BACK
from cohorts.pages.under import under
from cohorts.pages.ways import LANGUAGE, with_query
from cohorts.pages.web.doors.cookie import visitor
from cohorts.pages.web.doors.door import OTHER, door, in_words
from cohorts.pages.web.doors.way_back import BALLOT
from cohorts.pages.web.spoken import spoken
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.chair_waits import chair_waits
from cohorts.rounds.judging.rounds_to_judge import Seat, rounds_to_judge
from cohorts.rounds.judging.stage_head import StageHead
from cohorts.rounds.members.presiding import presides_at_all
from cohorts.words import Language, say

ROUND, STAGE = "ronde", "stap"
LOGIN, LOGOUT = "/login", "/logout"

T = TypeVar("T")


@dataclass(frozen=True)
class Seated:
    """``stage``: the one that is asked, else the one under way; None before any is planned."""

    request: Request
    language: Language
    actor: Actor
    seat: Seat
    stage: StageHead | None

    @property
    def query(self) -> dict[str, str]:
        """What an address of this ballot says."""
        named = {} if self.stage is None else {STAGE: str(self.stage.key)}
        return {LANGUAGE: self.language.value, ROUND: str(self.seat.round)} | named

    def address(self, part: str = "", **more: str) -> str:
        """Of a part of this ballot."""
        return under(f"{BALLOT}{part}?{urlencode(self.query | more)}")

    def current(self, part: str = "") -> str:
        """The same of the stage that is under way, whichever that is by then."""
        query = {LANGUAGE: self.language.value, ROUND: str(self.seat.round)}
        return under(f"{BALLOT}{part}?{urlencode(query)}")

    @property
    def _chairs_page(self) -> str:
        """Its address, for who may open it; else empty."""
        if not presides_at_all(store(), self.actor, self.seat.round):
            return ""
        named = {LANGUAGE: self.language.value, ROUND: str(self.seat.round)}
        return with_query(LEAF["chair"], named)

    @property
    def _waits(self) -> bool:
        """Whether something is to be done there."""
        of = (store(), self.actor, self.seat.round)
        return presides_at_all(*of) and chair_waits(*of)

    def page(self, name: str, status: int = 200, **facts: Any) -> Response:
        """A template of this folder with what every page has."""

        def t(key: str, **said: object) -> str:
            return say(f"ballot.{key}", self.language, **said)

        other, spoken_in = OTHER[self.language], {LANGUAGE: self.language.value}
        common = {
            "t": t,
            "language": self.language.value,
            "product": say("shell.product", self.language),
            "round_name": self.seat.name,
            "who": self.actor.name,
            "stage": self.stage,
            "title": self.stage.plan.stage.title[self.language] if self.stage else self.seat.name,
            "address": self.address,
            "current": self.current,
            "chair": self._chairs_page,
            "waits": self._waits,
            "log_out": under(f"{LOGOUT}?{urlencode(spoken_in)}"),
            "log_in_again": under(f"{LOGIN}?{urlencode(spoken_in | {BACK: self.address()})}"),
            "other": {
                "language": other.value,
                "name": say("shell.other_language", self.language),
                "address": self.address(**{LANGUAGE: other.value}),
            },
        }
        return HTMLResponse(_templates().get_template(name).render(common | facts), status)


def seated(request: Request) -> Seated | Response:
    """The answer, where somebody has to log in first or sits in no committee."""
    language, actor = spoken(request), visitor(store(), request)
    if actor is None:
        here = {BACK: f"{BALLOT}?{request.url.query}"} if request.method == "GET" else {}
        return RedirectResponse(f"{LOGIN}?{urlencode({LANGUAGE: language.value} | here)}", 303)
    seats = rounds_to_judge(store(), actor)
    asked = request.query_params.get(ROUND)
    seat = next((one for one in seats if asked in (None, one.round)), None)
    if seat is None:
        return door(request, "no_seat", 403)
    if asked is None and len(seats) > 1:
        return _choice(request, language, seats)
    wished = request.query_params.get(STAGE)
    stage = next((one for one in seat.stages if one.key == wished), seat.stage)
    return Seated(request, language, actor, seat, stage)


def read_of_stage(request: Request, read: Callable[..., T]) -> tuple[Seated, T] | Response:
    """What ``read`` gives of the stage that is asked, to who asks; else the page that says why."""
    here = seated(request)
    if isinstance(here, Response):
        return here
    if here.stage is None:
        return RedirectResponse(here.address(), 303)
    try:
        return here, read(store(), here.actor, here.seat.round, here.stage.key)
    except CohortsError as fault:
        return refused(request, fault, 403)


def refused(request: Request, fault: CohortsError, status: int = 409) -> Response:
    """What went wrong, on a page."""
    return door(request, "not_kept", status, faults=in_words(fault, spoken(request)))


def _choice(request: Request, language: Language, seats: tuple[Seat, ...]) -> Response:
    ways = [
        {
            "name": one.name,
            "address": f"{BALLOT}?{urlencode({LANGUAGE: language.value, ROUND: one.round})}",
        }
        for one in seats
    ]
    return door(request, "which_round", ways=ways)


@cache
def _templates() -> Environment:
    found = Environment(
        loader=PackageLoader("cohorts.pages.web", "ballot"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals["under"] = under
    return found
