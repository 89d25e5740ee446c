"""What waits in a round: what is under way, then the first thing to do, each with its page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cohorts.pages.committee_first import committee_comes_first
from cohorts.pages.here import Here
from cohorts.pages.now.committee_waits import committee_waits
from cohorts.pages.now.line import Line
from cohorts.pages.told import page_words
from cohorts.rounds.deciding.decision import decisions_of, standing
from cohorts.rounds.deciding.proposed import head_of
from cohorts.rounds.deciding.since_decided import since_decided
from cohorts.rounds.happened import Happened
from cohorts.rounds.jobs.asking_for import jobs_of
from cohorts.rounds.jobs.job import State
from cohorts.rounds.keeping.due import due_of
from cohorts.rounds.life.rounds_of import RoundHead
from cohorts.rounds.proposing.heads import ProposalHead, at_hand, heads_of

t = page_words("now")
PROPOSAL = "voorstel"
FILE_WAITS = {"people.drop": True, "people.confirm": False, "people.discard": False}
"""Act → whether a file waits after it."""


ENDED = {State.REFUSED: "refused", State.DIED: "failed", State.BROKEN: "failed"}
"""How the last composing ended where it brought nothing → the line that says so."""


def waiting(here: Here, round_: RoundHead, log: Sequence[Happened]) -> list[Line]:
    """At least one: there is always something that can be done. What is to be erased comes last."""
    return [*_to_do(here, round_, log), *_to_erase(here)]


def _to_do(here: Here, round_: RoundHead, log: Sequence[Happened]) -> list[Line]:
    found = []
    if _file_waits(log):
        found.append(_line("file", "applicants"))
    heads = heads_of(here.store, here.actor, here.round)
    composing = _composing(here)
    found += composing
    choosing = committee_waits(here) if "people" in round_.done else []
    found += choosing
    last = standing(decisions_of(here.store, here.actor, here.round))
    if last is not None:
        return [*found, *_decided(here, head_of(heads, last.proposal))]
    changed = _changed(heads)
    found += changed
    # whether what is to be done next is said already
    told = changed or choosing or (composing and not heads)
    if not told and (not found or "people" in round_.done):
        found.append(_first_open(here, round_, len(heads)))
    return found


def _to_erase(here: Here) -> list[Line]:
    """Nothing of it goes by itself."""
    due = [one for one in due_of(here.store, here.actor, here.round) if one.count]
    return [_line("erase", "privacy")] if due else []


def _composing(here: Here) -> list[Line]:
    """The last composing, where it is under way or brought nothing."""
    jobs = jobs_of(here.store, here.actor, here.round)
    if not jobs:
        return []
    if not jobs[-1].over:
        return [_line("composing", "proposals")]
    ended = ENDED.get(jobs[-1].state)
    return [] if ended is None else [_line(ended, "proposals")]


def _changed(heads: Sequence[ProposalHead]) -> list[Line]:
    """Where no proposal fits any more: what is to be done about it."""
    if not heads or not (hand := at_hand(heads)).outdated:
        return []
    if hand.board_fits:
        return [_line("gone", "board", {PROPOSAL: hand.key}, number=hand.number)]
    return [_line("outdated", "composing", number=hand.number)]


def _decided(here: Here, signed: ProposalHead) -> list[Line]:
    since = since_decided(here.store, here.actor, here.round, signed)
    if since.left:
        return [_line("left_since", "changes", people=since.left)]
    if since.untold:
        return [_line("untold", "decision", count=since.untold)]
    return [_line("decided", "decision")]


def _first_open(here: Here, round_: RoundHead, proposals: int) -> Line:
    """The first step that is not done; nothing is decided."""
    if "people" not in round_.done:
        return _line("no_people", "applicants")
    if committee_comes_first(here, round_):
        return _line("no_committee", "committee")
    if not proposals:
        return _line("no_proposal", "composing")
    return _line("no_decision", "proposals", count=proposals)


def _line(what: str, room: str, query: Mapping[str, str] | None = None, **facts: object) -> Line:
    said, next_, button = (t(key, **facts) for key in (what, f"{what}_next", f"{what}_button"))
    return Line(said, room, query or {}, next=next_, button=button)


def _file_waits(log: Sequence[Happened]) -> bool:
    last = next((one.act for one in reversed(log) if one.act in FILE_WAITS), "")
    return FILE_WAITS.get(last, False)
