"""Whether two applications are of one person: every line of the table."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohorts.people.address import is_of_a_desk, nearly_same, plain_address
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.identity import Answer, same

YES, NO, DOUBTFUL = Answer.YES, Answer.NO, Answer.DOUBTFUL
ANKE: dict[str, Any] = {"name": "Anke Lubbers"}


def one(number: str, **known: Any) -> Applicant:
    return Applicant(id=ApplicantId(number), **known)


@pytest.mark.parametrize(
    ("a", "b", "answer", "why"),
    [
        ({**ANKE, "email": "a@x.nl"},
         {"name": "LUBBERS, A.", "email": " A@X.NL"}, YES, "email_and_name"),
        ({**ANKE, "email": "a@x.nl", "company": "Dam BV"},
         {**ANKE, "email": "a@x.nl", "company": "Dam"},
         YES, "email_and_name"),
        ({**ANKE, "email": "a@x.nl", "kvk": "61000010"},
         {**ANKE, "email": "a@x.nl", "kvk": "61000017"},
         DOUBTFUL, "two_companies"),
        ({**ANKE, "email": "a@x.nl", "company": "Dam"},
         {**ANKE, "email": "a@x.nl", "company": "Eik"},
         DOUBTFUL, "two_companies"),
        ({**ANKE, "email": "a@x.nl"},
         {"name": "Anke Vosman", "email": "a@x.nl"}, DOUBTFUL, "email_other_name"),
        ({**ANKE, "email": "a@x.nl"},
         {"name": "Bas Vosman", "email": "a@x.nl"}, NO, "shared_address"),
        ({**ANKE, "kvk": "61000010"}, {"name": "Bas Lubbers", "kvk": "61000010"}, NO, "other_name"),
        ({**ANKE, "email": "a@x.nl", "company": "Dam"}, {"email": "a@x.nl", "company": "Dam"},
         YES, "email_and_company"),
        ({**ANKE, "email": "a@x.nl", "company": "Dam"},
         {"email": "a@x.nl", "company": "Dam Tegelwerken"}, YES, "email_and_company"),
        ({**ANKE, "email": "a@x.nl", "company": "Dam Tegels Borne"},
         {**ANKE, "email": "a@x.nl", "company": "Dam Tegels Goor"}, YES, "email_and_name"),
        ({**ANKE, "email": "info@x.nl", "company": "Dam"}, {"email": "info@x.nl", "company": "Dam"},
         DOUBTFUL, "email_no_name"),
        ({"email": "info@x.nl", "company": "Dam"}, {"email": "info@x.nl", "company": "Dam"},
         YES, "email_and_company"),
        ({"name": "J. Dam", "email": "info@x.nl"}, {"name": "Jan Dam", "email": "info@x.nl"},
         DOUBTFUL, "email_other_name"),
        ({"name": "J. Dam", "email": "info@x.nl"}, {"name": "J. Dam", "email": "info@x.nl"},
         YES, "email_and_name"),
        ({"email": "a@x.nl"}, {"email": "a+2@x.nl"}, YES, "only_email"),
        ({**ANKE, "email": "a@x.nl"}, {"email": "a@x.nl"}, DOUBTFUL, "email_no_name"),
        ({"email": "a@x.nl", "company": "Dam"},
         {"email": "a@x.nl", "company": "Eik"}, DOUBTFUL, "email_no_name"),
        ({**ANKE, "kvk": "61000010", "email": "a@x.nl"},
         {**ANKE, "kvk": "61000010", "email": "b@y.nl"},
         YES, "kvk_and_name"),
        ({"name": "J. Jansen", "kvk": "61000010"}, {"name": "J. Jansen", "kvk": "61000010"},
         DOUBTFUL, "kvk_other_name"),
        ({"name": "J. Jansen", "kvk": "61000010"}, {"name": "Jan Jansen", "kvk": "61000010"},
         DOUBTFUL, "kvk_other_name"),
        ({**ANKE, "company": "Dam", "place": "Ede", "email": "a@x.nl"},
         {**ANKE, "company": "Dam B.V.", "place": "EDE", "email": "b@x.nl"},
         YES, "company_and_name"),
        ({**ANKE, "company": "Dam"},
         {**ANKE, "company": "Dam", "email": "a@x.nl"}, YES, "company_and_name"),
        ({**ANKE, "company": "Dam", "email": "b@x.nl"},
         {**ANKE, "company": "Dam", "email": "a@x.nl"},
         DOUBTFUL, "company_name_unsure"),
        ({**ANKE, "company": "Dam", "place": "Ede"}, {**ANKE, "company": "Dam", "place": "Goes"},
         DOUBTFUL, "company_name_unsure"),
        ({**ANKE, "email": "a@gmail.com"},
         {**ANKE, "email": "a@gmial.com"}, DOUBTFUL, "email_slip"),
        ({**ANKE, "company": "Dam", "place": "Ede"}, {**ANKE, "company": "Eik", "place": "Ede"},
         DOUBTFUL, "place_and_name"),
        ({**ANKE, "company": "Dam", "place": "Ede"}, {**ANKE, "company": "Eik", "place": "Goes"},
         NO, "nothing_shared"),
        ({**ANKE, "email": "a@x.nl"}, {**ANKE, "email": "b@y.nl"}, NO, "nothing_shared"),
        ({**ANKE}, {**ANKE}, DOUBTFUL, "only_name"),
        ({"kvk": "61000010"}, {**ANKE, "kvk": "61000010"}, DOUBTFUL, "kvk_no_name"),
        ({"company": "Dam"}, {"company": "Dam"}, DOUBTFUL, "company_no_name"),
        ({"company": "Dam", "place": "Ede"},
         {"company": "Dam", "place": "Goes"}, NO, "nothing_shared"),
        ({**ANKE, "email": "a@x.nl", "birth_year": 1968},
         {**ANKE, "email": "a@x.nl", "birth_year": 1986},
         DOUBTFUL, "other_birth_year"),
        ({"name": "J. Jansen", "kvk": "61000010", "birth_year": 1958},
         {"name": "J. Jansen", "kvk": "61000010", "birth_year": 1986}, NO, "other_birth_year"),
        ({}, {}, NO, "nothing_shared"),
    ],
)  # fmt: skip
def test_every_line(a: dict[str, Any], b: dict[str, Any], answer: Answer, why: str) -> None:
    assert same(one("1", **a), one("2", **b)) == (answer, why)
    assert same(one("1", **b), one("2", **a)) == (answer, why)


def test_addresses() -> None:
    assert plain_address("Anke L. <A.Lubbers+beurs@GoogleMail.com>") == "alubbers@gmail.com"
    assert plain_address("a.b@x.nl") != plain_address("ab@x.nl")
    assert plain_address("zie boven") == ""
    assert is_of_a_desk("info-ede@x.nl")
    assert not is_of_a_desk("informant@x.nl")
    assert nearly_same("a@gmail.com", "a@gmial.com")
    assert nearly_same("lubbers@x.nl", "lubers@x.nl")
    assert not nearly_same("a@x.nl", "b@x.nl")
    assert not nearly_same("", "")


SOME = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["Anke Lubbers", "A. Lubbers", "Bas Vosman", "Lubbers"]),
        "email": st.sampled_from(["a@x.nl", "info@x.nl", "b@x.nl"]),
        "kvk": st.sampled_from(["61000010", "61000017"]),
        "company": st.sampled_from(["Dam", "Dam B.V.", "Eik"]),
        "place": st.sampled_from(["Ede", "Goes"]),
        "birth_year": st.sampled_from([1958, 1986]),
    },
)


@given(SOME, SOME)
def test_the_same_both_ways_and_of_oneself(a: dict[str, Any], b: dict[str, Any]) -> None:
    left, right = one("1", **a), one("2", **b)
    assert same(left, right) == same(right, left)
    assert same(left, left).answer is YES
    if {a.get("name"), b.get("name")} == {"Anke Lubbers", "Bas Vosman"}:
        assert same(left, right).answer is NO


def test_a_long_text_is_no_address() -> None:
    """To see that of 200,000 signs without an end would take the square of them."""
    assert plain_address("a" * 200_000) == ""
    assert plain_address("a" * 100_000 + " info@anker.nl") == "info@anker.nl"
