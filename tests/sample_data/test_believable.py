"""Whoever organises such a round, and reads it, believes it: by kinds of slips, not by examples."""

from __future__ import annotations

import csv
import importlib
import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cohorts.geography.distance import kilometres
from cohorts.intake import Applicants, read_applicants
from cohorts.intake.beside.relations_file import read_relations
from cohorts.people.applicant import Applicant
from cohorts.people.relation import RelationKind

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_data"
FORMS = {
    file.stem.replace("_", "-"): "aanmeldingen.xlsx"
    for file in (SAMPLES / "rounds").glob("[a-z]*.py")
} | {"groei-ondernemers-challenge": "scan.xlsx"}
TOLD = ("activity", "offer", "customers", "question", "ambition_text")


@pytest.fixture(autouse=True)
def _samples_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT)


def making(module: str) -> ModuleType:
    return importlib.import_module(f"sample_data.making.{module}")


@cache
def people(name: str, file: str = "") -> Applicants:
    return read_applicants(SAMPLES / name / (file or FORMS[name]))


def answers(name: str, field: str) -> Iterator[str]:
    """What is told; of a company once, where several people of it apply."""
    seen = set()
    for person in people(name):
        text = getattr(person, field)
        once = (person.kvk or person.id, text) if field in TOLD[:3] else (person.id, text)
        if text and once not in seen:
            seen.add(once)
            yield text


def with_trades(name: str) -> Iterator[tuple[Applicant, list[Any]]]:
    """Everybody, with the trades that have the class they name."""
    every = making("trade").trades(*making("trade").every_file())
    for person in people(name):
        yield person, [trade for trade in every if trade.sbi == person.sbi]


def between(a: Applicant, b: Applicant) -> float:
    """Kilometres."""
    return kilometres((a.latitude or 0, a.longitude or 0), (b.latitude or 0, b.longitude or 0))


def sentences(text: str) -> list[str]:
    return [s.strip().lower() for s in re.split(r"(?<=[.?!])\s+", text) if len(s) > 12]


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("field", TOLD)
def test_no_sentence_comes_back_more_than_three_times_in_a_hundred_forms(
    name: str, field: str
) -> None:
    """An answer that comes back is one sentence; so is one inside a longer answer."""
    told = list(answers(name, field))
    most = max(3, math.ceil(3 * len(told) / 100))
    counted = Counter(s for text in told for s in {*sentences(text), text.strip().lower()})
    assert [s for s, times in counted.items() if times > most] == []


@pytest.mark.parametrize("name", FORMS)
def test_one_theme_is_told_of_in_many_words(name: str) -> None:
    said = [person.question for person in people(name) if person.question]
    assert len(set(said)) >= 0.75 * len(said)
    lengths = sorted(len(text.split()) for text in said)
    assert lengths[-1] >= 3 * lengths[0]


@pytest.mark.parametrize("name", FORMS)
def test_what_somebody_does_belongs_to_a_class_of_that_trade(name: str) -> None:
    listed = (ROOT / "cohorts" / "people" / "sbi2025.csv").read_text("utf-8").splitlines()
    classes = {row[0] for row in csv.reader(listed) if row[2] == "4"}
    for person, known in with_trades(name):
        assert person.sbi in classes, person.company
        assert known, person.company


@pytest.mark.parametrize("name", FORMS)
def test_no_company_is_older_than_its_trade(name: str) -> None:
    for person, known in with_trades(name):
        assert person.founded is None or person.founded >= min(
            trade.founded or trade.since for trade in known
        ), (person.company, person.founded)


@pytest.mark.parametrize("name", FORMS)
def test_a_head_earns_what_heads_earn_in_that_trade(name: str) -> None:
    """A year begun is no year's turnover, and a rounded number of people hides up to a half."""
    for person, known in with_trades(name):
        if not (person.turnover and person.fte and person.fte_low == person.fte_high):
            continue
        if not person.founded or person.founded > 2024:
            continue
        thousands = person.turnover / person.fte / 1000
        slack = 1.1 + 0.6 / person.fte
        least = min(trade.per_fte[0] for trade in known) / slack
        most = max(trade.per_fte[1] for trade in known) * slack
        assert least <= thousands <= most, (person.company, round(thousands))


@pytest.mark.parametrize("name", FORMS)
def test_a_company_that_has_just_begun_is_small(name: str) -> None:
    for person in people(name):
        if person.founded and person.fte:
            age = 2026 - person.founded
            assert age > 8 or (person.fte_low or 0) <= 4 * (age + 1) + 2, person.company


@pytest.mark.parametrize("name", FORMS)
def test_a_phase_agrees_with_age(name: str) -> None:
    for person in people(name):
        if person.life_phase and person.founded:
            young = 2026 - person.founded <= 3
            assert (person.life_phase == "start") <= young, person.company
            assert (person.life_phase in ("established", "transfer")) <= (not young), person.company


def test_who_founded_a_start_up_has_been_an_entrepreneur_as_long() -> None:
    for person in people("move2social"):
        assert person.experience is not None
        assert person.founded is not None
        assert person.experience >= 2026 - person.founded, person.company


@pytest.mark.parametrize("name", FORMS)
def test_a_sentence_names_only_water_and_country_that_are_there(name: str) -> None:
    places = making("places")
    for person in people(name):
        told = " ".join(str(getattr(person, field, "") or "") for field in TOLD)
        where = [held for water, held in places.WATER.items() if f"aan {water}" in told]
        assert all(person.place in held for held in where), (person.company, person.place)
        land = [held for streek, held in places.COUNTRY.items() if f"in {streek}" in told]
        assert all(person.municipality in held for held in land), (person.company, person.place)


@pytest.mark.parametrize("name", FORMS)
def test_an_authority_or_foundation_is_no_company_and_nothing_is_left_to_fill_in(name: str) -> None:
    for person in people(name):
        company = person.company or ""
        assert not (re.match(r"Gemeente |Stichting |Lectoraat ", company) and "B.V." in company)
        told = " ".join(str(getattr(person, field, "") or "") for field in TOLD)
        assert "{" not in company + told


@pytest.mark.parametrize("name", FORMS)
def test_a_register_number_begins_as_numbers_of_that_year_did(name: str) -> None:
    first = making("register").FIRST
    for person in people(name):
        if person.kvk and person.founded:
            assert (int(person.kvk) >= first) == (person.founded >= 2010), person.company


@pytest.mark.parametrize("name", [n for n in FORMS if (SAMPLES / n / "relations.csv").is_file()])
def test_relations_are_few_and_each_is_between_trades_that_have_it(name: str) -> None:
    talks = SAMPLES / name / "talks.csv"
    everybody = people(name, talks.name if talks.is_file() else "")
    held = {str(person.id): person for person in everybody}
    relations = read_relations(SAMPLES / name / "relations.csv", everybody)
    assert len(relations) <= max(6, len(everybody) / 4)
    customers = making("business").CUSTOMERS
    sectors = {person.id: {trade.sector for trade in known} for person, known in with_trades(name)}
    for relation in relations:
        a, b = held[str(relation.a)], held[str(relation.b)]
        if relation.kind is RelationKind.COMPETITOR:
            assert a.sbi == b.sbi, (a.company, b.company)
            assert between(a, b) < 30
        if relation.kind is RelationKind.SUPPLIES:
            sold = {to for sector in sectors[a.id] for to in customers.get(sector, {})}
            assert sold & sectors[b.id], (a.company, b.company)


def test_some_rivals_on_the_forms_are_in_the_round_and_most_are_not() -> None:
    """Three pairs name each other, two are named once, one of those with a slip."""
    everybody = people("overijssel")
    known = {(person.company or "").removesuffix(" B.V."): person for person in everybody}
    named = {
        (person.id, known[name].id)
        for person in everybody
        for rivals in person.competitors
        for name in known
        if name in rivals and known[name] is not person
    }
    both = {(a, b) for a, b in named if (b, a) in named}
    assert len(both) == 2 * 3
    assert len(named - both) == 2
    answers = [person for person in everybody if person.competitors]
    assert len(named) < len(answers) / 2


@pytest.mark.parametrize("name", FORMS)
def test_some_cannot_come_always_and_half_days_differ(name: str) -> None:
    ticked = [person.availability for person in people(name)]
    assert all(ticked)
    assert len({frozenset(slots) for slots in ticked}) >= 5
