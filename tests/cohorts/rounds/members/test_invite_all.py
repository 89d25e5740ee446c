"""Several members at once: how a list is read, and that all come in or nobody."""

from __future__ import annotations

import pytest

from cohorts.errors import InputError
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.members.first_visit import begin
from cohorts.rounds.members.invite import Invited, invite_all
from cohorts.rounds.members.member import Position, members_of
from cohorts.rounds.members.pasted import MOST, pasted
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.staff import begun


def test_all_come_in_each_with_their_own_address(store: Store) -> None:
    anna, round_ = begun(store)
    asked = pasted("Jo; Bank; jo@bank.nl; 1234 5678\nMo\tSchool")
    made = invite_all(store, anna, round_, asked)
    found = members_of(store, anna, round_)
    assert {one.key for one in found} == {key for key, _ in made}
    jo = next(one for one in found if one.name == "Jo")
    assert (jo.organisation, jo.email, jo.number) == ("Bank", "jo@bank.nl", "12345678")
    assert jo.position is Position.MEMBER
    assert all(begin(store, token) for _, token in made)
    (last,) = [o for o in events_since(store, anna, round_) if o.act == "members.invite_all"]
    assert last.sentence(Language.NL) == "Anna nodigde uit voor de commissie: Jo en Mo."


@pytest.mark.parametrize("name", ["Anna", "Jo"])
def test_all_or_nobody(store: Store, name: str) -> None:
    anna, round_ = begun(store)
    with pytest.raises(InputError) as error:
        invite_all(store, anna, round_, [Invited("Jo"), Invited(name)])
    assert error.value.problems[0].place == name
    assert members_of(store, anna, round_) == ()


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
