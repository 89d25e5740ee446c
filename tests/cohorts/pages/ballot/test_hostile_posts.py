"""Whoever sends what the page never sends changes nothing and learns nothing."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from cohorts.rounds.accounts.attempts import MOST_A_NAME
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.plan_stage import plan_stage
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.life.new_round import new_round
from cohorts.rounds.members.invite import Invited, invite
from cohorts.store.store import Store
from tests.cohorts.pages.ballot.asked import HOST, Asking, Told
from tests.cohorts.pages.ballot.browsing import address, answer, browser, entered
from tests.cohorts.rounds.asking.a_round import PEOPLE, take_in
from tests.cohorts.rounds.balloting.a_committee import (
    Committee,
    in_days,
    invited,
    judging,
    planned,
    scores_plan,
    yes_plan,
)
from tests.cohorts.rounds.staff import PRESET

WAITS = b' <b class="waits">(er wacht iets op u)</b>'
SCRIPT = "<script>alert(1)</script>"
SCRIPTED = f'id,company,name,place,question\nx1,"{SCRIPT}","{SCRIPT}","{SCRIPT}","{SCRIPT}"\n'


def kept(store: Store, here: Committee, name: str = "Bank") -> int:
    """How many of their votes there are."""
    found = own_ballot(store, here.members[name], here.round, here.stage).dossiers
    return sum(one.vote is not None for one in found)


def sent(client: Asking, here: Committee, body: bytes, **headers: str) -> Told:
    told = {"origin": f"http://{HOST}"} | headers
    return client.ask("POST", address(here, "/antwoord"), body, told)


def test_a_blocked_dossier_is_as_one_that_is_not_there(store: Store) -> None:
    here = judging(store, yes_plan(offers=True))
    blocked = here.candidate(2)
    late_tie(store, here.members["Bank"], here.round, here.stage, blocked, tie=Tie.HANDLES)
    client, found = entered(store, here), []
    for person in (blocked, "0" * 16, "nobody"):
        said = {"stage": here.stage, "person": person, "once": person, "yes": True, "help": True}
        for part in ("/antwoord", "/hulp"):
            told = client.post(address(here, part), json=said)
            found.append((told.status, told.body))
        form = {"person": person, "tie": Tie.PERSONAL.value}
        told = client.post(address(here, "/toch-een-belang"), data=form)
        found.append((told.status, told.body))
    assert found[:3] == found[3:6] == found[6:]
    assert {status for status, _ in found} == {409}


def test_what_is_of_another_round_is_not_taken(store: Store) -> None:
    here = judging(store)
    there = judging_beside(store, here)
    client = entered(store, here)
    for place, stage in ((there, there), (here, there), (there, here)):
        said = {"stage": stage.stage, "person": stage.candidate(0), "once": "a", "yes": True}
        assert client.post(address(place, "/antwoord"), json=said).status in (400, 403)
        assert client.get(address(there, "/stand")).status == 403
    assert client.post(address(there, "/insturen")).status == 403
    own = {"stage": here.stage, "person": there.candidate(0), "once": "a", "yes": True}
    assert client.post(address(here, "/antwoord"), json=own).status == 409
    assert kept(store, here) == kept(store, there, "Ander") == 0


def judging_beside(store: Store, here: Committee) -> Committee:
    """Another committee, in another round of the same organiser."""
    organiser = here.organiser
    round_ = new_round(store, organiser, "Najaar", PRESET)
    take_in(store, organiser, round_, PEOPLE)
    members = invited(store, organiser, round_, "Ander")
    stage = plan_stage(store, organiser, round_, yes_plan())
    there = Committee(store, organiser, round_, stage, members)
    open_interests(store, organiser, round_, stage)
    there.ties("Ander")
    open_votes(store, organiser, round_, stage, until=in_days(7))
    return there


@pytest.mark.parametrize("origin", ["http://elsewhere.example", "null", "http://localhost:1"])
def test_another_origin_is_refused(store: Store, origin: str) -> None:
    here = judging(store)
    body = json.dumps(answer(here, 0, "a", yes=True)).encode()
    assert sent(entered(store, here), here, body, origin=origin).status == 403
    assert kept(store, here) == 0


@pytest.mark.parametrize(
    "said",
    [
        {"scores": {"0": 1}},
        {"scores": "44"},
        {"scores": [True, 1]},
        {"scores": ["NaN", 1]},
        {"scores": ["1e999999999", 1]},
        {"scores": [float("nan"), 1]},
        {"scores": [float("inf"), 1]},
        {"scores": [5.000001, 1]},
        {"scores": ["1/0", 1]},
        {"scores": [[1], 1]},
        {"scores": [1] * 3},
        {"scores": [1, 1], "abstained": True},
        {"scores": [1, 1], "abstained": "false"},
        {"scores": [1, 1], "later": 0},
        {"scores": [1, 1], "yes": True},
        {"scores": [1, 1], "note": ["a"]},
        {"scores": [1, 1], "note": "a" * 2_001},
        {"scores": [1, 1], "once": "\0"},
        {"scores": [1, 1], "once": ""},
        {"scores": [1, 1], "person": "\0"},
        {"scores": [1, 1], "person": {"key": "a"}},
        {"scores": [1, 1], "stage": ["a"]},
    ],
)
def test_what_has_another_shape_is_refused_in_words(store: Store, said: dict[str, Any]) -> None:
    here = judging(store, scores_plan())
    told = entered(store, here).post(address(here, "/antwoord"), json=answer(here, 0, "a") | said)
    assert told.status in (400, 409)
    assert told.json["said"]
    assert kept(store, here) == 0


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"[]", 400),
        (b"\xff", 400),
        (b"[" * 19_000, 400),
        (b"1" * 19_000, 400),
        (b'{"note": "' + b"a" * 1_000_000 + b'"}', 413),
    ],
)
def test_what_is_no_answer_at_all_is_refused(store: Store, body: bytes, status: int) -> None:
    here = judging(store)
    told = sent(entered(store, here), here, body)
    assert told.status == status
    assert told.json["said"]


@pytest.mark.parametrize("part", ["/belangen", "/toch-een-belang"])
def test_a_form_with_odd_signs_is_refused_in_words(store: Store, part: str) -> None:
    here = judging(store)
    client = entered(store, here)
    told = client.post(
        address(here, part), data={"tie_\0": "knows", "person": "\0", "tie": "handles"}
    )
    assert told.status == 400
    assert "kwam niet goed aan" in told.text


def test_the_same_key_with_another_answer_is_refused_and_changes_nothing(store: Store) -> None:
    here = judging(store)
    client, url = entered(store, here), address(here, "/antwoord")
    first = client.post(url, json=answer(here, 0, "a", yes=True))
    for number, yes in ((0, False), (1, True)):
        told = client.post(url, json=answer(here, number, "a", yes=yes))
        assert (told.status, bool(told.json["said"])) == (409, True)
    assert client.post(url, json=answer(here, 0, "a", yes=True)).json == first.json
    assert kept(store, here) == 1
    other = entered(store, here, "School")
    assert other.post(url, json=answer(here, 0, "a", yes=False)).json["number"] == 1


def test_an_answer_that_waited_on_one_device_undoes_no_later_one(store: Store) -> None:
    here = judging(store, yes_plan(offers=True))
    one, other, url = entered(store, here), entered(store, here), address(here, "/antwoord")
    other.post(url, json=answer(here, 0, "b", yes=False, note="Toch niet", seen=0))
    told = one.post(url, json=answer(here, 0, "a", yes=True, seen=0))
    assert told.status == 409
    assert "later antwoord" in told.json["said"][0]
    vote = told.json["newer"]["vote"]
    assert (vote["yes"], vote["note"], vote["number"]) == (False, "Toch niet", 1)
    same = one.post(url, json=answer(here, 0, "c", yes=False, note="Toch niet", seen=0))
    assert (same.status, same.json["number"]) == (200, 1)
    assert one.post(url, json=answer(here, 0, "d", yes=True, seen=1)).json["number"] == 2
    for wrong in ("1", True, [1]):
        assert one.post(url, json=answer(here, 0, "e", yes=False, seen=wrong)).status == 400


def test_an_offer_that_waited_on_one_device_undoes_no_later_one(store: Store) -> None:
    here = judging(store, yes_plan(offers=True))
    one, other, url = entered(store, here), entered(store, here), address(here, "/hulp")
    said = {"help": True, "note": "Bel mij"}
    assert other.post(url, json=answer(here, 0, "", **said, seen=None)).status == 200
    assert other.post(url, json=answer(here, 0, "", **said, seen=None)).status == 200  # a repeat
    told = one.post(url, json=answer(here, 0, "", help=False, note="", seen="Mail mij"))
    assert (told.status, told.json["newer"]["help"]) == (409, "Bel mij")
    assert "Bel mij" in one.get(address(here)).text
    assert one.post(url, json=answer(here, 0, "", help=False, seen="Bel mij ")).status == 200
    told = other.post(url, json=answer(here, 0, "", help=True, note="Mail", seen="Bel mij"))
    assert (told.status, told.json["newer"]["help"]) == (409, None)


def test_a_list_of_ties_that_was_open_elsewhere_takes_no_tie_back(store: Store) -> None:
    here = planned(store)
    open_interests(store, here.organiser, here.round, here.stage)
    one, other = entered(store, here), entered(store, here)
    (seen,) = re.findall(r'name="seen" value="(\d+)"', one.get(address(here)).text)
    people = [f"tie_{who}" for who in here.head.candidates]
    none = dict.fromkeys(people, Tie.NONE.value) | {"seen": seen}
    tied = none | {people[0]: Tie.HANDLES.value}
    assert other.post(address(here, "/belangen"), data=tied).status == 303
    told = one.post(address(here, "/belangen"), data=none)
    assert "Dit is niet bewaard" in told.text
    assert f'value="{Tie.HANDLES.value}" selected' in told.text
    (now,) = re.findall(r'name="seen" value="(\d+)"', told.text)
    assert one.post(address(here, "/belangen"), data=none | {"seen": now}).status == 303
    assert one.post(address(here, "/belangen"), data=none | {"seen": "x"}).status == 400


def test_what_somebody_wrote_is_text_and_nothing_else(store: Store) -> None:
    here = planned(store)
    take_in(store, here.organiser, here.round, SCRIPTED.encode())
    open_interests(store, here.organiser, here.round, here.stage)
    client = entered(store, here)
    assert SCRIPT not in client.get(address(here)).text
    here.ties("Bank")
    open_votes(store, here.organiser, here.round, here.stage, until=in_days(1))
    client.post(address(here, "/antwoord"), json=answer(here, 0, "a", yes=True, note=SCRIPT))
    text = client.get(address(here)).text
    assert SCRIPT not in text
    assert "alert(1)" in text


def test_every_answer_has_its_headers_and_no_address_says_who(store: Store) -> None:
    here = judging(store)
    client = entered(store, here)
    for part in ("", "/stand", "/bewijs"):
        told = client.get(address(here, part))
        assert told.headers["cache-control"] == "no-store"
        assert told.headers["referrer-policy"] == "same-origin"
        assert told.headers["x-frame-options"] == "DENY"
        policy = told.headers["content-security-policy"]
        assert "default-src 'none'; script-src 'self';" in policy
        assert "unsafe" not in policy
    text = client.get(address(here)).text
    addresses = [part.split('"')[0] for part in text.split('href="')[1:]]
    addresses += [part.split('"')[0] for part in text.split('action="')[1:]]
    people = {*here.head.candidates, here.members["Bank"].key}
    assert not [one for one in addresses if any(who in one for who in people)]
    assert " onclick=" not in text
    assert "<script>" not in text


def test_guessing_at_addresses_is_bounded(store: Store) -> None:
    here = judging(store)
    _, token = invite(store, here.organiser, here.round, Invited("Provincie"))
    client = browser()
    found = [client.post("/stem/wrong").status for _ in range(MOST_A_NAME + 1)]
    assert found == [410] * MOST_A_NAME + [429]
    assert client.post(f"/stem/{token}").status == 303


@pytest.mark.parametrize(("name", "told"), [("Werkgevers", b""), ("Bank", WAITS)])
def test_what_others_do_changes_no_byte_of_what_one_sees(
    store: Store, name: str, told: bytes
) -> None:
    """Only who presides is told that a tie waits for a ruling, and not whose."""
    here = judging(store)
    client = entered(store, here, name)

    def seen() -> list[bytes]:
        stand = client.get(address(here, "/stand")).json
        del stand["now"]
        pages = [client.get(address(here, part)).body for part in ("", "/bewijs")]
        return [*pages, json.dumps(stand).encode()]

    before = seen()
    other = here.members["School"]
    for number in range(3):
        judged, once = Judged(yes=True), f"b{number}"
        cast(store, other, here.round, here.stage, here.candidate(number), judged=judged, once=once)
    late_tie(store, other, here.round, here.stage, here.candidate(5), tie=Tie.PERSONAL)
    send(store, other, here.round, here.stage)
    assert [part.replace(told, b"") for part in seen()] == before


def test_a_post_that_does_not_say_where_it_comes_from_is_refused(store: Store) -> None:
    here = judging(store)
    _, token = invite(store, here.organiser, here.round, Invited("Provincie"))
    silent = {"accept": "text/html"}
    assert browser().post(f"/stem/{token}", headers=silent).status == 403
    client = entered(store, here)
    for part in ("/insturen", "/antwoord"):
        assert client.post(address(here, part), headers=silent).status == 403
    assert browser().post("/login", {"name": "Anna"}, headers=silent).status == 403
    assert browser().post(f"/stem/{token}").status == 303
