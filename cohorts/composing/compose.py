"""The bridge: round + programme → solver.Problem; Solution → Proposal."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from threading import Event
from typing import Unpack

import numpy as np

from cohorts.composing import clash, engines
from cohorts.composing.demands import Asked, ask, rules_in_force
from cohorts.composing.earlier import start_from
from cohorts.composing.fingerprint import fingerprint
from cohorts.composing.hindrances import hindrances
from cohorts.composing.improved import steps_of
from cohorts.composing.inputs import Given
from cohorts.composing.numbering import numbered
from cohorts.composing.preflight import check_pins, check_relations, open_conditions, usable_rules
from cohorts.composing.prepare import prepare
from cohorts.composing.proposal import Against, Proposal, Reached
from cohorts.composing.unheard import unheard_in_rules, unheard_of
from cohorts.composing.who_sits import as_composition
from cohorts.errors import NoCompositionError, Problem, StoppedError
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.round.composition import Composition
from cohorts.round.round import Round
from solver.grouping import Grouping
from solver.pricing import POINT, mean_charges
from solver.score import Score, score
from solver.solution import Effort, Solution, Status, Story

Progress = Callable[[Score, float], None]


def compose(
    applicants: Sequence[Applicant],
    programme: Programme,
    *,
    effort: Effort | str = Effort.NORMAL,
    time_limit: float | None = None,
    progress: Progress | None = None,
    stop: Event | None = None,
    **given: Unpack[Given],
) -> Proposal:
    """Compose the groups of a round, check them, and say why.

    What may be given beside these stands in :class:`cohorts.composing.inputs.Given`.
    ``time_limit`` in seconds; a limit or ``stop`` that cuts the search short keeps the best found
    and makes the proposal not reproducible. Raises InputError, NoCompositionError (no composition
    meets the musts) or StoppedError (stopped before anything was found).
    """
    round_ = prepare(applicants, programme, **given)
    asked, notices = demands_of(programme, round_)
    effort = Effort(effort)
    solution = sought(
        asked, round_, effort=effort, time_limit=time_limit, progress=progress, stop=stop
    )
    grouping = numbered(solution.grouping, asked.task)
    return assemble(
        replace(solution, grouping=grouping), asked, programme, round_, notices, effort=effort
    )


def sought(
    asked: Asked,
    round_: Round,
    *,
    effort: Effort,
    time_limit: float | None = None,
    progress: Progress | None = None,
    stop: Event | None = None,
) -> Solution:
    """The best that is found, its groups not numbered yet.

    Raises NoCompositionError (no composition meets the musts) or StoppedError.
    """
    try:
        return engines.solve(
            asked.task,
            seed=round_.seed,
            effort=effort,
            time_limit=time_limit,
            # the best of a few is proven, wherever one begins
            start=start_from(round_, asked.task) if round_.n > engines.SMALL else None,
            progress=progress,
            stop=stop,
        )
    except engines.InfeasibleError as error:
        # a must about a value that nobody has is a cause that no clash names
        causes = unheard_in_rules([rule for rule in asked.rules if rule.is_must], round_)
        raise NoCompositionError(clash.clash(error.conflict, asked, round_), *causes) from None
    except engines.NothingFoundError:
        raise StoppedError(Problem("compose.stopped")) from None


def demands_of(
    programme: Programme, round_: Round, *, composed: bool = False
) -> tuple[Asked, tuple[Problem, ...]]:
    """What is asked of the solver, and what is worth saying about it beforehand.

    ``composed``: before; what nobody says any more is not asked, and no fault.
    """
    programme = programme.model_copy(update={"rules": rules_in_force(programme, round_)})
    check_pins(programme, round_)
    notices = check_relations(programme, round_)
    usable, sparse = usable_rules(programme, round_, composed=composed)
    asked = ask(programme.model_copy(update={"rules": usable}), round_)
    unheard = unheard_of(programme.model_copy(update={"rules": usable}), round_)
    unknown = open_conditions(programme, round_)
    return asked, (*notices, *sparse, *unheard, *asked.left_out, *unknown)


def assemble(
    solution: Solution,
    asked: Asked,
    programme: Programme,
    round_: Round,
    notices: tuple[Problem, ...],
    *,
    effort: Effort,
    by_hand: bool = False,
    answer: int | None = None,
    known: Mapping[str, Against] | None = None,
) -> Proposal:
    """Everything that follows from a grouping: the same for composing and for checking.

    ``answer``: which of several it is, see :class:`~cohorts.composing.proposal.Proposal`; why
    somebody has no place in it, no composing anew can tell. ``known``: rule → its points in another
    grouping of this round, beside those of random ones.
    """
    asked = asked.with_floor(solution.floor)
    composition = as_composition(solution.grouping, round_)
    return Proposal(
        round=round_,
        programme=programme.model_copy(update={"rules": asked.rules}),
        asked_by=programme,
        composition=composition,
        findings=tuple(rule.measure(composition, round_) for rule in asked.rules),
        not_placed=hindrances(
            asked, round_, solution.grouping, by_hand=by_hand or answer is not None
        ),
        score=score(asked.task, solution.grouping),
        status=solution.status,
        bound=solution.bound,
        weights=asked.weights,
        random=against_chance(asked, solution.grouping, known or {}),
        standing=reached(composition, round_, solution),
        notices=notices,
        effort=effort,
        reproducible=solution.story.reproducible,
        seconds=solution.story.seconds,
        input_sha256=fingerprint(round_, programme),
        versions=versions(),
        story=steps_of(solution.story),
        answer=answer,
    )


def stated(
    grouping: Grouping,
    asked: Asked,
    *,
    reproducible: bool,
    floor: int | None = None,
    proven: bool = True,
) -> Solution:
    """A grouping somebody states, scored by the definitions, as if it had been found.

    ``floor`` and ``proven``: what is stated of its standing.
    """
    story = Story("given", starts=0, proposals=0, seconds=0.0, reproducible=reproducible)
    task = asked.with_floor(floor).task
    return Solution(
        grouping,
        score(task, grouping),
        Status.FEASIBLE,
        story,
        standing_proven=proven,
        floor=floor,
    )


def reached(composition: Composition, round_: Round, solution: Solution) -> Reached | None:
    """How merit counted and what it came to; None where none was given."""
    if round_.merit is None:
        return None
    placed = sum(round_.merit[person] for person in composition.seats)
    proven = solution.standing_proven if round_.ranked else None
    margin = round_.margin if round_.ranked else 0
    return Reached(round_.standing, margin, placed, solution.floor, proven)


def against_chance(
    asked: Asked, grouping: Grouping, known: Mapping[str, Against]
) -> dict[str, Against]:
    """Per rule: its points here, beside the mean of random groupings; of a must its breaches.

    Of a rule that wishes and demands only the wish counts: breaches come in units of their own.
    Where there is no group there is nothing to set beside it. ``known``: of another grouping, for
    the random ones are always the same.
    """
    if not grouping.sizes().any():
        return {}
    terms = {rule.key: asked.terms_of(rule.key) for rule in asked.rules if rule.OF_ANY_GROUP}
    measured = {key: of for key, of in terms.items() if of}
    chance = mean_charges(asked.task) if measured.keys() - known.keys() else None
    charges = {term.name: term.charge(grouping) for term in asked.task.terms}
    here = {n: (int(c.points.sum()) / POINT, int(c.breaches.sum())) for n, c in charges.items()}
    result = {}
    for key, of in measured.items():
        which = 0 if any(term.price for term in of) else 1
        value = sum(here[term.name][which] for term in of)
        if chance is None:
            random = known[key].random
        else:
            random = sum(chance[term.name][which] for term in of)
        result[key] = Against(round(value, 6), round(random, 6))
    return result


def versions() -> dict[str, str]:
    """What the answer was made with."""
    found = {}
    for package in ("cohorts", "ortools", "numpy", "numba", "snowballstemmer"):
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "0"
    return found


def seats_of(groups: Mapping[int, Sequence[str]], round_: Round) -> np.ndarray:
    """(n,) group of every row; whoever is named nowhere sits outside."""
    seats = np.full(round_.n, round_.groups, dtype=np.int64)
    for number, members in groups.items():
        for member in members:
            seats[round_.rows[ApplicantId(member)]] = number - 1
    return seats
