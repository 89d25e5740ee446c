"""Who has an account gets a seat with it: whose is offered, what they see, what a link opens."""

from __future__ import annotations

import pytest

from cohorts.errors import CohortsError
from cohorts.rounds.accounts.account_named import account_named
from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.accounts.logged_in import who
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.may_enter import paper_members
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.life.new_round import new_round
from cohorts.rounds.members.first_visit import begin
from cohorts.rounds.members.invite import Invited, invite
from cohorts.rounds.members.invite_known import invite_known, known_by_name
from cohorts.rounds.members.member import Position, members_of
from cohorts.rounds.members.substitute import substitute
from cohorts.rounds.roles import Role
from cohorts.rounds.standings.standing_of import standing_of
from cohorts.rounds.standings.who_sees import Sight
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.balloting.a_committee import in_days, judging, planned
from tests.cohorts.rounds.staff import PRESET, begun, joined

BANK = Invited("Jo Vos", organisation="Bank")


def refused(store: Store, actor: Actor, round_: RoundKey, asked: Invited) -> str:
    with pytest.raises(CohortsError) as error:
        known_by_name(store, actor, round_, asked)
    return error.value.problems[0].code


def two_rounds(store: Store) -> tuple[Actor, RoundKey, Actor, RoundKey]:
    """An organiser in whose round Jo sits, and another who has no part in that."""
    anna, first = begun(store)
    second = new_round(store, anna, "Najaar", PRESET)
    bas = joined(store, anna, "Bas", first, Role.ORGANISER)
    carla = joined(store, anna, "Carla", second, Role.ORGANISER)
    invite(store, bas, first, BANK)
    return bas, first, carla, second


def test_a_stranger_learns_no_more_than_that_the_name_is_taken(store: Store) -> None:
    bas, _, carla, second = two_rounds(store)
    assert refused(store, carla, second, Invited("jo vos")) == "members.name_taken"
    wrong = Invited("Jo Vos", organisation="School")
    assert refused(store, carla, second, wrong) == "members.name_taken"
    assert known_by_name(store, carla, second, Invited("Jo Vos (Almelo)")) is None
    found = known_by_name(store, carla, second, Invited("jo vos", organisation=" bank"))
    assert found is not None
    assert (found.name, found.organisation) == ("Jo Vos", "bank")
    # without an organisation of theirs nobody can be known by it
    assert refused(store, carla, second, Invited("Bas")) == "members.name_taken"
    with pytest.raises(CohortsError):
        invite_known(store, carla, second, wrong, found.whose)
    assert members_of(store, carla, second) == ()
    assert refused(store, bas, second, BANK) == "rounds.not_yours"


def test_who_shares_a_round_is_told_the_organisation(store: Store) -> None:
    bas, _, carla, second = two_rounds(store)
    third = new_round(store, bas, "Derde", PRESET)
    found = known_by_name(store, bas, third, Invited("JO VOS"))
    assert found is not None
    assert found.organisation == "Bank"
    assert invite_known(store, bas, third, Invited("Jo Vos"), found.whose) is None
    assert [one.organisation for one in members_of(store, bas, third)] == ["Bank"]
    (said,) = [one for one in events_since(store, bas, third) if one.act == "members.invite_known"]
    assert said.sentence(Language.NL) == (
        "Bas gaf Jo Vos, die al een account had, een plaats in de commissie."
    )
    # the part in that round tells who does not share it nothing
    assert refused(store, carla, second, Invited("Jo Vos")) == "members.name_taken"


def test_no_address_is_made_that_opens_another_round(store: Store) -> None:
    bas, first, carla, second = two_rounds(store)
    jo = known_by_name(store, carla, second, BANK)
    assert jo is not None
    assert invite_known(store, carla, second, BANK, jo.whose) is None
    assert refused(store, carla, second, BANK) == "members.sits_already"
    # once nothing else is open to them it is as it is for anybody
    substitute(store, bas, first, jo.whose, Invited("Mo"))
    third = new_round(store, carla, "Derde", PRESET)
    substitute(store, carla, second, jo.whose, Invited("Bo"))
    link = invite_known(store, carla, third, BANK, jo.whose)
    assert link is not None
    entered = begin(store, link)
    assert entered is not None
    actor = who(store, entered[0])
    assert actor is not None
    assert (actor.key, entered[1]) == (jo.whose, third)


def test_an_address_of_before_that_nobody_used_opens_no_later_round(store: Store) -> None:
    bas, first, carla, second = two_rounds(store)
    _, unspent = invite(store, bas, first, Invited("Mo", organisation="School"))
    _, begun_with = invite(store, bas, first, Invited("Bo", organisation="Zorg"))
    entered = begin(store, begun_with)
    assert entered is not None
    for name, organisation in (("Mo", "School"), ("Bo", "Zorg")):
        asked = Invited(name, organisation=organisation)
        known = known_by_name(store, carla, second, asked)
        assert known is not None
        assert invite_known(store, carla, second, asked, known.whose) is None
    assert begin(store, unspent) is None
    assert who(store, entered[0]) is not None  # whoever came in already stays in


def test_who_has_an_account_takes_a_place_half_way_with_it(store: Store) -> None:
    bas, first, carla, second = two_rounds(store)
    chair, _ = invite(store, carla, second, Invited("Mo", Position.CHAIR, "School"))
    jo = known_by_name(store, carla, second, BANK)
    assert jo is not None
    came, link = substitute(store, carla, second, chair, BANK, known=jo.whose)
    assert (came, link) == (jo.whose, None)  # it would open the first round as well
    seats = {one.name: one for one in members_of(store, carla, second)}
    assert seats["Mo"].left_at
    assert (seats["Jo Vos"].position, seats["Jo Vos"].instead_of) == (Position.CHAIR, chair)
    with pytest.raises(CohortsError):
        substitute(store, carla, second, jo.whose, Invited("Bas"), known=chair)
    assert members_of(store, bas, first)


def test_another_name_and_a_second_chair_are_refused(store: Store) -> None:
    bas, first, _, _ = two_rounds(store)
    add_person(store, _anna(store), "Carla", first, Role.AUDITOR)
    found = known_by_name(store, bas, first, Invited("Carla"))
    assert found is not None
    chair = Invited("Carla", Position.CHAIR)
    for asked, code in ((Invited("Bas"), "members.other_name"), (chair, "members.chair_there")):
        if code == "members.chair_there":
            invite(store, bas, first, Invited("Kees", Position.CHAIR))
        with pytest.raises(CohortsError) as error:
            invite_known(store, bas, first, asked, found.whose)
        assert error.value.problems[0].code == code
    assert [one.name for one in members_of(store, bas, first)] == ["Jo Vos", "Kees"]


def _anna(store: Store) -> Actor:
    with store.reading() as connection:
        anna = account_named(connection, "Anna")
    assert anna is not None
    return anna.actor


def test_an_organiser_who_judges_is_a_member_as_any_other(store: Store) -> None:
    here = planned(store)
    bas = joined(store, here.organiser, "Bas", here.round, Role.ORGANISER)
    assert paper_members(store, bas, here.round, here.stage)
    assert invite_known(store, bas, here.round, Invited("Bas"), bas.key) is None
    open_interests(store, bas, here.round, here.stage)
    people = here.head.candidates
    for name in here.members:
        here.ties(name)
    ties = dict.fromkeys(people, Tie.NONE) | {people[0]: Tie.HANDLES}
    declare(store, bas, here.round, here.stage, ties)
    open_votes(store, bas, here.round, here.stage, until=in_days(7))
    yes = Judged(yes=True)
    cast(store, bas, here.round, here.stage, people[1], judged=yes, once="1")
    with pytest.raises(CohortsError):
        cast(store, bas, here.round, here.stage, people[0], judged=yes, once="2")
    with pytest.raises(CohortsError) as error:  # whoever judges enters nobody's ballot
        paper_members(store, bas, here.round, here.stage)
    assert error.value.problems[0].code == "paper.judges_too"
    for one in (*here.members.values(), bas):
        send(store, one, here.round, here.stage)
    close_votes(store, bas, here.round, here.stage)
    seen = standing_of(store, bas, here.round, here.stage)
    assert (seen.sight, seen.kept_from, seen.people) == (Sight.NOTHING, True, ())
    assert seen.instead == ("Anna",)
    assert standing_of(store, here.organiser, here.round, here.stage).sight is Sight.RANGES


def test_an_auditor_who_judges_sees_no_exact_count(store: Store) -> None:
    here = judging(store)
    paul = joined(store, here.organiser, "Paul", here.round, Role.AUDITOR)
    assert invite_known(store, here.organiser, here.round, Invited("Paul"), paul.key) is None
    people = here.head.candidates
    declare(store, paul, here.round, here.stage, dict.fromkeys(people, Tie.NONE))
    for one in (*here.members.values(), paul):
        send(store, one, here.round, here.stage)
    close_votes(store, here.organiser, here.round, here.stage)
    assert standing_of(store, paul, here.round, here.stage).sight is Sight.RANGES
