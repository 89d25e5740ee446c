"""One way to change a round: who may, what was seen, change and event; all or nothing."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import update

from cohorts.errors import RefusedError, StaleError
from cohorts.rounds.accounts.revoke import revoke
from cohorts.rounds.act import act, look, revision_of
from cohorts.rounds.actor import Actor
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.life.put_away import archive, take_back
from cohorts.rounds.life.rename import rename
from cohorts.rounds.life.rounds_of import rounds_of
from cohorts.rounds.roles import EVERYBODY, ORGANISERS, READERS, Role
from cohorts.store.keys import AccountKey, Key, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import round_ as round_table
from cohorts.words import Language, explain
from tests.cohorts.rounds.staff import begun, joined, rows


def code(error: pytest.ExceptionInfo[RefusedError]) -> str:
    return error.value.problems[0].code


def test_an_act_is_its_change_its_revision_and_its_event(store: Store) -> None:
    anna, round_ = begun(store)
    with act(store, anna, round_, "round.rename", may=ORGANISERS, object_="round") as doing:
        doing.say({"name": "Najaar"})
        assert doing.revision == 2
    (happened,) = [one for one in events_since(store, anna, round_) if one.act == "round.rename"]
    assert (happened.revision, happened.of, happened.by) == (2, "round", "Anna")
    assert happened.sentence(Language.NL) == "Anna noemde de ronde Najaar."
    with look(store, anna, round_, may=READERS) as connection:
        assert revision_of(connection, round_, "round") == 2


def test_nothing_is_kept_where_the_body_raises(store: Store) -> None:
    anna, round_ = begun(store)
    before = rows(store)

    def half() -> None:
        with act(store, anna, round_, "round.rename", may=ORGANISERS, object_="round") as doing:
            doing.connection.execute(update(round_table).values(name="half"))
            doing.say({"name": "half"})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert rows(store) == before


def test_who_has_no_role_may_nothing_and_learns_nothing(store: Store) -> None:
    anna, round_ = begun(store)
    bert = joined(store, anna, "Bert")
    before = rows(store)
    for whose in (bert, Actor(AccountKey(Key("0" * 16)), "Nobody"), Actor(AccountKey(Key("")), "")):
        for where in (round_, RoundKey(Key("1" * 16)), RoundKey(Key(""))):
            with pytest.raises(RefusedError) as error:
                rename(store, whose, where, "Mine")
            assert code(error) == "rounds.not_yours"
    assert rows(store) == before


def test_a_name_is_no_role(store: Store) -> None:
    """What an actor may is looked up by key each time."""
    anna, round_ = begun(store)
    bert = joined(store, anna, "Bert")
    with pytest.raises(RefusedError):
        rename(store, Actor(bert.key, anna.name), round_, "Mine")


def test_whoever_is_revoked_may_nothing_from_that_moment(store: Store) -> None:
    anna, round_ = begun(store)
    bert = joined(store, anna, "Bert", round_)
    rename(store, bert, round_, "Bert's")
    revoke(store, anna, bert.key)
    with pytest.raises(RefusedError) as error:
        rename(store, bert, round_, "Still Bert's")
    assert code(error) == "rounds.not_yours"
    with pytest.raises(RefusedError):
        events_since(store, bert, round_)
    assert rounds_of(store, bert) == ()


def test_a_role_in_one_round_is_none_in_another(store: Store) -> None:
    anna, round_ = begun(store)
    bert = joined(store, anna, "Bert", round_, Role.AUDITOR)
    with pytest.raises(RefusedError):  # an auditor begins no rounds
        _second(store, bert)
    other = _second(store, anna)
    with pytest.raises(RefusedError):
        events_since(store, bert, other)
    assert [head.key for head in rounds_of(store, bert)] == [round_]
    assert events_since(store, bert, round_)


def _second(store: Store, actor: Actor) -> RoundKey:
    from cohorts.rounds.life.new_round import new_round  # noqa: PLC0415 - beside its one use

    return new_round(store, actor, "Najaar", "businessversneller")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ORGANISER])
def test_only_an_organiser_changes(store: Store, role: Role) -> None:
    anna, round_ = begun(store)
    bert = joined(store, anna, "Bert", round_, role)
    with pytest.raises(RefusedError):
        rename(store, bert, round_, "Mine")
    with look(store, bert, round_, may=EVERYBODY):
        pass


def test_a_stale_save_is_refused_with_what_was_done_since(store: Store) -> None:
    anna, round_ = begun(store)
    bert = joined(store, anna, "Bert", round_)
    rename(store, bert, round_, "Najaar", seen=1)
    archive(store, bert, round_)
    take_back(store, anna, round_)
    before = rows(store)
    with pytest.raises(StaleError) as error:
        rename(store, anna, round_, "Winter", seen=1)
    told = [explain(problem, Language.NL)[0] for problem in error.value.problems]
    assert told == [
        "Ondertussen veranderd: Bert noemde de ronde Najaar.",
        "Ondertussen veranderd: Bert zette de ronde in het archief.",
        "Ondertussen veranderd: Anna haalde de ronde uit het archief.",
    ]
    assert rows(store) == before
    rename(store, anna, round_, "Winter", seen=4)


def test_what_was_never_there_is_stale_too(store: Store) -> None:
    anna, round_ = begun(store)
    with pytest.raises(StaleError) as error:
        rename(store, anna, round_, "Winter", seen=9)
    assert code(error) == "rounds.stale_unknown"


def test_of_two_who_save_at_once_one_is_first(store: Store) -> None:
    anna, round_ = begun(store)
    bert = joined(store, anna, "Bert", round_)
    ready = Barrier(2)

    def save(actor: Actor) -> bool:
        ready.wait()
        try:
            rename(store, actor, round_, f"By {actor.name}", seen=1)
        except StaleError:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        saved = list(pool.map(save, (anna, bert)))
    assert sorted(saved) == [False, True]
    first = ("Anna", "Bert")[saved.index(True)]
    assert rounds_of(store, anna)[0].name == f"By {first}"


def test_nothing_changes_in_an_archived_round(store: Store) -> None:
    anna, round_ = begun(store)
    archive(store, anna, round_)
    with pytest.raises(RefusedError) as error:
        rename(store, anna, round_, "Winter")
    assert code(error) == "rounds.archived"
    assert events_since(store, anna, round_)
    take_back(store, anna, round_)
    rename(store, anna, round_, "Winter")
