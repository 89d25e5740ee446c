"""Proposals of meaning 1 and 2 took values letter for letter, and can still be checked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cohorts.composing.compose import compose
from cohorts.composing.prepare import prepare
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.record.document import ProposalDocument, document
from cohorts.record.second_meaning import (
    SECOND,
    second_fingerprint,
)
from cohorts.words import Language
from tests.cohorts.small_round import people, programme

DAY = date(2026, 1, 1)
THEMES = (("robots",), ("Export",), ("export",), ("Zon",))
OPTIONS = {"Export": 0, "Zon": 1, "export": 2, "robots": 3}
"""In the order of then: capitals first."""
DIGEST = "9fc1b3493ee23f9d0e1609604b96ab3959038319de4d2c19b095b06cfd35ddda"


def test_the_fingerprint_of_then_comes_out_the_same() -> None:
    asked = programme()
    round_ = prepare(people(), asked, on=DAY, seed=3, pins={ApplicantId("p01"): 2})
    assert second_fingerprint(round_, asked, people()) == DIGEST


def four() -> tuple[Applicant, ...]:
    return tuple(replace(a, themes=themes) for a, themes in zip(people()[:4], THEMES, strict=True))


def asked() -> Programme:
    rules = [{"rule": "shared_theme"}, {"rule": "comparable", "field": "fte"}]
    return programme(rules).model_copy(update={"name": "four"})


def of_then(option: str) -> ProposalDocument:
    """One group of four as release 2 would state it, that took this theme."""
    made = compose(four(), asked(), on=DAY, groups=1, size=(4, 4))
    stated = document(made, Language.NL)
    group = stated.groups[0].model_copy(update={"choices": {"shared_theme": [OPTIONS[option]]}})
    digest = second_fingerprint(made.round, asked(), four())
    return stated.model_copy(
        update={"meaning_version": SECOND, "groups": [group], "input_sha256": digest}
    )
