"""The same people, written otherwise: the same groups, and a proposal that holds for both.

Capitals, the form of accents, white space and a sign behind it make no other value, whatever rule
or condition reads or names it.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from random import Random
from typing import Any, Literal

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cohorts.composing.compose import compose
from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.spelling import CALLED, CALLED_SEVERAL, FREE_TEXTS, KINDS
from cohorts.programme.programme import Programme
from cohorts.record.document import ProposalDocument, as_json, document
from cohorts.record.recompute import check
from cohorts.rules.worked import Worked
from cohorts.words import Language

pytestmark = pytest.mark.long

DAY = date(2026, 1, 1)
CAPITALS: tuple[Callable[[str], str], ...] = (str, str.upper, str.lower, str.title, str.swapcase)
FORMS: tuple[Literal["NFC", "NFD"], ...] = ("NFC", "NFD")
SPACES = (" ", "  ", "\u00a0", "\t", " \u2009")
ENDS = ("", ".", "!", " ;", "...")
QUESTIONS = ("personeel vinden in de überzorg", "één robot kopen. Hoe?", "geld voor groei; export")

RULES: list[dict[str, Any]] = [
    {"rule": "at_most", "field": "Branche", "most": 2, "level": "must"},
    {"rule": "at_most", "field": "sector", "most": 1, "values": ["CAFÉ"], "key": "cafe"},
    {"rule": "never_alone", "field": "Geslacht", "values": ["vrouw"], "level": "must"},
    {"rule": "at_least", "field": "role", "value": "MAKER.", "level": "must"},
    {"rule": "roles_wanted", "field": "role", "wanted": {"School": 1, "maker": 1}},
    {"rule": "quota", "field": "province", "value": "Fryslân", "most": 3, "level": "must"},
    {"rule": "several", "field": "municipality"},
    {"rule": "alike", "field": "province"},
    {"rule": "shared_theme", "weight": 2},
    {"rule": "availability"},
    {
        "rule": "comparable",
        "field": "Fase",
        "scale": "ordinal",
        "order": ["idee", "START", "groei"],
    },
    {"rule": "same_question", "fields": ["question", "Doel"]},
    {"rule": "company_together", "most": 2},
    {"rule": "family_apart"},
]
CONDITIONS: list[dict[str, Any]] = [
    {"condition": "one_of", "field": "land", "values": ["Nederland", "België"]},
    {"condition": "statement", "field": "zelf"},
    {
        "condition": "any_of",
        "key": "either",
        "either": [
            {"condition": "one_of", "field": "role", "values": ["school"]},
            {"condition": "one_of", "field": "land", "values": ["NEDERLAND", "belgië."]},
        ],
    },
]


@cache
def programme() -> Programme:
    return Programme.model_validate(
        {
            "schema_version": 1,
            "name": "proef",
            "title": {"nl": "Proef", "en": "Trial"},
            "groups": {"size": (4, 5), "target": 4, "places": "at most 12"},
            "conditions": CONDITIONS,
            "rules": RULES,
        }
    )


@cache
def people() -> tuple[Applicant, ...]:
    """Sixteen; one lives in a country that is not asked for, one says no."""
    return tuple(
        Applicant(
            id=ApplicantId(f"p{i:02}"),
            name=f"Zoë Ångström {i % 13}",
            company=f"Straßenbau Née {i % 14} B.V.",
            province=("Fryslân", "Overijssel", "Gelderland")[i % 3],
            municipality=("Súdwest-Fryslân", "Zwolle", "'s-Hertogenbosch")[(i // 2) % 3],
            role=("maker", "school", "bank")[i % 3],
            themes=(("Export", "Groei"), ("Personeel",), ("export", "personeel"))[(i * 5) % 3],
            availability=(("Di ochtend", "wo middag"), ("wo middag",))[i % 2],
            question=QUESTIONS[i % 3],
            family=("Zoë Ångström 3",) if i == 0 else (),
            extra={
                "Branche": ("bouw", "zorg", "ict", "Énergie")[i % 4],
                "sector": ("café | bouw", "zorg", "")[i % 3],
                "Geslacht": ("vrouw", "man", "man", "vrouw", "")[i % 5],
                "Fase": ("idee", "start", "groei")[i % 3],
                "Doel": ("meer omzet", "minder uren", "een opvolger")[(i * 7) % 3],
                "land": "Duitsland" if i == 9 else ("Nederland", "België")[(i // 8) % 2],
                "zelf": "nee" if i == 10 else "ja",
            },
        )
        for i in range(16)
    )


def otherwise(random: Random) -> tuple[Applicant, ...]:
    """The same people, every text of theirs written in one of many ways."""

    def written(text: str, *, closed: bool) -> str:
        text = random.choice(CAPITALS)(text)
        text = unicodedata.normalize(random.choice(FORMS), text)
        text = "".join(random.choice(SPACES) if c == " " else c for c in text)
        return text + (random.choice(ENDS) if closed else "")

    def value(text: str) -> str:
        return " | ".join(written(part.strip(), closed=True) for part in text.split("|"))

    def one(a: Applicant) -> Applicant:
        texts: dict[str, Any] = {}
        for field in (*KINDS, *CALLED):
            if isinstance(held := getattr(a, field), str):
                texts[field] = written(held, closed=True)
            elif held:
                texts[field] = tuple(written(text, closed=True) for text in held)
        for field in CALLED_SEVERAL:
            texts[field] = tuple(written(text, closed=True) for text in getattr(a, field))
        for field in FREE_TEXTS:
            texts[field] = (text := getattr(a, field)) and written(text, closed=False)
        extra = {name: text and value(text) for name, text in a.extra.items()}
        return replace(a, **texts, extra=extra)

    return tuple(map(one, people()))


def composed(who: tuple[Applicant, ...]) -> Proposal:
    return compose(who, programme(), seed=1, effort="quick", on=DAY)


@cache
def here() -> Proposal:
    return composed(people())


def stated(proposal: Proposal) -> ProposalDocument:
    return ProposalDocument.model_validate(json.loads(as_json(document(proposal, Language.NL))))


def seats(proposal: Proposal) -> dict[int, list[str]]:
    return {n: [a.id for a in members] for n, members in proposal.composition.groups.items()}


@given(st.integers(0, 10**6).map(Random).map(otherwise))
@settings(
    max_examples=10,
    deadline=None,
    phases=(Phase.reuse, Phase.generate),  # sixteen people are small enough, and shrinking is slow
    suppress_health_check=[HealthCheck.too_slow],
)
def test_people_written_otherwise_get_the_same_groups_and_the_same_check(
    others: tuple[Applicant, ...],
) -> None:
    there = composed(others)
    assert seats(there) == seats(here())
    assert there.input_sha256 == here().input_sha256
    for proposal, who in ((here(), others), (there, people())):
        report = check(stated(proposal), who, programme())
        assert report.mismatches == ()
        assert report.holds


def test_the_round_is_about_something() -> None:
    """Every rule finds something in it, and two people are refused."""
    found = here()
    assert {f.rule for f in found.findings} == {rule.key for rule in programme().rules}
    assert [aside.applicant.id for aside in found.round.set_aside] == ["p09", "p10"]
    assert seats(found).keys() == {1, 2, 3}
    assert found.nothing_said_of == ()


@pytest.mark.parametrize("column", ["Branche", "Geslacht", "Doel"])
def test_an_accent_is_another_value(column: str) -> None:
    """What only looks like it is not the same."""
    first, *rest = people()
    accented = replace(first, extra={**first.extra, column: first.extra[column] + "\u0301"})
    report = check(stated(here()), (accented, *rest), programme())
    assert "input_sha256" in {m.place for m in report.mismatches}


def test_a_round_that_is_made_by_hand_means_the_same() -> None:
    """Whoever makes a round has one spelling in it, without composing."""
    makers = {"a": {"role": "Maker"}, "b": {"role": "MAKER "}, "c": {"role": "Maker"}}
    round_ = Worked(groups=(makers,)).round()
    assert round_.values("role") == ("Maker",)
    assert {a.role for a in round_.applicants} == {"Maker"}
    assert round_.spelled("role", "maker.") == "Maker"
    assert round_.spelled("role", "School") == "School"
