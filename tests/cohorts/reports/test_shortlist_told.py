"""What a shortlist says of those who are not in: the reason is theirs, and no more is promised."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from cohorts.committee.shortlisting.joint_decision import WouldTake
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.reports import funnel_said
from cohorts.reports.curve_said import probable_said, taking_said
from cohorts.reports.shortlist_data import shortlist_csv
from cohorts.reports.write_shortlist import write_shortlist
from cohorts.words import Language, say
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


@pytest.mark.parametrize("language", Language)
def test_stages_without_a_joint_one_have_a_page(tmp_path: Path, language: Language) -> None:
    programme = write_round(tmp_path, STAFF)
    write_votes(tmp_path, "votes.csv", VOTES)
    path = write_shortlist(run(tmp_path, programme, STAGE), tmp_path / "out", language)
    assert path.name == "report.html"
    text = path.read_text("utf-8")
    assert say("shortlist.stages_only", language) in text
    assert "Bedrijf C" in text
    assert say("shortlist.counts", language, counts="6 → 2").rstrip(".") in text


PROBABLE = """[[stages]]
title = "S"
votes = "votes.csv"
rule = "approval"
joint = true
"""


def test_who_stands_highest_and_has_not_said_yes_is_somebody_to_call(tmp_path: Path) -> None:
    """With votes weighed against fit a yes alone may give no place; the person is still named."""
    programme = write_round(tmp_path, {"a": 4, "b": 4, "c": 4, "d": 4, "f": 900}, "weighed")
    people = (tmp_path / "people.csv").read_text("utf-8").splitlines()
    status = ["status", "bevestigd", "bevestigd", "bevestigd", "bevestigd", "waarschijnlijk"]
    rows = [f"{row},{one}" for row, one in zip(people, status, strict=True)]
    (tmp_path / "people.csv").write_text("\n".join(rows) + "\n", "utf-8")
    votes = ["applicant_id,v1,v2", "a,ja,ja", "b,ja,ja", "c,ja,ja", "d,nee,nee", "f,ja,ja"]
    write_votes(tmp_path, "votes.csv", votes)
    found = run(tmp_path, programme, PROBABLE)
    assert found.joint is not None
    told = list(probable_said(found, found.joint, Language.NL))
    assert len(told) == 1
    assert "hoog genoeg: Bedrijf F (100% ja)" in told[0]
