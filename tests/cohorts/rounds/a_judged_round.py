"""A round in which everything was said that a committee can say of somebody, for tests."""

from __future__ import annotations

from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.offer_help import offer_help
from cohorts.rounds.balloting.rule_on_tie import rule_on_tie
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.late_tie import late_tie
from cohorts.rounds.interests.ruling import Ruling
from cohorts.rounds.judging.stage_plan import StagePlan, Tie
from cohorts.rounds.standings.go_on import Otherwise, go_on
from cohorts.store.keys import PersonKey
from cohorts.store.store import Store
from tests.cohorts.rounds.balloting.a_committee import Committee, judging, yes_plan

OFFERS = yes_plan(offers=True)


def voting(store: Store, first: str = "", plan: StagePlan = OFFERS) -> Committee:
    """All voted on ``c0`` and ``c1`` with a note and sent in; School has a tie with ``c0`` since.

    ``first``: a text that stands in every note and offer.
    """
    here = judging(store, plan)
    for number, name in enumerate(here.members):
        for place in (0, 1):
            _voted(here, name, here.candidate(place), yes=place < number, text=first)
        where = (store, here.members[name], here.round, here.stage)
        offer_help(*where, here.candidate(1), help_=True, note=f"{first} help van {name}")
        send(*where)
    late_tie(
        store, here.members["School"], here.round, here.stage, here.candidate(0), tie=Tie.PERSONAL
    )
    return here


def ruled(here: Committee, ruling: Ruling = Ruling.STAND, first: str = "") -> None:
    """The chair on the tie of School."""
    whom, person = here.members["School"].key, here.candidate(0)
    rule_on_tie(
        here.store,
        here.members["Bank"],
        here.round,
        here.stage,
        member=whom,
        person=person,
        ruling=ruling,
        reason=f"{first} reden van de voorzitter",
    )


def closed(store: Store, first: str = "", plan: StagePlan = OFFERS) -> Committee:
    """The same, ruled on and closed."""
    here = voting(store, first, plan)
    ruled(here, first=first)
    close_votes(store, here.organiser, here.round, here.stage)
    return here


def decided(store: Store, first: str = "", plan: StagePlan = OFFERS) -> Committee:
    """The same; ``c8`` goes on and ``c1`` does not, because people say so."""
    here = closed(store, first, plan)
    changes = {
        here.candidate(1): Otherwise(on=False, reason=f"{first} wil iets anders"),
        here.candidate(8): Otherwise(on=True, reason=f"{first} past in de streek"),
    }
    here.see_ties()
    go_on(store, here.organiser, here.round, here.stage, otherwise=changes)
    return here


def _voted(here: Committee, name: str, person: PersonKey, *, yes: bool, text: str) -> None:
    cast(
        here.store,
        here.members[name],
        here.round,
        here.stage,
        person,
        judged=Judged(yes=yes),
        once=f"{name} {person}",
        note=f"{text} notitie van {name}",
    )
