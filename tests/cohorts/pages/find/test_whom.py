"""Somebody is found by words, and by the end of the number that they call from."""

from __future__ import annotations

import pytest

from cohorts.pages.find.whom import matching
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.store.keys import Key, PersonKey

PEOPLE = {
    PersonKey(Key("1")): Applicant(
        id=ApplicantId("a1"), name="Zoë Bakker", company="Molen", extra={"Tel": "06-12 34 56 78"}
    ),
    PersonKey(Key("2")): Applicant(id=ApplicantId("a2"), company="De Smederij", place="Borne"),
    PersonKey(Key("3")): Applicant(
        id=ApplicantId("a3"), name="Bert Bakker", extra={"telefoon": "+31 53 123 45 78"}
    ),
}


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("bakker", "31"),
        ("zoe", "1"),
        ("smed born", "2"),
        ("06 1234 5678", "1"),
        ("+31612345678", "1"),
        ("4578", "3"),
        ("078", ""),
        ("niemand", ""),
    ],
)
def test_who_is_found(sought: str, found: str) -> None:
    assert "".join(matching(PEOPLE, sought)) == found
