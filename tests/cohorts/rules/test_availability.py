"""Times at which the members of a group can come."""

from __future__ import annotations

import pytest

from cohorts.errors import NoCompositionError
from cohorts.rules import rules
from cohorts.words import Language
from tests.cohorts.rules.found import amounts, found, people, round_of, verdicts

TICKED = [("di", "ma"), ("ma",), ("di", "wo"), ()]
# the options in order: di (0), ma (1), wo (2)


def test_bites() -> None:
    four = people(availability=TICKED)
    rule = {"rule": "availability", "slots": 2, "level": "must"}
    finding = found(rule, four, ["abc", "d"], choices={"r": {1: (0, 1), 2: (0, 2)}})
    # di and ma: b cannot on di, c not on ma; d ticked nothing, so of d it is not known
    assert amounts(finding) == [2, 0]
    assert verdicts(finding) == ["most", "unknown"]
    assert finding.groups[0].facts["people"] == ("B", "C")
    assert [g.broken for g in finding.groups] == [True, False]
    assert finding.groups[0].quality == pytest.approx(1 - 2 / 6, abs=0.001)  # of 3 x 2 answers
    assert finding.missing == 1


def test_does_not_bite() -> None:
    four = people(availability=TICKED)
    rule = {"rule": "availability", "level": "must"}
    finding = found(rule, four, ["ab", "cd"], choices={"r": {1: (1,), 2: (2,)}})
    assert amounts(finding) == [0, 0]  # a and b can on ma, c and d on wo
    # of d nothing is known: that all can is not said
    assert verdicts(finding) == ["all", "told"]
    asked = rules()["availability"].model_validate(rule)
    assert [asked.sentence(group, Language.EN) for group in finding.groups] == [
        "All members can come on Monday.",
        "1 of 2 members can come on Wednesday. D did not say.",
    ]


def test_a_wish_costs_a_point_for_whom_no_time_suits() -> None:
    four = people(availability=TICKED)
    rule = rules()["availability"].model_validate({"rule": "availability", "key": "r", "slots": 2})
    assert [demand.people for demand in rule.demands(round_of(four, 1))] == [0.5]


def test_more_times_than_were_ticked() -> None:
    four = people(availability=TICKED)
    rule = {"rule": "availability", "key": "r", "slots": 4}
    wish = rules()["availability"].model_validate(rule)
    assert [demand.people for demand in wish.demands(round_of(four, 1))] == [1 / 3]
    must = rules()["availability"].model_validate(rule | {"level": "must"})
    with pytest.raises(NoCompositionError, match=r"compose\.few_slots"):
        must.demands(round_of(four, 1))


def test_a_part_of_the_week_is_said_in_the_language_of_the_reader() -> None:
    four = people(availability=[("dinsdagochtend",)] * 3 + [("12-5",)])
    rule = {"rule": "availability"}
    finding = found(rule, four, ["abc", "d"], choices={"r": {1: (1,), 2: (0,)}})
    asked = rules()["availability"].model_validate(rule)
    assert [asked.sentence(group, Language.EN) for group in finding.groups] == [
        "All members can come on Tuesday morning.",
        "All members can come on 12-5.",  # a date, or an hour: as it was written
    ]
    assert asked.sentence(finding.groups[0], Language.NL) == "Alle leden kunnen op dinsdagochtend."
