"""Acts on a kept board: each is what the board in memory does; no reason stays in the log."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from cohorts.errors import CohortsError, InputError, RefusedError, StaleError
from cohorts.hands.board import Board
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.asking.give import give
from cohorts.rounds.boarding import pin_somebody
from cohorts.rounds.boarding.keep_board import keep_board
from cohorts.rounds.boarding.kept_board import KeptBoard, board_of
from cohorts.rounds.boarding.leave import leave
from cohorts.rounds.boarding.move import move
from cohorts.rounds.boarding.override import override
from cohorts.rounds.boarding.pin_somebody import pin
from cohorts.rounds.boarding.redo import redo
from cohorts.rounds.boarding.settle_rest import settle
from cohorts.rounds.boarding.stepping import Reason, board_seen
from cohorts.rounds.boarding.swap import swap
from cohorts.rounds.boarding.undo import undo
from cohorts.rounds.boarding.unpin import unpin
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.erasing.held import held_about
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.heads import at_hand, heads_of
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.roles import Role
from cohorts.store.keys import Key, PersonKey, ProposalKey
from cohorts.store.store import Store
from cohorts.store.tables import event, note, said, step
from cohorts.words import Language
from tests.cohorts.rounds.boarding.kept_small import OnBoard, composed, on_board, same
from tests.cohorts.rounds.staff import joined

WHY = Reason("zij kennen elkaar allang", "Marieke de Boer")
PEOPLE = tuple(a.id for a in composed().round.applicants)
GROUPS = composed().round.groups


def elsewhere(board: Board, person: ApplicantId) -> int:
    """A group they do not sit in."""
    here = board.group_of(person)
    return next(g for g in range(1, GROUPS + 1) if g != here)


def gone(on: OnBoard) -> tuple[ApplicantId, ...]:
    """Who has stopped, by what is asked of the round."""
    return tuple(asked_of(on.store, on.actor, on.round).given.get("gone") or ())


def rivals_together(board: Board) -> tuple[ApplicantId, int]:
    """A move by which two competitors sit together."""
    one, other = ApplicantId("c1"), ApplicantId("c2")
    there = board.group_of(other)
    assert there is not None
    return one, there


@pytest.fixture
def on(store: Store) -> OnBoard:
    return on_board(store)


def test_a_board_begins_as_its_proposal(on: OnBoard) -> None:
    kept = on.kept()
    assert (kept.revision, kept.changed, kept.can_undo, kept.can_redo) == (0, False, False, False)
    assert same(kept.board, Board.of(on.made))


def test_undo_takes_back_exactly_one_act_with_its_reason(on: OnBoard) -> None:
    before = on.kept()
    person, there = rivals_together(before.board)
    with pytest.raises(InputError) as error:
        move(*on.where, person, group=there)
    assert error.value.problems[0].code == "boarding.needs_reason"
    assert on.kept() is not None
    assert on.kept().revision == 0
    revision = move(*on.where, person, group=there, why=WHY)
    after = on.kept()
    assert after.revision == revision == 1
    assert after.board.group_of(person) == there
    assert not after.board.open_breaches()
    assert {(o.reason, o.by) for o in after.board.overrides} == {(WHY.reason, WHY.by)}
    undo(*on.where)
    assert same(on.kept().board, before.board)
    assert on.kept().can_redo
    redo(*on.where)
    assert same(on.kept().board, after.board)


def test_a_reason_stands_in_a_note_and_nowhere_else(on: OnBoard) -> None:
    person, there = rivals_together(on.kept().board)
    move(*on.where, person, group=there, why=WHY)
    with on.store.reading() as connection:
        notes = connection.scalars(select(note.c.text)).all()
        others = [
            str(tuple(row))
            for table in (step, event, said)
            for row in connection.execute(select(table))
        ]
    assert any(WHY.reason in text and WHY.by in text for text in notes)
    assert not any(WHY.reason in row or WHY.by in row for row in others)
    assert not any(f'"{one}"' in row for row in others for one in PEOPLE)


def test_what_was_undone_is_gone_once_something_else_is_done(on: OnBoard) -> None:
    person, there = rivals_together(on.kept().board)
    move(*on.where, person, group=there, why=WHY)
    undo(*on.where)
    pin(*on.where, PEOPLE[0])
    assert not on.kept().can_redo
    with pytest.raises(InputError) as error:
        redo(*on.where)
    assert error.value.problems[0].code == "boarding.nothing_to_redo"
    with on.store.reading() as connection:
        assert WHY.reason not in str(connection.scalars(select(note.c.text)).all())
    undo(*on.where)
    with pytest.raises(InputError):
        undo(*on.where)


def test_the_second_of_two_saves_is_refused_with_what_the_first_did(on: OnBoard) -> None:
    seen = on.kept()
    pin(*on.where, PEOPLE[0], seen=seen.revision)
    for late in (
        lambda: move(*on.where, PEOPLE[1], group=None, seen=seen.revision),
        lambda: undo(*on.where, seen=seen.revision),
        lambda: settle(*on.where, seen=seen.revision),
        lambda: keep_board(*on.where, seen=seen.revision),
    ):
        with pytest.raises(StaleError) as error:
            late()
        assert [p.facts["act"] for p in error.value.problems] == ["board.pin"]
    assert on.kept().revision == 1


def test_an_auditor_looks_and_does_nothing(on: OnBoard) -> None:
    auditor = joined(on.store, on.actor, "Auditor", on.round, Role.AUDITOR)
    where = (on.store, auditor, on.round, on.proposal)
    assert board_of(*where).revision == 0
    for act in (lambda: pin(*where, PEOPLE[0]), lambda: settle(*where), lambda: keep_board(*where)):
        with pytest.raises(RefusedError):
            act()
    with pytest.raises(RefusedError):
        board_of(on.store, on.actor, on.round, ProposalKey(Key("0" * 16)))


def test_who_stopped_is_counted_on_no_more_until_that_is_undone(on: OnBoard) -> None:
    person = PEOPLE[3]
    before = on.kept().board
    leave(*on.where, person)
    kept = on.kept().board
    assert kept.group_of(person) is None
    assert kept.now.stopped == {person}
    assert gone(on) == (person,)
    assert heads_of(on.store, on.actor, on.round)[0].outdated
    with pytest.raises(InputError) as error:
        move(*on.where, person, group=1)
    assert error.value.problems[0].code == "board.stopped"
    undo(*on.where)
    assert same(on.kept().board, before)
    assert not gone(on)
    redo(*on.where)
    assert gone(on) == (person,)


def test_undoing_leaves_out_who_was_counted_on_no_more_before(on: OnBoard) -> None:
    person = PEOPLE[3]
    give(on.store, on.actor, on.round, "gone", (person,))
    leave(*on.where, person)
    undo(*on.where)
    assert gone(on) == (person,)
    redo(*on.where)
    undo(*on.where)
    assert gone(on) == (person,)


def test_whoever_is_erased_while_they_are_moved_is_refused_in_words(
    on: OnBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = PEOPLE[3]

    def looked_at(*of: Any, **more: Any) -> KeptBoard:
        found = board_seen(*of, **more)
        erase_person(on.store, on.actor, on.round, str(person))  # somebody else, in between
        return found

    monkeypatch.setattr(pin_somebody, "board_seen", looked_at)
    with pytest.raises(RefusedError) as error:
        pin_somebody.pin(*on.where, person)
    assert [problem.code for problem in error.value.problems] == ["boarding.unknown"]


def test_the_rest_fits_around_who_was_moved(on: OnBoard) -> None:
    """Two who applied together are torn; who was moved stays, and the other comes."""
    one, other = ApplicantId("a1"), ApplicantId("a3")
    there = elsewhere(on.kept().board, one)
    move(*on.where, one, group=there, why=WHY)
    undo(*on.where)
    leave(*on.where, PEOPLE[-1])
    move(*on.where, one, group=there, why=WHY)
    kept = on.kept().board
    settle(*on.where)
    after = on.kept().board
    assert after.group_of(one) == there
    assert after.group_of(PEOPLE[-1]) is None
    assert not after.can_mend
    assert not list(after.change_since(kept).broken)
    undo(*on.where)
    assert same(on.kept().board, kept)
    assert kept.group_of(other) is not None


def test_a_kept_board_is_a_proposal_with_the_same_groups(on: OnBoard) -> None:
    person, there = rivals_together(on.kept().board)
    move(*on.where, person, group=there, why=WHY)
    pin(*on.where, PEOPLE[0])
    kept = on.kept().board
    if kept.can_mend:
        with pytest.raises(InputError) as error:
            keep_board(*on.where)
        assert error.value.problems[0].code == "boarding.not_fitting"
        settle(*on.where)
        kept = on.kept().board
    new = keep_board(*on.where)
    made = proposal_of(on.store, on.actor, on.round, new)
    assert made.by_hand
    assert {n: [a.id for a in g] for n, g in made.composition.groups.items()} == {
        n: [a.id for a in g] for n, g in kept.groups.items()
    }
    assert {(o.breach, o.person, o.reason) for o in made.overrides} == {
        (o.breach, o.person, o.reason) for o in kept.overrides
    }
    last = heads_of(on.store, on.actor, on.round)[-1]
    assert (last.key, last.before, last.made) == (new, on.proposal, Made.BOARD)
    assert PEOPLE[0] in board_of(on.store, on.actor, on.round, new).board.pinned


def test_a_breach_gets_its_reason_later(on: OnBoard) -> None:
    """A must that is broken when a board begins has none; it gets one, and loses it again."""
    person, there = rivals_together(on.kept().board)
    broken = on.kept().board.move(person, there).proposal()
    (key,) = keep_proposals(on.store, on.actor, on.round, [broken], made=Made.BOARD)
    on = OnBoard(on.store, on.actor, on.round, key, broken)
    kept = on.kept().board
    (breach,) = kept.open_breaches()
    with pytest.raises(InputError):
        override(*on.where, breach.rule, person=person)
    override(*on.where, breach.rule, person=person, why=WHY)
    assert not on.kept().board.open_breaches()
    (said,) = held_about(on.store, on.actor, on.round, person, Language.NL).entries["notes"]
    assert said == {"by": WHY.by, "what": WHY.reason}
    undo(*on.where)
    assert same(on.kept().board, kept)


def test_what_is_torn_by_who_stopped_has_that_as_its_reason(on: OnBoard) -> None:
    """Two who applied together: one stops, and nothing is asked of the other for that."""
    kept = on.kept().board
    leave(*on.where, ApplicantId("a1"))
    board = on.kept().board
    assert not board.open_breaches()
    assert {(o.reason, o.by) for o in board.overrides} == {("gestopt", on.actor.name)}
    undo(*on.where)
    assert same(on.kept().board, kept)


def test_whoever_was_erased_leaves_their_seat_and_none_of_the_reasons_about_them(
    on: OnBoard,
) -> None:
    person, there = rivals_together(on.kept().board)
    move(*on.where, person, group=there, why=WHY)
    pin(*on.where, PEOPLE[0])
    key = keys_of(on)[person]
    erase_person(on.store, on.actor, on.round, str(person))
    board = on.kept().board
    assert PEOPLE[0] in board.pinned
    assert person not in {a.id for a in board.begun.round.applicants}
    assert f"gewist-{key}" in {a.id for members in board.groups.values() for a in members}
    assert not any(WHY.reason in override.reason for override in board.overrides)
    with on.store.reading() as connection:
        assert WHY.reason not in str(connection.scalars(select(note.c.text)).all())
    undo(*on.where)
    undo(*on.where)
    assert not on.kept().board.can_undo


def keys_of(on: OnBoard) -> Mapping[ApplicantId, PersonKey]:
    return people_of(on.store, on.actor, on.round).keys.of


Deed = tuple[str, ApplicantId, ApplicantId, int | None]
DEEDS = st.tuples(
    st.sampled_from(["move", "swap", "pin", "unpin", "undo", "redo"]),
    st.sampled_from(PEOPLE),
    st.sampled_from(PEOPLE),
    st.sampled_from([None, *range(1, GROUPS + 1)]),
)


def in_store(on: OnBoard, deed: Deed) -> None:
    kind, one, other, group = deed
    acts: dict[str, Callable[[], object]] = {
        "move": lambda: move(*on.where, one, group=group, why=WHY),
        "swap": lambda: swap(*on.where, (one, other), why=WHY),
        "pin": lambda: pin(*on.where, one),
        "unpin": lambda: unpin(*on.where, one),
        "undo": lambda: undo(*on.where),
        "redo": lambda: redo(*on.where),
    }
    acts[kind]()


def in_memory(board: Board, deed: Deed) -> Board:
    """By the board alone: each act one step."""
    kind, one, other, group = deed
    if kind in {"undo", "redo"}:
        return board.undo() if kind == "undo" else board.redo()
    if kind in {"pin", "unpin"}:
        return board.pin(one) if kind == "pin" else board.unpin(one)
    after = board.move(one, group) if kind == "move" else board.swap(one, other)
    if not after.change_since(board).allowed:
        known = board.open_breaches()
        for breach in [b for b in after.open_breaches() if b not in known]:
            about = breach.people[0] if breach.people else ApplicantId("")
            after = after.override(breach.rule, about, WHY.reason, WHY.by)
    return after.as_one_step(board)


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(deeds=st.lists(DEEDS, min_size=1, max_size=10))
def test_a_kept_board_is_the_board_in_memory_after_any_acts(on: OnBoard, deeds: list[Deed]) -> None:
    (key,) = keep_proposals(on.store, on.actor, on.round, [on.made], made=Made.COMPOSED)
    on = OnBoard(on.store, on.actor, on.round, key, on.made)
    board = Board.of(on.made)
    for deed in deeds:
        try:
            in_store(on, deed)
        except CohortsError:
            pass  # what cannot be done is done in neither
        else:
            board = in_memory(board, deed)
        kept = on.kept()
        assert same(kept.board, board)
        assert kept.can_undo == board.can_undo
        assert kept.can_redo == board.can_redo


def test_a_step_is_keys_and_groups(on: OnBoard) -> None:
    move(*on.where, PEOPLE[0], group=None, why=WHY)
    with on.store.reading() as connection:
        value = json.loads(connection.scalar(select(step.c.value)) or "")
    assert value["group"] is None
    assert all(len(key) == len("0" * 16) for key in value["people"])


def outdated(on: OnBoard) -> list[bool]:
    return [head.outdated for head in heads_of(on.store, on.actor, on.round)]


def test_a_stop_that_is_undone_makes_nothing_out_of_date(on: OnBoard) -> None:
    leave(*on.where, PEOPLE[0])
    undo(*on.where)
    assert outdated(on) == [False]


def test_a_board_that_somebody_left_becomes_a_proposal_that_can_be_signed(on: OnBoard) -> None:
    (other,) = keep_proposals(
        on.store, on.actor, on.round, [on.made], made=Made.ALTERNATIVE, before=on.proposal
    )
    leave(*on.where, PEOPLE[0])
    heads = heads_of(on.store, on.actor, on.round)
    assert {head.key: head.board_fits for head in heads} == {on.proposal: True, other: False}
    assert at_hand(heads).key == on.proposal
    if on.kept().board.can_mend:
        settle(*on.where)
    made = keep_board(*on.where)
    heads = heads_of(on.store, on.actor, on.round)
    assert {head.key: head.outdated for head in heads} == {
        on.proposal: True,  # who stopped sits in it
        other: True,
        made: False,
    }
    assert at_hand(heads).key == made
    kept = proposal_of(on.store, on.actor, on.round, made)
    assert [one.why for one in kept.round.set_aside if one.applicant.id == PEOPLE[0]] == ["gone"]
    assert all(left.applicant.id != PEOPLE[0] for left in kept.not_placed)
    undo(*on.where)  # back on the board that it came out of
    assert {head.key: head.outdated for head in heads_of(on.store, on.actor, on.round)} == {
        on.proposal: False,
        other: False,
        made: True,
    }


def test_where_nobody_chose_the_best_found_is_at_hand(on: OnBoard) -> None:
    keep_proposals(
        on.store, on.actor, on.round, [on.made], made=Made.ALTERNATIVE, before=on.proposal
    )
    assert at_hand(heads_of(on.store, on.actor, on.round)).key == on.proposal
