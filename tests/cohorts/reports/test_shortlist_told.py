"""What a shortlist says of those who are not in: the reason is theirs, and no more is promised."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from cohorts.committee.shortlisting.joint_decision import WouldTake
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.reports import funnel_said
from cohorts.reports.curve_said import taking_said
from cohorts.reports.shortlist_data import shortlist_csv
from cohorts.words import Language
from tests.cohorts.committee.shortlisting.small_round import run, write_round, write_votes

STAFF = {"a": 4, "b": 5, "c": 6, "d": 7, "e": 1, "f": 8}
VOTES = [
    "applicant_id,v1,v2,v3",
    "a,ja,ja,ja",
    "b,nee,nee,nee",
    "c,ja,nee,nee",
    "d,ja,ja,nee",
    "f,ja,ja,ja",
]
STAGE = """[[stages]]
title = "S"
conditions = true
votes = "votes.csv"
rule = "approval"
places = 2
"""


def test_who_is_refused_is_told_by_which_condition(tmp_path: Path) -> None:
    programme = write_round(tmp_path, STAFF)
    write_votes(tmp_path, "votes.csv", VOTES)
    found = run(tmp_path, programme, STAGE)
    condition = programme.conditions[0]
    told = dict(funnel_said.grounds(found.outcomes[0], programme, Language.EN))
    refused, lower = told
    assert refused == f"Does not meet ‘{condition.title(Language.EN)}’"
    assert [str(one.applicant.id) for one in told[lower]] == ["d", "c", "b"]
    row = next(r for r in shortlist_csv(found, Language.EN).splitlines() if r.startswith("e,"))
    (left,) = told[refused]
    assert condition.sentence(left.judgements[0], Language.EN) in row


def test_who_would_come_in_besides_is_named(tmp_path: Path) -> None:
    programme = write_round(tmp_path, STAFF)
    a, b, c, d = (Applicant(id=ApplicantId(who), name=who.upper()) for who in "abcd")
    taking = WouldTake(a, possible=True, proven=True, leave=(b, c), along=(d,))
    head, points, _ = taking_said(taking, programme, Language.NL)
    assert head == "A erin: dan vallen B en C af. Dan komt ook D erin."
    assert points == "Samen even veel punten."
    alone = replace(taking, leave=(b,), along=(), standing=Fraction(-1))
    assert next(iter(taking_said(alone, programme, Language.NL))) == "A erin: dan valt B af."
