"""Every rule twice: it bites, and it does not bite; the arithmetic stands beside the number."""

from __future__ import annotations

import pytest

from cohorts.composing.demands import ask
from cohorts.errors import InputError
from cohorts.rules import rules
from cohorts.words import Language
from solver.terms import Merit
from tests.cohorts.rules.found import amounts, found, people, relation, round_of, verdicts
from tests.cohorts.small_round import programme

ORDER = ["start", "growth", "established", "transfer"]


def test_alike_bites() -> None:
    four = people(province=["Drenthe", "Drenthe", "Gelderland", None])
    # in abc the pairs ac and bc differ: 2 x 2 of a squared unit of 10^6 quanta, over 3 members
    assert amounts(found({"rule": "alike", "field": "province"}, four, ["abc", "d"])) == [
        4 * 10**6 // 3,
        0,
    ]
    must = found({"rule": "alike", "field": "province", "level": "must"}, four, ["abc", "d"])
    assert amounts(must) == [1, 0]  # two different values, one allowed
    assert [g.broken for g in must.groups] == [True, False]


def test_alike_does_not_bite() -> None:
    four = people(province=["Drenthe", "Drenthe", "Gelderland", "Gelderland"])
    finding = found({"rule": "alike", "field": "province"}, four, ["ab", "cd"])
    assert amounts(finding) == [0, 0]
    assert verdicts(finding) == ["all", "all"]


def test_at_least_bites() -> None:
    four = people(role=["ervaren", "ervaren", "nieuw", "nieuw"])
    rule = {"rule": "at_least", "field": "role", "value": "ervaren", "least": 1}
    assert amounts(found(rule, four, ["ab", "cd"])) == [0, 1]  # 1 asked, 0 in cd


def test_at_least_does_not_bite() -> None:
    four = people(role=["ervaren", "nieuw", "nieuw", "ervaren"])
    rule = {"rule": "at_least", "field": "role", "value": "ervaren", "least": 1}
    assert amounts(found(rule, four, ["ab", "cd"])) == [0, 0]


def test_at_most_bites() -> None:
    five = people(extra=[{"tak": "ict|zorg"}, {"tak": "ict"}, {"tak": "ict"}, {"tak": "zorg"}, {}])
    rule = {"rule": "at_most", "field": "tak", "most": 1}
    # abcd: ict three times (2 over), zorg twice (1 over)
    assert amounts(found(rule, five, ["abcd", "e"])) == [3, 0]


def test_at_most_does_not_bite() -> None:
    four = people(role=["ict", "zorg", "ict", "zorg"])
    assert amounts(found({"rule": "at_most", "field": "role", "most": 1}, four, ["ab", "cd"])) == [
        0,
        0,
    ]


def test_comparable_bites() -> None:
    four = people(founded=[2000, 2010, 2020, 2030])
    rule = {"rule": "comparable", "field": "founded", "widest": 8}
    finding = found(rule, four, ["ab", "cd"])
    # 10 years apart, 8 allowed (and one quantum of grace): 2 x 10^6 - 1 quanta too wide
    assert [g.amounts["r.widest"] for g in finding.groups] == [2 * 10**6 - 1] * 2
    # standard deviation of the pool: sqrt(125) = 11.18; 10 years = 894 quanta; 894^2 / 2
    assert [g.amounts["r"] for g in finding.groups] == pytest.approx([894**2 / 2] * 2, rel=0.01)
    assert verdicts(finding) == ["too_wide", "too_wide"]


def test_comparable_does_not_bite() -> None:
    four = people(founded=[2000, 2000, 2030, 2030])
    finding = found({"rule": "comparable", "field": "founded", "widest": 8}, four, ["ab", "cd"])
    assert amounts(finding) == [0, 0]
    assert verdicts(finding) == ["same", "same"]


def test_comparable_counts_factors_and_steps() -> None:
    four = people(fte=[1.0, 10.0, 10.0, 100.0], life_phase=ORDER)
    log = {"rule": "comparable", "field": "fte", "scale": "log"}
    near, far = amounts(found(log, four, ["ab", "cd"]))
    assert near == far  # 1 to 10 is as far as 10 to 100
    steps = {
        "rule": "comparable",
        "field": "life_phase",
        "scale": "ordinal",
        "order": ORDER,
        "widest": 1,
    }
    finding = found(steps, four, ["ab", "cd"])
    assert [g.amounts["r.widest"] for g in finding.groups] == [0, 0]
    finding = found(steps, four, ["ac", "bd"])
    assert [g.amounts["r.widest"] for g in finding.groups] == [
        10**6 - 1
    ] * 2  # two steps, one allowed


def test_keep_apart_bites() -> None:
    four = people(fte=[1, 2, 3, 4])
    rivals = [relation("a", "b", "competitor"), relation("c", "d", "competitor", must=False)]
    finding = found({"rule": "keep_apart"}, four, ["ab", "cd"], relations=rivals)
    assert [dict(g.amounts) for g in finding.groups] == [
        {"r": 1, "r.wish": 0},
        {"r": 0, "r.wish": 1},
    ]
    assert [g.broken for g in finding.groups] == [True, False]


def test_keep_apart_does_not_bite() -> None:
    four = people(fte=[1, 2, 3, 4])
    rivals = [
        relation("a", "b", "competitor"),
        relation("a", "c", "competitor"),
        relation("c", "a", "none"),
    ]
    finding = found({"rule": "keep_apart"}, four, ["ac", "bd"], relations=rivals)
    assert amounts(finding) == [0, 0]
    assert finding.groups[0].facts["apart"] == ("A – B",)


def test_keep_together_bites() -> None:
    five = people(fte=[1, 2, 3, 4, 5])
    links = [relation("a", "b", "together"), relation("b", "c", "together")]
    finding = found({"rule": "keep_together"}, five, ["ad", "be"], relations=links)
    assert finding.overall == {"r": 2}  # a, b and c in three places: two too many
    assert [g.broken for g in finding.groups] == [True, True]


def test_keep_together_does_not_bite() -> None:
    five = people(fte=[1, 2, 3, 4, 5])
    links = [relation("a", "b", "together"), relation("d", "e", "together")]
    finding = found({"rule": "keep_together"}, five, ["abc"], relations=links)
    assert finding.overall == {"r": 0}  # a and b together, d and e both outside


@pytest.mark.parametrize(("level", "row"), [("must", False), ("should", True)])
def test_a_row_decides_whether_it_is_a_must(level: str, *, row: bool) -> None:
    """Of a set as of a pair: a row in relations.csv is harder or softer than its rule."""
    four = people(fte=[1, 2, 3, 4])
    for rule, kind, groups in (
        ("keep_together", "together", ["ac", "bd"]),
        ("keep_apart", "competitor", ["ab", "cd"]),
    ):
        links = [relation("a", "b", kind, must=row)]
        finding = found({"rule": rule, "level": level}, four, groups, relations=links)
        assert finding.groups[0].verdict == "broken"  # the sentence tells it either way
        assert finding.groups[0].broken is row


def test_a_broken_must_is_about_those_of_the_must() -> None:
    """a and b must be apart, c and d are wished apart; all four sit together."""
    four = people(fte=[1, 2, 3, 4])
    rivals = [relation("a", "b", "competitor"), relation("c", "d", "competitor", must=False)]
    (group,) = found({"rule": "keep_apart"}, four, ["abcd"], relations=rivals).groups
    assert group.facts["broken"] == ("A – B", "C – D")
    assert group.people == ("a", "b")


@pytest.mark.parametrize("level", ["must", "should"])
def test_a_must_may_be_broken_in_no_group(level: str) -> None:
    """Whoever is pinned, or had a group, and now sits nowhere."""
    three = people(fte=[1, 2, 3])
    pin = {"rule": "pin", "person": "a", "group": 2, "level": level}
    stay = {"rule": "stay", "level": level}
    for finding in (
        found(pin, three, ["b", "c"]),
        found(stay, three, ["b", "c"], previous={"a": 1, "b": 1, "c": 2}),
    ):
        assert not any(group.broken for group in finding.groups)
        assert finding.whole.broken is (level == "must")
        assert finding.whole.people == ("a",)


def test_merit_bites() -> None:
    three = people(fte=[1, 2, 3])
    merit = {"a": 5000, "b": 7000, "c": 1000}
    finding = found({"rule": "merit"}, three, ["ac"], merit=merit)
    assert finding.overall == {"r": 6000}  # 7000 of b, less the 1000 that everybody has
    rule = rules()["merit"].model_validate({"rule": "merit"})
    said = "On average 3 points; those without a place: 7."  # (5 + 1) / 2; as people wrote them
    assert rule.sentence(finding.groups[0], Language.EN) == said


def test_merit_counts_only_what_can_be_won() -> None:
    """Points of 68 to 89 are priced as points of 0 to 21 are."""
    three = people(fte=[1, 2, 3])
    high = round_of(three, 1, merit={"a": 68_000, "b": 75_000, "c": 89_000})
    low = round_of(three, 1, merit={"a": 0, "b": 7_000, "c": 21_000})
    rule = rules()["merit"].model_validate({"rule": "merit", "key": "r"})
    terms = [demand.term for r in (high, low) for demand in rule.demands(r)]
    values = [term.value.tolist() for term in terms if isinstance(term, Merit)]
    assert values == [[0, 7_000, 21_000]] * 2


def test_merit_that_is_equal_has_nothing_to_say() -> None:
    three = people(fte=[1, 2, 3])
    equal = round_of(three, 1, merit={"a": 68_000, "b": 68_000, "c": 68_000})
    asked = ask(programme([{"rule": "merit"}, {"rule": "comparable", "field": "fte"}]), equal)
    assert [fault.code for fault in asked.left_out] == ["compose.no_difference"]


def test_merit_does_not_bite() -> None:
    three = people(fte=[1, 2, 3])
    merit = {"a": 5000, "b": 7000, "c": 1000}
    assert found({"rule": "merit"}, three, ["abc"], merit=merit).overall == {"r": 0}


def test_pin_bites() -> None:
    three = people(fte=[1, 2, 3])
    rule = {"rule": "pin", "person": "a", "group": 2}
    assert amounts(found(rule, three, ["ab", "c"])) == [1, 0]
    assert found(rule, three, ["b", "c"]).overall == {"r": 1}  # a sits nowhere


def test_pin_does_not_bite() -> None:
    three = people(fte=[1, 2, 3])
    rule = {"rule": "pin", "person": "a", "group": 1}
    assert amounts(found(rule, three, ["ab", "c"])) == [0, 0]
    with pytest.raises(InputError, match=r"compose\.pin_unknown"):
        found({"rule": "pin", "person": "z", "group": 1}, three, ["ab", "c"])


QUESTIONS = [
    "goed personeel vinden en houden",
    "personeel vinden voor de werkplaats",
    "de zaak overdragen aan mijn dochter",
    "overdragen van de zaak aan een opvolger",
]


def test_same_question_bites() -> None:
    four = people(question=QUESTIONS)
    mixed = found({"rule": "same_question"}, four, ["ac", "bd"])
    # no word in common: each pair costs nearly 10^6, over two members
    assert all(amount > 450_000 for amount in amounts(mixed))
    assert verdicts(mixed) == ["mixed", "mixed"]


def test_same_question_does_not_bite() -> None:
    four = people(question=QUESTIONS)
    same = found({"rule": "same_question"}, four, ["ab", "cd"])
    assert sum(amounts(same)) < 250_000
    assert same.groups[0].facts["words"] == ("personeel",)


def test_shared_theme_bites() -> None:
    four = people(themes=[("groei",), ("groei", "export"), ("export",), ()])
    options = {"r": {1: (1,), 2: (0,)}}  # export, groei: group 1 takes groei
    finding = found({"rule": "shared_theme"}, four, ["abc", "d"], choices=options)
    assert amounts(finding) == [1, 0]  # c did not name groei
    assert finding.groups[0].facts["people"] == ("C",)


def test_shared_theme_does_not_bite() -> None:
    four = people(themes=[("groei",), ("groei", "export"), ("export",), ()])
    options = {"r": {1: (1,), 2: (0,)}}
    finding = found({"rule": "shared_theme"}, four, ["ab", "cd"], choices=options)
    assert amounts(finding) == [0, 0]
    assert verdicts(finding) == ["all", "all"]


def test_stay_bites() -> None:
    four = people(fte=[1, 2, 3, 4])
    previous = {"a": 1, "b": 1, "c": 2}
    finding = found({"rule": "stay"}, four, ["ac", "d"], previous=previous)
    # c moved from 2 to 1, b has no group any more, d had none
    assert (amounts(finding), finding.overall) == ([1, 0], {"r": 1})


def test_stay_does_not_bite() -> None:
    four = people(fte=[1, 2, 3, 4])
    finding = found({"rule": "stay"}, four, ["ab", "cd"], previous={"a": 1, "b": 1, "c": 2})
    assert (amounts(finding), finding.overall) == ([0, 0], {"r": 0})
