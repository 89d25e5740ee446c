"""Letters are to whom the page of the decision counts, and to whom it names beside these."""

from __future__ import annotations

from cohorts.people.applicant import ApplicantId
from cohorts.reports.letters.of_decision import letters_of_decision
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.deciding.decision import decisions_of
from cohorts.rounds.deciding.deviation import seats_of
from cohorts.rounds.deciding.hears_beside import hears_beside, still_here
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.withdraw import withdraw
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.deciding.judged_round import judged_round

Of = tuple[Store, Actor, RoundKey]


def counted(of: Of) -> set[ApplicantId]:
    return {*seats_of(proposal_of(*of, decisions_of(*of)[-1].proposal))}


def beside(of: Of) -> set[ApplicantId]:
    people = people_of(*of)
    proposal = proposal_of(*of, decisions_of(*of)[-1].proposal)
    there = still_here(people, asked_of(*of), ())
    found = hears_beside(proposal, people.keys, {who: people.who[who] for who in there})
    return {one.applicant.id for one in found}


def written_to(of: Of) -> set[ApplicantId]:
    return {one.to.id for one in letters_of_decision(*of, Language.NL)[1]}


def test_who_did_not_go_on_hears_too_and_who_withdrew_since_does_not(store: Store) -> None:
    here = judged_round(store).here
    of = (store, here.organiser, here.round)
    before = beside(of)
    assert before
    assert not before & counted(of)
    assert written_to(of) == counted(of) | before
    withdraw(*of, people_of(*of).keys.of[min(before)])
    assert beside(of) == before - {min(before)}
    assert written_to(of) == counted(of) | beside(of)
