"""Who the documents are for, and which files each of them gets."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import StrEnum

from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError, Problem
from cohorts.reports.addresses import addresses_csv, consent_was_asked
from cohorts.reports.calendar import group_calendar, whole_calendar
from cohorts.reports.page.account import account_page
from cohorts.reports.page.facilitator import facilitator_page
from cohorts.reports.page.participant import participant_page
from cohorts.reports.stamp import Stamp
from cohorts.reports.start import Start
from cohorts.words import Language

OURS = re.compile(
    r"(facilitators/(facilitator-\d+\.html|addresses-\d+\.csv)|participants/participant-\d+\.html"
    r"|funders/account\.html|calendar/(group-\d+|everyone)\.ics)"
)
"""Every path that may be written for a reader, below the folder of the proposal."""


class Reader(StrEnum):
    """Beside the organiser, whose files are always written."""

    FACILITATORS = "facilitators"
    PARTICIPANTS = "participants"
    FUNDERS = "funders"


EVERYONE = "everyone"


def parse_readers(given: list[str] | None) -> frozenset[Reader]:
    """Names of readers, or ``everyone``. Raises InputError ``report.reader``."""
    names = [part.strip().lower() for text in given or [] for part in text.split(",")]
    try:
        readers = frozenset(Reader(name) for name in names if name not in ("", EVERYONE))
    except ValueError:
        facts = {"given": ", ".join(given or []), "known": (EVERYONE, *Reader)}
        raise InputError(Problem("report.reader", "--for", facts)) from None
    return frozenset(Reader) if EVERYONE in names else readers


def files_for(
    readers: Collection[Reader],
    shown: Proposal,
    start: Start | None,
    language: Language,
    stamp: Stamp | None = None,
) -> dict[str, str]:
    """Path below the folder → text. ``shown`` may be a proposal of which something is hidden."""
    files = {}
    asked = consent_was_asked(shown.round)
    for number, members in shown.composition.groups.items():
        if Reader.FACILITATORS in readers:
            page = facilitator_page(shown, number, start, language, stamp)
            files[f"facilitators/facilitator-{number}.html"] = page
            addresses = addresses_csv(members, asked=asked)
            files[f"facilitators/addresses-{number}.csv"] = addresses
        if Reader.PARTICIPANTS in readers:
            page = participant_page(shown, number, start, language, stamp)
            files[f"participants/participant-{number}.html"] = page
    if Reader.FUNDERS in readers:
        files["funders/account.html"] = account_page(shown, language, stamp)
    return files


def calendars(
    proposal: Proposal, start: Start | None, language: Language, stamp: Stamp | None = None
) -> dict[str, str]:
    """A calendar a group and one of everything; none where no start or meeting is known."""
    if start is None or not proposal.programme.meetings:
        return {}
    files = {
        f"calendar/group-{number}.ics": group_calendar(proposal, number, start, language, stamp)
        for number in proposal.composition.groups
    }
    return files | {"calendar/everyone.ics": whole_calendar(proposal, start, language, stamp)}
