"""A must that somebody breaks by hand is seen, by every rule, at every level; two groups are enough
to measure it.
"""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cohorts import compose
from cohorts.composing.demands import ask
from cohorts.composing.prepare import prepare
from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError, NoCompositionError
from cohorts.hands.board import Board
from cohorts.hands.standing import Standing
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.record.document import document
from cohorts.record.recompute import check
from cohorts.reports.page.bars import overall_bars
from cohorts.round.finding import OF_ALL
from cohorts.words import Language
from solver.grouping import Grouping
from solver.terms import Term
from tests.cohorts.rule_examples import LEVELS
from tests.cohorts.rules_round import rounds
from tests.cohorts.small_round import programme, small

STEPS = 8


def _composed(data: st.DataObject, name: str | None) -> tuple[Proposal, dict[str, object]]:
    of_kind = [case for case in LEVELS if name is None or case[0] == name]
    first = data.draw(st.sampled_from(of_kind))
    others = data.draw(st.lists(st.sampled_from(LEVELS), max_size=2))
    asked = programme([{"rule": rule, **fields} for rule, fields in (first, *others)])
    drawn = data.draw(rounds(most=7))
    given_ = {
        "relations": drawn.relations,
        "groups": drawn.groups,
        "size": (1, data.draw(st.integers(-(-drawn.n // drawn.groups), drawn.n))),
        "places": data.draw(st.sampled_from(["everyone", "as many as possible"])),
        "merit": data.draw(st.sampled_from([None, drawn.merit])),
        "previous": data.draw(st.sampled_from([None, drawn.previous])),
        "on": drawn.on,
    }
    try:
        made = compose(drawn.applicants, asked, effort="quick", **given_)  # type: ignore[arg-type]  # by name
    except (NoCompositionError, InputError):
        assume(condition=False)
        raise
    return made, {"applicants": drawn.applicants, "programme": asked, **given_}


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_composed_holds_and_passes_the_check(data: st.DataObject) -> None:
    made, given_ = _composed(data, None)
    assert not Board.of(made).open_breaches()
    del given_["groups"], given_["size"], given_["places"], given_["on"]
    report = check(document(made, Language.NL), **given_)  # type: ignore[arg-type]  # by name
    assert report.holds, report


@pytest.mark.parametrize("name", sorted({name for name, _ in LEVELS}))
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_must_that_breaks_is_seen_and_can_have_its_reason(name: str, data: st.DataObject) -> None:
    made, given_ = _composed(data, name)
    draw, board = random.Random(data.draw(st.integers(0, 99))), Board.of(made)
    for person in board.pinned:
        board = board.unpin(person)
    for _ in range(STEPS):
        person = draw.choice([a.id for a in made.round.applicants])
        after = board.move(person, draw.choice([*range(1, made.round.groups + 1), None]))
        before, now = _hard(board.now.standing), _hard(after.now.standing)
        worse = {term.owner for term, more in now.items() if (more > before[term]).any()}
        assert {c.rule for c in after.change_since(board).broken} == worse
        broken = {term.owner for term, breaches in now.items() if breaches.any()}
        assert {b.rule for b in after.open_breaches()} == broken
        board = after
    excused = board
    for breach in board.open_breaches():
        named = (*breach.people, ApplicantId(""))[0]
        excused = excused.override(breach.rule, named, "afgesproken", "Jansen")
    assert not excused.open_breaches()
    if not excused.change().sizes and excused.change().places_off <= 0:
        del given_["groups"], given_["size"], given_["places"], given_["on"]
        report = check(document(excused.proposal(), Language.NL), **given_)  # type: ignore[arg-type]  # by name
        assert report.holds, report


def _hard(standing: Standing) -> dict[Term, np.ndarray]:
    """Term → breaches per group by its definition, the last entry of none.

    Term by term: a rule that is mended by one may be broken by another.
    """
    return {t: t.charge(standing.grouping).breaches for t in standing.asked.task.terms}


@pytest.mark.parametrize("name", sorted({name for name, _ in LEVELS}))
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_two_groups_are_enough(name: str, data: st.DataObject) -> None:
    """Along a walk: what is charged and measured anew equals everything measured afresh."""
    made, _ = _composed(data, name)
    here, draw = Standing.of_proposal(made), random.Random(data.draw(st.integers(0, 99)))
    for _ in range(STEPS):
        seats = [(draw.randrange(made.round.n), draw.randint(0, made.round.groups))]
        if draw.random() < 0.5:
            seats.append((draw.randrange(made.round.n), draw.randint(0, made.round.groups)))
        here = here.seated(seats)
        fresh = Standing.of(here.asked, replace(here.round), here.grouping)
        assert here.findings == fresh.findings
        assert here.composition == fresh.composition
        assert here.score == fresh.score
        for again, charge in zip(here.charges, fresh.charges, strict=True):
            np.testing.assert_array_equal(again.breaches, charge.breaches)
            np.testing.assert_array_equal(again.points, charge.points)


def test_a_pinned_person_without_a_place_is_told_of() -> None:
    """A must that is broken in no single group: the board names it, and so does the check."""
    made = small().proposal
    board = Board.of(made).unpin("p03").move("p03", None)
    (breach,) = [b for b in board.open_breaches() if b.rule == "pin"]
    assert (breach.group, breach.people) == (OF_ALL, ("p03",))
    (change,) = [c for c in board.change().broken if c.rule == "pin"]
    assert [a.id for a in change.people] == ["p03"]
    given_ = {"applicants": small().people, "programme": small().programme}
    relations = small().relations
    stated = document(board.proposal(), Language.NL)
    (found,) = [b for b in check(stated, **given_, relations=relations).breaches if b.rule == "pin"]  # type: ignore[arg-type]  # by name
    assert (found.group, found.excused) == (OF_ALL, False)
    assert found.sentence == "Bedrijf 3 hoort in groep 2, en heeft geen plaats."
    excused = board.override("pin", "p03", "ziek", "Jansen")
    assert "pin" not in {b.rule for b in excused.open_breaches()}


def test_a_group_that_nobody_left_may_find_something_else() -> None:
    """Two from Drenthe in two groups, one allowed: as one of them leaves, the other is fine."""
    four = tuple(
        Applicant(id=ApplicantId(i), province="Drenthe" if i in "ac" else "Zeeland") for i in "abcd"
    )
    quota = {"rule": "quota", "field": "province", "value": "Drenthe", "most": 1, "level": "must"}
    bounds = {"groups": 2, "size": (1, 2), "places": "as many as possible"}
    round_ = prepare(four, programme([quota]), **bounds)  # type: ignore[arg-type]  # by name
    seats = np.array([0, 0, 1, 1], dtype=np.int64)
    here = Standing.of(ask(programme([quota]), round_), round_, Grouping(seats, 2))
    assert [group.broken for group in here.findings[0].groups] == [True, True]
    after = here.seated([(0, 2)])
    assert [group.broken for group in after.findings[0].groups] == [False, False]
    assert after.findings == Standing.of(here.asked, round_, after.grouping).findings


def test_the_report_tells_of_it_too() -> None:
    made = Board.of(small().proposal).unpin("p03").move("p03", None).proposal()
    (bar,) = [bar for bar in overall_bars(made, Language.NL) if bar.broken]
    assert bar.sentence == "Bedrijf 3 hoort in groep 2, en heeft geen plaats."
