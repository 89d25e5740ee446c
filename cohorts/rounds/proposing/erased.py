"""A proposal with somebody in it who was erased: their seat stays, and says nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from cohorts.composing.compose import demands_of
from cohorts.composing.prepare import prepare
from cohorts.intake.applicants import Applicants
from cohorts.people.applicant import Applicant, ApplicantId, Status
from cohorts.programme.programme import Programme
from cohorts.record.reopen import given_with
from cohorts.rounds.proposing.given_again import given_of
from cohorts.rounds.proposing.kept_value import as_stated, options_of
from cohorts.rounds.proposing.renamed import renamed
from solver.choices import with_cheapest_choices

ABOUT = (
    "not_placed[].id",
    "admitted[].id",
    "settings.pins{}",
    "settings.gone[]",
    "settings.not_on{}",
    "given.relations[].a",
    "given.relations[].b",
    "given.previous{}",
)
"""What else is stated of people, and is stated no more of whom was erased."""


def with_erased(
    content: Mapping[str, Any], applicants: Applicants, programme: Programme, gone: Collection[str]
) -> tuple[dict[str, Any], Applicants]:
    """The value and the people, with somebody who says nothing on each seat of ``gone``.

    Without a seat nothing is left of them.
    """
    left = renamed(dict(content), ABOUT, lambda who: None if who in gone else who)
    seated = {who for group in left["groups"] for who in group["members"] if who in gone}
    others = [one for one in applicants.people if one.id not in gone]
    # where nobody has a status, everybody counts; one alone would count nobody else
    status = Status.SIGNED if any(one.status is not None for one in others) else None
    silent = (Applicant(id=ApplicantId(who), status=status) for who in seated)
    people = tuple(sorted((*others, *silent), key=lambda a: a.id))
    known = replace(applicants, people=people)
    return chosen_anew(left, known, programme), known


def chosen_anew(
    content: dict[str, Any],
    applicants: Applicants,
    programme: Programme,
    anew: Collection[int] = (),
) -> dict[str, Any]:
    """The value, where each group takes what fits it best if the numbers of options are others now.

    They are numbers among all that people name: what one alone named is not among them any more.
    ``anew``: numbers of the groups that choose whether or not they are.
    """
    stated = as_stated(content, programme)
    round_ = prepare(applicants, programme, **given_with(given_of(content), stated))
    asked, _ = demands_of(programme, round_, composed=True)
    terms = asked.task.terms
    same = options_of(terms) == content["options"]
    if same and not anew:
        return content
    seats = np.full(round_.n, round_.groups, dtype=np.int64)
    for group in stated.groups:
        for member in group.members:
            seats[round_.rows[ApplicantId(member)]] = group.number - 1
    best = with_cheapest_choices(terms, seats, asked.task).choices
    groups = [
        one
        if same and one["number"] not in anew
        else one | {"choices": {name: of[one["number"] - 1].tolist() for name, of in best.items()}}
        for one in content["groups"]
    ]
    return {**content, "groups": groups}
