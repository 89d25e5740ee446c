"""The page on which a member waits: who go on, a tie told late, and what waits for the chair."""

from __future__ import annotations

from html import unescape

import pytest
from sqlalchemy import update

from cohorts.rounds.balloting.chair_waits import chair_waits
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.judge_again import give_up_second, talk
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.paper_ballot import paper_ballot
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.ties_on_paper import late_tie_on_paper
from cohorts.rounds.deciding.decided_seats import decided_seats
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.interests.ruling import Ruling
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.standings.go_on import Otherwise, go_on
from cohorts.store.chain import append
from cohorts.store.store import Store
from cohorts.store.tables import passed
from cohorts.store.tables import stage as stage_table
from cohorts.words import Language, say
from tests.cohorts.pages.ballot.browsing import address, entered
from tests.cohorts.rounds.balloting.a_committee import Committee, judging, yes_plan
from tests.cohorts.rounds.deciding.judged_round import chosen, composed_of, joint_plan

CHAIR, MEMBER, TIED = "Bank", "Gemeente", "School"


def page(here: Committee, name: str) -> str:
    return unescape(entered(here.store, here, name).get(address(here)).text)


def names_of(here: Committee) -> list[str]:
    of = (here.store, here.members[CHAIR], here.round, here.stage)
    names = {one.person: one.name for one in own_ballot(*of).names}
    return [names[one] for one in here.head.candidates]


def time_up(here: Committee) -> None:
    with here.store.writing() as connection:
        connection.execute(update(stage_table).values(closes_at="2026-01-01T00:00:00.000000Z"))
        append(connection, here.round, actor=here.organiser.key, act="stage.extend")


def test_once_decided_a_member_reads_who_go_on_but_not_whom_they_are_kept_from(
    store: Store,
) -> None:
    here = judging(store, told=False)
    for name in here.members:
        here.ties(name, **({"c1": Tie.HANDLES} if name == TIED else {}))
    for one in here.members.values():
        send(store, one, here.round, here.stage)
    of = (store, here.organiser, here.round, here.stage)
    close_votes(*of)
    here.see_ties()
    names = names_of(here)
    for name in names:
        assert name not in page(here, MEMBER)
    on = {here.candidate(n): Otherwise(on=n < 3, reason="zo") for n in range(len(names))}
    go_on(*of, otherwise=on)
    text, without = page(here, MEMBER), say("ballot.goes_on_without", Language.NL)
    assert [name in text for name in names] == [n < 3 for n in range(len(names))]
    assert without not in text
    text = page(here, TIED)
    assert [name in text for name in names] == [n in (0, 2) for n in range(len(names))]
    assert without in text


@pytest.mark.parametrize("phase", ["past", "talking"])
def test_a_tie_can_be_told_once_the_time_is_up_and_while_it_is_talked_over(
    store: Store, phase: str
) -> None:
    here = judging(store, yes_plan(second=True))
    time_up(here)
    if phase == "talking":
        talk(store, here.members[CHAIR], here.round, here.stage)
    name, person = names_of(here)[2], here.candidate(2)
    client = entered(store, here, MEMBER)
    assert name in unescape(client.get(address(here)).text)
    form = {"person": person, "tie": Tie.PERSONAL.value}
    assert client.post(address(here, "/toch-een-belang"), data=form).status == 303
    text = client.get(address(here)).text
    assert person not in text
    assert here.candidate(3) in text
    assert "/niet-gelezen" in text


def test_a_mark_for_who_presides_while_something_waits(store: Store) -> None:
    here = judging(store)
    waits, chair = say("ballot.chair_waits", Language.NL), here.members[CHAIR]
    assert not chair_waits(store, chair, here.round)
    assert waits not in page(here, CHAIR)
    client = entered(store, here, MEMBER)
    form = {"person": here.candidate(2), "tie": Tie.PERSONAL.value}
    client.post(address(here, "/toch-een-belang"), data=form)
    assert waits in page(here, CHAIR)
    assert waits not in page(here, MEMBER)
    here.ruled(MEMBER, 2, Ruling.STAND)
    assert chair_waits(store, chair, here.round)  # the list is not seen yet
    here.see_ties()
    assert not chair_waits(store, chair, here.round)


def test_a_second_turn_waits_once_the_first_is_over(store: Store) -> None:
    here = judging(store, yes_plan(second=True))
    chair = here.members[CHAIR]
    for one in here.members.values():
        assert not chair_waits(store, chair, here.round)
        send(store, one, here.round, here.stage)
    assert chair_waits(store, chair, here.round)
    talk(store, chair, here.round, here.stage)
    assert chair_waits(store, chair, here.round)


def test_who_judges_no_more_reads_who_go_on_once_it_is_decided(store: Store) -> None:
    here = judging(store)
    of = (store, here.organiser, here.round, here.stage)
    late_tie(store, here.members[TIED], here.round, here.stage, here.candidate(1), tie=Tie.HANDLES)
    here.ruled(TIED, 1, Ruling.OUT)
    names, out = names_of(here), say("ballot.closed_out", Language.NL)
    time_up(here)
    close_votes(*of)
    here.see_ties()
    assert out in page(here, TIED)
    assert not any(name in page(here, TIED) for name in names)
    on = {here.candidate(n): Otherwise(on=n < 3, reason="zo") for n in range(len(names))}
    go_on(*of, otherwise=on)
    text = page(here, TIED)
    assert out in text
    assert [name in text for name in names] == [n in (0, 2) for n in range(len(names))]


def test_between_two_turns_a_member_waits_for_the_chair_and_then_for_the_close(
    store: Store,
) -> None:
    here = judging(store, yes_plan(second=True))
    time_up(here)
    closes, decides = (
        say(f"ballot.closed_{key}_about", Language.NL) for key in ("time_up", "first_over")
    )
    assert decides in page(here, MEMBER)
    assert closes not in page(here, MEMBER)
    why = "<i>Eens</i>"
    give_up_second(store, here.members[CHAIR], here.round, here.stage, reason=why)
    text = entered(store, here, MEMBER).get(address(here)).text
    assert "&lt;i&gt;Eens&lt;/i&gt;" in text
    assert why not in text
    assert decides not in page(here, MEMBER)
    assert closes in page(here, MEMBER)
    assert not chair_waits(store, here.members[CHAIR], here.round)


def test_who_votes_on_paper_can_still_tell_a_tie_once_the_time_is_up(store: Store) -> None:
    here = judging(store)
    time_up(here)
    of = (store, here.organiser, here.round, here.stage, here.members[MEMBER].key)
    late_tie_on_paper(*of, person=here.candidate(2), tie=Tie.PERSONAL)
    ballot = paper_ballot(*of)
    assert ballot.rows == ()
    free = {one.person for one in ballot.free}
    assert free == {*here.head.candidates} - {here.candidate(2)}


def test_of_whom_a_member_is_kept_from_no_byte_says_whether_they_go_on(store: Store) -> None:
    here = judging(store, told=False)
    for name in here.members:
        here.ties(name, **({"c1": Tie.HANDLES} if name == TIED else {}))
    time_up(here)
    of = (store, here.organiser, here.round, here.stage)
    close_votes(*of)
    here.see_ties()
    go_on(*of, otherwise={here.candidate(n): Otherwise(on=True, reason="zo") for n in range(3)})
    other = passed.c.person == here.candidate(1)

    def seen() -> bytes:
        return entered(store, here, TIED).get(address(here)).body

    before, others = seen(), page(here, MEMBER)
    for on in (False, True):
        with store.writing() as connection:
            connection.execute(update(passed).where(other).values(on=on))
            append(connection, here.round, actor=here.organiser.key, act="stage.decide")
        assert seen() == before
        assert (page(here, MEMBER) == others) is on


def test_after_a_joint_step_a_member_reads_who_takes_part_once_that_is_decided(
    store: Store,
) -> None:
    """The school has a tie with the third, who has a place."""
    here = chosen(store, joint_plan())

    def said(key: str) -> str:
        return f"<h1>{say(f'ballot.closed_{key}', Language.NL)}</h1>"

    names, text = names_of(here), page(here, MEMBER)
    assert said("jointly") in text
    assert all(name in text for name in names)
    third = people_of(store, here.organiser, here.round).who[here.candidate(2)]
    composed_of(here, pins={third.id: 1})
    seats = decided_seats(store, here.organiser, here.round)
    inside = [seats[who] is not None for who in here.head.candidates]
    assert inside[2]
    text = page(here, MEMBER)
    assert said("placed") in text
    assert say("ballot.takes_part", Language.NL) in text
    assert [name in text for name in names] == inside
    text = page(here, TIED)
    assert [name in text for name in names] == [*inside[:2], False, *inside[3:]]
    assert say("ballot.goes_on_without", Language.NL) in text
