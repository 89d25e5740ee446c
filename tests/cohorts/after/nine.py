"""Nine entrepreneurs in three announced groups, of whom somebody stops."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from cohorts import compose
from cohorts.after.repairing import Repair, Wishes, repair
from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Relation, RelationKind
from cohorts.programme.programme import Programme
from cohorts.record.document import ProposalDocument, document
from cohorts.words import Language

STAFF = {"a1": 3, "a2": 4, "a3": 5, "b1": 20, "b2": 21, "b3": 22, "c1": 60, "c2": 61, "c3": 62}
"""Three who are alike in each of the groups 1, 2 and 3."""


def person(who: str, fte: float) -> Applicant:
    return Applicant(id=ApplicantId(who), name=f"Persoon {who}", company=f"Bedrijf {who}", fte=fte)


def people(**more: float) -> tuple[Applicant, ...]:
    """The nine, and whoever is named beside them with a number of staff."""
    return tuple(person(who, fte) for who, fte in {**STAFF, **more}.items())


def programme(*rules: Mapping[str, object], size: tuple[int, int] = (2, 3)) -> Programme:
    asked = [{"rule": "comparable", "field": "fte", "scale": "log"}, {"rule": "keep_apart"}]
    return Programme.model_validate(
        {
            "schema_version": 1,
            "name": "negen",
            "title": {"nl": "Negen", "en": "Nine"},
            "groups": {"size": size, "target": 3, "places": "everyone"},
            "rules": [*asked, *rules],
        }
    )


def rivals(*pairs: str) -> tuple[Relation, ...]:
    """``a1-b1`` each."""
    split = (pair.split("-") for pair in pairs)
    kind = RelationKind.COMPETITOR
    return tuple(Relation(ApplicantId(a), ApplicantId(b), kind, None) for a, b in split)


@dataclass(frozen=True)
class Announced:
    """The programme, what was given, and the proposal that was announced."""

    programme: Programme
    proposal: Proposal
    given: Mapping[str, Any]

    @property
    def stated(self) -> ProposalDocument:
        return document(self.proposal, Language.NL)

    def repaired(self, *gone: str, more: Mapping[str, float] | None = None, **asked: Any) -> Repair:
        """After these are gone and ``more`` came; ``asked``: wishes, and what is given."""
        wishes = {
            k: asked.pop(k)
            for k in ("stay", "rather_not", "most_moves", "out", "placed", "promised")
            if k in asked
        }
        return repair(
            asked.pop("stated", self.stated),
            asked.pop("applicants", people(**(more or {}))),
            asked.pop("programme", self.programme),
            wishes=Wishes(**wishes),
            effort="quick",
            **{**self.given, "gone": [ApplicantId(one) for one in gone], **asked},
        )


@cache
def announced(*rules: tuple[tuple[str, object], ...], apart: Sequence[str] = ()) -> Announced:
    """Composed once for every test; ``rules`` as tables of pairs."""
    asked = programme(*map(dict, rules))
    given: dict[str, Any] = {"relations": rivals(*apart)}
    return Announced(asked, compose(people(), asked, effort="quick", **given), given)


def seats(proposal: Proposal) -> dict[str, int]:
    return {str(who): group for who, group in proposal.composition.seats.items()}


def without(applicants: Sequence[Applicant], *gone: str) -> tuple[Applicant, ...]:
    return tuple(a for a in applicants if a.id not in gone)


def moved(proposal: Proposal, taken: int = 1) -> dict[str, int | None]:
    """Who moves in an option, as the proposal says of it."""
    assert proposal.repaired is not None
    return {str(who): g for who, g in proposal.repaired.options[taken - 1].moved.items()}
