"""What is given → the round to compose: screened, counted, ready."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from math import floor
from typing import Unpack

from cohorts.composing.answered import left_open
from cohorts.composing.eligibility import screen
from cohorts.composing.inputs import Given
from cohorts.composing.own_columns import called_as_asked, columns_asked, without_telephone
from cohorts.composing.preflight import check_counts
from cohorts.composing.unheard import unheard_in_conditions
from cohorts.errors import InputError, Problem
from cohorts.intake.applicants import fields_of
from cohorts.intake.beside.directory import Directory
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.companies import told_apart
from cohorts.people.spelling import spelled_alike
from cohorts.programme.programme import Programme
from cohorts.round.effect import telling
from cohorts.round.exact_points import of_votes, point_of
from cohorts.round.remark import Remark, noticed
from cohorts.round.room import Room
from cohorts.round.round import Round, number_of_groups
from cohorts.round.smaller import Smaller

LARGEST_SEED = 2**63 - 1
LARGEST_SIZE = 1_000_000
MOST_NAMED = 8


def prepare(applicants: Sequence[Applicant], programme: Programme, **given: Unpack[Given]) -> Round:
    """The round to compose: what is given, else what the programme says.

    Raises InputError where the counts cannot work, some have points and others have none, or
    somebody is pinned in no group there is.
    """
    round_ = as_given(applicants, programme, **given)
    try:
        check_counts(round_, programme)
    except InputError as error:
        # too few are left: a slip in what a condition asks for refuses everybody
        causes = unheard_in_conditions(programme.conditions, round_)
        raise InputError(*error.problems, *causes) from None
    check_merit(round_)
    _check_pins(round_)
    _check_smaller(round_)
    return round_


def as_given(
    applicants: Sequence[Applicant], programme: Programme, **given: Unpack[Given]
) -> Round:
    """The round, whether or not its counts can work. Raises InputError for a wrong setting."""
    _check_settings(given)
    smallest, largest = _sizes(given, programme)
    places = Room.parse(given.get("places") or programme.groups.places)
    target = min(max(programme.groups.target, smallest), largest)
    on = given.get("on") or date.today()  # noqa: DTZ011 - the organiser's own day is meant
    count_from = given.get("count_from") or programme.count_from
    columns = columns_asked(programme, applicants, fields_of(applicants))
    # before anybody is judged: a sentence about a value shows it as all of them do
    named = without_telephone(called_as_asked(applicants, columns))
    everybody = spelled_alike(told_apart(named))
    gone = _gone(given, applicants)
    left = {who: at for who, at in (given.get("not_on") or {}).items() if who not in gone}
    let_in = given.get("admitted")
    screening = screen(everybody, programme, on, count_from, gone, not_on=left, admitted=let_in)
    previous = given.get("previous")
    number = number_of_groups(
        len(screening.eligible),
        smallest=smallest,
        largest=largest,
        target=target,
        places=places,
        before=max((previous or {}).values(), default=None),
    )
    composed = {a.id for a in screening.eligible}
    relations = given.get("relations") or ()
    point = point_of(given.get("merit"))
    round_ = Round(
        applicants=screening.eligible,
        set_aside=screening.set_aside,
        asked=screening.asked,
        relations=tuple(r for r in relations if {r.a, r.b} <= composed),
        relations_aside=tuple(r for r in relations if not {r.a, r.b} <= composed),
        merit=given.get("merit"),
        point=point,
        of_votes=of_votes(given.get("merit")),
        previous=previous,
        keep=bool(given.get("keep")),
        # who has stopped sits nowhere, wherever they were fixed
        pins={who: group for who, group in (given.get("pins") or {}).items() if who not in gone},
        gone=gone,
        not_on=left,
        admitted=screening.admitted,
        smaller=_smaller(given, smallest),
        waiting=dict(given.get("waiting") or {}),
        groups=given.get("groups") or number,
        smallest=smallest,
        largest=largest,
        target=target,
        places=places,
        fairness=programme.groups.fairness,
        standing=programme.groups.standing,
        margin=floor(Fraction(str(programme.groups.margin)) * point),
        on=on,
        count_from=count_from,
        seed=given.get("seed") or 0,
        columns=columns,
    )
    return round_.remarked((*remarks_on(applicants, given), *asked_by(programme, round_)))


def remarks_on(applicants: Sequence[Applicant], given: Given) -> tuple[Remark, ...]:
    """What was noticed while these were read, and the files beside them, and can change groups."""
    read = (applicants, *given.values())
    found = (remark for one in read for remark in noticed(one))
    return telling(left_open(found, applicants, given.get("relations") or ()))


def remarks_of(
    applicants: Sequence[Applicant], programme: Programme, given: Given
) -> tuple[Remark, ...]:
    """The same, and what the programme asks of these people; less where no round can be made."""
    try:
        return as_given(applicants, programme, **given).remarks
    except InputError:
        return remarks_on(applicants, given)


def asked_by(programme: Programme, round_: Round) -> tuple[Remark, ...]:
    """What the rules of a programme ask about the people of a round; each once."""
    asked = (remark for rule in programme.rules for remark in rule.asks(round_))
    return telling({repr(remark): remark for remark in asked}.values())


def _gone(given: Given, applicants: Sequence[Applicant]) -> tuple[ApplicantId, ...]:
    """Who has stopped, each once. Raises InputError for somebody who did not apply."""
    gone = tuple(sorted(set(given.get("gone") or ())))
    applied = {a.id for a in applicants}
    people = Directory(applicants) if not applied.issuperset(gone) else None
    return gone if people is None else tuple(sorted({people.find(one, "--gone") for one in gone}))


def _sizes(given: Given, programme: Programme) -> tuple[int, int]:
    """The smallest and the largest group."""
    smallest, largest = given.get("size") or programme.groups.size
    if not 1 <= smallest <= largest <= LARGEST_SIZE:
        raise InputError(Problem("compose.size", "--size", {"given": f"{smallest}-{largest}"}))
    return smallest, largest


def _smaller(given: Given, smallest: int) -> dict[int, Smaller]:
    """Of what is asked of all only what asks less of one; nothing where that is no more so."""
    asked = given.get("smaller") or {}
    if any(one.size < 1 for one in asked.values()):
        raise InputError(Problem("compose.smaller", "--smaller", {"given": "0"}))
    return {group: one for group, one in sorted(asked.items()) if one.size < smallest}


def _check_smaller(round_: Round) -> None:
    """Raises InputError where a group is let go on that there is not."""
    for group in round_.smaller:
        if group not in range(1, round_.groups + 1):
            facts = {"group": group, "groups": round_.groups}
            raise InputError(Problem("compose.smaller_group", "--smaller", facts))


def check_merit(round_: Round) -> None:
    """Raises InputError where some who are composed have points and others have none.

    So it is after people came in later: none of them is simply last.
    """
    absent = [a.label for a in round_.applicants if a.id not in (round_.merit or {})]
    if round_.merit is not None and absent:
        few = tuple(absent[:MOST_NAMED])
        more = len(absent) - len(few)
        people = (*few, f"+ {more}") if more else few
        raise InputError(Problem("intake.merit_absent", "--merit", {"people": people}))


def _check_pins(round_: Round) -> None:
    for group in sorted(round_.pins.values()):
        if not 1 <= group <= round_.groups:
            facts = {"group": group, "groups": round_.groups}
            raise InputError(Problem("compose.pin_group", "--pin", facts))


def _check_settings(given: Given) -> None:
    seed, groups = given.get("seed") or 0, given.get("groups")
    if not 0 <= seed <= LARGEST_SEED:
        raise InputError(Problem("compose.seed", "--seed", {"given": seed}))
    if groups is not None and groups < 1:
        raise InputError(Problem("compose.groups", "--groups", {"given": groups}))
    if given.get("keep") and given.get("previous") is None:
        raise InputError(Problem("compose.keep_what", "--keep"))
