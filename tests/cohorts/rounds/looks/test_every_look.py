"""What is walked in test_hidden.py is tried in earnest: every reading act answers somebody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cohorts.rounds.people.drop import drop
from cohorts.rounds.roles import Role
from cohorts.store.store import Store, opened
from tests.cohorts.rounds import a_judged_round
from tests.cohorts.rounds.asking.a_round import PEOPLE
from tests.cohorts.rounds.balloting.a_committee import Committee
from tests.cohorts.rounds.deciding.judged_round import composed_of
from tests.cohorts.rounds.looks.every_look import OF_SOMEBODY, every_look, writes
from tests.cohorts.rounds.staff import joined

JOINT = "nothing is decided jointly here: test_curve.py"
UNANSWERED = {
    "decided_jointly.may_weigh": JOINT,
    "order_of_votes.order_of_votes": JOINT,
    "send_waiting.send_waiting": "no mail server is known here: test_sending.py",
}
"""Reading acts that nobody is answered in these rounds, each with why."""


def short(name: str) -> str:
    return name.removeprefix("cohorts.rounds.").partition(".")[2]


@pytest.fixture
def stores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Store, Store]]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    made = [opened(f"sqlite:///{tmp_path / name}.sqlite") for name in ("voting", "decided")]
    yield made[0], made[1]
    for one in made:
        one.close()


def looked(here: Committee) -> Iterator[tuple[str, bool, bool]]:
    """Of all who may look at most: the name of an act, whether it was answered, and whether it
    would have changed something."""
    staff = (
        joined(here.store, here.organiser, role.value, here.round, role)
        for role in (Role.ORGANISER, Role.AUDITOR)
    )
    for who in (here.organiser, *staff, here.members["Bank"], here.members["Gemeente"]):
        for name, answer in every_look(here, who).items():
            yield name.partition(" ")[0], answer.given, answer.wrote


def test_every_reading_act_answers_somebody(stores: tuple[Store, Store]) -> None:
    voting, decided = stores
    first = a_judged_round.voting(voting)
    drop(voting, first.organiser, first.round, "people.csv", PEOPLE)
    second = a_judged_round.decided(decided)
    composed_of(second)
    told = [*looked(first), *looked(second)]
    acts = {short(name) for name, act in OF_SOMEBODY.items() if writes(act)}
    acts |= {name for name, _, wrote in told if wrote}
    answered = {name for name, given, _ in told if given}
    assert {short(name) for name in OF_SOMEBODY} - acts - answered == UNANSWERED.keys()
