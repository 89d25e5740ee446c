"""Votes by name as rows of a table."""

from __future__ import annotations

from cohorts.pages.audit.named_said import rows_of
from cohorts.rounds.balloting.cast import How
from cohorts.rounds.balloting.named_votes import NamedVote, Version
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.store.keys import Key, PersonKey
from cohorts.words import Language
from tests.cohorts.rounds.balloting.a_committee import yes_plan

AT = "2026-11-03T10:00:00.000Z"


def test_a_note_stands_with_who_wrote_it_and_not_with_the_chair() -> None:
    """A version that sets a vote back keeps the member's note for them."""
    said = Version(1, 1, Judged(yes=True), "Sterk", How.PAGE, AT, "School")
    back = Version(2, 1, Judged(), "Sterk", How.AGAIN, AT, "Bank")
    who = PersonKey(Key("x"))
    vote = NamedVote("School", who, "De Smidse", recused=False, versions=(said, back))
    rows = list(rows_of([vote], yes_plan(), Language.NL))
    assert [row["remark"] for row in rows] == ["", "Sterk"]
