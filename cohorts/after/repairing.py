"""Repairs an announced proposal: who stopped goes, who is new comes in, and as few move as can."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from threading import Event
from typing import TYPE_CHECKING, Unpack

import numpy as np

from cohorts.after.as_it_stood import Stood, found, moved_before, stood_before
from cohorts.after.let_go import let_go
from cohorts.after.weighed import Bench
from cohorts.composing import engines
from cohorts.composing.clash import clash
from cohorts.composing.compose import demands_of
from cohorts.composing.demands import Asked
from cohorts.composing.inputs import Given
from cohorts.composing.prepare import prepare
from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError, NoCompositionError, Problem, StoppedError
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.record.document import ProposalDocument
from cohorts.round.overrides import Override
from cohorts.round.repaired import Repaired
from cohorts.round.round import Round
from cohorts.words import Language, say
from solver.quantise import BoolArray
from solver.solution import Effort
from solver.task import Task
from solver.terms import Place

PLACED, CLOSED, PROMISED = "placed", "closed", "promised"
"""Owners of the demands that somebody gets a group, that a group does not go on, and which group
somebody gets.
"""

if TYPE_CHECKING:  # it brings the engines along
    from solver.conflict import Conflict
    from solver.repair import Before
    from solver.repair import Repair as Found


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """Who may not be moved (``stay``), who would rather not, and how many may move at most.

    People by id, KvK number or name; ids of who had no group: ``out``, who gets none now either,
    and ``placed``, who must get one. ``promised``: who gets just this group. ``closed``: groups
    that do not go on; groups by number. ``count``: so many options at most.
    """

    stay: Sequence[str] = ()
    rather_not: Sequence[str] = ()
    out: Collection[ApplicantId] = ()
    placed: Collection[ApplicantId] = ()
    promised: Mapping[ApplicantId, int] = field(default_factory=dict)
    closed: Collection[int] = ()
    most_moves: int | None = None
    count: int = 3


@dataclass(frozen=True)
class Repair:
    """``options``: proposals, fewest moves first.

    ``fewest``: so many must move; ``proven``: with fewer it cannot be done. ``fallen``: accepted
    breaches that are there no more in an option, by option. ``same_input``: the files are those of
    the proposal, but for who came in and who stopped.
    """

    options: tuple[Proposal, ...]
    fewest: int
    proven: bool
    fallen: tuple[tuple[Override, ...], ...]
    same_input: bool


def repair(
    stated: ProposalDocument,
    applicants: Sequence[Applicant],
    programme: Programme,
    *,
    wishes: Wishes | None = None,
    effort: Effort | str = Effort.NORMAL,
    time_limit: float | None = None,
    stop: Event | None = None,
    **given: Unpack[Given],
) -> Repair:
    """Repairs a proposal; what is not given is taken from it, as in ``edit``.

    ``applicants``: everybody, also who came later; ``gone``: who has stopped since, by id, KvK
    number or name; whoever had stopped before still has. Whoever moved in an earlier
    repair would rather not move again. Raises InputError, NoCompositionError (nothing meets the
    musts with so few moves) or StoppedError.
    """
    wishes, effort = wishes or Wishes(), Effort(effort)
    was = stood_before(stated, applicants, programme, given)
    stay = found(wishes.stay, "--stay", applicants, was)
    rather = found(wishes.rather_not, "--rather-not", applicants, was)
    round_ = _prepared(applicants, was)
    _check_groups(was, round_)
    asked, notices = demands_of(was.programme, round_)
    overrides = tuple(
        Override(o.breach, ApplicantId(o.person), o.reason, o.by) for o in was.stated.overrides
    )
    free = replace(asked, task=let_go(asked.task, overrides, was.seats, round_))
    free = replace(free, task=_wished(free.task, wishes, round_))
    began = Repaired(was.seats, stay, rather, moved_before(was.stated), (), 1, {}, proven=False)
    try:
        answer = engines.repair(
            free.task,
            _before(began, was, round_, wishes.out),
            most_moves=wishes.most_moves,
            count=wishes.count,
            seed=round_.seed,
            effort=effort,
            time_limit=time_limit,
            stop=stop,
        )
    except engines.TooFewMovesError as error:
        facts = {"most": wishes.most_moves, "needed": error.needed}
        code = "repair.too_few_moves" if error.proven else "repair.too_few_moves_found"
        raise NoCompositionError(Problem(code, "--max-moves", facts)) from None
    except engines.InfeasibleError as error:
        raise NoCompositionError(_cause(error.conflict, free, round_)) from None
    except engines.NothingFoundError:
        raise StoppedError(Problem("compose.stopped")) from None
    bench = Bench(
        was=was, round=round_, asked=asked, notices=notices, overrides=overrides, effort=effort
    )
    return _answered(answer, bench, began)


def _answered(answer: Found, bench: Bench, began: Repaired) -> Repair:
    made = bench.made(answer.options, replace(began, proven=answer.proven))
    fallen = (tuple(o for o in bench.overrides if o not in one.overrides) for one in made)
    return Repair(tuple(made), answer.fewest, answer.proven, tuple(fallen), bench.was.same_input)


def _prepared(applicants: Sequence[Applicant], was: Stood) -> Round:
    """The round of now. Raises InputError; a repair closes no group, so that none advises it."""
    try:
        return prepare(applicants, was.programme, **was.given)
    except InputError as error:
        first, *others = error.problems
        if first.code != "compose.too_many_groups":
            raise
        raise InputError(replace(first, code="repair.too_few_left", place=""), *others) from None


def _check_groups(was: Stood, round_: Round) -> None:
    """Raises InputError where a group of before would be none any more."""
    last = max((group.number for group in was.stated.groups), default=0)
    if last > round_.groups:
        facts = {"group": last, "groups": round_.groups}
        raise InputError(Problem("repair.fewer_groups", "--groups", facts))


def _before(began: Repaired, was: Stood, round_: Round, out: Collection[ApplicantId]) -> Before:
    seats = was.rows(round_)
    had = (seats >= 0) & (seats < round_.groups)
    ids = [a.id for a in round_.applicants]
    rather = {*began.rather_not, *began.moved_before}
    stays = np.array([one in began.stay for one in ids], dtype=np.bool_) & had
    waits = np.array([one in out for one in ids], dtype=np.bool_) & ~had
    return engines.Before(
        seats=seats,
        fixed=stays | waits,
        rather_not=np.array([one in rather for one in ids], dtype=np.bool_) & had,
    )


def _wished(task: Task, wishes: Wishes, round_: Round) -> Task:
    """With the demands who gets a group, and which, and that nobody sits in one that is closed."""
    terms = list(task.terms)
    rows = [row for row, a in enumerate(round_.applicants) if a.id in wishes.placed]
    if rows:
        allowed = np.ones((len(rows), task.groups + 1), dtype=np.bool_)
        allowed[:, task.groups] = False
        terms.append(_place(PLACED, allowed, rows, task.n))
    promised = {r: g for r, a in enumerate(round_.applicants) if (g := wishes.promised.get(a.id))}
    if promised:
        only = np.zeros((len(promised), task.groups + 1), dtype=np.bool_)
        only[range(len(promised)), [number - 1 for number in promised.values()]] = True
        terms.append(_place(PROMISED, only, list(promised), task.n))
    if wishes.closed:
        open_ = np.ones((task.n, task.groups + 1), dtype=np.bool_)
        open_[:, [number - 1 for number in wishes.closed]] = False
        terms.append(_place(CLOSED, open_, range(task.n), task.n))
    return replace(task, terms=tuple(terms))


def _place(owner: str, allowed: BoolArray, rows: Sequence[int], n: int) -> Place:
    about = np.array(rows, dtype=np.int64)
    return Place(name=f"rows {owner}", owner=owner, allowed=allowed, about=about, n=n)


def _cause(conflict: Conflict, asked: Asked, round_: Round) -> Problem:
    """What clashes; whoever may not be moved is named, where that is part of it."""
    titles = {
        owner: {language: say(f"repair.{owner}", language) for language in Language}
        for owner in (engines.FIXED, PLACED, CLOSED, PROMISED)
    }
    problem = clash(conflict, asked, round_, titles)
    held = any(piece.owner == engines.FIXED for piece in conflict.pieces)
    return replace(problem, code="repair.clash") if held and conflict.minimal else problem
