"""``facilitator-N.html``: all a facilitator needs of one group, on one sheet to print.

One file a group: who guides several gets several, and no group travels along with another.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import PHASES, Applicant
from cohorts.programme.own_words import in_own_words
from cohorts.record.group_name import group_name
from cohorts.reports.addresses import address, address_line, consent_was_asked, mail_link
from cohorts.reports.among_members import among_members
from cohorts.reports.called import called
from cohorts.reports.meets import meetings_of, remarked
from cohorts.reports.openers import openers
from cohorts.reports.page.cards import card_of
from cohorts.reports.page.draw import draw, draw_sheets
from cohorts.reports.page.few_words import few_words
from cohorts.reports.page.kept_apart import kept_apart
from cohorts.reports.page.participant import pair_sentences
from cohorts.reports.page.ties import ties
from cohorts.reports.stamp import Stamp, for_whom
from cohorts.reports.start import Start
from cohorts.reports.unpaired import unpaired
from cohorts.rounds.deciding.group_coaches import NOBODY, Coaches
from cohorts.words import Language, say
from cohorts.words.phrase import amount


@dataclass(frozen=True)
class Row:
    """One member; ``asks`` in their own words where they gave any, else as themes."""

    label: str
    who: str
    does: str
    size: str
    asks: str
    offers: str
    email: str
    closed: bool


@in_own_words
def facilitator_page(
    proposal: Proposal,
    number: int,
    start: Start | None,
    language: Language,
    stamp: Stamp | None = None,
    *,
    coaches: Coaches = NOBODY,
) -> str:
    """The page of one group, self-contained; every name in it is escaped."""
    facts = _facts(proposal, number, start, language, stamp)
    return draw("facilitator", language, **facts | {"coach": coaches.get(number, "")})


@in_own_words
def facilitator_sheets(
    proposal: Proposal,
    start: Start | None,
    language: Language,
    stamp: Stamp | None = None,
    *,
    coaches: Coaches = NOBODY,
    only: Collection[int] | None = None,
) -> str:
    """The pages of all groups in one file, to print and hand out: each on paper of its own.

    Where nobody wrote down who coaches the group there is a line to write it on. ``only``: of these
    groups; None: of all.
    """
    whole = stamp or Stamp.of(proposal)
    return draw_sheets(
        "facilitator",
        language,
        [
            _facts(proposal, number, start, language, whole)
            | {"coach": coaches.get(number, ""), "to_write": True}
            for number, members in proposal.composition.groups.items()
            if members and (only is None or number in only)
        ],
        kind=say(
            "handout.facilitators", language, coach=proposal.programme.several("coach", language)
        ),
        title=proposal.programme.title[language],
        stamp=whole.said(for_whom("organiser", language), language),
    )


def _facts(
    proposal: Proposal, number: int, start: Start | None, language: Language, stamp: Stamp | None
) -> dict[str, Any]:
    members = proposal.composition.groups[number]
    shared = [among_members(a) for a in members]
    apart = unpaired(proposal.round, proposal.programme.rules, members)
    asked = consent_was_asked(proposal.round)
    word = proposal.programme.word("coach", language)
    reader = for_whom(
        "facilitators", language, coach=word, group=called(proposal.programme, number, language)
    )
    return {
        "stamp": (stamp or Stamp.of(proposal)).said(reader, language),
        "kind": say("facilitator.kind", language, coach=word),
        "title": group_name(proposal, number, language),
        "programme": proposal.programme.title[language],
        "coach": "",
        "coach_word": word.capitalize(),
        "to_write": False,
        "card": card_of(proposal, number, None, language),
        "apart": kept_apart(proposal, number, language, most=None),
        "ties": ties(proposal.round, members, language),
        "notices": [
            say(notice.code, language)
            for notice in proposal.notices
            if notice.code.startswith("report.hidden_")
        ],
        "meetings": [
            (
                meeting.told(language),
                meeting.title,
                meeting.joint,
                remarked(proposal, number, meeting, language),
            )
            for meeting in meetings_of(proposal, number, start, language)
        ],
        "rows": [_row(a, language, asked=asked) for a in members],
        "pairs": pair_sentences(shared, language, apart),
        "openers": openers(shared, language, apart),
        "link": mail_link(members, asked=asked),
        "line": address_line(members, asked=asked),
    }


def _row(a: Applicant, language: Language, *, asked: bool) -> Row:
    size = amount(max(a.fte, 1), "fte", language) if a.fte else ""
    phase = say(f"report.phase_{a.life_phase}", language) if a.life_phase in PHASES else ""
    return Row(
        label=a.label,
        who=a.name or "" if a.company and not a.told_apart else "",
        does=" · ".join(filter(None, (few_words(a.activity or ""), a.place))),
        size=", ".join(filter(None, (size, phase))),
        asks=a.question or ", ".join(a.themes),
        offers=few_words(a.offer or ""),
        email=address(a, asked=asked),
        closed=a.consent is False,
    )
