"""Who goes on after a step hears what comes next, and nothing that is not so."""

from __future__ import annotations

import io

import openpyxl
import pytest

from cohorts.reports.letters.letter import Letter, Outcome, Sender
from cohorts.reports.letters.letter_files import letters_page, merge_book
from cohorts.reports.letters.of_stage import letters_of_stage
from cohorts.rounds.deciding.reopen_decision import reopen_decision
from cohorts.rounds.judging.plan_stage import plan_stage
from cohorts.rounds.judging.stage_plan import StagePlan
from cohorts.store.store import Store
from cohorts.words import Language, say
from tests.cohorts.rounds.balloting.a_committee import Committee, yes_plan
from tests.cohorts.rounds.deciding.judged_round import chosen, composed_of, joint_plan

NEXT_STEP = {Language.NL: "volgende stap", Language.EN: "next step"}


def letters(here: Committee, language: Language) -> tuple[Sender, tuple[Letter, ...]]:
    return letters_of_stage(here.store, here.organiser, here.round, here.stage, language)


def outcomes(here: Committee) -> set[Outcome]:
    return {one.outcome for one in letters(here, Language.NL)[1]}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("plan", "outcome"),
    [(joint_plan(), Outcome.STILL_IN), (yes_plan(places=3), Outcome.TO_GROUPS)],
)
def test_after_the_last_step_nobody_hears_of_a_next_one(
    store: Store, plan: StagePlan, outcome: Outcome, language: Language
) -> None:
    here = chosen(store, plan)
    sender, made = letters(here, language)
    inside = [one for one in made if one.outcome is outcome]
    assert len(inside) == (9 if plan.stage.joint else 4)
    said = say(f"letter.{outcome}", language)
    for one in inside:
        assert said in one.news(sender, language)  # as whoever calls hears it
    printed = letters_page(sender, made, language, "2026-11-28T12:00:00.000Z")
    assert printed.count(said) == len(inside)
    assert NEXT_STEP[language] not in printed
    book = openpyxl.load_workbook(io.BytesIO(merge_book(sender, made, language)))
    cells = [str(cell) for row in book.worksheets[0].values for cell in row]
    assert cells.count(say(f"letter.is_{outcome}", language)) == len(inside)
    assert not any(NEXT_STEP[language] in cell for cell in cells)


def test_where_another_step_comes_they_hear_of_it(store: Store) -> None:
    here = chosen(store, yes_plan(places=3))
    plan_stage(store, here.organiser, here.round, joint_plan())
    assert outcomes(here) == {Outcome.GOES_ON, Outcome.NOT_ON}


@pytest.mark.parametrize("plan", [joint_plan(), yes_plan(places=3)])
def test_once_it_is_decided_only_who_did_not_go_on_hears_of_the_step(
    store: Store, plan: StagePlan
) -> None:
    here = chosen(store, plan)
    before = outcomes(here)
    decision = composed_of(here)
    assert outcomes(here) == before - {Outcome.STILL_IN, Outcome.TO_GROUPS}
    reopen_decision(store, here.organiser, here.round, decision, reason="anders")
    assert outcomes(here) == before
