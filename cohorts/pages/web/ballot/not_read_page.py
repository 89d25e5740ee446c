"""The page *niet gelezen, niet meegestemd*, which a member prints for themselves."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from cohorts.pages.web.ballot.seated import read_of_stage
from cohorts.rounds.balloting.not_read import not_read
from cohorts.store.clock import now
from cohorts.words.dutch_time import dutch_time


def not_read_page(request: Request) -> Response:
    """Of the stage that is asked; nobody else's."""
    read = read_of_stage(request, not_read)
    if isinstance(read, Response):
        return read
    here, found = read
    late = [(name, dutch_time(at, here.language)) for name, at in found.late]
    return here.page(
        "not_read.html.jinja", never=found.never, late=late, now=dutch_time(now(), here.language)
    )
