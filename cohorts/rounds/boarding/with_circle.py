"""A proposal in which people who waited have a group: one of their own, or one that there is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from cohorts.composing.fingerprint import fingerprint
from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError, Problem
from cohorts.hands.board import Board
from cohorts.hands.excused import needed
from cohorts.intake.applicants import Applicants
from cohorts.people.applicant import ApplicantId
from cohorts.round.smaller import Smaller
from cohorts.rounds.boarding.stepping import Reason
from cohorts.rounds.proposing.erased import chosen_anew
from cohorts.rounds.proposing.kept_value import kept_value
from cohorts.rounds.proposing.reopened import reopened


def free_group(made: Proposal) -> int:
    """The number of the first group that nobody sits in or is pinned to; else one more."""
    taken = {*made.composition.groups, *made.round.pins.values()}
    return next(n for n in range(1, len(taken) + 2) if n not in taken)


def with_circle(
    made: Proposal,
    people: Sequence[ApplicantId],
    applicants: Applicants,
    group: int,
    why: Reason,
) -> Proposal:
    """``people`` sit in ``group``, all others where they sat.

    ``applicants``: of the version that it was made of. ``why``: why the group may have fewer than
    is asked, and why a must may be broken by it. Raises InputError where somebody has a place
    already, it would have too many, or there is no reason for what needs one.
    """
    members = [*_members(made, group), *people]
    _check(made, people, len(members), group)
    short = len(members) < made.round.smallest
    if short and not why.typed["reason"]:
        raise InputError(Problem("boarding.circle_why"))
    smaller = Smaller(len(members), why.typed["reason"]) if short else None
    known = _everybody(made, applicants)
    content = _seated(kept_value(made), members, people, group, smaller)
    content = chosen_anew(content, known, made.asked_by, anew=(group,))
    again = reopened(content, known, made.asked_by)
    taken = fingerprint(again.round, again.asked_by)
    return _with_reasons(replace(again, overrides=made.overrides, input_sha256=taken), why)


def _members(made: Proposal, group: int) -> list[ApplicantId]:
    return [a.id for a in made.composition.groups.get(group, ())]


def _check(made: Proposal, people: Sequence[ApplicantId], size: int, group: int) -> None:
    waits = {a.id: a for a in made.composition.not_placed}
    if not people or len({*people}) < len(people) or any(who not in waits for who in people):
        raise InputError(Problem("boarding.circle_gone"))
    if size > made.round.largest:
        facts = {"count": size, "largest": made.round.largest, "group": group}
        raise InputError(Problem("boarding.circle_over", "", facts))
    room = made.round.places.bounds(made.round.n).high
    if len(made.composition.seats) + len(people) > room:
        raise InputError(Problem("boarding.circle_places", "", {"places": room}))


def _everybody(made: Proposal, applicants: Applicants) -> Applicants:
    """With whoever was erased and has a seat: of them only that is known."""
    known = {a.id for a in applicants.people}
    silent = [a for a in made.round.applicants if a.id not in known]
    people = tuple(sorted((*applicants.people, *silent), key=lambda a: a.id))
    return replace(applicants, people=people) if silent else applicants


def _seated(
    content: dict[str, Any],
    members: Sequence[ApplicantId],
    people: Collection[ApplicantId],
    group: int,
    smaller: Smaller | None,
) -> dict[str, Any]:
    """The kept value with these ``members`` in the group, ``people`` of them from nowhere."""
    settings, reached = content["settings"], content["standing"]
    others = [one for one in content["groups"] if one["number"] != group]
    here = {"number": group, "members": sorted(members), "choices": {}}
    exempt = [one for one in content["smaller"] if one["group"] != group]
    if smaller is not None:
        exempt.append({"group": group, "size": smaller.size, "reason": smaller.reason})
    return content | {
        "groups": sorted((*others, here), key=lambda one: one["number"]),
        "not_placed": [one for one in content["not_placed"] if one["id"] not in people],
        "smaller": sorted(exempt, key=lambda one: one["group"]),
        "settings": settings | {"groups": max(settings["groups"], group)},
        "overrides": [],
        # nothing is proven of who is placed, nor found again, once people place somebody
        "standing": reached and reached | {"proven": reached["proven"] and False},
        "by_hand": True,
        "reproducible": False,
        "story": [],
        "answer": None,
    }


def _with_reasons(made: Proposal, why: Reason) -> Proposal:
    """Each must that is broken has its reason. Raises InputError where there is none."""
    board = Board.of(made)
    for breach in board.open_breaches():
        if not why.given:
            raise InputError(Problem("boarding.needs_reason"))
        person = breach.people[0] if breach.people else ApplicantId("")
        board = board.override(breach.rule, person, why.typed["reason"], why.typed["by"])
    return replace(made, overrides=needed(board.now))
