"""From people, programme and what is asked to a plan of tables: searched, recomputed, told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from threading import Event
from typing import Any, Unpack

import numpy as np

from cohorts.after.rotation.kept_from_table import KeptFromTable, kept_from_table, rows_of
from cohorts.after.rotation.meetings_counted import (
    Figures,
    Sitting,
    WrongFiguresError,
    check_seating,
    figures_of,
)
from cohorts.after.rotation.one_session import OneSession, sessions_of
from cohorts.after.rotation.spread_over import Trait, traits_of
from cohorts.after.rotation.table_clash import clash_said
from cohorts.after.rotation.tables_asked import Wanted
from cohorts.after.rotation.tables_plan import TablesPlan
from cohorts.composing import engines
from cohorts.composing.applied import applied
from cohorts.composing.demands import rules_in_force
from cohorts.composing.fingerprint import fingerprint
from cohorts.composing.inputs import Given
from cohorts.composing.prepare import as_given
from cohorts.errors import InputError, NoCompositionError, Problem, StoppedError
from cohorts.intake.applicants import fields_of
from cohorts.intake.beside.directory import Directory
from cohorts.people.applicant import Applicant
from cohorts.people.relation import Pair, RelationKind, pair_of
from cohorts.programme.programme import Programme
from cohorts.round.round import Round
from solver.errors import InvalidTaskError
from solver.quantise import IntArray
from solver.solution import Effort

Progress = Callable[[object, float], None]


def make_tables(
    applicants: Sequence[Applicant],
    programme: Programme,
    wanted: Wanted,
    *,
    effort: Effort | str = Effort.NORMAL,
    time_limit: float | None = None,
    progress: Progress | None = None,
    stop: Event | None = None,
    **given: Unpack[Given],
) -> TablesPlan:
    """Tables for every session, on which people meet again as little as can be.

    The conditions of the programme decide who takes part; of its rules those count that keep people
    apart: a must always, a wish as if the two had met already. Relations of the kind ``met`` count
    as ``wanted.met`` does. Raises InputError, NoCompositionError (what must hold at the tables
    clashes) or StoppedError.
    """
    round_ = as_given(applicants, programme, **given)
    if not round_.n:
        who = {"who": applied(round_, programme)}
        raise InputError(Problem("rotation.nobody_left", programme.name, who))
    sessions = sessions_of(wanted, round_, Directory(applicants))
    traits = traits_of(wanted.fields, round_, fields_of(applicants))
    rules = rules_in_force(programme, round_)
    kept = kept_from_table(rules, round_)
    met = _met(wanted, round_)
    effort = Effort(effort)
    try:
        task = _task(sessions, traits, kept, met, round_)
        found = engines.rotate(
            task,
            seed=round_.seed,
            effort=effort,
            time_limit=time_limit,
            progress=progress,
            stop=stop,
        )
    except engines.ImpossibleRotationError as error:
        raise NoCompositionError(clash_said(error.clash, sessions, kept, rules, round_)) from None
    except engines.UnseatedError as error:
        facts = {"session": error.session + 1}
        raise StoppedError(Problem("rotation.not_seated", "", facts)) from None
    except InvalidTaskError as error:
        raise InputError(Problem("rotation.too_large", "", dict(error.facts))) from None
    sittings = _sittings(found.seats, sessions, round_)
    figures = figures_of(sittings, traits, round_.rows, met, kept.rather_apart)
    check_seating(sittings, sessions, kept.apart)
    _check_stated(figures, found)
    return TablesPlan(
        round_=round_,
        programme=programme,
        rules=rules,
        sessions=sessions,
        sittings=sittings,
        traits=traits,
        kept=kept,
        met=met,
        figures=figures,
        bound=found.bound,
        least_again=found.least_again,
        method=found.method,
        effort=effort,
        reproducible=found.reproducible,
        input_sha256=fingerprint(round_, programme),
    )


def _met(wanted: Wanted, round_: Round) -> frozenset[Pair]:
    """Who met before, of those who take part."""
    rows = (pair_of(r.a, r.b) for r in round_.relations if r.kind is RelationKind.MET)
    return frozenset(p for p in (*rows, *wanted.met) if round_.rows.keys() >= set(p))


def _task(
    sessions: Sequence[OneSession],
    traits: Sequence[Trait],
    kept: KeptFromTable,
    met: frozenset[Pair],
    round_: Round,
) -> Any:
    """The task of the search: rows in the place of people, tables from 0."""
    rows = round_.rows
    none = np.empty((0, round_.n), dtype=np.int64)
    return engines.RotationTask(
        n=round_.n,
        sessions=tuple(_session(one, rows) for one in sessions),
        apart=_edges(kept.apart, rows),
        codes=np.vstack([none, *(trait.codes() for trait in traits)]),
        met=_edges(met | kept.rather_apart, rows),
    )


def _session(asked: OneSession, rows: Mapping[Any, int]) -> Any:
    bounds = np.array(asked.tables, dtype=np.int64)
    return engines.Session(
        low=bounds[:, 0],
        high=bounds[:, 1],
        present=np.array([person in asked.there for person in rows], dtype=bool),
        hosts=tuple((rows[person], table - 1) for person, table in asked.hosts.items()),
        apart=_edges(asked.apart, rows),
    )


def _edges(pairs: frozenset[Pair], rows: Mapping[Any, int]) -> IntArray:
    return np.array(rows_of(pairs, rows), dtype=np.int64).reshape(-1, 2)


def _sittings(
    seats: IntArray, sessions: Sequence[OneSession], round_: Round
) -> tuple[Sitting, ...]:
    """Seats (R, n) as people at tables, in the order of their ids."""
    people = [a.id for a in round_.applicants]
    return tuple(
        tuple(
            tuple(people[row] for row in np.flatnonzero(at == table))
            for table in range(len(asked.tables))
        )
        for at, asked in zip(seats, sessions, strict=True)
    )


def _check_stated(figures: Figures, found: Any) -> None:
    """Raises WrongFiguresError where the search states something else than the definitions give."""
    stated = (found.repeats, found.again, found.most_meetings, found.unevenness)
    true = (figures.repeats, figures.again, figures.most, figures.uneven)
    least = (found.bound, found.least_again)
    if stated != true or any(low > count for low, count in zip(least, true, strict=False)):
        raise WrongFiguresError(f"stated {stated} and at least {least}; found {true}")
