"""What a member prints of whom they were kept from; and what they see of a vote from paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.applications import Starlette

from cohorts.pages.web import routes
from cohorts.pages.web.ballot import ballot_page, own_state, posted, seated
from cohorts.rounds.accounts.log_in import set_password
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.on_paper import enter_on_paper
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.store.store import Store, opened
from cohorts.words import Language, say
from tests.cohorts.pages.ballot.asked import Asking
from tests.cohorts.rounds.balloting.a_committee import Committee, judging
from tests.cohorts.rounds.balloting.paper_form import answered, ballot_for, read_of


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    store = opened(f"sqlite:///{tmp_path / 'rounds.sqlite'}")
    for module in (routes, ballot_page, own_state, posted, seated):
        monkeypatch.setattr(module, "store", lambda: store)
    yield store
    store.close()


def page(here: Committee, part: str, name: str = "Bank", language: str = "nl") -> str:
    client = Asking(Starlette(routes=routes.routes()))
    client.cookies["cohorts"] = set_password(here.store, here.members[name], "een lang wachtwoord")
    said = {"ronde": here.round, "stap": here.stage, "language": language}
    told = client.get(f"/stembiljet{part}?{urlencode(said)}")
    assert told.status == 200
    return told.text


def test_it_names_whom_they_were_kept_from_and_no_tie(store: Store) -> None:
    here = judging(store, told=False)
    for name in here.members:
        here.ties(name, **({"c1": Tie.PERSONAL, "c2": Tie.KNOWS} if name == "Bank" else {}))
    bank = here.members["Bank"]
    names = {one.person: one.name for one in own_ballot(store, bank, here.round, here.stage).names}
    person = here.candidate(3)
    cast(store, bank, here.round, here.stage, person, judged=Judged(yes=True), once="a")
    late_tie(store, bank, here.round, here.stage, person, tie=Tie.HANDLES)
    for language in Language:
        told = page(here, "/niet-gelezen", language=language)
        never, late = told.split(say("ballot.not_read_late", language))
        assert names[here.candidate(1)] in never
        assert names[person] in late
        assert names[person] not in never  # it could be read until then
        others = set(names) - {here.candidate(1), person}
        assert not [who for who in others if names[who] in told]
        for tie in (Tie.PERSONAL, Tie.HANDLES):
            assert say(f"ballot.tie_{tie}", language) not in told
    assert "/stembiljet/niet-gelezen" in page(here, "")
    assert "/stembiljet/niet-gelezen" not in page(here, "", "School")
    assert say("ballot.not_read_none", Language.NL) in page(here, "/niet-gelezen", "School")


def test_a_vote_from_paper_is_marked_wherever_the_member_sees_it(store: Store) -> None:
    here = judging(store)
    ballot = ballot_for(here)
    content = answered(ballot, {0: {"Gaat dit bedrijf door?": "ja"}})
    of = here.store, here.organiser, here.round, here.stage, here.members["Bank"].key
    mark = say("ballot.on_paper", Language.NL, name=here.organiser.name)
    assert mark not in page(here, "")
    enter_on_paper(*of, read=read_of(ballot, content))
    assert page(here, "").count(mark) == 1
    assert say("ballot.receipt_paper", Language.NL, name="Anna") in page(here, "/bewijs")
    assert mark not in page(here, "", "School")
