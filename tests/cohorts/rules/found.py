"""What a rule finds in given groups: for tests that show their arithmetic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.round.composition import Composition
from cohorts.round.finding import Finding
from cohorts.round.room import Room
from cohorts.round.round import Round
from cohorts.rules import rules

NAMES = "abcdefghijklmnopqrstuvwxyz"


def people(**columns: Sequence[Any]) -> tuple[Applicant, ...]:
    """Applicants a, b, c … with one value of each column."""
    rows = zip(*columns.values(), strict=True)
    return tuple(
        Applicant(
            id=ApplicantId(name), company=name.upper(), **dict(zip(columns, row, strict=True))
        )
        for name, row in zip(NAMES, rows, strict=False)
    )


def relation(a: str, b: str, kind: str, *, must: bool | None = None) -> Relation:
    return Relation(ApplicantId(a), ApplicantId(b), RelationKind(kind), must)


def round_of(
    applicants: Sequence[Applicant], groups: int, relations: Sequence[Relation] = (), **more: Any
) -> Round:
    return Round(
        applicants=tuple(applicants),
        relations=tuple(relations),
        groups=groups,
        smallest=1,
        largest=len(applicants),
        target=max(len(applicants) // groups, 1),
        places=Room.parse("as many as possible"),
        **more,
    )


def found(
    rule: Mapping[str, Any],
    applicants: Sequence[Applicant],
    groups: Sequence[str],
    *,
    relations: Sequence[Relation] = (),
    choices: Mapping[str, Mapping[int, tuple[int, ...]]] | None = None,
    **more: Any,
) -> Finding:
    """The finding of ``rule`` for groups such as ("ab", "cd"); who is named nowhere is outside."""
    by_id = {a.id: a for a in applicants}
    seated = {
        number: tuple(by_id[ApplicantId(i)] for i in members)
        for number, members in enumerate(groups, 1)
    }
    outside = tuple(a for a in applicants if a.id not in "".join(groups))
    composition = Composition(seated, outside, choices or {})
    built = rules()[str(rule["rule"])].model_validate({"key": "r", **rule})
    return built.measure(composition, round_of(applicants, len(groups), relations, **more))


def amounts(finding: Finding) -> list[int]:
    """The sum of the amounts per group."""
    return [sum(group.amounts.values()) for group in finding.groups]


def verdicts(finding: Finding) -> list[str]:
    """The verdict per group."""
    return [group.verdict for group in finding.groups]
