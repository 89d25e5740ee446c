"""A member who comes back to their ballot after a while: still logged in, or told whom to ask."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from sqlalchemy import select, update

from cohorts.rounds.accounts.grant import granted
from cohorts.rounds.accounts.know_outside import know_outside
from cohorts.rounds.accounts.log_in_outside import OUTSIDE_LASTS
from cohorts.rounds.accounts.logged_in import new_login
from cohorts.rounds.accounts.secret import after, digest_of
from cohorts.rounds.roles import Role
from cohorts.store.store import Store
from cohorts.store.tables import login
from cohorts.words import Language, say
from tests.cohorts.pages.ballot.asked import Asking
from tests.cohorts.pages.ballot.browsing import address, browser, entered
from tests.cohorts.rounds.balloting.a_committee import Committee, judging

PAST = "2020-01-01T00:00:00.000Z"


def ends(store: Store, client: Asking) -> str:
    query = select(login.c.ends_at).where(login.c.digest == digest_of(client.cookies["cohorts"]))
    with store.reading() as connection:
        return str(connection.scalar(query))


def at(store: Store, client: Asking, moment: str, made: timedelta = timedelta(0)) -> str:
    """The login ends then, and was made that much before now: when."""
    here = login.c.digest == digest_of(client.cookies["cohorts"])
    made_at = after(-made)
    with store.writing() as connection:
        connection.execute(update(login).where(here).values(ends_at=moment, made_at=made_at))
    return made_at


def know(store: Store, here: Committee, name: str = "Bank") -> None:
    """An organisation lets that member in."""
    know_outside(store, here.organiser, here.members[name].key, f"{name}@example.org")


def test_a_login_lasts_from_the_last_time_at_the_ballot(store: Store) -> None:
    here = judging(store)
    client = entered(store, here)
    assert ends(store, client) < after(timedelta(days=8))
    said = client.get(address(here))
    assert f"Max-Age={30 * 24 * 3600}" in said.headers["set-cookie"]
    assert ends(store, client) > after(timedelta(days=29))
    at(store, client, soon := after(timedelta(days=2)), made=timedelta(days=50))
    assert "set-cookie" in client.get(address(here)).headers
    assert ends(store, client) > soon


def test_it_is_written_once_a_day_and_not_by_a_page_that_stands_open(store: Store) -> None:
    here = judging(store)
    client = entered(store, here)
    first = ends(store, client)
    client.get(address(here, "/stand"))
    assert ends(store, client) == first
    client.get(address(here))
    once = ends(store, client)
    assert "set-cookie" not in client.get(address(here)).headers
    assert ends(store, client) == once


def test_one_that_has_ended_stays_so(store: Store) -> None:
    here = judging(store)
    client = entered(store, here)
    at(store, client, PAST)
    assert client.get(address(here)).location.startswith("/login?")
    assert ends(store, client) == PAST


def test_who_can_do_more_than_judge_keeps_a_week(store: Store) -> None:
    here = judging(store)
    with store.writing() as connection:
        granted(connection, here.organiser, here.round, here.members["Bank"], Role.ORGANISER)
    client = entered(store, here)
    first = ends(store, client)
    assert "set-cookie" not in client.get(address(here)).headers
    assert ends(store, client) == first


def test_a_login_by_an_organisation_keeps_its_hours(store: Store) -> None:
    here = judging(store)
    client = entered(store, here)
    with store.writing() as connection:
        whose = here.members["Bank"].key
        client.cookies["cohorts"] = new_login(connection, whose, lasts=OUTSIDE_LASTS)
    first = ends(store, client)
    assert "set-cookie" not in client.get(address(here)).headers
    assert ends(store, client) == first


def test_whom_an_organisation_lets_in_keeps_a_week(store: Store) -> None:
    here = judging(store)
    know(store, here)
    client = entered(store, here)
    first = ends(store, client)
    assert "set-cookie" not in client.get(address(here)).headers
    assert ends(store, client) == first


def test_that_somebody_else_is_let_in_elsewhere_changes_nothing(store: Store) -> None:
    here = judging(store)
    know(store, here, "School")
    client = entered(store, here)
    client.get(address(here))
    assert ends(store, client) > after(timedelta(days=29))


def test_none_counts_for_longer_than_ninety_days(store: Store) -> None:
    here = judging(store)
    client = entered(store, here)
    made = at(store, client, after(timedelta(days=2)), made=timedelta(days=80))
    assert "set-cookie" in client.get(address(here)).headers
    last = ends(store, client)
    assert last == after(timedelta(days=90), made)
    assert "set-cookie" not in client.get(address(here)).headers
    assert ends(store, client) == last


@pytest.mark.parametrize("key", ["door.invited_about", "page_committee.links_about"])
def test_it_is_said_how_long_each_stays_logged_in(key: str) -> None:
    for language, said in (
        (Language.NL, ("dertig dagen", "negentig dagen", "meer doet", "zeven dagen")),
        (Language.EN, ("thirty days", "ninety days", "does more", "seven days")),
    ):
        assert [one for one in said if one not in say(key, language)] == []


@pytest.mark.parametrize("language", list(Language), ids=str)
def test_at_the_door_it_is_said_who_makes_another_address(store: Store, language: Language) -> None:
    here = judging(store)
    client = browser()
    door = client.get(client.get(address(here, language=language)).location).text
    assert say("door.to_ballot_about", language) in door
    assert say("door.log_in_below", language) not in door
    elsewhere = client.get(f"/login?{urlencode({'language': language.value})}").text
    assert say("door.log_in_below", language) in elsewhere


def test_from_a_spent_address_the_way_leads_to_the_ballot(store: Store) -> None:
    here = judging(store)
    page = browser().post("/stem/niets?language=nl")
    assert page.status == 410
    assert "terug=%2Fstembiljet" in page.text
    with store.writing() as connection:
        token = new_login(connection, here.members["Bank"].key)
    client = browser()
    client.cookies["cohorts"] = token
    assert client.post("/stem/niets?language=nl").location.startswith("/stembiljet?")
