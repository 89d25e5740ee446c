"""Columns that a form tool adds of itself: they say nothing of anybody."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence

from cohorts.intake.fields.headers import plain
from cohorts.intake.table import Cell

ENOUGH = 2
"""So many of them show that a tool wrote the file; one may be a question of the organiser's."""
BY_A_TOOL = frozenset(
    {
        # Microsoft Forms
        *("total points", "quiz feedback", "totaal aantal punten", "quizfeedback"),
        # SurveyMonkey
        *("collector id", "date created", "date modified", "custom data 1", "custom data"),
        *("collector", "datum gewijzigd", "datum aangemaakt", "collector nr"),
        # Qualtrics
        *("start date", "end date", "startdate", "enddate", "response type", "progress"),
        *("duration in seconds", "finished", "recorded date", "recordeddate", "user language"),
        *("userlanguage", "distribution channel", "distributionchannel", "location latitude"),
        *("locationlatitude", "location longitude", "locationlongitude", "external data reference"),
        *("externaldatareference", "external reference"),
        *("q recaptchascore", "q relevantidfraudscore", "q duplicate", "voortgang"),
        # Typeform
        *("network id", "start date utc", "stage date utc", "tags", "ending"),
        *("winning outcome id", "user agent", "gebruikersagent"),
        # LimeSurvey
        *("last page", "laatste pagina", "start language", "starttaal", "seed", "date started"),
        *("datum gestart", "date last action", "datum laatste actie", "token"),
        *("datum laatste handeling", "referrer url", "verwijzende url", "doorverwijzende url"),
        *("access code", "toegangscode", "total time", "totale tijd", "geoip latitude"),
        *("geoip longitude",),
    }
)
MOMENTS = frozenset(
    {
        *("begintijd", "start time", "starttijd", "tijd van laatste wijziging"),
        *("last modified time", "laatst gewijzigd"),
    }
)
"""Moments of Microsoft Forms: own columns, as proposals of before hold them; they say nothing."""
ADDRESSES = frozenset({"ip", "ip address", "ipaddress", "ip adres", "ipadres", "remote ip"})
WHEN_DONE = ("recorded date", "recordeddate", "end date", "enddate")
"""Of these the moment of sending in, where no column says it itself; the first one counts."""


def holds_addresses(header: str, cells: Sequence[Cell]) -> bool:
    """Whether this is a column of IP addresses, by its header or by all that it holds."""
    if plain(header) in ADDRESSES:
        return True
    return bool(cells) and all(_is_address(cell) for cell in cells)


def by_a_tool(headers: Sequence[str]) -> frozenset[int]:
    """The columns that a tool added; none where too few of them tell that it did."""
    told = [plain(header) for header in headers]
    found = [i for i, header in enumerate(told) if header in BY_A_TOOL]
    seen = len(found) + sum(header in ADDRESSES | MOMENTS for header in told)
    return frozenset(found) if seen >= ENOUGH else frozenset()


def says_nothing(header: str) -> bool:
    """Whether a column only tells that there was a form."""
    return plain(header) in BY_A_TOOL | MOMENTS


def when_done(headers: Sequence[str]) -> int | None:
    """The column with the moment at which a tool took an answer in, in a file of such a tool."""
    ours = by_a_tool(headers)
    told = {plain(headers[i]): i for i in sorted(ours, reverse=True)}
    return next((told[name] for name in WHEN_DONE if name in told), None)


def _is_address(cell: Cell) -> bool:
    if not isinstance(cell, str) or not any(sign in cell for sign in ".:"):
        return False
    try:
        ipaddress.ip_address(cell.strip())
    except ValueError:
        return False
    return True
