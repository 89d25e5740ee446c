"""The reserve is asked in its order: whose turn it is, until when, and what they said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from cohorts.composing.compose import compose
from cohorts.composing.proposal import Proposal
from cohorts.errors import CohortsError, InputError, RefusedError
from cohorts.people.applicant import ApplicantId
from cohorts.people.lot import lot
from cohorts.people.relation import RelationKind
from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.actor import Actor
from cohorts.rounds.admitting.add_relation import add_relation
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.changing.as_promised import Elsewhere, elsewhere
from cohorts.rounds.changing.changed import Changed, changed
from cohorts.rounds.changing.keep_repairs import keep_repairs
from cohorts.rounds.deciding.deviation import seats_of
from cohorts.rounds.deciding.reopen_decision import reopen_decision
from cohorts.rounds.deciding.tell import tell
from cohorts.rounds.deciding.told_of import How
from cohorts.rounds.erasing.held import held_about
from cohorts.rounds.judging.open_stage import open_interests
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.withdraw import withdraw
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.reserving import reserve_of as of_module
from cohorts.rounds.reserving.answer_reserve import answer_reserve
from cohorts.rounds.reserving.ask_reserve import FURTHEST, ask_reserve
from cohorts.rounds.reserving.asked_rows import Answer, Asking
from cohorts.rounds.reserving.askings_of import askings_of
from cohorts.rounds.reserving.reserve_of import Reserve, reserve_of
from cohorts.rounds.reserving.reserve_order import reserve_order
from cohorts.rounds.roles import Role
from cohorts.rounds.standings.instead import instead_of
from cohorts.store.clock import now
from cohorts.store.keys import PersonKey
from cohorts.store.store import Store
from cohorts.words import Language
from solver.solution import Effort
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.balloting.a_committee import planned
from tests.cohorts.rounds.changing.two_groups import LATE, first_of, key_of, seats, two_groups
from tests.cohorts.rounds.deciding.decided_round import Decided
from tests.cohorts.rounds.proposing.samples import composed


@pytest.fixture
def here(store: Store) -> Decided:
    return two_groups(store)


def reserve(here: Decided) -> Reserve:
    found = reserve_of(*here.of)
    assert found is not None
    return found


def in_days(days: int) -> datetime:
    return datetime.now(UTC) + timedelta(days=days)


def ask(here: Decided, person: PersonKey, group: int = 1, days: int = 7) -> int:
    ask_reserve(*here.of, person, group=group, until=in_days(days))
    return reserve(here).asked[-1].number


def leaves(here: Decided, *groups: int) -> None:
    """Somebody of each: a place is free."""
    for group in groups:
        withdraw(*here.of, key_of(here, first_of(here, group)))


def codes(error: CohortsError) -> list[str]:
    return [problem.code for problem in error.problems]


def later(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    """The clock of whoever looks at what is over."""
    moment = in_days(days).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    monkeypatch.setattr(of_module, "now", lambda: moment)


def test_the_order_is_that_of_the_points_and_then_of_the_lot(here: Decided) -> None:
    made = composed("move2social")
    merit, seed = made.round.merit, made.round.seed
    assert merit is not None
    order = [a.id for a in reserve_order(made)]
    assert len(order) == len(made.not_placed)
    assert order == sorted(order, key=lambda who: (-merit[who], lot(seed, who)))
    assert len({merit[who] for who in order}) < len(order)  # some stand equal
    found = reserve(here)
    waits = [key_of(here, who) for who, group in seats(here).items() if group is None]
    by_lot = proposal_of(*here.of, here.proposal)
    drawn = [here_key for a in reserve_order(by_lot) if (here_key := key_of(here, str(a.id)))]
    assert (list(found.order), sorted(found.order)) == (drawn, sorted(waits))
    assert (found.asked, found.by_points) == ((), False)


def test_one_after_the_other(here: Decided, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third = reserve(here).order
    leaves(here, 1, 2)
    with pytest.raises(RefusedError) as refused:
        ask(here, second)
    assert codes(refused.value) == ["reserving.not_their_turn"]
    one = ask(here, first)
    assert reserve(here).order == (second, third)
    with pytest.raises(RefusedError) as refused:
        ask(here, second)
    assert codes(refused.value) == ["reserving.one_is_asked"]
    other = ask(here, second, group=2)  # another place is free too
    answer_reserve(*here.of, one, Answer.NO)
    with pytest.raises(RefusedError) as refused:
        answer_reserve(*here.of, one, Answer.YES)
    assert codes(refused.value) == ["reserving.not_open"]
    later(monkeypatch, 8)
    last = ask(here, third, group=2, days=9)  # the time of the second is over
    with pytest.raises(RefusedError) as refused:
        answer_reserve(*here.of, other, Answer.YES)
    assert codes(refused.value) == ["reserving.another_asked"]
    answer_reserve(*here.of, last, Answer.NO)
    answer_reserve(*here.of, other, Answer.YES)  # late, and nobody else has it
    assert reserve(here).order == ()
    assert [item.answer for item in reserve(here).asked] == [Answer.NO, Answer.YES, Answer.NO]


def test_nothing_happens_by_itself_once_the_time_is_over(
    here: Decided, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, _ = reserve(here).order
    leaves(here, 1)
    number = ask(here, first)
    later(monkeypatch, 8)
    found = reserve(here)
    assert of_module.waiting_for(found) == ()
    assert [one.person for one in found.asked] == [first]
    assert found.order[0] == second
    answer_reserve(*here.of, number, Answer.YES)  # nobody was asked since


def test_a_yes_is_repaired_with_them_in(here: Decided) -> None:
    gone = first_of(here, 1)
    first, *others = reserve(here).order
    tell(*here.of, [ApplicantId(gone)], How.PHONE)
    withdraw(*here.of, key_of(here, gone))
    number = ask(here, first)
    answer_reserve(*here.of, number, Answer.YES)
    made = proposal_of(*here.of, keep_repairs(*here.of, effort=Effort.QUICK)[0])
    placed = {key_of(here, str(who)) for who in made.composition.seats}
    assert first in placed
    assert placed.isdisjoint(others)
    assert len(placed) == 6


@pytest.mark.parametrize("group", [1, 2])
def test_a_yes_is_to_a_place_in_that_very_group(here: Decided, group: int) -> None:
    """In both groups a place is free."""
    leaves(here, 1, 2)
    first = reserve(here).order[0]
    answer_reserve(*here.of, ask(here, first, group=group), Answer.YES)
    for made in repaired(here):
        assert seated(here, made, first) == group
        assert elsewhere(since(here), made) == ()


def test_a_yes_that_a_must_forbids_is_kept_elsewhere_and_said(here: Decided) -> None:
    """The first can only sit with the second and one of group 2, so not each in their own group."""
    leaves(here, 1, 2)
    first, second, _ = reserve(here).order
    answer_reserve(*here.of, ask(here, first, group=1), Answer.YES)
    answer_reserve(*here.of, ask(here, second, group=2), Answer.YES)
    found = since(here)
    members = [key_of(here, who) for who, group in seats(here).items() if group]
    friend = next(who for who in members if who in found.here and in_group(here, who) == 2)
    for who in members:
        if who in found.here and who != friend:
            pair = (first, who)
            add_relation(*here.of, *pair, kind=RelationKind.COMPETITOR, must=True, reason="")
    for made in repaired(here):
        assert (seated(here, made, first), seated(here, made, second)) == (1, 1)
        label = people_of(*here.of).shown[second].label
        assert elsewhere(since(here), made) == (Elsewhere(label, 2, 1),)


def in_group(here: Decided, who: PersonKey) -> int | None:
    return seats(here)[str(people_of(*here.of).keys.ids[who])]


def repaired(here: Decided) -> list[Proposal]:
    made = [proposal_of(*here.of, key) for key in keep_repairs(*here.of, effort=Effort.QUICK)]
    assert made
    return made


def since(here: Decided) -> Changed:
    found = changed(*here.of)
    assert found is not None
    return found


def seated(here: Decided, made: Proposal, who: PersonKey) -> int | None:
    return seats_of(made)[people_of(*here.of).keys.ids[who]]


def test_a_yes_goes_before_whoever_came_since(here: Decided) -> None:
    """One place is free: by id the newcomer would be as good."""
    withdraw(*here.of, key_of(here, first_of(here, 1)))
    first = reserve(here).order[0]
    answer_reserve(*here.of, ask(here, first), Answer.YES)
    take_in(*here.of, PEOPLE + LATE)
    for key in keep_repairs(*here.of, effort=Effort.QUICK):
        placed = {str(who) for who in proposal_of(*here.of, key).composition.seats}
        assert first in {key_of(here, who) for who in placed}
        assert "z1" not in placed


def test_who_stops_after_a_yes_keeps_no_place(here: Decided) -> None:
    leaves(here, 1)
    first, second, third = reserve(here).order
    answer_reserve(*here.of, ask(here, first), Answer.YES)
    with pytest.raises(RefusedError) as refused:
        ask(here, second)
    assert codes(refused.value) == ["reserving.no_room"]
    withdraw(*here.of, first)
    number = ask(here, second)
    withdraw(*here.of, second)  # while they could still answer
    assert ask(here, third) == number + 1
    answer_reserve(*here.of, number + 1, Answer.YES)
    assert [one.person for one in yes(here)] == [third]
    reopen_decision(*here.of, here.decisions[0].key, reason="opnieuw")
    assert [one.person for one in yes(here)] == [third]


def yes(here: Decided) -> tuple[Asking, ...]:
    found = changed(*here.of)
    assert found is not None
    return found.yes


def test_what_cannot_be_asked(here: Decided) -> None:
    person = reserve(here).order[0]
    with pytest.raises(RefusedError) as refused:
        ask(here, person)
    assert codes(refused.value) == ["reserving.no_room"]
    leaves(here, 1)
    with pytest.raises(RefusedError) as refused:
        ask(here, person, group=2)
    assert codes(refused.value) == ["reserving.no_room"]
    for until in (in_days(-1), in_days(FURTHEST.days + 1)):
        with pytest.raises(InputError) as wrong:
            ask_reserve(*here.of, person, group=1, until=until)
        assert codes(wrong.value) == ["reserving.no_until"]
    with pytest.raises(InputError) as wrong:
        ask(here, person, group=9)
    assert codes(wrong.value) == ["reserving.no_group"]
    with pytest.raises(RefusedError):
        ask(here, key_of(here, first_of(here, 2)))  # has a place
    reopen_decision(*here.of, here.decisions[0].key, reason="opnieuw")
    assert reserve_of(*here.of) is None
    with pytest.raises(RefusedError):
        ask_reserve(*here.of, person, group=1, until=in_days(7))


def test_who_withdrew_is_passed_over_and_what_is_held_tells_it(here: Decided) -> None:
    first, second, _ = reserve(here).order
    leaves(here, 1)
    withdraw(*here.of, first)
    assert reserve(here).order[0] == second
    number = ask(here, second)
    answer_reserve(*here.of, number, Answer.NO)
    held = held_about(*here.of, second, Language.NL).entries["reserve"]
    assert [entry["what"].split(" voor")[0] for entry in held] == ["Gevraagd", "Zei nee."]
    assert held[1]["at"] <= now()


def test_whoever_is_tied_to_one_of_it_sees_nothing_of_it(store: Store) -> None:
    here, school = tied_to_c2(store)
    mine = reserve_of(here.store, school, here.round)
    tied = instead_of(here.store, school, here.round)
    assert tied is not None
    (away,) = tied.kept_from
    assert away in reserve(here).order
    assert mine is not None
    assert (mine.withheld, mine.order, mine.asked) == (True, (), ())
    leaves(here, 1)
    ask(here, reserve(here).order[0])
    mine = reserve_of(here.store, school, here.round)
    assert mine is not None
    assert (mine.order, mine.asked) == ((), ())
    assert not reserve(here).withheld
    found = changed(here.store, school, here.round)
    assert found is not None
    assert found.away == {away}


def tied_to_c2(store: Store) -> tuple[Decided, Actor]:
    """Decided without a place for the candidate whom an organiser of the committee handles."""
    made = planned(store)
    open_interests(store, made.organiser, made.round, made.stage)
    made.ties("School", c2=Tie.HANDLES)
    add_person(store, made.organiser, "School", made.round, Role.ORGANISER)
    of = (store, made.organiser, made.round)
    people, asked = people_of(*of), asked_of(*of)
    pins = {one.id: 1 for who, one in sorted(people.who.items()) if who != made.candidate(2)}
    given = asked.given | {"size": (2, 3), "groups": 1, "pins": dict([*pins.items()][:3])}
    proposal = compose(people.applicants, asked.programme, effort=Effort.QUICK, **given)
    (key,) = keep_proposals(*of, [proposal], made=Made.COMPOSED)
    here = Decided(*of, key)
    here.decide()
    return here, made.members["School"]


def test_what_somebody_was_asked_and_said_is_told_on_their_card(here: Decided) -> None:
    first, second, _ = reserve(here).order
    leaves(here, 1)
    one = ask(here, first)
    answer_reserve(*here.of, one, Answer.NO)
    (asked,) = askings_of(*here.of, first)
    assert (asked.number, asked.answer) == (one, Answer.NO)
    assert askings_of(*here.of, second) == ()
