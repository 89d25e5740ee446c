"""People of one company in one group, not too many."""

from __future__ import annotations

from dataclasses import replace

from cohorts.people.applicant import Applicant
from cohorts.people.companies import company_of, plain_name
from cohorts.rules import rules
from tests.cohorts.rules.found import amounts, found, people, round_of, verdicts


def with_companies(*companies: str) -> tuple[Applicant, ...]:
    named = people(fte=[1] * len(companies))
    return tuple(replace(a, company=c, name=a.id) for a, c in zip(named, companies, strict=True))


def test_bites() -> None:
    six = with_companies("Wit", "Wit", "Wit B.V.", "Rood", "Rood", "Blauw")
    finding = found({"rule": "company_together", "most": 2}, six, ["abcd", "ef"])
    # Wit has three in one group where two may sit; Rood sits in two groups where one is asked
    assert [dict(g.amounts) for g in finding.groups] == [{"r.most": 1}, {"r.most": 0}]
    assert finding.overall == {"r": 1}
    assert verdicts(finding) == ["crowded", "split"]
    assert finding.groups[0].facts["over"] == ("Wit (a + b + c)",)
    assert finding.groups[1].facts["split"] == ("Rood (d + e)",)
    assert [g.broken for g in finding.groups] == [True, True]


def test_does_not_bite() -> None:
    six = with_companies("Wit", "Wit", "Wit B.V.", "Rood", "Rood", "Blauw")
    finding = found({"rule": "company_together", "most": 2}, six, ["abf", "de"])
    # the third of Wit is left out, and may be
    assert (amounts(finding), finding.overall) == ([0, 0], {"r": 0})
    assert verdicts(finding) == ["together", "together"]


def test_only_a_company_larger_than_most_is_counted() -> None:
    five = with_companies("Wit", "Wit", "Wit", "Rood", "Rood")
    rule = rules()["company_together"].model_validate({"rule": "company_together", "key": "r"})
    assert [d.term.name for d in rule.demands(round_of(five, 2))] == ["r"]  # three may
    small = rule.model_copy(update={"most": 2})
    assert [d.term.name for d in small.demands(round_of(five, 2))] == ["r", "r.most"]


def test_one_company_by_number_or_else_by_name() -> None:
    a, b, c, d, e = with_companies("De Smidse B.V.", "de smidse", "Smidse Nieuw", "Rood", "")
    a, c = replace(a, kvk="12345678"), replace(c, kvk="12345678")
    signs = company_of((a, b, c, d, replace(e, company=None)))
    assert signs == {"a": "12345678", "b": "12345678", "c": "12345678", "d": "rood"}


def test_names_of_companies_written_one_way() -> None:
    assert plain_name("De Smidse B.V.") == plain_name("de smidse bv") == "de smidse"
    assert plain_name("V.O.F. Jansen & Zn.") == "jansen zn"
    assert plain_name("Coöperatie Groen U.A.") == "groen"
    assert plain_name("B.V.") == "bv"  # nothing else is left
    assert plain_name("Ketels C.V.") == plain_name("C.V. Ketels") == "ketels"
    assert plain_name("CV Ketels B.V.") == "cv ketels"  # central heating, not a legal form
