"""What changed since a decision, the options of a repair, and one of them decided instead."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cohorts.composing.proposal import Proposal
from cohorts.errors import CohortsError, InputError, RefusedError
from cohorts.hands.board import Board
from cohorts.people.applicant import ApplicantId, Status
from cohorts.people.relation import RelationKind
from cohorts.record.document import document
from cohorts.record.recompute import check
from cohorts.reports.outcome import outcome
from cohorts.reports.repair_told import mended
from cohorts.reports.smaller_told import smaller_told
from cohorts.round.smaller import Smaller
from cohorts.rounds.admitting.add_relation import add_relation
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.asking.four_steps import Step
from cohorts.rounds.asking.set_step import set_step
from cohorts.rounds.boarding.leave import leave
from cohorts.rounds.changing import decide_instead as of_instead
from cohorts.rounds.changing.changed import Changed, Why, changed
from cohorts.rounds.changing.decide_instead import decide_instead
from cohorts.rounds.changing.keep_repairs import TooSmall, keep_repairs
from cohorts.rounds.changing.lendable import lendable
from cohorts.rounds.changing.to_hear import to_hear
from cohorts.rounds.deciding.dossier import dossier
from cohorts.rounds.deciding.proposed import proposed
from cohorts.rounds.deciding.reopen_decision import reopen_decision
from cohorts.rounds.deciding.replay import replay
from cohorts.rounds.deciding.tell import tell
from cohorts.rounds.deciding.told_of import How, last_told, told_of
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.life.new_round import new_round
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.mend import mend
from cohorts.rounds.people.withdraw import withdraw
from cohorts.rounds.proposing.heads import heads_of
from cohorts.rounds.proposing.keep import Made
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.store.keys import PersonKey, ProposalKey
from cohorts.store.store import Store
from cohorts.words import Language
from solver.solution import Effort
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.changing.two_groups import (
    LATE,
    SIZE,
    called,
    first_of,
    key_of,
    seats,
    two_groups,
)
from tests.cohorts.rounds.deciding.decided_round import Decided, written
from tests.cohorts.rounds.staff import rows


@pytest.fixture
def here(store: Store) -> Decided:
    return two_groups(store)


def since(here: Decided) -> Changed:
    found = changed(*here.of)
    assert found is not None
    return found


def repair(here: Decided) -> tuple[ProposalKey, ...]:
    return keep_repairs(*here.of, effort=Effort.QUICK)


def codes(error: CohortsError) -> list[str]:
    return [problem.code for problem in error.problems]


def test_nothing_changed_and_nothing_is_there(store: Store, here: Decided) -> None:
    found = since(here)
    assert not found.any
    assert found.sizes == {1: 3, 2: 3}
    assert found.room() == {}  # six places, six people
    empty = (here.actor, new_round(store, here.actor, "Najaar", "spp-pilot"))
    assert changed(store, *empty) is None
    with pytest.raises(RefusedError):
        keep_repairs(store, *empty, effort=Effort.QUICK)


def test_who_left_and_why_and_who_came(here: Decided) -> None:
    stopped, withdrew = first_of(here, 1), first_of(here, 2)
    erased = max(who for who, group in seats(here).items() if group == 2)
    keys = [key_of(here, who) for who in (stopped, withdrew, erased)]
    names = [called(here, key) for key in keys]
    leave(*here.of, here.proposal, ApplicantId(stopped))
    withdraw(*here.of, keys[1])
    erase_person(*here.of, erased)
    take_in(*here.of, b"\n".join(_lines_without(erased)) + LATE)
    found = since(here)
    assert [(one.person, one.label, one.group, one.why) for one in found.left] == [
        (keys[0], names[0], 1, Why.STOPPED),
        (keys[2], "", 2, Why.ERASED),
        (keys[1], names[1], 2, Why.WITHDREW),
    ]
    assert [called(here, who) for who in found.came] == ["Timmerbedrijf Laat"]
    assert found.sizes == {1: 2, 2: 1}
    assert found.room() == {1: 1, 2: 2}


def _lines_without(gone: str) -> list[bytes]:
    return [line for line in PEOPLE.split(b"\n") if not line.startswith(gone.encode() + b",")]


def test_who_has_not_said_yes_may_come_and_then_came(here: Decided) -> None:
    take_in(*here.of, PEOPLE + LATE)
    late = key_of(here, "z1")
    for who in (late, *(key_of(here, one) for one in seats(here))):
        mend(*here.of, who, {"status": Status.CONFIRMED.value})
    mend(*here.of, late, {"status": Status.PROBABLE.value})
    assert (since(here).may_come, since(here).came) == ((late,), ())
    mend(*here.of, late, {"status": Status.CONFIRMED.value})
    assert (since(here).may_come, since(here).came) == ((), (late,))


def test_nobody_of_the_reserve_is_placed_unasked(here: Decided) -> None:
    gone, waits = first_of(here, 1), {w for w, group in seats(here).items() if group is None}
    withdraw(*here.of, key_of(here, gone))
    found = [proposal_of(*here.of, key) for key in repair(here)]
    assert found
    for made in found:
        placed = {str(who) for who in made.composition.seats}
        assert placed == {w for w, group in seats(here).items() if group is not None} - {gone}
        assert {str(left.applicant.id) for left in made.not_placed} == waits
        assert made.score.hard == 0
    label = since(here).left[0].label
    told = mended(found[0], Language.NL, {gone: label})
    assert told is not None
    assert label in told.began[0]
    assert any(f"{label} is gestopt" in one.what for one in told.groups)
    heads = heads_of(*here.of)[1:]
    assert {(head.made, head.before, head.outdated) for head in heads} == {
        (Made.REPAIRED, here.proposal, False)
    }


def test_whoever_came_takes_the_free_place(here: Decided) -> None:
    withdraw(*here.of, key_of(here, first_of(here, 1)))
    take_in(*here.of, PEOPLE + LATE)
    made = proposal_of(*here.of, repair(here)[0])
    assert "z1" in {str(who) for who in made.composition.seats}


def test_one_is_decided_instead_and_told_once(here: Decided, tmp_path: Path) -> None:
    gone, other, waits = first_of(here, 1), first_of(here, 2), first_of(here, None)
    tell(*here.of, [ApplicantId(other), ApplicantId(waits)], How.PHONE)
    withdraw(*here.of, key_of(here, gone))
    take_in(*here.of, PEOPLE + LATE)
    key = repair(here)[0]
    with pytest.raises(InputError) as wrong:
        decide_instead(*here.of, key, signed=" ", reason=" ")
    assert codes(wrong.value) == ["deciding.no_name", "changing.no_reason"]
    assert [one.stands for one in here.decisions] == [True]
    decide_instead(*here.of, key, signed="Jo Vos", reason="Eén is gestopt")
    before, after = here.decisions
    assert (before.reopened_reason, after.reason, after.proposal) == (
        *("Eén is gestopt", "Eén is gestopt"),
        key,
    )
    assert since(here).any is False
    found = to_hear(*here.of, proposal_of(*here.of, key))
    assert (found.again, found.first, len(found.know)) == ((), 7, 2)
    content = dossier(*here.of, after.key, Language.NL)
    assert replay(written(tmp_path, content)).holds


def test_who_heard_another_group_hears_it_anew(here: Decided) -> None:
    one, other = first_of(here, 1), first_of(here, 2)
    tell(*here.of, [ApplicantId(one), ApplicantId(other)], How.PHONE)
    made = proposal_of(*here.of, here.proposal)
    swapped = _swapped(here, one, other)
    assert to_hear(*here.of, made).again == ()
    found = to_hear(*here.of, proposal_of(*here.of, swapped))
    assert {(again.person, again.heard.group, again.group) for again in found.again} == {
        (key_of(here, one), 1, 2),
        (key_of(here, other), 2, 1),
    }
    withdraw(*here.of, key_of(here, one))  # who is gone has nothing to hear
    found = to_hear(*here.of, proposal_of(*here.of, swapped))
    assert [again.person for again in found.again] == [key_of(here, other)]


def test_who_takes_no_part_any_more_and_heard_of_a_place_must_hear(here: Decided) -> None:
    """Whoever only may come is in no proposal, and was told of a place; a refusal is known."""
    heard, refused = first_of(here, 1), first_of(here, None)
    tell(*here.of, [ApplicantId(heard), ApplicantId(refused)], How.PHONE)
    made = proposal_of(*here.of, here.proposal)
    out = {ApplicantId(heard), ApplicantId(refused)}
    groups = {
        n: tuple(a for a in members if a.id not in out)
        for n, members in made.composition.groups.items()
    }
    left = tuple(a for a in made.composition.not_placed if a.id not in out)
    fewer = replace(made.composition, groups=groups, not_placed=left)
    without = replace(made, composition=fewer)
    found = to_hear(*here.of, without)
    assert [(one.person, one.group) for one in found.again] == [(key_of(here, heard), None)]
    assert [one.person for one in found.know] == [key_of(here, refused)]
    leave(*here.of, here.proposal, ApplicantId(heard))  # who stopped has nothing to hear
    assert to_hear(*here.of, without).again == ()


def _swapped(here: Decided, one: str, other: str) -> ProposalKey:
    board = Board.of(proposal_of(*here.of, here.proposal))
    made = board.swap(ApplicantId(one), ApplicantId(other)).proposal()
    return here.keep(made, Made.BOARD, here.proposal)


def test_opened_again_it_is_only_decided(here: Decided) -> None:
    withdraw(*here.of, key_of(here, first_of(here, 1)))
    key = repair(here)[0]
    reopen_decision(*here.of, here.decisions[0].key, reason="gestopt")
    assert since(here).decision is None
    assert since(here).base.key == here.proposal
    decide_instead(*here.of, key, signed="Jo Vos", reason="gestopt")
    assert len(here.decisions) == 2
    with pytest.raises(InputError):  # it was made of other people
        decide_instead(*here.of, here.proposal, signed="Jo Vos", reason="terug")
    assert here.decisions[-1].proposal == key


def test_where_the_new_one_is_refused_the_old_one_still_stands(
    here: Decided, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else changed its board after it was looked at."""
    withdraw(*here.of, key_of(here, first_of(here, 1)))
    key = repair(here)[0]
    seen = proposed(*here.of, key)
    stale = replace(seen, board_revision=seen.board_revision + 1)
    monkeypatch.setattr(of_instead, "proposed", lambda *_: stale)
    before = rows(here.store)
    with pytest.raises(RefusedError) as refused:
        decide_instead(*here.of, key, signed="Jo Vos", reason="gestopt")
    assert codes(refused.value) == ["deciding.board_changed"]
    assert [one.stands for one in here.decisions] == [True]
    assert rows(here.store) == before


def test_where_something_else_is_asked_it_is_no_repair(here: Decided) -> None:
    rule = next(one for one in since(here).asked.programme.rules if not one.is_must)
    set_step(*here.of, rule.key, Step.OFF)
    with pytest.raises(RefusedError) as refused:
        repair(here)
    assert codes(refused.value) == ["changing.other_programme"]


def of_group(here: Decided, group: int) -> list[str]:
    return sorted(who for who, seat in seats(here).items() if seat == group)


def sizes(made: Proposal) -> dict[int, int]:
    return {number: len(group) for number, group in made.composition.groups.items()}


def test_a_group_that_is_too_small_is_filled_joins_another_or_goes_on(here: Decided) -> None:
    """One of three is left in group 1, and two in group 2; at least two are asked."""
    for who in (*of_group(here, 1)[:2], of_group(here, 2)[0]):
        withdraw(*here.of, key_of(here, who))
    take_in(*here.of, PEOPLE + LATE)
    assert since(here).too_small() == {1: 1}
    ways = {
        one: proposal_of(
            *here.of,
            keep_repairs(*here.of, effort=Effort.QUICK, too_small=one, why="Zij willen zo")[0],
        )
        for one in TooSmall
        if one is not TooSmall.BORROW
    }
    assert sizes(ways[TooSmall.FILL]) == {1: 2, 2: 2}
    assert sizes(ways[TooSmall.MERGE]) == {2: 3}  # and who came has no place
    went_on = ways[TooSmall.GO_ON]
    assert went_on.repaired is not None
    assert went_on.repaired.options[0].moved == {}
    assert all(made.score.hard == 0 for made in ways.values())


def test_going_on_too_small_is_signed_with_a_reason(here: Decided, tmp_path: Path) -> None:
    for who in of_group(here, 1)[:2]:
        withdraw(*here.of, key_of(here, who))
    with pytest.raises(InputError) as error:
        keep_repairs(*here.of, effort=Effort.QUICK, too_small=TooSmall.GO_ON)
    assert codes(error.value) == ["changing.no_why"]
    why = "Eén is genoeg om te beginnen."
    (key,) = keep_repairs(*here.of, effort=Effort.QUICK, too_small=TooSmall.GO_ON, why=why)
    made = proposal_of(*here.of, key)
    assert sizes(made) == {1: 1, 2: 3}
    assert (made.round.smallest, made.round.largest) == SIZE  # of the other no less is asked
    assert made.round.smaller == {1: Smaller(1, why)}
    (told,) = smaller_told(made, Language.NL)
    assert why in told
    assert any(told in line for line in outcome(made, Language.NL))
    decide_instead(*here.of, key, signed="Jo Vos", reason="Zij wil zo verder")
    assert here.decisions[-1].reason == "Zij wil zo verder"
    assert since(here).too_small() == {}
    content = dossier(*here.of, here.decisions[-1].key, Language.NL)
    assert replay(written(tmp_path, content)).holds
    stated, asked = document(made, Language.NL), asked_of(*here.of)
    of = (people_of(*here.of).applicants, asked.programme)
    assert check(stated, *of, **asked.given).holds
    none = stated.model_copy(update={"smaller": []})
    assert not check(none, *of, **asked.given).holds


def test_a_group_that_can_spare_one_lends_them(here: Decided) -> None:
    """Who was told comes last; whoever is chosen goes, and nobody else moves."""
    for who in of_group(here, 1)[:2]:
        withdraw(*here.of, key_of(here, who))
    one, told, third = (key_of(here, who) for who in of_group(here, 2))
    tell(*here.of, [people_of(*here.of).keys.ids[told]], How.PHONE)
    found = lendable(since(here), last_told(told_of(*here.of)))
    assert {lent.person for lent in found[:2]} == {one, third}
    assert found[0].change.after <= found[1].change.after
    assert [(lent.person, lent.source, lent.target) for lent in found[2:]] == [(told, 2, 1)]
    for lent in found:
        (key, *_) = borrow(here, lent.person, 1)
        made = proposal_of(*here.of, key)
        assert made.repaired is not None
        assert {key_of(here, str(who)) for who in made.repaired.options[0].moved} == {lent.person}
        assert (sizes(made), made.score.hard) == ({1: 2, 2: 2}, 0)
    for wrong in ((one, 2), (key_of(here, first_of(here, None)), 2)):
        with pytest.raises(InputError) as error:
            borrow(here, *wrong)
        assert codes(error.value) == ["changing.nobody_lent"]


def borrow(here: Decided, who: PersonKey, group: int) -> tuple[ProposalKey, ...]:
    return keep_repairs(
        *here.of, effort=Effort.QUICK, too_small=TooSmall.BORROW, borrowed=(who, group)
    )


def test_a_group_of_the_fewest_lends_nobody(here: Decided) -> None:
    for who in (*of_group(here, 1)[:2], of_group(here, 2)[0]):
        withdraw(*here.of, key_of(here, who))
    assert since(here).too_small() == {1: 1}
    assert lendable(since(here), ()) == ()


def test_who_is_lent_breaks_no_must_that_came_since(here: Decided) -> None:
    for who in of_group(here, 1)[:2]:
        withdraw(*here.of, key_of(here, who))
    left, lent = key_of(here, of_group(here, 1)[2]), key_of(here, of_group(here, 2)[0])
    add_relation(*here.of, left, lent, kind=RelationKind.COMPETITOR, must=True, reason="")
    made = proposal_of(*here.of, borrow(here, lent, 1)[0])
    seated = {key_of(here, str(who)): group for who, group in made.composition.seats.items()}
    assert (seated[lent], seated[left], made.score.hard) == (1, 2, 0)
