"""The page *niet gelezen, niet meegestemd*, which a member prints for themselves."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from cohorts.errors import CohortsError
from cohorts.pages.kept import store
from cohorts.pages.web.ballot.seated import refused, seated
from cohorts.rounds.balloting.not_read import not_read
from cohorts.store.clock import now
from cohorts.words.dutch_time import dutch_time


def not_read_page(request: Request) -> Response:
    """Of the stage that is asked; nobody else's."""
    here = seated(request)
    if isinstance(here, Response):
        return here
    if here.stage is None:
        return RedirectResponse(here.address(), 303)
    try:
        found = not_read(store(), here.actor, here.seat.round, here.stage.key)
    except CohortsError as fault:
        return refused(request, fault, 403)
    late = [(name, dutch_time(at, here.language)) for name, at in found.late]
    return here.page(
        "not_read.html.jinja", never=found.never, late=late, now=dutch_time(now(), here.language)
    )
