"""A plain page before the door: a title, a sentence, perhaps a form with a name and a password."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import Receive, Scope, Send

from cohorts.errors import CohortsError
from cohorts.pages.page_list import FIRST
from cohorts.pages.under import under
from cohorts.pages.ways import LANGUAGE
from cohorts.pages.web.spoken import spoken
from cohorts.words import Language, explain, say

TEMPLATES = Environment(loader=PackageLoader("cohorts.pages.web", "doors"), autoescape=True)
TEMPLATES.globals["under"] = under
DOOR = TEMPLATES.get_template("door.html.jinja")
OTHER = {Language.NL: Language.EN, Language.EN: Language.NL}


def door(request: Request, kind: str, status: int = 200, **facts: Any) -> Response:
    """``kind``: whose words it says (``door.<kind>``, ``door.<kind>_about``)."""
    language = spoken(request)
    other = OTHER[language]
    query = urlencode({**request.query_params, LANGUAGE: other.value})
    page = DOOR.render(
        language=language.value,
        product=say("shell.product", language),
        title=say(f"door.{kind}", language),
        about=say(f"door.{kind}_about", language),
        other={
            "language": other.value,
            "name": say("shell.other_language", language),
            "address": f"{request.url.path}?{query}",
        },
        **facts,
    )
    return HTMLResponse(page, status)


async def nothing_here(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers where no page is, with the way to one."""
    request = Request(scope)
    way = {"address": f"/{FIRST.path}", "name": say("shell.to_rounds", spoken(request))}
    await door(request, "missing", 404, way=way)(scope, receive, send)


def in_words(error: CohortsError, language: Language) -> list[str]:
    """Every fault with its remedy."""
    return [" ".join(explain(one, language, plainly=True)) for one in error.problems]
