"""The addresses of the ballot: who gets in, what is taken, and what is refused in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from starlette.applications import Starlette

from cohorts.pages.web import routes
from cohorts.pages.web.ballot import ballot_page, invitation, own_state, posted, seated
from cohorts.pages.web.doors import log_in_page
from cohorts.rounds.accounts.log_in import set_password
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.members.invite import Invited, invite
from cohorts.store.doctor import doctor
from cohorts.store.store import Store, opened
from tests.cohorts.pages.ballot.asked import Asking
from tests.cohorts.rounds.balloting.a_committee import Committee, judging, scores_plan, yes_plan

OTHER_SITE = {"sec-fetch-site": "cross-site"}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    store = opened(f"sqlite:///{tmp_path / 'rounds.sqlite'}")
    for module in (routes, ballot_page, invitation, own_state, posted, seated, log_in_page):
        monkeypatch.setattr(module, "store", lambda: store)
    yield store
    assert not list(doctor(store))
    store.close()


def browser() -> Asking:
    return Asking(Starlette(routes=routes.routes()))


def address(here: Committee, part: str = "") -> str:
    said = {"ronde": here.round, "stap": here.stage, "language": "nl"}
    return f"/stembiljet{part}?{urlencode(said)}"


def entered(store: Store, here: Committee, name: str = "Bank") -> Asking:
    """The browser of a member, who logged in by a password."""
    client = browser()
    client.cookies["cohorts"] = set_password(store, here.members[name], "een lang wachtwoord")
    return client


def answer(here: Committee, number: int, once: str, **said: Any) -> dict[str, Any]:
    return {"stage": here.stage, "person": here.candidate(number), "once": once, **said}


def test_looking_at_an_invitation_spends_nothing(store: Store) -> None:
    here = judging(store)
    _, token = invite(store, here.organiser, here.round, Invited("Provincie"))
    client = browser()
    for _ in range(3):
        assert "Begin" in client.get(f"/stem/{token}?language=nl").text
    assert client.post(f"/stem/{token}", headers=OTHER_SITE).status == 403
    spent = client.post(f"/stem/{token}?language=nl")
    assert spent.status == 303
    page = client.get(spent.location)
    assert "Kent u iemand van deze namen?" in page.text
    again = browser().post(f"/stem/{token}?language=nl")
    assert again.status == 410
    assert "set-cookie" not in again.headers


def test_nobody_comes_in_without_a_seat(store: Store) -> None:
    here = judging(store)
    assert browser().get(address(here)).location.startswith("/login?")
    assert browser().post(address(here, "/antwoord"), json={}).status == 401
    client = browser()
    client.cookies["cohorts"] = set_password(store, here.organiser, "een lang wachtwoord")
    assert client.get(address(here)).status == 403
    assert client.post(address(here, "/antwoord"), json={}).status == 403


def test_who_only_judges_is_led_to_the_ballot(store: Store) -> None:
    here = judging(store)
    entered(store, here)
    found = browser().post(
        "/login?language=nl", data={"name": "Bank", "password": "een lang wachtwoord"}
    )
    assert found.location == "/stembiljet?language=nl"


def test_ties_come_first(store: Store) -> None:
    here = judging(store, told=False)
    client = entered(store, here)
    assert 'class="dossier"' not in client.get(address(here)).text
    some = {f"tie_{who}": "" for who in here.head.candidates}
    some[f"tie_{here.candidate(0)}"] = Tie.ABSTAINS.value
    page = client.post(address(here, "/belangen"), data=some)
    assert "Van 8 namen hebt u nog niets gezegd" in page.text
    done = client.post(address(here, "/belangen"), data=some | {"others": "1"})
    assert done.status == 303
    text = client.get(address(here)).text
    assert text.count('class="dossier"') == 8
    assert here.candidate(0) not in text


def test_an_answer_is_kept_once(store: Store) -> None:
    here = judging(store)
    client = entered(store, here)
    url = address(here, "/antwoord")
    first = client.post(url, json=answer(here, 0, "a", yes=True, note="Goed"))
    assert first.json["number"] == 1
    assert client.post(url, json=answer(here, 0, "a", yes=True)).json == first.json
    stand = client.get(address(here, "/stand")).json
    assert stand["left"] == 8
    assert list(stand["votes"]) == [here.candidate(0)]
    assert stand["votes"][here.candidate(0)]["note"] == "Goed"


@pytest.mark.parametrize(
    "said",
    [
        {"yes": "ja", "once": "a"},
        {"yes": True},
        {"yes": True, "once": "a", "person": None},
        {"scores": [1], "once": "a"},
        {"yes": True, "once": "a", "note": 3},
        {"yes": True, "once": "a" * 65},
        {"yes": True, "once": "a", "stage": "x"},
        {"yes": True, "once": "a", "person": "nobody"},
    ],
)
def test_what_is_no_answer_is_refused_in_words(store: Store, said: dict[str, Any]) -> None:
    here = judging(store)
    sent = {"stage": here.stage, "person": here.candidate(0)} | said
    found = entered(store, here).post(address(here, "/antwoord"), json=sent)
    assert found.status in (400, 409)
    assert found.json["said"]
    assert not own_ballot(store, here.members["Bank"], here.round, here.stage).dossiers[0].vote


def test_another_site_sends_nothing(store: Store) -> None:
    here = judging(store)
    client = entered(store, here)
    for part in ("/antwoord", "/hulp"):
        sent = answer(here, 0, "a", yes=True)
        assert client.post(address(here, part), json=sent, headers=OTHER_SITE).status == 403
    for part in ("/belangen", "/insturen", "/toch-een-belang"):
        assert client.post(address(here, part), headers=OTHER_SITE).status == 403
    assert own_ballot(store, here.members["Bank"], here.round, here.stage).sent_at is None


def test_a_tie_after_all_takes_the_dossier_away(store: Store) -> None:
    here = judging(store)
    client = entered(store, here)
    client.post(address(here, "/antwoord"), json=answer(here, 3, "a", yes=True))
    sent = {"person": here.candidate(3), "tie": Tie.PERSONAL.value}
    assert client.post(address(here, "/toch-een-belang"), data=sent).status == 303
    assert here.candidate(3) not in client.get(address(here)).text
    assert here.candidate(3) not in client.get(address(here, "/stand")).text


def test_sending_in_gives_a_receipt(store: Store) -> None:
    here = judging(store)
    client = entered(store, here)
    assert "nog niet ingestuurd" in client.get(address(here, "/bewijs")).text
    sent = client.post(address(here, "/insturen"))
    page = client.get(sent.location).text
    assert page.count("<code>") == 3
    assert "U stuurde in op" in client.get(address(here)).text


def test_help_is_offered_only_where_it_is_asked(store: Store) -> None:
    here = judging(store, yes_plan(offers=True))
    client = entered(store, here)
    sent = answer(here, 1, "a", help=True, note="Bel mij")
    assert client.post(address(here, "/hulp"), json=sent).status == 200
    assert "Bel mij" in client.get(address(here)).text
    assert "Bel mij" not in entered(store, here, "School").get(address(here)).text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_scores_have_examples_that_do_not_count(store: Store, language: str) -> None:
    here = judging(store, scores_plan(examples=True))
    text = entered(store, here).get(address(here).replace("=nl", f"={language}")).text
    assert text.count("data-example") == 2
    assert text.count('class="judge"') == 11
    assert "jo@" not in text
