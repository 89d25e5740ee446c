"""What somebody wants of a board, and everything else settled around it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from cohorts.composing import engines
from cohorts.composing.clash import rule_said
from cohorts.errors import NoCompositionError, Problem
from cohorts.hands.layout import Layout
from cohorts.hands.standing import Standing
from cohorts.round.round import Round
from cohorts.words import Language, say
from solver.task import Task
from solver.terms import Place, Term

if TYPE_CHECKING:  # they bring the engines along
    from solver.alternatives import Wanted
    from solver.conflict import Conflict, Piece

PINNED = "pinned"


def settled(now: Layout, wanted: Wanted) -> Standing:
    """The standing in which what is wanted holds, every must and whoever is pinned stays.

    What is broken now and has its reason may stay so. Close to how everybody sits. Raises
    NoCompositionError with what clashes, or where nothing was found.
    """
    standing, round_ = now.standing, now.standing.round
    task = held_fast(now, {round_.rows[person] for person in now.pinned | now.stopped})
    try:
        found = engines.what_if(task, standing.grouping, wanted, seed=round_.seed)
    except engines.InfeasibleError as error:
        raise NoCompositionError(clash_said(error.conflict, wanted, standing)) from None
    except engines.NothingFoundError:
        raise NoCompositionError(Problem("board.settle_not_found")) from None
    return Standing.of(standing.asked, round_, found.grouping)


def held_fast(now: Layout, rows: Collection[int]) -> Task:
    """The task in which these rows stay where they are, without what is broken and excused.

    Whoever has stopped needs no place.
    """
    standing, gone = now.standing, len(now.stopped)
    task = _without_excused(standing.asked.task, now, standing.round)
    if gone:
        places = task.places
        fewer = replace(places, low=min(places.low, task.n - gone))
        task = replace(task, places=fewer)
    if not rows:
        return task
    return replace(task, terms=(*task.terms, _held(task, standing, sorted(rows))))


def _held(task: Task, standing: Standing, rows: Collection[int]) -> Place:
    """That these stay where they are."""
    allowed = np.ones((task.n, task.groups + 1), dtype=np.bool_)
    for row in rows:
        allowed[row] = np.arange(task.groups + 1) == standing.grouping.assignment[row]
    return Place(name=PINNED, owner=PINNED, allowed=allowed)


def _without_excused(task: Task, now: Layout, round_: Round) -> Task:
    """The task without the pieces of musts that are broken now and have their reason."""
    excused: dict[str, set[int]] = {}
    for one in now.overrides:
        excused.setdefault(one.breach, set()).update(
            {round_.rows[one.person]} if one.person in round_.rows else set()
        )
    terms = [
        _still_demanded(term, excused[term.owner], now.standing)
        if term.is_hard and term.owner in excused
        else term
        for term in task.terms
    ]
    return replace(task, terms=tuple(term for term in terms if term is not None))


def _still_demanded(term: Term, rows: set[int], standing: Standing) -> Term | None:
    """The must without what is broken and excused for ``rows``; None where nothing is left."""
    kept = [
        piece
        for piece in range(term.pieces)
        if not _is_excused(term, piece, rows)
        or not term.keep([piece]).charge(standing.grouping).breaches.any()
    ]
    if len(kept) == term.pieces:
        return term
    return term.keep(kept) if kept else term.freed()


def _is_excused(term: Term, piece: int, rows: set[int]) -> bool:
    """Whether the piece is about somebody of ``rows``, or about everybody."""
    about = set(term.people(piece).tolist())
    return not about or bool(about & rows)


def clash_said(conflict: Conflict, wanted: Wanted, standing: Standing) -> Problem:
    """What does not go together: what is wanted, who is pinned, and which musts."""
    round_ = standing.round
    if not conflict.pieces:
        sizes = {"smallest": round_.smallest, "largest": round_.largest}
        return Problem("compose.clash_counts", "", {"groups": round_.groups, **sizes})
    rules = {rule.key: rule for rule in standing.asked.rules}
    about: dict[str, dict[str, None]] = {}
    for piece in conflict.pieces:
        if piece.owner in rules:
            labels = (round_.applicants[row].label for row in piece.rows)
            about.setdefault(piece.owner, {}).update(dict.fromkeys(labels))
    wished = [piece for piece in conflict.pieces if piece.owner not in rules]
    demands = {}
    for language in Language:
        told = [line for p in wished for line in _wish_said(p, wanted, standing, language)]
        told += [
            rule_said(rules[key].title(language), tuple(people), language)
            for key, people in about.items()
        ]
        demands[language] = tuple(dict.fromkeys(told))
    alone = len(demands[Language.EN]) == 1
    code = "clash" if conflict.minimal else "clash_not_minimal"
    facts = {language: "; ".join(told) for language, told in demands.items()}
    return Problem(f"board.settle_{'clash_sizes' if alone else code}", "", {"demands": facts})


def _wish_said(piece: Piece, wanted: Wanted, standing: Standing, language: Language) -> list[str]:
    """A piece of what is wanted, or who is pinned, in words; in several where one row has more."""
    what = piece.term.removeprefix("wanted ").replace(" ", "_")
    here = tuple((row, int(standing.grouping.assignment[row])) for row in piece.rows)
    # whoever is wanted together needs a place: that is the same wish
    pairs = {
        "together": ("together", wanted.together),
        "placed": ("together", wanted.together),
        "apart": ("apart", wanted.apart),
    }
    seats = {"seats": wanted.seats, "not_seats": wanted.not_seats, PINNED: here}
    if what in pairs:
        said, told = pairs[what]
        return [_pair_said(said, p, standing, language) for p in told if set(piece.rows) <= set(p)]
    if what in seats:
        told = tuple(seat for seat in seats[what] if seat[0] in piece.rows)
        return [_seat_said(what, *seat, standing, language) for seat in told]
    most = wanted.most_moves
    return [say("board.settle_moves" if most else "board.settle_no_moves", language, most=most)]


def _pair_said(what: str, pair: tuple[int, int], standing: Standing, language: Language) -> str:
    people = tuple(standing.round.applicants[row].label for row in sorted(pair))
    return say(f"board.settle_{what}", language, people=people)


def _seat_said(what: str, row: int, group: int, standing: Standing, language: Language) -> str:
    key = f"board.settle_{what}{'_out' if group == standing.grouping.outside else ''}"
    return say(key, language, person=standing.round.applicants[row].label, group=group + 1)
