"""All proposals of a round: under way, side by side, beside those of before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from cohorts.composing.proposal import Proposal
from cohorts.outlook.prices.seatings import seating
from cohorts.pages.acting import acting
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.long_work.ended import ended
from cohorts.pages.long_work.under_way import under_way
from cohorts.pages.moment import clock
from cohorts.pages.proposals.elsewhere import count_elsewhere, elsewhere
from cohorts.pages.proposals.families import Families, families
from cohorts.pages.proposals.side_card import SideCard, card_beside, first_card
from cohorts.pages.report_parts import PROPOSAL, part, t
from cohorts.pages.tied import prepares_tied
from cohorts.pages.ways import address, go
from cohorts.record.hide import as_told
from cohorts.round.diff import diff
from cohorts.rounds.deciding.decision import decisions_of, standing
from cohorts.rounds.jobs.asking_for import jobs_of
from cohorts.rounds.jobs.job import Job, Kind, State
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.changed_since import changed_since
from cohorts.rounds.proposing.heads import ProposalHead, at_hand, heads_of
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.store.keys import ProposalKey
from cohorts.work.begin import start

MOST_CHANGES = 5
ENOUGH = 3
"""So many answers were looked for."""
RETRY = (State.DIED, State.BROKEN, State.UNREADABLE)
"""By no fault of what was asked."""


@dataclass(frozen=True)
class Row:
    """A proposal in the list of those of before."""

    address: str
    number: int
    said: str


def overview(here: Here) -> None:
    """Draws it."""
    jobs = jobs_of(here.store, here.actor, here.round)
    heads = heads_of(here.store, here.actor, here.round)
    last = jobs[-1] if jobs else None
    running = last is not None and not last.over
    about = "about" if len(heads) > 1 else "about_one"
    heading(t("head"), "" if running or not heads else t(about))
    prepares_tied(here)
    if last is not None and running:
        under_way(here, last)
    elif last is not None:
        ended(last)
    if heads:
        _side_by_side(here, families(heads), last)
    if running or standing(decisions_of(here.store, here.actor, here.round)) is None:
        (_foot_to_read if here.reads_only else _foot)(here, heads, last)
    elif foot(t("next_decided"), t("to_decision")):
        go(here, "decision")


def _side_by_side(here: Here, found: Families, last: Job | None) -> None:
    first = found.newest[0]
    if last is None or last.over:
        _how_many(found, last)
        _changed(here, found)
    opened = [
        as_told(proposal_of(here.store, here.actor, here.round, one.key)) for one in found.newest
    ]
    cards = _cards(here, found.newest, opened)
    numbers = {head.key: head.number for head in (*found.newest, *found.earlier)}
    with opened[0].programme.in_own_words():
        drawn = part(
            "side_by_side",
            here.language,
            first=first.number,
            changed=at_hand(found.newest).outdated,
            shared=len(cards) > 1 and len({one.facts for one in cards}) == 1,
            cards=[
                {
                    "head": head,
                    "card": card,
                    "made": t(f"made_{head.made}", before=numbers.get(head.before or head.key, 0)),
                    "when": t("when", at=clock(head.at), by=head.by),
                    "groups": address(here, "proposals", **{PROPOSAL: head.key}),
                    "board": address(here, "board", **{PROPOSAL: head.key}),
                    "decision": address(here, "decision", **{PROPOSAL: head.key}),
                }
                for head, card in zip(found.newest, cards, strict=True)
            ],
            before=_before(here, opened[0], found.before),
            earlier=[_row(here, head, numbers) for head in found.earlier],
        )
    st.html(drawn)


def _cards(here: Here, heads: Sequence[ProposalHead], opened: Sequence[Proposal]) -> list[SideCard]:
    first, *others = opened
    number = heads[0].number
    beside = [card_beside(first, number, other, here.language) for other in others]
    return [first_card(first, others, here.language), *beside]


def _how_many(found: Families, last: Job | None) -> None:
    """Where fewer came out than were looked for: whether there can be more."""
    kept = last.progress.kept if last is not None and _is_composed(last) else ()
    if last is None or not kept or len(kept) >= ENOUGH or kept[0] != found.newest[0].key:
        return
    if last.progress.cut:
        st.info(t(f"cut_{last.progress.cut}"))
    else:
        key = "fewer_proven" if last.progress.complete else "fewer"
        st.info(t(key, count=len(kept)))


def _is_composed(job: Job) -> bool:
    return job.kind == Kind.COMPOSE.value and job.state is State.DONE


def _changed(here: Here, found: Families) -> None:
    """Where none of them fits any more: what happened; else each that does not says so itself."""
    hand = at_hand(found.newest)
    if not hand.outdated:
        return
    if hand.board_fits:
        st.html(part("changed", here.language, head=t("gone", number=hand.number), changes=()))
        return
    since = changed_since(here.store, here.actor, here.round, found.newest[0])
    said = list(dict.fromkeys(one.sentence(here.language).rstrip(".") for one in since))
    st.html(part("changed", here.language, head=t("changed"), changes=said[-MOST_CHANGES:]))


def _before(here: Here, now: Proposal, head: ProposalHead | None) -> dict[str, object] | None:
    """The first of the composing before, beside the first of this one."""
    if head is None:
        return None
    then = proposal_of(here.store, here.actor, here.round, head.key)
    difference = diff(seating(then), seating(now))
    with now.programme.in_own_words():
        lines = elsewhere(then, now, head.number, difference, here.language)
    return {
        "number": head.number,
        "when": clock(head.at),
        "count": count_elsewhere(difference),
        "lines": lines,
        "address": address(here, "proposals", **{PROPOSAL: head.key}),
    }


def _row(here: Here, head: ProposalHead, numbers: dict[ProposalKey, int]) -> Row:
    made = t(f"made_{head.made}", before=numbers.get(head.before or head.key, 0))
    said = f"{clock(head.at)}, {head.by} · {made}"
    return Row(address(here, "proposals", **{PROPOSAL: head.key}), head.number, said)


def _foot_to_read(here: Here, heads: Sequence[ProposalHead], _last: Job | None) -> None:
    """For whoever only reads: to the board as it is."""
    if not heads:
        foot(t("next_wait"))
        return
    first = at_hand(families(heads).newest)
    if foot(t("next_read"), t("to_board", number=first.number)):
        go(here, "board", **{PROPOSAL: first.key})


def _foot(here: Here, heads: Sequence[ProposalHead], last: Job | None) -> None:
    """The one way on: to the board, to composing anew, or to the step before this."""
    if last is not None and not last.over and not heads:
        foot(t("next_wait"))
    elif last is not None and last.state is State.REFUSED:
        if foot(t("next_refused"), t("to_composing")):
            go(here, "composing")
    elif not heads:
        _first_step(here, last)
    else:
        first = at_hand(families(heads).newest)
        if first.outdated and first.board_fits:
            if foot(t("next_gone"), t("to_board", number=first.number)):
                go(here, "board", **{PROPOSAL: first.key})
        elif first.outdated and (last is None or last.over):
            if foot(t("next_outdated"), t("again")):
                _again(here)
        elif foot(t("next_board"), t("to_board", number=first.number)):
            go(here, "board", **{PROPOSAL: first.key})


def _first_step(here: Here, last: Job | None) -> None:
    """Nothing is here yet."""
    people = people_of(here.store, here.actor, here.round)
    if not people.applicants:
        if foot(t("empty_people"), t("to_applicants")):
            go(here, "applicants")
    elif last is not None and last.state in RETRY:
        if foot(t("next_retry"), t("again")):
            _again(here)
    elif foot(t("empty"), t("to_composing")):
        go(here, "composing")


def _again(here: Here) -> None:
    with acting() as well:
        start(here.store, here.actor, here.round)
    if well:
        st.rerun()
