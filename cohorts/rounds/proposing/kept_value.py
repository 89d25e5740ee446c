"""A proposal as the store keeps it: who sits where by key, how it was made, and what was proven.

Sentences, labels, remarks and what follows from the people are no part of it: they are made anew
when it is opened. A reason that somebody typed stands in a note of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from cohorts.composing.demands import ask
from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import ApplicantId
from cohorts.programme.frozen import frozen
from cohorts.programme.programme import Programme
from cohorts.record.document import ProposalDocument, document
from cohorts.round.merit import THOUSANDTHS
from cohorts.rounds.proposing.renamed import Name, renamed
from cohorts.words import Language
from solver.terms import Term
from solver.terms.choice import choices_of

KEPT: Any = {
    "schema_version": True,
    "meaning_version": True,
    "status": True,
    "groups": {"__all__": {"number", "members", "choices"}},
    "not_placed": {"__all__": {"id", "kind", "since"}},
    "admitted": {"__all__": {"id", "reason"}},
    "smaller": True,
    "score": True,
    "standing": True,
    "bound": True,
    "gap": True,
    "settings": True,
    "seed": True,
    "effort": True,
    "places": True,
    "versions": True,
    "checked": True,
    "reproducible": True,
    "seconds": True,
    "story": True,
    "answer": True,
    "by_hand": True,
    "overrides": True,
    "repaired": True,
    "input_sha256": True,
}
"""What is kept of a document; a field more of it is kept once it stands here."""
PEOPLE = (
    "groups[].members[]",
    "not_placed[].id",
    "admitted[].id",
    "settings.pins{}",
    "settings.gone[]",
    "settings.not_on{}",
    "overrides[].person",
    "repaired.before{}",
    "repaired.stay[]",
    "repaired.rather_not[]",
    "repaired.moved_before[]",
    "repaired.options[].moved{}",
    "repaired.options[].placed{}",
    "given.relations[].a",
    "given.relations[].b",
    "given.merit{}",
    "given.previous{}",
)
"""Where people are named."""
NOT_KEPT: Mapping[str, Any] = {
    "language": Language.NL.value,
    "weights": {},
    "findings": [],
    "remarks": [],
}
"""What a document has and a kept one has not: it is made anew."""


def kept_value(proposal: Proposal) -> dict[str, Any]:
    """In the shape of JSON, people still by their ids and with what was typed."""
    stated = document(proposal, Language.NL)
    content = stated.model_dump(mode="json", include=KEPT)
    terms = ask(proposal.programme, proposal.round).task.terms
    return content | {"given": _given(proposal), "options": options_of(terms)}


def with_names(content: Mapping[str, Any], name: Name) -> dict[str, Any]:
    """The same with other names for people; who has none in it any more is left out."""
    new: dict[str, Any] = renamed(dict(content), PEOPLE, lambda who: name(who) if who else who)
    return new


def as_stated(content: Mapping[str, Any], programme: Programme) -> ProposalDocument:
    """As a document without its words; ``programme``: the one it was composed by."""
    left = [one | {"reason": ""} for one in content["not_placed"]]
    groups = [one | {"name": "", "findings": []} for one in content["groups"]]
    admitted = [one | {"said": ""} for one in content.get("admitted", ())]
    stated = {key: value for key, value in content.items() if key in KEPT}
    whole = {
        **NOT_KEPT,
        **stated,
        "programme": programme.name,
        "frozen_programme": frozen(programme),
        "groups": groups,
        "not_placed": left,
        "admitted": admitted,
    }
    return ProposalDocument.model_validate(whole)


def _given(proposal: Proposal) -> dict[str, Any]:
    """What came in files of its own, that a document does not state; nothing: not given.

    Of points that are fractions also how many units are one; else they are thousandths. Of those
    that came of votes also their salt.
    """
    round_ = proposal.round
    relations = (*round_.relations, *round_.relations_aside)
    point = {} if round_.point == THOUSANDTHS else {"point": round_.point}
    salt = {"of_votes": round_.of_votes} if round_.of_votes else {}
    return (
        point
        | salt
        | {
            "relations": [asdict(relation) for relation in relations],
            "merit": _by_id(round_.merit),
            "previous": _by_id(round_.previous),
        }
    )


def _by_id(values: Mapping[ApplicantId, int] | None) -> dict[str, int] | None:
    return None if values is None else {str(who): value for who, value in values.items()}


def options_of(terms: Sequence[Term]) -> dict[str, int]:
    """Of each choice that groups make, between how many options: fewer once somebody is erased."""
    return {term.name: term.options for term in choices_of(terms)}
