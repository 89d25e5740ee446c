"""A member who comes back to their ballot after a while: still logged in, or told whom to ask."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

import pytest
from sqlalchemy import select, update

from cohorts.rounds.accounts.grant import granted
from cohorts.rounds.accounts.logged_in import new_login
from cohorts.rounds.accounts.secret import after, digest_of
from cohorts.rounds.roles import Role
from cohorts.store.store import Store
from cohorts.store.tables import login
from cohorts.words import Language, say
from tests.cohorts.pages.ballot.asked import Asking
from tests.cohorts.pages.ballot.browsing import address, browser, entered
from tests.cohorts.rounds.balloting.a_committee import judging

PAST = "2020-01-01T00:00:00.000Z"


def ends(store: Store, client: Asking) -> str:
    query = select(login.c.ends_at).where(login.c.digest == digest_of(client.cookies["cohorts"]))
    with store.reading() as connection:
        return str(connection.scalar(query))


def at(store: Store, client: Asking, moment: str) -> None:
    here = login.c.digest == digest_of(client.cookies["cohorts"])
    with store.writing() as connection:
        connection.execute(update(login).where(here).values(ends_at=moment))


def test_a_login_lasts_from_the_last_time_at_the_ballot(store: Store) -> None:
    here = judging(store)
    client = entered(store, here)
    assert ends(store, client) < after(timedelta(days=8))
    said = client.get(address(here))
    assert f"Max-Age={30 * 24 * 3600}" in said.headers["set-cookie"]
    assert ends(store, client) > after(timedelta(days=29))
    at(store, client, soon := after(timedelta(days=2)))
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
