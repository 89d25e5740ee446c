"""An applicant and a remark come back exactly as they were."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_type_hints

from hypothesis import given
from hypothesis import strategies as st

from cohorts.people.applicant import Applicant, ApplicantId, Status
from cohorts.people.stage import Stage
from cohorts.round.remark import Remark
from cohorts.rounds.people.applicant_json import (
    KEPT,
    applicant_of,
    applicant_text,
    remark_of,
    remark_text,
)

TEXTS = st.text(max_size=20)
OF_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    str | None: st.none() | TEXTS,
    float | None: st.none() | st.floats(allow_nan=False),
    int | None: st.none() | st.integers(-(2**40), 2**40),
    bool | None: st.none() | st.booleans(),
    Mapping[str, str]: st.dictionaries(TEXTS, TEXTS, max_size=3),
    tuple[str, ...]: st.lists(TEXTS, max_size=3).map(tuple),
    Status | None: st.none() | st.sampled_from(Status),
    Stage | None: st.none() | st.sampled_from(Stage),
}
HINTS = get_type_hints(Applicant)
APPLICANTS = st.fixed_dictionaries(
    {},
    optional={name: OF_TYPE[HINTS[name]] for name in KEPT},
).map(lambda known: Applicant(id=ApplicantId("7"), **known))
FACTS = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner, max_size=3).map(tuple),
    max_leaves=5,
)
REMARKS = st.builds(
    Remark,
    code=TEXTS,
    row=st.none() | st.integers(1, 10**6),
    column=TEXTS,
    value=TEXTS,
    facts=st.dictionaries(TEXTS, FACTS, max_size=3),
    about=TEXTS,
)


def test_every_field_is_kept_but_the_id_and_what_a_round_makes() -> None:
    assert {f.name for f in fields(Applicant)} - set(KEPT) == {"id", "told_apart", "read_as"}


@given(APPLICANTS)
def test_an_applicant_comes_back(one: Applicant) -> None:
    text = applicant_text(one)
    assert applicant_of(text, one.id) == one
    assert applicant_text(applicant_of(text, one.id)) == text


@given(REMARKS)
def test_a_remark_comes_back(one: Remark) -> None:
    assert remark_of(remark_text(one)) == one


def test_the_id_stands_nowhere_in_it() -> None:
    assert "id" not in json.loads(applicant_text(Applicant(id=ApplicantId("geheim"), name="A")))
