"""The addresses that the server answers itself."""

from __future__ import annotations

from functools import partial
from importlib.resources import files
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from starlette.routing import BaseRoute, Route

from cohorts.pages.kept import store
from cohorts.pages.page_list import FIRST, LEAVES, Leaf
from cohorts.pages.shell import BACK
from cohorts.pages.ways import LANGUAGE
from cohorts.pages.web.ballot.ballot_page import ballot_page
from cohorts.pages.web.ballot.invitation import begun, invited
from cohorts.pages.web.ballot.not_read_page import not_read_page
from cohorts.pages.web.ballot.own_state import own_state
from cohorts.pages.web.ballot.posted import (
    answer_posted,
    help_posted,
    late_posted,
    receipt_page,
    sent_in_posted,
    ties_posted,
)
from cohorts.pages.web.doors.by_link import entered
from cohorts.pages.web.doors.cookie import visitor
from cohorts.pages.web.doors.log_in_page import LOGIN, log_in_page, logged_in
from cohorts.pages.web.doors.log_out_page import logged_out
from cohorts.pages.web.doors.outside_page import outside_routes
from cohorts.pages.web.doors.password_page import OWN, password_chosen, password_page
from cohorts.pages.web.doors.way_back import BALLOT
from cohorts.pages.web.first_page import first_page
from cohorts.pages.web.health import health
from cohorts.pages.web.spoken import spoken
from cohorts.pages.web.streamlits_words import words_script
from cohorts.words import say

FONTS = files("cohorts.reports.page") / "font"
SERVED = files("cohorts.pages.web") / "served"
KINDS = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "woff2": "font/woff2",
}
A_DAY = {"cache-control": "public, max-age=86400"}
EACH_TIME = {"cache-control": "no-cache"}


def routes() -> list[BaseRoute]:
    """All of them."""
    pages = [Route(f"/{leaf.path}", partial(_page, leaf)) for leaf in LEAVES]
    return [
        Route("/", _first),
        *pages,
        Route("/enter/{token}", entered),
        Route("/stem/{token}", invited, methods=["GET"]),
        Route("/stem/{token}", begun, methods=["POST"]),
        Route(BALLOT, ballot_page, methods=["GET"]),
        Route(f"{BALLOT}/stand", own_state, methods=["GET"]),
        Route(f"{BALLOT}/bewijs", receipt_page, methods=["GET"]),
        Route(f"{BALLOT}/niet-gelezen", not_read_page, methods=["GET"]),
        Route(f"{BALLOT}/belangen", ties_posted, methods=["POST"]),
        Route(f"{BALLOT}/toch-een-belang", late_posted, methods=["POST"]),
        Route(f"{BALLOT}/antwoord", answer_posted, methods=["POST"]),
        Route(f"{BALLOT}/hulp", help_posted, methods=["POST"]),
        Route(f"{BALLOT}/insturen", sent_in_posted, methods=["POST"]),
        *outside_routes(),
        Route(LOGIN, log_in_page, methods=["GET"]),
        Route(LOGIN, logged_in, methods=["POST"]),
        Route(OWN, password_page, methods=["GET"]),
        Route(OWN, password_chosen, methods=["POST"]),
        Route("/logout", logged_out, methods=["GET"]),
        Route("/shell/words.js", _words),
        Route("/shell/{name}", _served),
        Route("/health", health),
        Route("/robots.txt", _robots),
        Route("/favicon.png", _no_icon),
        Route("/manifest.json", _no_icon),
    ]


async def _first(request: Request) -> Response:
    """Where nothing is named, the list of rounds."""
    return RedirectResponse(f"/{FIRST.path}?language={spoken(request)}", 303)


def _page(leaf: Leaf, request: Request) -> Response:
    """Whoever is not logged in does that first, and comes back."""
    language = spoken(request)
    if visitor(store(), request) is None:
        back = f"{request.url.path}?{request.url.query}"
        return RedirectResponse(f"{LOGIN}?{urlencode({LANGUAGE: language.value, BACK: back})}", 303)
    return HTMLResponse(first_page(language, say(f"shell.room_{leaf.room}", language)))


async def _words(_: Request) -> Response:
    return Response(words_script(), media_type=KINDS["js"], headers=EACH_TIME)


async def _served(request: Request) -> Response:
    """A file of ours by its name; nothing but those that stand in the two folders."""
    name = str(request.path_params["name"])
    found = (f for folder in (FONTS, SERVED) for f in folder.iterdir() if f.name == name)
    file, kind = next(found, None), name.rpartition(".")[2]
    if file is None or kind not in KINDS:
        return Response(status_code=404)
    headers = A_DAY if kind == "woff2" else EACH_TIME
    return Response(file.read_bytes(), media_type=KINDS[kind], headers=headers)


async def _robots(_: Request) -> Response:
    return PlainTextResponse("User-agent: *\nDisallow: /\n")


async def _no_icon(_: Request) -> Response:
    return Response(status_code=404)
