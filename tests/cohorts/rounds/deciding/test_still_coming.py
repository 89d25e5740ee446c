"""Whoever stopped after the decision is on no paper for the first meeting."""

from __future__ import annotations

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import ApplicantId
from cohorts.record.group_name import group_name
from cohorts.reports.page.facilitator import facilitator_sheets
from cohorts.rounds.deciding.still_coming import still_coming
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.withdraw import withdraw
from cohorts.rounds.proposing.heads import heads_of
from cohorts.store.store import Store
from cohorts.words import Language
from tests.cohorts.rounds.deciding.decided_round import Decided, proposed_round
from tests.cohorts.rounds.proposing.samples import composed, to_spare

SMALL = "kennissessie"


def coming(here: Decided) -> Proposal:
    return still_coming(*here.of, next(h for h in heads_of(*here.of) if h.key == here.proposal))


def seated(made: Proposal) -> set[ApplicantId]:
    return {a.id for members in made.composition.groups.values() for a in members}


def test_it_is_the_decision_itself_where_nobody_left(store: Store) -> None:
    here = proposed_round(store, SMALL)
    here.decide()
    assert seated(coming(here)) == seated(composed(SMALL))
    assert not coming(here).by_hand


def test_who_withdrew_or_was_erased_is_gone_and_the_rest_stay(store: Store) -> None:
    here = proposed_round(store, SMALL)
    here.decide()
    keys = people_of(*here.of).keys.of
    one, number = to_spare(SMALL)
    other = composed(SMALL).composition.groups[number][1]
    name = composed(SMALL).composition.groups[number][0].label
    withdraw(*here.of, keys[one])
    erase_person(*here.of, keys[other.id])
    made = coming(here)
    assert seated(made) == seated(composed(SMALL)) - {one, other.id}
    paper = facilitator_sheets(made, None, Language.NL)
    assert f">{name}<" not in paper
    assert "gewist-" not in paper
    assert group_name(made, number, Language.NL) in paper
