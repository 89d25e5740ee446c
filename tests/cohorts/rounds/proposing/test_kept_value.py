"""What is kept of a proposal, and what it is again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cohorts.composing.inputs import INPUTS
from cohorts.composing.proposal import Proposal
from cohorts.intake import Applicants
from cohorts.people.applicant import FIELD_NAMES
from cohorts.record.document import document
from cohorts.rounds.proposing.kept_value import kept_value, with_names
from cohorts.rounds.proposing.reopened import reopened
from cohorts.store.canonical import canonical
from cohorts.words import Language
from tests.cohorts.rounds.proposing.samples import NAMES, composed, people


def keyed(who: Applicants) -> dict[str, str]:
    return {str(one.id): f"{number:016x}" for number, one in enumerate(who)}


def as_text(proposal: Proposal, who: Applicants) -> str:
    return canonical(with_names(kept_value(proposal), keyed(who).get))


def back(text: str, who: Applicants) -> dict[str, Any]:
    ids = {key: one for one, key in keyed(who).items()}
    return with_names(json.loads(text), ids.get)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_the_same_proposal_again(name: str) -> None:
    made, who = composed(name), people(name)
    again = reopened(back(as_text(made, who), who), who, made.asked_by)
    for language in Language:
        assert document(again, language) == document(made, language)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_anybody_is_in_it(name: str) -> None:
    made, who = composed(name), people(name)
    content = with_names(kept_value(made), keyed(who).get)
    for relation in content["given"]["relations"]:
        relation["note"] = ""  # stands in a note
    text = canonical(content)
    personal = ("id", "name", "company", "email", "kvk", "place", "question", "postcode")
    assert set(personal) <= set(FIELD_NAMES)
    said = {str(value) for one in who for field in personal if (value := getattr(one, field))}
    assert not [value for value in said if f'"{value}' in text or f" {value}" in text]


def test_every_file_beside_the_people_is_kept_with_it() -> None:
    made = composed("move2social")
    beside = {name for name, one in INPUTS.items() if one.is_file and not one.stated}
    assert set(kept_value(made)["given"]) == beside
