"""``participant-N.html``: what the members of a group may know of each other, for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant
from cohorts.people.day_parts import part_said
from cohorts.programme.own_words import in_own_words
from cohorts.record.group_name import group_name
from cohorts.reports.among_members import among_members
from cohorts.reports.called import called
from cohorts.reports.matches import matches
from cohorts.reports.meets import meeting_place, meeting_slots, meetings_of
from cohorts.reports.openers import openers
from cohorts.reports.page.draw import draw, draw_sheets
from cohorts.reports.page.few_words import few_words
from cohorts.reports.stamp import Stamp, for_whom
from cohorts.reports.start import Start
from cohorts.reports.unpaired import Pairs, unpaired
from cohorts.rounds.deciding.group_coaches import NOBODY, Coaches
from cohorts.words import Language, say


@dataclass(frozen=True)
class Row:
    """One member; what is not known, or not for the others, is empty."""

    label: str
    name: str
    place: str
    does: str
    asks: tuple[str, ...]
    offers: str
    email: str


@in_own_words
def participant_page(
    proposal: Proposal,
    number: int,
    start: Start | None,
    language: Language,
    stamp: Stamp | None = None,
    *,
    coaches: Coaches = NOBODY,
) -> str:
    """The page of one group. Nothing of it comes from what :func:`among_members` leaves out."""
    facts = _facts(proposal, number, start, language, stamp)
    return draw("participant", language, **facts | {"coach": coaches.get(number, "")})


@in_own_words
def participant_sheets(
    proposal: Proposal,
    start: Start | None,
    language: Language,
    stamp: Stamp | None = None,
    *,
    coaches: Coaches = NOBODY,
) -> str:
    """The pages of all groups in one file, to print and hand out: each on paper of its own."""
    whole = stamp or Stamp.of(proposal)
    return draw_sheets(
        "participant",
        language,
        [
            _facts(proposal, number, start, language, whole) | {"coach": coaches.get(number, "")}
            for number, members in proposal.composition.groups.items()
            if members
        ],
        kind=say("handout.participants", language),
        title=proposal.programme.title[language],
        stamp=whole.said(for_whom("organiser", language), language),
    )


def _facts(
    proposal: Proposal, number: int, start: Start | None, language: Language, stamp: Stamp | None
) -> dict[str, Any]:
    here = proposal.composition.groups[number]
    members = [among_members(a) for a in here]
    apart = unpaired(proposal.round, proposal.programme.rules, here)
    rows = [_row(a) for a in members]
    word = called(proposal.programme, number, language)
    reader = for_whom("participants", language, group=word)
    return {
        "stamp": (stamp or Stamp.of(proposal)).said(reader, language),
        "kind": say("participant.kind", language),
        "title": group_name(proposal, number, language),
        "programme": proposal.programme.title[language],
        "intro": say(
            "participant.intro",
            language,
            group=proposal.programme.word("group", language),
            count=len(members),
        ),
        "word": word,
        "coach": "",
        "coach_word": proposal.programme.word("coach", language),
        "place": meeting_place(proposal, number),
        "slots": tuple(part_said(s, language) for s in meeting_slots(proposal, number)),
        "meetings": [
            (meeting.told(language), meeting.title, meeting.joint, meeting.holiday(language))
            for meeting in meetings_of(proposal, number, start, language)
        ],
        "rows": rows,
        "emails": any(row.email for row in rows),
        "pairs": pair_sentences(members, language, apart),
        "openers": openers(members, language, apart),
    }


def pair_sentences(members: list[Applicant], language: Language, apart: Pairs) -> list[str]:
    """A sentence for each who asks for what another offers, but for those who are ``apart``."""
    return [
        say(
            "participant.pair",
            language,
            a=match.asks.label,
            b=match.offers.label,
            theme=match.theme,
            offer=few_words(match.offers.offer or ""),
        )
        for match in matches(members, apart)
    ]


def _row(a: Applicant) -> Row:
    return Row(
        label=a.label,
        name=a.name or "" if a.company and not a.told_apart else "",
        place=a.place or "",
        does=few_words(a.activity or ""),
        asks=a.themes,
        offers=few_words(a.offer or ""),
        email=a.email or "",
    )
