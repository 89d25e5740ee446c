"""A proposal made on a board that somebody left: of a round that counts on them no more."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from cohorts.composing.proposal import Proposal
from cohorts.hands.board import Board
from cohorts.hands.excused import needed
from cohorts.intake.applicants import Applicants
from cohorts.people.applicant import ApplicantId
from cohorts.round.set_aside import Aside
from cohorts.rounds.proposing.erased import chosen_anew
from cohorts.rounds.proposing.kept_value import kept_value
from cohorts.rounds.proposing.reopened import reopened


def without_stopped(
    made: Proposal, stopped: Collection[ApplicantId], applicants: Applicants
) -> Proposal:
    """Who stopped has stopped in it, rather than no place; it is itself where nobody did.

    ``applicants``: of the version that it was made of. A reason for what is broken no more goes.
    """
    if not stopped:
        return made
    content = kept_value(made)
    settings = content["settings"]
    content |= {
        "settings": settings
        | {
            "gone": sorted({*settings["gone"], *stopped}),
            "pins": {who: at for who, at in settings["pins"].items() if who not in stopped},
        },
        "not_placed": [
            one | ({"kind": Aside.GONE.value} if one["id"] in stopped else {})
            for one in content["not_placed"]
        ],
        "overrides": [],
    }
    again = reopened(chosen_anew(content, applicants, made.asked_by), applicants, made.asked_by)
    again = replace(again, overrides=made.overrides)
    return replace(again, overrides=needed(Board.of(again).now))
