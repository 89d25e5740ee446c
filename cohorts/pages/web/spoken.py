"""The language of a request: what its address says, else what the browser asks."""

from __future__ import annotations

from starlette.requests import Request

from cohorts.pages.ways import LANGUAGE
from cohorts.words import Language

KNOWN = {language.value for language in Language}


def spoken(request: Request) -> Language:
    """Dutch where neither says one of ours."""
    asked = request.query_params.get(LANGUAGE, "")
    if asked in KNOWN:
        return Language(asked)
    wished = request.headers.get("accept-language", "").split(",")
    first = (one.strip().partition(";")[0].partition("-")[0].lower() for one in wished)
    return Language(next((one for one in first if one in KNOWN), Language.NL.value))
