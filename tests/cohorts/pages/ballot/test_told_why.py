"""A member is told why a dossier is not theirs any more, and why a form stands empty again."""

from __future__ import annotations

import re
from html import unescape

from sqlalchemy import update

from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.judge_again import judge_again, talk
from cohorts.rounds.balloting.own_ballot import own_ballot
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.decide_tie import decide_tie
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.interests.ruling import Ruling
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.store.store import Store
from cohorts.store.tables import stage as stage_table
from cohorts.words import Language, say
from tests.cohorts.pages.ballot.browsing import address, entered
from tests.cohorts.rounds.balloting.a_committee import (
    Committee,
    in_days,
    judging,
    planned,
    yes_plan,
)

CHAIR, MEMBER, OTHER = "Bank", "Gemeente", "School"


def page(here: Committee, name: str) -> str:
    return unescape(entered(here.store, here, name).get(address(here)).text)


def shown(text: str) -> int:
    """On how many dossiers it says that they are to be judged again."""
    told = re.findall(r"<p [^>]*data-judged-again( hidden)?>(.*?)</p>", text)
    assert {one for _, one in told} == {say("ballot.judged_again", Language.NL)}
    return sum(not hidden for hidden, _ in told)


def name_of(here: Committee, number: int) -> str:
    of = (here.store, here.members[OTHER], here.round, here.stage)
    names = {one.person: one.name for one in own_ballot(*of).names}
    return names[here.candidate(number)]


def test_who_is_barred_reads_that_and_of_whom(store: Store) -> None:
    here = planned(store)
    open_interests(store, here.organiser, here.round, here.stage)
    for name in here.members:
        here.ties(name, **({"c2": Tie.KNOWS, "c3": Tie.KNOWS} if name == MEMBER else {}))
    decide_tie(
        store,
        here.members[CHAIR],
        here.round,
        here.stage,
        member=here.members[MEMBER].key,
        person=here.candidate(2),
        bars=True,
        reason="Een nauwe band",
    )
    told = say("ballot.barred", Language.NL, people=[name_of(here, 2)], count=1)
    assert told in page(here, MEMBER)
    open_votes(store, here.organiser, here.round, here.stage, until=in_days(7))
    text = page(here, MEMBER)
    assert told in text
    assert here.candidate(2) not in text
    assert "Een nauwe band" not in text
    assert "/niet-gelezen" in text
    assert told not in page(here, OTHER)


def test_who_judges_one_again_reads_why_it_is_empty(store: Store) -> None:
    here = judging(store)
    for name in (MEMBER, OTHER):
        of = (store, here.members[name], here.round, here.stage, here.candidate(1))
        cast(*of, judged=Judged(yes=True), once="a", note=f"Van {name}")
    late_tie(*of, tie=Tie.PERSONAL)
    assert shown(page(here, MEMBER)) == 0
    here.ruled(OTHER, 1, Ruling.AGAIN, "Er is over gesproken")
    assert shown(page(here, MEMBER)) == 1
    assert shown(page(here, CHAIR)) == 0  # had said nothing yet
    of = (store, here.members[MEMBER], here.round, here.stage, here.candidate(1))
    (vote,) = [one.vote for one in own_ballot(*of[:4]).dossiers if one.vote]
    assert (vote.judged, vote.remark) == (Judged(), f"Van {MEMBER}")  # it is theirs
    cast(*of, judged=Judged(yes=False), once="b")
    assert shown(page(here, MEMBER)) == 0


def test_a_second_turn_says_that_what_was_said_still_stands(store: Store) -> None:
    here = judging(store, yes_plan(second=True))
    told = say("ballot.second_turn", Language.NL)
    assert told not in page(here, MEMBER)
    with store.writing() as connection:
        over = update(stage_table).values(closes_at="2026-01-01T00:00:00.000000Z")
        connection.execute(over)
    of = (store, here.members[CHAIR], here.round, here.stage)
    talk(*of)
    judge_again(*of, until=in_days(2))
    assert told in page(here, MEMBER)
