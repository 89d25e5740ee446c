"""Stage by stage: nobody vanishes, and every ground is the one that decided."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from cohorts.committee.shortlisting.funnel import Stage
from cohorts.committee.shortlisting.stage_outcome import Left, StageOutcome, Why
from cohorts.errors import InputError
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.lot import lot
from cohorts.reports.page.shortlist_part import shortlist_part
from cohorts.reports.shortlist_data import shortlist_data
from cohorts.reports.shortlist_said import shortlist_lines
from cohorts.words import Language
from tests.cohorts.committee.shortlisting.small_round import run, write_round, write_votes

STAFF = {"a": 4, "b": 5, "c": 6, "d": 7, "e": 8, "f": 1, "g": 9, "h": 9}
VOTES = [
    "applicant_id,v1,v2,v3,v4",
    "a,ja,ja,ja,ja",
    "b,ja,ja,nee,nee",
    "c,ja,nee,ja,nee",
    "d,nee,nee,nee,ja",
    "e,belang,,,ja",
    "f,ja,ja,ja,ja",
    "g,,,,",
]
STAGE = """[[stages]]
title = "S"
conditions = true
votes = "votes.csv"
rule = "approval"
quorum = "1/2"
places = 2
"""


def grounds(outcome: StageOutcome) -> dict[str, Why]:
    return {str(one.applicant.id): one.why for one in outcome.left}


def test_every_ground_is_the_one_that_decided(tmp_path: Path) -> None:
    programme = write_round(tmp_path, STAFF)
    write_votes(tmp_path, "votes.csv", VOTES)
    found = run(tmp_path, programme, STAGE)
    (outcome,) = found.outcomes
    first = min("bc", key=lambda who: (lot(0, who), who))
    other = next(who for who in "bc" if who != first)
    assert [str(a.id) for a in outcome.on] == ["a", first]
    assert grounds(outcome) == {
        "f": Why.REFUSED,
        "g": Why.UNJUDGED,
        "h": Why.UNJUDGED,
        "e": Why.BELOW_QUORUM,
        other: Why.LOT,
        "d": Why.LOWER,
    }
    assert outcome.elsewhere == {"f": 4}
    assert found.counts == (8, 2)
    assert outcome.decisive[0].among == (first, other)


def test_another_seed_draws_another_lot_and_the_same_seed_the_same(tmp_path: Path) -> None:
    programme = write_round(tmp_path, STAFF)
    write_votes(tmp_path, "votes.csv", VOTES)
    drawn = {run(tmp_path, programme, STAGE, seed).outcomes[0].on[1].id for seed in range(12)}
    assert drawn == {"b", "c"}


def test_nobody_can_vanish() -> None:
    stage = Stage.model_validate({"title": "S"})
    one = Applicant(id=ApplicantId("a"), name="A")
    StageOutcome(1, stage, (one,), (), (Left(one, Why.LOWER),))
    StageOutcome(1, stage, (one,), (one,), ())
    with pytest.raises(ValueError, match="1 came, 0 are told of"):
        StageOutcome(1, stage, (one,), (), ())


def test_a_ballot_on_somebody_unknown_stops_and_names_them(tmp_path: Path) -> None:
    programme = write_round(tmp_path, STAFF)
    write_votes(tmp_path, "votes.csv", [*VOTES, "zz,ja,ja,ja,ja", "yy,ja,ja,ja,ja"])
    with pytest.raises(InputError) as raised:
        run(tmp_path, programme, STAGE)
    assert [p.facts["given"] for p in raised.value.problems] == ["zz", "yy"]


def test_later_answers_replace_earlier_ones_and_who_has_none_is_named(tmp_path: Path) -> None:
    programme = write_round(tmp_path, STAFF)
    write_votes(tmp_path, "votes.csv", VOTES)
    rows = ["id,company,name,fte", "a,Bedrijf A,Naam a,40", "d,Bedrijf D,Naam d,7", "x,Nieuw,X,3"]
    write_votes(tmp_path, "later.csv", rows)
    second = '[[stages]]\ntitle = "L"\napplicants = "later.csv"\nconditions = true\n'
    found = run(tmp_path, programme, STAGE + second)
    last = found.outcomes[1]
    assert {str(a.id): a.fte for a in last.on}["a"] == 40
    assert [len(last.silent), set(last.elsewhere), last.newcomers] == [1, {"d"}, ("x",)]


def test_a_joint_stage_counts_shares_exactly_and_silence_is_no_low_score(tmp_path: Path) -> None:
    """7 of 9 is more than 77.7 per cent, and 2 of 2 is 1: none of it is rounded together."""
    programme = write_round(tmp_path, dict.fromkeys("abcd", 5))
    voters = ",".join(f"v{n}" for n in range(1, 10))
    rows = [
        f"applicant_id,{voters}",
        "a," + ",".join(["ja"] * 7 + ["nee"] * 2),
        "b," + ",".join(["ja"] * 6 + ["nee"] * 2 + ["belang"]),
        "c," + ",".join(["ja"] * 6 + ["nee"] * 2 + ["onthouding"]),
        "d," + ",".join(["ja"] * 2 + ["belang"] * 7),
    ]
    write_votes(tmp_path, "votes.csv", rows)
    joint = '[[stages]]\ntitle = "J"\nvotes = "votes.csv"\nrule = "approval"\njoint = true\n'
    found = run(tmp_path, programme, joint)
    assert found.joint is not None
    round_ = found.joint.proposal.round
    merit = {who: Fraction(units, round_.point) for who, units in (round_.merit or {}).items()}
    assert merit == {"a": Fraction(700, 9), "b": 75, "c": 75, "d": 100}
    on = {str(a.id) for a in found.outcomes[-1].on}
    assert {"a", "d"} < on
    assert len(on) == 3


def test_what_reading_the_files_of_a_stage_noticed_is_said_with_the_stage(tmp_path: Path) -> None:
    """On the terminal, on the page and for machines alike."""
    programme = write_round(tmp_path, dict.fromkeys("abcd", 5))
    rows = "".join(f"J,{who},{n},\nK,{who},3,4\n" for n, who in enumerate("abcd", 1))
    (tmp_path / "v.csv").write_text(f"voter,applicant_id,plan,drive\n{rows}", "utf-8")
    stage = '[[stages]]\ntitle = "x"\nvotes = "v.csv"\nrule = "mean_scores"\nplaces = 2\n'
    found = run(tmp_path, programme, stage)
    told = shortlist_data(found, Language.EN)["stages"][0]["remarks"]
    assert len([line for line in told if "did not fill in everything" in line]) == 4
    lines = "\n".join(shortlist_lines(found, Language.EN))
    page = "\n".join(shortlist_part(found, Language.EN).stages[0].lines)
    assert all(line in lines and line in page for line in told)


def test_a_stage_may_say_how_many_yes_a_ballot_has(tmp_path: Path) -> None:
    programme = write_round(tmp_path, STAFF)
    write_votes(tmp_path, "votes.csv", VOTES)
    with pytest.raises(InputError) as raised:
        run(tmp_path, programme, STAGE + "settings = {most = 3}\n")
    assert [(p.code, p.place) for p in raised.value.problems] == [
        ("votes.yes_many", "votes.csv:7"),
        ("votes.yes_many", "votes.csv:7"),
    ]
    lines = shortlist_lines(
        run(tmp_path, programme, STAGE + "settings = {most = 4}\n"), Language.EN
    )
    assert "  Everyone could say yes to at most 4 candidates." in lines
