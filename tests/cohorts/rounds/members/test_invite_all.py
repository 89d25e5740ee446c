"""Several members at once: how a list is read, and that all come in or nobody."""

from __future__ import annotations

import pytest

from cohorts.errors import InputError
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.life.new_round import new_round
from cohorts.rounds.members.first_visit import begin
from cohorts.rounds.members.invite import Invited, invite
from cohorts.rounds.members.invite_all import invite_all, known_on_list
from cohorts.rounds.members.member import Position, members_of
from cohorts.rounds.members.pasted import MOST, pasted
from cohorts.rounds.roles import Role
from cohorts.store.doctor import doctor
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.staff import PRESET, begun, joined


def test_all_come_in_each_with_their_own_address(store: Store) -> None:
    anna, round_ = begun(store)
    asked = pasted("Jo; Bank; jo@bank.nl; 1234 5678\nMo\tSchool")
    made = invite_all(store, anna, round_, asked)
    found = members_of(store, anna, round_)
    assert {one.key for one in found} == {key for key, _ in made}
    jo = next(one for one in found if one.name == "Jo")
    assert (jo.organisation, jo.email, jo.number) == ("Bank", "jo@bank.nl", "12345678")
    assert jo.position is Position.MEMBER
    assert all(token and begin(store, token) for _, token in made)
    (last,) = [o for o in events_since(store, anna, round_) if o.act == "members.invite_all"]
    assert last.sentence(Language.NL) == "Anna nodigde uit voor de commissie: Jo en Mo."


@pytest.mark.parametrize("name", ["Anna", "Jo"])
def test_all_or_nobody(store: Store, name: str) -> None:
    anna, round_ = begun(store)
    with pytest.raises(InputError) as error:
        invite_all(store, anna, round_, [Invited("Jo"), Invited(name)])
    assert error.value.problems[0].place == name
    assert members_of(store, anna, round_) == ()


def test_a_name_that_stands_on_it_twice_is_said_before_anything_is_asked(store: Store) -> None:
    anna, before = begun(store)
    invite_all(store, anna, before, pasted("Jo; Bank"))
    later = new_round(store, anna, "Later", PRESET)
    with pytest.raises(InputError) as error:
        known_on_list(store, anna, later, pasted("Mo  Vos; A\nJo; Bank\nBo\nmo vos; B\nMO VOS; C"))
    (problem,) = error.value.problems
    assert (problem.code, dict(problem.facts)) == ("members.pasted_twice", {"name": "Mo Vos"})


def test_who_was_in_an_earlier_round_comes_in_with_their_own_account(store: Store) -> None:
    anna, before = begun(store)
    there = invite_all(store, anna, before, pasted("Jo; Bank\nMo; School"))
    later = new_round(store, anna, "Later", PRESET)
    asked = pasted("Bo; Zorg\nmo\nJO; Bank")
    known = known_on_list(store, anna, later, asked)
    assert {place: (one.whose, one.organisation) for place, one in known.items()} == {
        1: (there[1][0], "School"),
        2: (there[0][0], "Bank"),
    }
    made = invite_all(
        store, anna, later, asked, known={place: one.whose for place, one in known.items()}
    )
    assert [key for key, _ in made][1:] == [there[1][0], there[0][0]]
    assert [token is None for _, token in made] == [False, True, True]  # none opens two rounds
    seats = {one.name: one.organisation for one in members_of(store, anna, later)}
    assert seats == {"Bo": "Zorg", "Mo": "School", "Jo": "Bank"}
    assert doctor(store) == ()


def test_everybody_who_cannot_be_invited_is_named_at_once(store: Store) -> None:
    anna, first = begun(store)
    invite_all(store, anna, first, pasted("Jo; Bank\nMo; School"))
    other = new_round(store, anna, "Later", PRESET)
    carla = joined(store, anna, "Carla", other, Role.ORGANISER)
    invite(store, carla, other, Invited("Bo"))
    with pytest.raises(InputError) as error:
        known_on_list(store, carla, other, pasted("Mo; Zorg\nKim\nBo\nJo; Bank"))
    assert [(p.code, p.place or p.facts["name"]) for p in error.value.problems] == [
        ("members.name_taken", "Mo"),
        ("members.sits_already", "Bo"),
    ]


@pytest.mark.parametrize(
    ("line", "invited"),
    [
        ("Jo", Invited("Jo")),
        ("Jo;jo@x.nl", Invited("Jo", email="jo@x.nl")),
        ("Jo ; 12345678 ; Bank", Invited("Jo", organisation="Bank", number="12345678")),
        ("Vos, Jo\tDe Bank, Almelo", Invited("Vos, Jo", organisation="De Bank, Almelo")),
    ],
)
def test_a_line(line: str, invited: Invited) -> None:
    assert pasted(f"\n{line}\n\n") == (invited,)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "members.pasted_count"),
        ("Jo\n" * (MOST + 1), "members.pasted_count"),
        ("Jo\n;Bank", "members.pasted_nameless"),
        ("jo@x.nl", "members.pasted_nameless"),
    ],
)
def test_a_list_that_cannot_be(text: str, code: str) -> None:
    with pytest.raises(InputError) as error:
        pasted(text)
    assert error.value.problems[0].code == code
