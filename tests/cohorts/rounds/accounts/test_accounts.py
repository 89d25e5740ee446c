"""Who logs in: secrets work once, for a time, and nothing of them is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from argon2 import extract_parameters
from argon2.profiles import RFC_9106_LOW_MEMORY
from sqlalchemy import insert, select, update

from cohorts.errors import InputError, RefusedError
from cohorts.rounds.accounts import attempts
from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.accounts.attempts import MOST_A_NAME
from cohorts.rounds.accounts.first_account import administrator_of, first_account, is_empty
from cohorts.rounds.accounts.log_in import log_in, set_password
from cohorts.rounds.accounts.logged_in import log_out, who
from cohorts.rounds.accounts.reset import reset
from cohorts.rounds.accounts.revoke import revoke
from cohorts.rounds.accounts.spend_link import spend_link
from cohorts.rounds.actor import Actor
from cohorts.rounds.life.rounds_of import rounds_of
from cohorts.rounds.roles import Role
from cohorts.store.chain import INSTALLATION, append
from cohorts.store.keys import AccountKey, Key, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import account, attempt, event, link, login
from tests.cohorts.rounds.accounts.quick_hash import SLOW
from tests.cohorts.rounds.staff import begun, joined, rows

LONG = "een zin van vier woorden"
PAST = "2020-01-01T00:00:00.000Z"


def test_the_first_account_is_the_administrator_and_there_is_one(store: Store) -> None:
    assert is_empty(store)
    assert administrator_of(store) is None
    anna = first_account(store, "  Anna\u202e \n de  Vries ", LONG)
    assert anna.name == "Anna de Vries"
    assert administrator_of(store) == anna
    with pytest.raises(RefusedError):
        first_account(store, "Mallory", LONG)
    assert not is_empty(store)


@pytest.mark.parametrize("name", ["", "  \u200b ", "x" * 101])
def test_a_name_is_needed(store: Store, name: str) -> None:
    with pytest.raises(InputError):
        first_account(store, name)
    assert is_empty(store)


def test_to_guess_a_password_is_slow_on_purpose() -> None:
    assert extract_parameters(SLOW.hash(LONG)) == RFC_9106_LOW_MEMORY


@pytest.mark.parametrize("password", ["", "123456789", "x" * 501])
def test_a_password_is_long_enough_and_no_book(store: Store, password: str) -> None:
    with pytest.raises(InputError):
        first_account(store, "Anna", password)
    assert is_empty(store)


def test_a_password_logs_in_whatever_the_capitals_of_the_name(store: Store) -> None:
    anna = first_account(store, "Anna", LONG)
    login_ = log_in(store, " aNNa", LONG)
    assert login_ is not None
    assert who(store, login_) == anna
    assert log_in(store, "Anna", LONG.upper()) is None
    assert log_in(store, "Bert", LONG) is None
    assert log_in(store, "Anna", "") is None


def test_who_has_no_password_cannot_log_in_by_one(store: Store) -> None:
    anna = first_account(store, "Anna")
    assert log_in(store, "Anna", "nobody's password") is None
    set_password(store, anna, LONG)
    assert log_in(store, "Anna", LONG) is not None


def test_nothing_that_logs_in_is_kept(store: Store) -> None:
    anna = first_account(store, "Anna", LONG)
    token = add_person(store, anna, "Bert")
    assert token is not None
    cookie = spend_link(store, token)
    assert cookie is not None
    kept = repr(rows(store))
    assert all(secret not in kept for secret in (LONG, token, cookie))


def test_a_personal_address_works_once(store: Store) -> None:
    anna = first_account(store, "Anna")
    token = add_person(store, anna, "Bert")
    assert token is not None
    assert spend_link(store, token + "x") is None
    assert spend_link(store, token) is not None
    assert spend_link(store, token) is None
    assert spend_link(store, "") is None


def test_a_personal_address_and_a_login_end(store: Store) -> None:
    anna = first_account(store, "Anna", LONG)
    token = add_person(store, anna, "Bert")
    cookie = log_in(store, "Anna", LONG)
    assert token is not None
    assert cookie is not None
    with store.writing() as connection:
        connection.execute(update(link).values(ends_at=PAST))
        connection.execute(update(login).values(ends_at=PAST))
    assert spend_link(store, token) is None
    assert who(store, cookie) is None
    log_in(store, "Anna", LONG)
    with store.reading() as connection:  # what has ended is swept away
        assert PAST not in list(connection.scalars(select(login.c.ends_at)))


def test_who_logs_out_is_out_and_others_are_not(store: Store) -> None:
    first_account(store, "Anna", LONG)
    one, other = log_in(store, "Anna", LONG), log_in(store, "Anna", LONG)
    assert one is not None
    assert other is not None
    log_out(store, one)
    assert who(store, one) is None
    assert who(store, other) is not None


def test_what_is_revoked_works_nowhere(store: Store) -> None:
    anna = first_account(store, "Anna")
    token = add_person(store, anna, "Bert")
    assert token is not None
    cookie = spend_link(store, token)
    assert cookie is not None
    bert = who(store, cookie)
    assert bert is not None
    set_password(store, bert, LONG)
    revoke(store, anna, bert.key)
    assert who(store, cookie) is None
    assert log_in(store, "Bert", LONG) is None
    with pytest.raises(RefusedError):
        set_password(store, bert, LONG)
    with pytest.raises(InputError):
        reset(store, anna, bert.key)
    assert add_person(store, anna, "Bert") is not None  # the name is free again


def test_a_reset_ends_every_way_in_but_the_new_one(store: Store) -> None:
    anna = first_account(store, "Anna")
    first = add_person(store, anna, "Bert")
    assert first is not None
    cookie = spend_link(store, first)
    assert cookie is not None
    bert = who(store, cookie)
    assert bert is not None
    set_password(store, bert, LONG)
    new = reset(store, anna, bert.key)
    newer = reset(store, anna, bert.key)
    assert who(store, cookie) is None
    assert log_in(store, "Bert", LONG) is None
    assert spend_link(store, new) is None
    assert spend_link(store, newer) is not None


def test_a_new_password_ends_every_other_way_in(store: Store) -> None:
    anna = first_account(store, "Anna")
    link = add_person(store, anna, "Bert")
    assert link is not None
    stolen = spend_link(store, link)
    assert stolen is not None
    bert = who(store, stolen)
    assert bert is not None
    own = set_password(store, bert, LONG)
    assert who(store, stolen) is None
    assert who(store, own) == bert
    set_password(store, bert, LONG[::-1])
    assert who(store, own) is None
    assert log_in(store, "Bert", LONG) is None


def test_only_the_administrator_lets_people_in_or_out(store: Store) -> None:
    anna, round_ = begun(store)
    bert = joined(store, anna, "Bert", round_)
    before = rows(store)
    refused: tuple[Callable[[], object], ...] = (
        lambda: add_person(store, bert, "Cas", round_, Role.ORGANISER),
        lambda: revoke(store, bert, anna.key),
        lambda: revoke(store, bert, bert.key, round_),
        lambda: reset(store, bert, anna.key),
    )
    for one in refused:
        with pytest.raises(RefusedError) as error:
            one()
        assert error.value.problems[0].code == "accounts.not_administrator"
    assert rows(store) == before


def test_the_administrator_keeps_access(store: Store) -> None:
    anna = first_account(store, "Anna")
    with pytest.raises(RefusedError):
        revoke(store, anna, anna.key)


def test_who_has_an_account_gets_a_role_and_no_second_account(store: Store) -> None:
    anna, round_ = begun(store)
    bert = joined(store, anna, "Bert")
    with pytest.raises(InputError):
        add_person(store, anna, "bert")
    assert add_person(store, anna, "bert", round_, Role.AUDITOR) is None
    assert add_person(store, anna, "Bert", round_, Role.AUDITOR) is None  # once is enough
    (head,) = rounds_of(store, bert)
    assert head.roles == {Role.AUDITOR}
    revoke(store, anna, bert.key, round_)
    assert rounds_of(store, bert) == ()


def test_a_role_is_given_in_a_round_that_is_there(store: Store) -> None:
    anna = first_account(store, "Anna")
    before = rows(store)
    with pytest.raises(RefusedError):
        add_person(store, anna, "Bert", RoundKey(Key("0" * 16)), Role.AUDITOR)
    with pytest.raises(InputError):
        revoke(store, anna, AccountKey(Key("0" * 16)))
    assert rows(store) == before


def test_guessing_of_a_name_is_stopped_and_then_even_the_right_one_waits(store: Store) -> None:
    first_account(store, "Anna", LONG)
    for _ in range(MOST_A_NAME):
        assert log_in(store, "Anna", "wrong") is None
    with pytest.raises(RefusedError) as error:
        log_in(store, "ANNA ", LONG)
    assert error.value.problems[0].code == "accounts.too_often"
    with store.writing() as connection:
        connection.execute(update(attempt).values(at=PAST))
    assert log_in(store, "Anna", LONG) is not None
    with store.reading() as connection:
        assert list(connection.scalars(select(attempt.c.key))) == []


def test_guessing_over_many_names_is_stopped_too(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    first_account(store, "Anna", LONG)
    monkeypatch.setattr(attempts, "MOST_IN_ALL", 3)
    for name in ("a", "b", "c"):
        assert log_in(store, name, "wrong") is None
    with pytest.raises(RefusedError):
        log_in(store, "Anna", LONG)


def test_hostile_words_are_only_wrong(store: Store) -> None:
    first_account(store, "Anna", LONG)
    for word in ("' OR 1=1 --", "\x00", "\ud800", "%", "x" * 100_000):
        assert log_in(store, word, word) is None
        assert spend_link(store, word) is None
        assert who(store, word) is None


def test_what_happens_to_accounts_is_logged_in_the_chain_of_the_installation(
    store: Store,
) -> None:
    anna = first_account(store, "Anna", LONG)
    bert = joined(store, anna, "Bert")
    reset(store, anna, bert.key)
    revoke(store, anna, bert.key)
    log_in(store, "Anna", LONG)
    with store.reading() as connection:
        acts = list(
            connection.scalars(
                select(event.c.act).where(event.c.chain == "").order_by(event.c.number)
            )
        )
    assert acts == [
        "accounts.first",
        "accounts.add",
        "accounts.spend_link",
        "accounts.reset",
        "accounts.revoke",
        "accounts.log_in",
    ]


def test_two_of_one_name_by_import_do_not_confuse_a_login(store: Store) -> None:
    """Staff of another installation have names here, and no way in."""
    anna = first_account(store, "Anna", LONG)
    row = {"key": "a" * 16, "name": "Anna", "password": None, "administrator": False}
    with store.writing() as connection:
        connection.execute(insert(account), row | {"made_at": PAST, "revoked_at": PAST})
        append(connection, INSTALLATION, actor=anna.key, act="accounts.add")
    cookie = log_in(store, "Anna", LONG)
    assert cookie is not None
    assert who(store, cookie) == Actor(anna.key, "Anna")
