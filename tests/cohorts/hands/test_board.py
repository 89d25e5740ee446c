"""The board: prices are differences of scores, steps can be taken back, breaches need a reason."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache

import pytest

from cohorts import compose
from cohorts.errors import InputError
from cohorts.hands.board import Board
from cohorts.people.applicant import ApplicantId
from cohorts.programme.programme import Programme
from cohorts.record.document import document
from cohorts.record.recompute import check
from cohorts.reports.by_standing import standing_said
from cohorts.reports.step import step_lines
from cohorts.words import Language, say
from solver.pricing import POINT
from solver.score import score
from tests.cohorts.small_round import programme, small

STEPS = 40
OVERALL = {Language.NL: "Over alles", Language.EN: "Over everything"}


@cache
def begun() -> Board:
    return Board.of(small().proposal)


def free(board: Board) -> list[str]:
    return [str(a.id) for a in small().people if a.id not in board.pinned]


def a_step(board: Board, draw: random.Random) -> Board:
    """A random move or swap; whatever it breaks."""
    a, b = draw.sample(free(board), 2)
    if draw.random() < 0.5 and board.group_of(a) != board.group_of(b):
        return board.swap(a, b)
    return board.move(a, draw.choice([1, 2, 3, None]))


def state(board: Board) -> object:
    groups = {n: [a.id for a in members] for n, members in board.groups.items()}
    return groups, board.pinned, board.overrides, board.now.standing.score


def test_the_board_begins_as_the_proposal_is() -> None:
    board, proposal = begun(), small().proposal
    assert board.groups == proposal.composition.groups
    assert board.not_placed == proposal.composition.not_placed
    assert board.now.standing.score == proposal.score
    assert board.now.standing.findings == proposal.findings
    assert board.proposal() is proposal
    assert not board.change().moves


@pytest.mark.parametrize("seed", range(4))
def test_a_price_is_the_difference_of_the_scores_along_a_walk(seed: int) -> None:
    draw, board = random.Random(seed), begun()
    for _ in range(STEPS):
        person = draw.choice(free(board))
        group = draw.choice([1, 2, 3, None])
        before = state(board)
        price = board.price(person, group)
        assert state(board) == before
        after = board.move(person, group)
        problem, grouping = after.now.standing.asked.task, after.now.standing.grouping
        assert price.after == after.now.standing.score == score(problem, grouping)
        assert price.before == board.now.standing.score
        total = sum(rule.points for rule in price.rules)
        # of a rule by itself a unit at most is rounded down in each of two groups
        units = 2 * sum(t.price or 0 for t in problem.terms if t.per_member)
        assert total == pytest.approx(price.points, abs=1e-6 + units / POINT)
        board = a_step(after, draw)


def test_every_breach_of_a_price_is_counted_once() -> None:
    """What the rules break and what sizes and places break is all that the score counts."""
    board = begun()
    for person in free(board):
        for price in board.prices(person).values():
            rules = sum(rule.breaches for rule in price.rules)
            sizes = sum(max(s.smallest - s.size, s.size - s.largest) for s in price.sizes)
            assert price.after.hard - price.before.hard == rules + sizes + price.places_off
            assert price.allowed == (price.after.hard == price.before.hard)


def test_undo_and_redo_restore_every_state() -> None:
    draw, board = random.Random(7), begun()
    seen = [state(board)]
    for _ in range(12):
        board = a_step(board, draw)
        seen.append(state(board))
    board = board.pin(free(board)[0])
    seen.append(state(board))
    for expected in reversed(seen[:-1]):
        board = board.undo()
        assert state(board) == expected
    assert not board.can_undo
    assert board.undo() is board
    for expected in seen[1:]:
        board = board.redo()
        assert state(board) == expected
    assert board.redo() is board


def test_a_step_after_undo_forgets_what_was_taken_back() -> None:
    board = begun().move("p05", None).undo().move("p04", None)
    assert not board.can_redo
    assert [move.person.id for move in board.change().moves] == ["p04"]


def test_who_was_pinned_beside_the_programme_stays_so_after_a_move() -> None:
    """What it was made from stays what it was: none of its rules, and the same fingerprint."""
    begun_ = compose(small().people, programme(), effort="quick", pins={ApplicantId("p07"): 1})
    others = [str(a.id) for a in begun_.composition.groups[1] if a.id not in {"p03", "p07"}]
    made = Board.of(begun_).move(others[0], 2).proposal()
    assert made.by_hand
    assert (made.asked_by, made.input_sha256) == (begun_.asked_by, begun_.input_sha256)
    stated = document(made, Language.EN)
    assert not check(stated, small().people, programme()).mismatches


def test_nobody_moves_who_is_pinned() -> None:
    board = begun().pin("p05")
    assert {"p03", "p05"} <= board.pinned
    with pytest.raises(InputError, match=r"board\.pinned"):
        board.move("p05", None)
    assert board.unpin("p05").move("p05", None).group_of("p05") is None
    assert board.pins[ApplicantId("p05")] == board.group_of("p05")
    for change in board.best_swaps(40):
        assert "p05" not in {move.person.id for move in change.moves}


def test_the_best_swaps_are_the_best_of_all() -> None:
    """Every pair priced one by one gives no better one than the fast way."""
    board = begun().swap("p02", "p05")
    people = free(board)
    every = [
        board.price_swap(a, b).after
        for i, a in enumerate(people)
        for b in people[i + 1 :]
        if board.group_of(a) != board.group_of(b)
    ]
    found = board.best_swaps(3)
    assert [change.after for change in found] == sorted(change.after for change in found)
    assert found[0].after == min(every)


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        (r"board\.person_unknown", lambda b: b.move("niemand", 1)),
        (r"board\.group_unknown", lambda b: b.price("p05", 4)),
        (r"board\.group_unknown", lambda b: b.price("p05", 0)),
        (r"board\.same_group", lambda b: b.swap("p05", "p05")),
        (r"board\.no_breach", lambda b: b.override("keep_apart", "p05", "mag")),
        (r"board\.no_reason", lambda b: b.override("keep_apart", "p05", "  ")),
    ],
)
def test_what_cannot_be_done_says_so(code: str, wrong: Callable[[Board], object]) -> None:
    with pytest.raises(InputError, match=code):
        wrong(begun())


def somebody_else(board: Board) -> str:
    """With whom p05 can change places so that only the competitors break."""
    return next(
        person
        for person in free(board)
        if board.group_of(person) == 2
        and [r.rule for r in board.price_swap("p05", person).broken] == ["keep_apart"]
    )


def test_a_broken_must_names_its_people_and_is_excused_only_with_a_reason() -> None:
    """P05 and p03 are competitors; p03 is fixed in group 2."""
    given, board = small(), begun()
    other = somebody_else(board)
    price = board.price_swap("p05", other)
    apart = next(rule for rule in price.broken if rule.rule == "keep_apart")
    assert {person.id for person in apart.people} == {"p03", "p05"}
    assert not price.allowed
    moved = board.swap("p05", other)
    assert [(b.rule, b.group, set(b.people)) for b in moved.open_breaches()] == [
        ("keep_apart", 2, {"p03", "p05"})
    ]

    def holds(now: Board) -> bool:
        stated = document(now.proposal(), Language.NL)
        return check(stated, given.people, given.programme, relations=given.relations).holds

    assert not holds(moved)
    excused = moved.override("keep_apart", "p05", "Zij weten het van elkaar.", "Anna")
    assert excused.open_breaches() == ()
    assert holds(excused)
    assert {(o.person, o.by) for o in excused.proposal().overrides} == {
        ("p03", "Anna"),
        ("p05", "Anna"),
    }
    back = excused.swap("p05", other)
    assert back.proposal().overrides == ()


def test_a_step_and_its_reasons_can_be_one_to_take_back() -> None:
    """Else the first undo takes the reason away, and leaves what it was for."""
    board = begun()
    moved = board.swap("p05", somebody_else(board))
    excused = moved.override("keep_apart", "p05", "Zij weten het van elkaar.", "Anna")
    assert excused.undo().open_breaches() != ()
    one = excused.as_one_step(board)
    assert state(one) == state(excused)
    assert state(one.undo()) == state(board)
    assert state(one.undo().redo()) == state(excused)


def test_a_size_beside_an_excused_breach_still_does_not_hold() -> None:
    """Nobody may excuse a group of five where six is the least."""
    given, board = small(), begun()
    other = somebody_else(board)
    board = board.swap("p05", other).override("keep_apart", "p05", "mag", "Anna")
    small_one = min(board.groups, key=lambda n: len(board.groups[n]))
    for member in board.groups[small_one][: len(board.groups[small_one]) - 5]:
        board = board.unpin(member.id).move(member.id, None)
    assert any(size.group == small_one and size.size == 5 for size in board.change().sizes)
    stated = document(board.proposal(), Language.NL)
    report = check(stated, given.people, given.programme, relations=given.relations)
    assert not report.holds
    assert report.mismatches == ()


def test_who_goes_out_and_comes_back_is_listed_so() -> None:
    board = begun()
    (first, *_), before = board.groups[1], board.not_placed
    board = board.unpin(first.id).move(first.id, None)
    assert [a.id for a in board.not_placed] == sorted({first.id, *(a.id for a in before)})
    assert board.move(first.id, 1).not_placed == before


@pytest.mark.parametrize(("places", "sizes"), [("everyone", [1, 0]), ("as many as possible", [])])
def test_only_a_group_that_may_close_may_be_emptied(places: str, sizes: list[int]) -> None:
    """Two groups of one or two: the one who sits alone goes to the other two."""
    asked = programme([{"rule": "comparable", "field": "fte"}], places)
    board = Board.of(compose(small().people[:3], asked, effort="quick", size=(1, 3), groups=2))
    alone = next(n for n, members in board.groups.items() if len(members) == 1)
    (person,) = board.groups[alone]
    found = board.price(person.id, 3 - alone).sizes
    assert [value for one in found for value in (one.smallest, one.size)] == sizes


def test_a_group_keeps_its_theme_unless_somebody_refuses_it() -> None:
    rules = [{"rule": "shared_theme", "level": "must"}, {"rule": "comparable", "field": "fte"}]
    asked = programme(rules, places="as many as possible")
    board = Board.of(compose(small().people, asked, effort="quick"))
    for person in free(board):
        for group, price in board.prices(person).items():
            after = board.move(person, group)
            for number, members in after.groups.items():
                (theme,) = after.now.standing.grouping.choices["shared_theme"][number - 1]
                same = board.now.standing.grouping.choices["shared_theme"][number - 1][0] == theme
                assert same or len(members) > len(board.groups.get(number, ()))
            assert price.after == after.now.standing.score


@pytest.mark.parametrize("language", list(Language))
def test_every_step_can_be_said(language: Language) -> None:
    board = begun()
    for person in free(board)[:8]:
        for price in board.prices(person).values():
            lines = step_lines(price, board.programme, language)
            assert small().people[int(person[1:])].label in lines[0]
            assert all("{" not in line for line in lines)
    nothing = step_lines(board.change(), board.programme, language)
    assert len(nothing) == 1


def title(board: Board, key: str, language: Language) -> str:
    return board.programme.rule(key).title(language)


VOTED = ("3", "2", "2", "1", "1", "0")
"""Somebody's votes; of four places the first two are not for sale."""


@cache
def by_standing() -> Board:
    """Six people for exactly four places, the highest first; who writes the same is at the foot."""
    people = small().people[: len(VOTED)]
    merit = {a.id: 1000 * int(votes) for a, votes in zip(people, VOTED, strict=True)}
    table = programme([{"rule": "same_question"}, {"rule": "merit"}], "exactly 4").model_dump()
    table["groups"] |= {"size": (4, 4), "target": 4, "standing": "first"}
    return Board.of(compose(people, Programme.model_validate(table), merit=merit, seed=1))


@pytest.mark.parametrize("language", list(Language))
def test_what_comes_before_the_points_is_said_before_them(language: Language) -> None:
    """Giving up a place, or the one who stands highest, is never called better over everything."""
    board = by_standing()
    out, low = "p00", str(board.not_placed[0].id)
    for change, level in ((board.price(out, None), None), (board.price_swap(out, low), "standing")):
        assert not change.better
        assert change.decided_by == level
        lines = step_lines(change, board.programme, language)
        assert say("step.rule_same", language, rule=title(board, "merit", language)) not in lines
        if level:
            assert say(f"step.{level}_worse", language) in lines
            assert not any(line.startswith(OVERALL[language]) for line in lines)


def test_standing_stays_proven_only_where_nobody_lower_sits() -> None:
    """Whoever is left with one vote may take the place of the other with one."""
    board = by_standing()
    equal = next(str(a.id) for a in board.not_placed if a.id in {"p03", "p04"})
    placed = "p04" if equal == "p03" else "p03"
    told = {}
    for how, after in {
        "equal": board.swap(placed, equal),
        "lower": board.swap(placed, "p05"),
        "fewer": board.move("p00", None),
        "back": board.swap(placed, "p05").swap("p05", placed),
    }.items():
        reached = after.proposal().standing
        assert reached is not None
        told[how] = reached.proven
    assert told == {"equal": True, "lower": False, "fewer": False, "back": True}
    lower = board.swap(placed, "p05").proposal()
    assert say("outcome.standing_not_proven_by_hand", Language.EN) in standing_said(
        lower, Language.EN
    )


def test_what_decides_is_the_first_level_that_differs() -> None:
    board, draw = begun(), random.Random(5)
    for _ in range(STEPS):
        after = a_step(board, draw)
        change = after.change_since(board)
        if change.before.hard == change.after.hard and change.before != change.after:
            decided = change.decided_by or ("points" if change.points else "lot")
            was, now = (getattr(score, decided) for score in (change.before, change.after))
            assert (now < was) == change.better
        board = after
