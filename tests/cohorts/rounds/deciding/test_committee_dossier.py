"""What a committee chose, from the dossier alone: counted again, and whatever is changed named."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cohorts.errors import RefusedError
from cohorts.rounds.accounts.grant import granted
from cohorts.rounds.balloting.send import send
from cohorts.rounds.deciding import dossier_form as form
from cohorts.rounds.deciding.dossier import TAKEN, dossier, dossier_with_ballots
from cohorts.rounds.deciding.replay import Replayed, replay
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.life.events_since import events_since
from cohorts.rounds.life.put_away import archive
from cohorts.rounds.packed import pack
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.roles import Role
from cohorts.store.canonical import sha256
from cohorts.store.doctor import doctor
from cohorts.store.place import url_of_file
from cohorts.store.store import Store, opened
from cohorts.words import Language
from tests.cohorts.rounds.balloting.a_committee import NAMES
from tests.cohorts.rounds.deciding.decided_round import changed, files_of, written
from tests.cohorts.rounds.deciding.judged_round import (
    REASON,
    closed,
    composed_of,
    joint_plan,
    judged_round,
    tied,
)
from tests.cohorts.rounds.staff import joined


def read(content: bytes, name: str) -> Any:
    return json.loads(files_of(content)[name])


def anew(content: bytes) -> bytes:
    """With hashes of the files as they are now: whoever changes one makes these too."""
    files = files_of(content)
    hashes = {name: sha256(files[name].decode()) for name in form.hashed(files)}
    return changed(content, form.HASHES, lambda c: c.update(hashes))


def named(found: Replayed) -> set[str]:
    return {one.file for one in found.differences}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    store = opened(url_of_file(tmp_path_factory.mktemp("store") / "rounds.sqlite"))
    here = judged_round(store)
    made = here.dossier(here.auditor)
    store.close()
    return made


def test_the_count_holds_on_both_databases(store: Store, tmp_path: Path) -> None:
    here = judged_round(store)
    found = replay(written(tmp_path, here.dossier(here.auditor)))
    assert found.differences == ()
    assert found.holds
    assert found.recounted == (1,)
    committee = found.dossier.committee
    assert committee is not None
    came = {one.key: one for one in committee.stages[0].came}
    candidates = here.here.head.candidates
    # the first had four votes, the second and third three and one; then three stand equal at one
    assert [who for who in candidates if came[who].counted == ""] == [*candidates[:3]]
    assert came[candidates[8]].why == "by_people"
    assert came[candidates[8]].reason == REASON
    assert not list(doctor(store))


def test_points_of_a_joint_decision_are_those_of_the_count(store: Store, tmp_path: Path) -> None:
    here = judged_round(store, joint_plan(standing="first"))
    content = here.dossier(here.auditor)
    found = replay(written(tmp_path, content))
    assert found.differences == ()
    assert found.dossier.committee is not None
    assert found.dossier.committee.stages[0].points

    def raised(inputs: Any) -> None:
        first = min(inputs["merit"])
        inputs["merit"][first] += 1

    other = replay(written(tmp_path, anew(changed(content, form.INPUTS, raised))))
    assert any(d.place.startswith("merit") for d in other.differences)


def test_the_organiser_gets_no_ballots_and_still_a_decision_that_holds(
    store: Store, tmp_path: Path
) -> None:
    here = judged_round(store)
    content = here.dossier(here.here.organiser)
    assert content == here.dossier(here.here.organiser)
    files = files_of(content)
    assert form.BALLOTS not in files
    committee = read(content, form.COMMITTEE)
    assert committee["ballots"] is False
    assert "stembiljetten van de commissie zitten er niet in" in files[form.README].decode()
    found = replay(written(tmp_path, content))
    assert found.differences == ()
    assert found.recounted == ()

    def let_on(content: Any) -> None:
        out = next(one for one in content["stages"][0]["came"] if not one["on"])
        out.update(on=True, counted="", why="")

    other = replay(written(tmp_path, anew(changed(content, form.COMMITTEE, let_on))))
    assert named(other) == {form.COMMITTEE, form.PROPOSAL}


def test_that_an_auditor_takes_the_ballots_is_logged_and_nobody_else_does(store: Store) -> None:
    judged = judged_round(store)
    here = judged.here
    of = (here.round, judged.decision, Language.NL)
    assert form.BALLOTS not in files_of(dossier(store, judged.auditor, *of))
    chair = here.members[NAMES[0]]
    with store.writing() as connection:
        granted(connection, here.organiser, here.round, chair, Role.AUDITOR)
    stranger = joined(store, here.organiser, "Wie")
    before = len(events_since(store, here.organiser, here.round))
    for actor in (here.organiser, chair, here.members[NAMES[1]], stranger):
        with pytest.raises(RefusedError):
            dossier_with_ballots(store, actor, *of)
    assert len(events_since(store, here.organiser, here.round)) == before
    assert form.BALLOTS in files_of(judged.dossier(judged.auditor))
    (taken,) = events_since(store, here.organiser, here.round)[before:]
    assert (taken.act, taken.by, taken.facts["decision"]) == (TAKEN, "Auke", 1)
    assert "met de stembiljetten" in taken.sentence(Language.NL)
    archive(store, here.organiser, here.round)
    assert form.BALLOTS in files_of(judged.dossier(judged.auditor))
    assert not list(doctor(store))


def test_nothing_in_it_says_who_cast_which(store: Store) -> None:
    """Not by a key, and not by order or label: these are drawn anew each time."""
    here = judged_round(store)
    several = [here.dossier(here.auditor) for _ in range(4)]
    accounts = [actor.key for actor in here.here.members.values()]
    for one in several:
        texts = files_of(one)
        both = texts[form.BALLOTS] + texts[form.COMMITTEE]
        assert not [key for key in accounts if key.encode() in both]
    stages = [read(one, form.BALLOTS)["stages"][0]["ballots"] for one in several]
    labels = [one["voter"] for ballots in stages for one in ballots]
    assert len(set(labels)) == len(labels) == 4 * 4
    same = [sorted(json.dumps(one["said"], sort_keys=True) for one in each) for each in stages]
    assert same.count(same[0]) == 4


def test_the_order_in_which_ballots_lie_changes_nothing(whole: bytes, tmp_path: Path) -> None:
    def other_order(content: Any) -> None:
        content["stages"][0]["ballots"].reverse()

    assert replay(written(tmp_path, anew(changed(whole, form.BALLOTS, other_order)))).holds


Change = Callable[[Any], Any]


def other_vote(content: Any) -> None:
    said = content["stages"][0]["ballots"][0]["said"]
    who = next(who for who in sorted(said) if said[who] in (["0"], ["1"]))
    said[who] = ["1"] if said[who] == ["0"] else ["0"]


def tie_gone(content: Any) -> None:
    for one in content["stages"][0]["ballots"]:
        one["said"] = {who: ["1"] if s == "recused" else s for who, s in one["said"].items()}


def other_reason(content: Any) -> None:
    one = next(one for one in content["stages"][0]["came"] if one["reason"])
    one["reason"] = "is familie"


def out_by_lot(content: Any) -> None:
    one = next(one for one in content["stages"][0]["came"] if one["why"] == "lower")
    one.update(why="lot", counted="lot")


def other_seed(content: Any) -> None:
    content["stages"][0]["plan"]["seed"] += 1


def fewer_places(content: Any) -> None:
    content["stages"][0]["plan"]["stage"]["places"] = 2


WRONG: dict[str, tuple[str, Change]] = {
    "another vote": (form.BALLOTS, other_vote),
    "a ballot less": (form.BALLOTS, lambda c: c["stages"][0]["ballots"].pop()),
    "a tie that was told": (form.BALLOTS, tie_gone),
    "no ballot": (form.BALLOTS, lambda c: c["stages"][0]["ballots"][0].update(said={})),
    "odd numbers": (
        form.BALLOTS,
        lambda c: c["stages"][0]["ballots"][0]["said"].update(
            dict.fromkeys(c["stages"][0]["ballots"][0]["said"], "many")
        ),
    ),
    "no stage": (form.BALLOTS, lambda c: c["stages"].clear()),
    "another seed": (form.COMMITTEE, other_seed),
    "fewer places": (form.COMMITTEE, fewer_places),
    "no plan": (form.COMMITTEE, lambda c: c["stages"][0].update(plan={})),
    "another reason": (form.COMMITTEE, other_reason),
    "out by lot": (form.COMMITTEE, out_by_lot),
    "somebody less": (form.COMMITTEE, lambda c: c["stages"][0]["came"].pop()),
    "never decided": (form.COMMITTEE, lambda c: c["stages"].clear()),
    "without ballots": (form.COMMITTEE, lambda c: c.update(ballots=False)),
    "other words in the log": (
        form.COMMITTEE,
        lambda c: c["stages"][0]["said"][-1].update(value='{"seats":9}'),
    ),
}


@pytest.mark.parametrize("edit", WRONG)
def test_whatever_is_changed_is_named(whole: bytes, tmp_path: Path, edit: str) -> None:
    """Also where the hashes were made anew."""
    name, change = WRONG[edit]
    found = replay(written(tmp_path, anew(changed(whole, name, change))))
    assert not found.holds
    assert named(found) & set(form.OF_COMMITTEE)


def test_without_its_committee_it_does_not_hold(whole: bytes, tmp_path: Path) -> None:
    files = {n: c for n, c in files_of(whole).items() if n not in form.OF_COMMITTEE}
    found = replay(written(tmp_path, anew(pack(files))))
    assert form.COMMITTEE in named(found)


def test_where_somebody_was_erased_the_rest_still_holds(store: Store, tmp_path: Path) -> None:
    here = judged_round(store)
    at = here.here
    people = people_of(store, at.organiser, at.round)
    erase_person(store, at.organiser, at.round, str(people.who[at.candidate(5)].id))
    found = replay(written(tmp_path, here.dossier(here.auditor)))
    assert found.differences == ()
    assert found.recounted == ()
    assert found.dossier.committee is not None
    assert found.dossier.committee.stages[0].erased == 1


def test_the_log_of_votes_that_are_taken_leaves_in_no_dossier(store: Store) -> None:
    """Whoever decides meanwhile would read in it who votes, and when."""
    here = tied(store)
    member = here.members[NAMES[0]]
    send(here.store, member, here.round, here.stage)
    decision = composed_of(here)
    with pytest.raises(RefusedError) as refused:
        dossier(store, here.organiser, here.round, decision, Language.NL)
    assert refused.value.problems[0].code == "rounds.votes_open"
    closed(here)
    assert form.LOG in files_of(dossier(store, here.organiser, here.round, decision, Language.NL))
