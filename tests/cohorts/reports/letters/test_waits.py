"""Who waits for a circle, or is better helped alone, reads that and never that they are refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cohorts.outlook.circles import Circles, circles_of
from cohorts.outlook.circles.circle import Circle, Individual
from cohorts.programme.programme import load_programme
from cohorts.reports.letters.letter import NOT_REFUSED, Outcome
from cohorts.reports.letters.of_decision import letter_to
from cohorts.reports.letters.post import post_of
from cohorts.reports.letters.waits import waits_of
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.withdraw import withdraw
from cohorts.rounds.posting.reserve_list import set_reserve_list
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.store.store import Store
from cohorts.words import Language, say
from tests.cohorts.rounds.deciding.decided_round import Decided, proposed_round

NL = Language.NL
SAMPLE = "leren-van-elkaar-familie"


@pytest.fixture
def here(store: Store) -> Decided:
    """Of a programme with circles: one group of five, others wait."""
    found = proposed_round(store, SAMPLE)
    found.decide()
    return found


def circles(here: Decided) -> Circles:
    return circles_of(proposal_of(*here.of, here.proposal))


def lacks(circle: Circle) -> str:
    """In the words of the programme: of entrepreneurs."""
    with load_programme(SAMPLE).in_own_words():
        return say("letter.circle_lacks", NL, count=circle.lacks.people)


def test_each_of_a_circle_reads_which_it_is_and_what_it_lacks(here: Decided) -> None:
    found, keys = circles(here), people_of(*here.of).keys.of
    assert found.circles
    no_place = say("letter.not_placed", NL)
    for circle in found.circles:
        for one in circle.members:
            made = letter_to(*here.of, keys[one.id], NL)
            assert made is not None
            sender, letter = made
            assert letter is not None
            assert letter.outcome is Outcome.WAITS
            assert letter.group.startswith(f"Kring {circle.name} ")
            assert (lacks(circle) in letter.reason) is bool(circle.lacks.people)
            text = " ".join(letter.paragraphs(sender, NL))
            assert no_place not in text
            assert say("letter.why", NL, reason="").strip() not in text
            others = (a.label for a in circle.members if a.id != one.id)
            assert not [name for name in others if name in text]


def test_nothing_is_said_of_what_a_circle_lacks_once_somebody_of_it_left(here: Decided) -> None:
    keys = people_of(*here.of).keys.of
    circle = next(one for one in circles(here).circles if one.lacks.people)
    gone, stays = circle.members[:2]
    withdraw(*here.of, keys[gone.id])
    letter = post_of(*here.of, None, NL).letters[keys[stays.id]]
    assert letter.outcome is Outcome.WAITS
    assert lacks(circle) not in letter.reason


def test_where_everybody_without_a_place_is_on_one_list_they_hear_that(here: Decided) -> None:
    set_reserve_list(*here.of, there=True)
    said = {one.outcome for one in post_of(*here.of, None, NL).letters.values()}
    assert Outcome.RESERVE in said
    assert not said & NOT_REFUSED


@pytest.mark.parametrize("language", Language)
def test_who_is_better_helped_alone_reads_what_the_programme_offers(
    here: Decided, language: Language
) -> None:
    made = proposal_of(*here.of, here.proposal)
    programme = load_programme(SAMPLE)
    one = made.not_placed[0].applicant
    alone = replace(circles(here), circles=(), alone=(one,), individual=(Individual(one, None),))
    again = replace(made)
    again.worked_out["circles"] = alone
    (waits,) = waits_of(again, frozenset(), language).values()
    assert waits.outcome is Outcome.INDIVIDUAL
    assert programme.individual[language] in waits.said
