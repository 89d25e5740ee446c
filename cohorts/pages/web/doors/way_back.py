"""Where to after logging in: a page of ours, and nowhere else."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

from cohorts.pages.page_list import FIRST, LEAVES
from cohorts.pages.under import base
from cohorts.pages.ways import LANGUAGE
from cohorts.words import Language

BALLOT = "/stembiljet"
PATHS = {f"/{leaf.path}" for leaf in LEAVES} | {BALLOT}
LONGEST = 2000


def way_back(wished: str, language: Language) -> str:
    """``wished`` where it is the address of one of our pages, else the list of rounds."""
    parts, path = _parts(wished)
    if parts.scheme or parts.netloc or path not in PATHS or "\\" in wished:
        return f"/{FIRST.path}?{LANGUAGE}={language}"
    return f"{path}?{parts.query}" if parts.query else path


def to_ballot(wished: str) -> bool:
    """Whether that is the address of a ballot."""
    return way_back(wished, Language.NL).partition("?")[0] == BALLOT


def _parts(wished: str) -> tuple[SplitResult, str]:
    """And its path, as we call it."""
    parts = urlsplit(wished) if len(wished) <= LONGEST and wished.isprintable() else urlsplit("")
    return parts, parts.path.removeprefix(base())
