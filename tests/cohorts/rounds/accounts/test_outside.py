"""Who logs in by an organisation: bound by a verified address once, by issuer and subject after."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from cohorts.errors import InputError, RefusedError
from cohorts.rounds.accounts.account_named import key_named
from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.accounts.first_account import first_account
from cohorts.rounds.accounts.know_outside import know_outside
from cohorts.rounds.accounts.known_outside import folded
from cohorts.rounds.accounts.log_in_outside import Outside, log_in_outside
from cohorts.rounds.accounts.logged_in import who
from cohorts.rounds.accounts.outside_provider import outside_provider
from cohorts.rounds.accounts.public_address import public_address
from cohorts.rounds.accounts.reset import reset
from cohorts.rounds.accounts.revoke import revoke
from cohorts.rounds.actor import Actor
from cohorts.store.keys import AccountKey
from cohorts.store.store import Store
from cohorts.store.tables import event, login, outside_login

MIA = Outside("https://login.example.org", "8f3a", "Mia@Bureau.nl", verified=True)


@pytest.fixture
def anna(store: Store) -> Actor:
    return first_account(store, "Anna")


@pytest.fixture
def mia(store: Store, anna: Actor) -> AccountKey:
    add_person(store, anna, "Mia")
    whose = key_named(store, "Mia")
    know_outside(store, anna, whose, "mia@bureau.nl")
    return whose


def refused(store: Store, known: Outside) -> str:
    with pytest.raises(RefusedError) as told:
        log_in_outside(store, known)
    return told.value.problems[0].code.removeprefix("accounts.outside_")


def acts(store: Store) -> list[str]:
    with store.reading() as connection:
        return list(connection.scalars(select(event.c.act).order_by(event.c.number)))


def test_the_first_time_binds_and_is_written_down(store: Store, mia: AccountKey) -> None:
    actor = who(store, log_in_outside(store, MIA))
    assert actor is not None
    assert actor.key == mia
    assert acts(store)[-2:] == ["accounts.bind_outside", "accounts.log_in_outside"]
    log_in_outside(store, MIA)
    assert acts(store)[-2:] == ["accounts.log_in_outside", "accounts.log_in_outside"]


def test_then_the_subject_alone_counts(store: Store, mia: AccountKey) -> None:
    log_in_outside(store, MIA)
    moved = replace(MIA, email="mia@elders.nl", verified=False)
    actor = who(store, log_in_outside(store, moved))
    assert actor is not None
    assert actor.key == mia


@pytest.mark.parametrize(
    "other",
    [replace(MIA, subject="77b1"), replace(MIA, issuer="https://other.example.org")],
)
def test_who_was_given_the_address_later_does_not_come_in(
    store: Store, mia: AccountKey, other: Outside
) -> None:
    log_in_outside(store, MIA)
    assert refused(store, other) == "another"
    assert mia


@pytest.mark.parametrize(
    ("known", "why"),
    [
        (replace(MIA, verified=False), "unverified"),
        (replace(MIA, email=""), "unverified"),
        (replace(MIA, email="m\u0131a@bureau.nl"), "unverified"),  # ı, which looks like it
        (replace(MIA, email="bert@bureau.nl"), "unknown"),
    ],
)
def test_whoever_the_provider_knows_is_not_enough(
    store: Store, mia: AccountKey, known: Outside, why: str
) -> None:
    before = len(acts(store))
    assert refused(store, known) == why
    assert len(acts(store)) == before
    assert mia


def test_who_is_revoked_is_out_at_once_and_stays_out(
    store: Store, anna: Actor, mia: AccountKey
) -> None:
    token = log_in_outside(store, MIA)
    revoke(store, anna, mia)
    assert who(store, token) is None
    assert refused(store, MIA) == "unknown"
    with store.reading() as connection:
        assert connection.scalar(select(outside_login.c.email)) is None


def test_a_new_way_in_binds_anew(store: Store, anna: Actor, mia: AccountKey) -> None:
    log_in_outside(store, MIA)
    reset(store, anna, mia)
    actor = who(store, log_in_outside(store, replace(MIA, subject="77b1")))
    assert actor is not None
    assert actor.key == mia
    assert refused(store, MIA) == "another"


def test_an_address_given_anew_binds_anew(store: Store, anna: Actor, mia: AccountKey) -> None:
    log_in_outside(store, MIA)
    know_outside(store, anna, mia, "mia@elders.nl")
    assert refused(store, MIA) == "unknown"


def test_it_lasts_a_working_day(store: Store, mia: AccountKey) -> None:
    log_in_outside(store, MIA)
    with store.reading() as connection:
        begun, ends = connection.execute(select(login.c.made_at, login.c.ends_at)).one()
    lasts = datetime.fromisoformat(ends) - datetime.fromisoformat(begun)
    assert timedelta(hours=11) < lasts < timedelta(hours=13)
    assert mia


def test_only_the_administrator_says_who_is_who(store: Store, mia: AccountKey) -> None:
    with pytest.raises(RefusedError):
        know_outside(store, Actor(mia, "Mia"), mia, "anna@bureau.nl")


def test_one_address_is_one_person(store: Store, anna: Actor, mia: AccountKey) -> None:
    with pytest.raises(InputError):
        know_outside(store, anna, anna.key, " MIA@bureau.nl ")
    know_outside(store, anna, mia, "mia@bureau.nl")


@pytest.mark.parametrize(
    ("email", "kept"),
    [
        (" Mia@Bureau.NL", "mia@bureau.nl"),
        ("mia@stra\u00dfe.nl", None),
        ("mia bureau.nl", None),
        ("mia@b@c.nl", None),
        ("a b@c.nl", None),
        ("@bureau.nl", None),
        ("mia@", None),
        ("m" * 250 + "@c.nl", None),
        ("mia@c.nl\n", "mia@c.nl"),
        ("mia\x00@c.nl", None),
    ],
)
def test_addresses_are_plain_letters(email: str, kept: str | None) -> None:
    assert folded(email) == kept


WHOLE = {
    "COHORTS_ADDRESS": "https://example.org/groepen/",
    "COHORTS_OIDC_ISSUER": "https://login.example.org/",
    "COHORTS_OIDC_CLIENT_ID": "cohorts",
    "COHORTS_OIDC_CLIENT_SECRET": "zeer-geheim",
}


def given(monkeypatch: pytest.MonkeyPatch, **variables: str) -> None:
    for name, value in (WHOLE | variables).items():
        monkeypatch.setenv(name, value)


def test_a_provider_is_named_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    assert outside_provider() is None
    given(monkeypatch)
    provider = outside_provider()
    assert provider is not None
    assert provider.issuer == "https://login.example.org"
    assert provider.address.of("/login") == "https://example.org/groepen/login"
    assert not provider.only
    assert "zeer-geheim" not in repr(provider)


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_half_a_provider_is_none(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    given(monkeypatch)
    monkeypatch.delenv(name)
    with pytest.raises(InputError) as told:
        outside_provider()
    assert told.value.problems[0].place == name


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("COHORTS_OIDC_ISSUER", "http://login.example.org"),
        ("COHORTS_OIDC_ISSUER", "https://login.example.org/?a=zeer-geheim"),
        ("COHORTS_OIDC_ONLY", "misschien"),
        ("COHORTS_ADDRESS", "http://example.org"),
        ("COHORTS_ADDRESS", "https://zeer-geheim@example.org"),
        ("COHORTS_ADDRESS", "https://example.org/a/../b"),
        ("COHORTS_ADDRESS", "https://example.org/a;b"),
        ("COHORTS_ADDRESS", "https://example.org:poort"),
        ("COHORTS_ADDRESS", "groepen"),
    ],
)
def test_what_cannot_be_is_told_by_its_name(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    given(monkeypatch, **{name: value})
    with pytest.raises(InputError) as told:
        outside_provider()
    assert told.value.problems[0].place == name
    assert "zeer-geheim" not in str(told.value) + repr(told.value.problems)


def test_on_this_machine_no_tls_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COHORTS_ADDRESS", "http://localhost:8501")
    address = public_address()
    assert address is not None
    assert not address.over_tls
    assert not address.path
