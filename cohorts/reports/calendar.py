"""``*.ics``: the meetings of a group for any calendar (RFC 5545).

Hours are Dutch hours, with the rule of summer time beside them. The same proposal and start give
the same bytes: the stamp comes from the day it was judged on and the fingerprint of the data, no
clock is read. A joint meeting has one UID in every file, so that no calendar shows it twice;
another start keeps the UIDs, so that the meetings move.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from cohorts.composing.proposal import Proposal
from cohorts.programme.own_words import in_own_words
from cohorts.record.group_name import group_name
from cohorts.reports.called import called
from cohorts.reports.meets import meeting_place, meetings_of, remarked
from cohorts.reports.plain import plain
from cohorts.reports.stamp import Stamp, Stamped, for_whom
from cohorts.reports.start import Dated, Start, dated
from cohorts.rounds.deciding.group_coaches import NOBODY, Coaches
from cohorts.words import Language

ZONE = "Europe/Amsterdam"
SUMMER_TIME = f"""BEGIN:VTIMEZONE
TZID:{ZONE}
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE"""
LONGEST = 75
"""Bytes in a line; what is longer goes on in the next, after a space."""
SECONDS_A_DAY = 86_400


@in_own_words
def group_calendar(
    proposal: Proposal,
    number: int,
    start: Start,
    language: Language,
    stamp: Stamp | None = None,
    *,
    coaches: Coaches = NOBODY,
) -> str:
    """Every meeting of one group, its own and the joint ones."""
    word = called(proposal.programme, number, language)
    stamped = (stamp or Stamp.of(proposal)).said(for_whom("group", language, group=word), language)
    events = [
        _event(
            proposal, meeting, None if meeting.joint else number, stamped, language, coaches=coaches
        )
        for meeting in meetings_of(proposal, number, start, language)
    ]
    return _calendar(group_name(proposal, number, language), stamped, events)


@in_own_words
def whole_calendar(
    proposal: Proposal,
    start: Start,
    language: Language,
    stamp: Stamp | None = None,
    *,
    coaches: Coaches = NOBODY,
) -> str:
    """Every meeting of every group; a joint one once."""
    joint = (m for m in dated(proposal.programme, start, language) if m.joint)
    whole: list[tuple[Dated, int | None]] = [(meeting, None) for meeting in joint]
    whole += [
        (meeting, number)
        for number in proposal.composition.groups
        for meeting in meetings_of(proposal, number, start, language)
        if not meeting.joint
    ]
    whole.sort(key=lambda one: (one[0].day, one[0].index, one[1] or 0))
    stamped = (stamp or Stamp.of(proposal)).said(for_whom("organiser", language), language)
    events = [
        _event(proposal, meeting, number, stamped, language, coaches=coaches)
        for meeting, number in whole
    ]
    return _calendar(proposal.programme.title[language], stamped, events)


def _calendar(name: str, stamped: Stamped, events: list[list[str]]) -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//cohorts//cohorts//NL"]
    lines += ["CALSCALE:GREGORIAN", "METHOD:PUBLISH", f"X-WR-CALNAME:{_escaped(name)}"]
    lines += [f"X-WR-CALDESC:{_escaped(stamped.whole)}"]
    lines += SUMMER_TIME.splitlines()
    lines += [line for event in events for line in event]
    folded = (part for line in (*lines, "END:VCALENDAR") for part in _folded(line))
    return "".join(f"{line}\r\n" for line in folded)


def _event(
    proposal: Proposal,
    meeting: Dated,
    number: int | None,
    stamped: Stamped,
    language: Language,
    *,
    coaches: Coaches,
) -> list[str]:
    """One meeting, of all groups together where ``number`` is None; of several days, as many."""
    programme = proposal.programme.title[language]
    whose = programme if number is None else group_name(proposal, number, language)
    uid = f"{proposal.input_sha256}:{meeting.index}:{number or 'joint'}"
    lines = [
        "BEGIN:VEVENT",
        f"UID:{hashlib.sha256(uid.encode()).hexdigest()[:32]}@cohorts",
        f"DTSTAMP:{_stamp(proposal):%Y%m%dT%H%M%SZ}",
        *_when(meeting),
        f"STATUS:{'CONFIRMED' if stamped.decided else 'TENTATIVE'}",
        f"SUMMARY:{_escaped(f'{meeting.title} – {whose}')}",
    ]
    part = "" if meeting.part is None else meeting.said(language)
    noted = remarked(proposal, number, meeting, language)
    told = (
        programme if number else "",
        stamped.kind,
        part,
        noted,
        _led(proposal, number, language, coaches),
    )
    if described := "\n".join(filter(None, told)):
        lines.append(f"DESCRIPTION:{_escaped(described)}")
    own = meeting_place(proposal, number) if number is not None else ""
    if place := meeting.place or own:
        lines.append(f"LOCATION:{_escaped(place)}")
    return [*lines, "END:VEVENT"]


def _led(proposal: Proposal, number: int | None, language: Language, coaches: Coaches) -> str:
    """Who coaches the group; "" where that was not written down, or all groups meet."""
    name = "" if number is None else coaches.get(number, "")
    return f"{proposal.programme.word('coach', language).capitalize()}: {name}" if name else ""


def _when(meeting: Dated) -> tuple[str, ...]:
    """From when to when; a whole day where no hour was said."""
    if meeting.at is None:
        after = meeting.last + timedelta(days=1)
        return f"DTSTART;VALUE=DATE:{meeting.day:%Y%m%d}", f"DTEND;VALUE=DATE:{after:%Y%m%d}"
    begin = datetime.combine(meeting.day, meeting.at)
    if not meeting.hours:  # a calendar takes it to end when it begins
        return (f"DTSTART;TZID={ZONE}:{begin:%Y%m%dT%H%M%S}",)
    end = datetime.combine(meeting.last, meeting.at) + timedelta(hours=meeting.hours)
    return f"DTSTART;TZID={ZONE}:{begin:%Y%m%dT%H%M%S}", f"DTEND;TZID={ZONE}:{end:%Y%m%dT%H%M%S}"


def _stamp(proposal: Proposal) -> datetime:
    """A moment of the day the round was judged on, told by the fingerprint of the data."""
    second = int(hashlib.sha256(proposal.input_sha256.encode()).hexdigest(), 16) % SECONDS_A_DAY
    return datetime.combine(proposal.round.on, time(), UTC) + timedelta(seconds=second)


def _escaped(text: str) -> str:
    text = plain(text).replace("\\", "\\\\").replace(";", r"\;").replace(",", r"\,")
    return text.replace("\n", r"\n").replace("\t", " ")


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most LONGEST bytes, no sign cut in two."""
    part, room = "", LONGEST
    for sign in line:
        if len((part + sign).encode()) > room:
            yield part
            part = " "
        part += sign
    yield part
