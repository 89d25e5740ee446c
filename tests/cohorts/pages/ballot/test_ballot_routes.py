"""The addresses of the ballot: who gets in, what is taken, and what is refused in words."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from cohorts.pages.web.ballot.dossier_told import told
from cohorts.rounds.accounts.log_in import set_password
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.judging.extend import extend
from cohorts.rounds.judging.extensions import extensions_of
from cohorts.rounds.judging.open_stage import open_interests
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.members.invite import Invited, invite
from cohorts.rounds.people.mend import mend
from cohorts.store.store import Store
from cohorts.words import Language, say
from tests.cohorts.pages.ballot.browsing import OTHER_SITE, address, answer, browser, entered
from tests.cohorts.rounds.balloting.a_committee import (
    in_days,
    judging,
    planned,
    scores_plan,
    yes_plan,
)


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
    set_password(store, here.members["Bank"], "een lang wachtwoord")
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


@pytest.mark.parametrize("language", list(Language), ids=str)
def test_above_the_names_stands_who_reads_what_is_told(store: Store, language: Language) -> None:
    here = judging(store, told=False)
    page = unescape(entered(store, here).get(address(here, language=language)).text)
    assert say("ballot.ties_read", language) in page.split("<form", 1)[0]
    assert say("stage.fixed_ties_read", language) in page


@pytest.mark.parametrize("language", list(Language), ids=str)
def test_by_what_yes_is_said_stands_at_the_start_and_at_each_dossier(
    store: Store, language: Language
) -> None:
    here = judging(store, yes_plan(looks_at="Klaar voor de <markt>\nEerlijk"))
    page = entered(store, here).get(address(here, language=language)).text
    assert page.count("<li>Klaar voor de &lt;markt&gt;</li><li>Eerlijk</li>") == (
        1 + len(here.head.candidates)
    )
    assert say("stage.fixed_looks_at", language, text="Klaar voor de <markt>; Eerlijk") in (
        unescape(page)
    )


def test_nobody_is_told_by_what_where_no_plan_names_it(store: Store) -> None:
    here = judging(store)
    page = entered(store, here).get(address(here)).text
    assert say("ballot.looks_at", Language.NL) not in page


def test_none_can_be_said_of_each_name_and_is_shown_again(store: Store) -> None:
    here = planned(store)
    open_interests(store, here.organiser, here.round, here.stage)
    client = entered(store, here)
    text = client.get(address(here)).text
    (none,) = set(re.findall(r'<option value="(\w+)">Geen belang<', text))
    said = {f"tie_{who}": none for who in here.head.candidates}
    assert client.post(address(here, "/belangen"), data=said).status == 303
    shown = f'<option value="{none}" selected>Geen belang<'
    assert client.get(address(here)).text.count(shown) == len(said)


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
    assert say("ballot.receipt_same", Language.NL) in page
    client.post(address(here, "/antwoord"), json=answer(here, 1, "a", yes=True))
    page = client.get(sent.location).text
    assert say("ballot.receipt_other", Language.NL) in page
    assert say("ballot.receipt_same", Language.NL) not in page
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


def test_what_was_corrected_after_a_vote_is_said(store: Store) -> None:
    here = judging(store)
    client = entered(store, here)
    corrected = "Nadat u oordeelde, is in dit dossier iets verbeterd."
    shown = f"data-corrected>{corrected}"
    client.post(address(here, "/antwoord"), json=answer(here, 0, "a", yes=True))
    before = client.get(address(here, "/stand")).json["dossiers"]
    assert shown not in client.get(address(here)).text
    mend(store, here.organiser, here.round, here.candidate(0), {"question": "Wie volgt mij op?"})
    mend(store, here.organiser, here.round, here.candidate(1), {"email": "nieuw@bedrijf.nl"})
    assert client.get(address(here)).text.count(shown) == 1
    after = client.get(address(here, "/stand")).json["dossiers"]
    assert [who for who in before if before[who] != after[who]] == [here.candidate(0)]


def test_more_time_is_told_with_its_reason(store: Store) -> None:
    here = judging(store)
    client = entered(store, here)
    assert client.get(address(here, "/stand")).json["extended"] == ""
    for days, reason in ((8, "Te vroeg"), (9, "<b>De lijn viel uit</b>")):
        extend(store, here.organiser, here.round, here.stage, until=in_days(days), reason=reason)
    said = client.get(address(here, "/stand")).json["extended"]
    assert said.endswith("Reden: <b>De lijn viel uit</b>")
    page = client.get(address(here)).text
    assert "&lt;b&gt;De lijn viel uit&lt;/b&gt;" in page
    assert "Te vroeg" not in page
    found = extensions_of(store, here.members["Bank"], here.round, here.stage)
    assert [one.reason for one in found] == ["Te vroeg", "<b>De lijn viel uit</b>"]


def test_nothing_of_a_dossier_is_said_twice(store: Store) -> None:
    here = judging(store)
    for dossier in own_ballot(store, here.members["Bank"], here.round, here.stage).dossiers:
        read = told(dossier, None, 1, Language.NL)
        lines = " ".join(read.lines).replace("\N{NO-BREAK SPACE}", " ")
        asked = [*read.answers, *read.facts]
        assert len({name for name, _ in asked}) == len(asked)
        assert not [said for _, said in asked if len(said) > len("12345") and said in lines]
        for field in ("activity", "place", "question"):
            value = dossier.applicant.text(field)
            assert value is None or value[:100] in lines
