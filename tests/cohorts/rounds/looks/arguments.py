"""What an act is tried with: values by the type that it asks for, of a round as it stands."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, get_type_hints

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import ApplicantId
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.deciding.decision import DecisionKey, decisions_of
from cohorts.rounds.deciding.dossier_source import Source, source_of
from cohorts.rounds.judging.stage_head import StageHead, StageKey
from cohorts.rounds.judging.stage_plan import StagePlan, Tie
from cohorts.rounds.keeping.kinds import KINDS
from cohorts.rounds.members.invite import Invited
from cohorts.rounds.people.kept_people import Keys, people_of
from cohorts.rounds.posting.about import About, about_decision, about_stage
from cohorts.rounds.proposing.heads import ProposalHead, heads_of
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.roles import EVERYBODY, Role
from cohorts.store.keys import AccountKey, Key, PersonKey, ProposalKey, RoundKey
from tests.cohorts.rounds.balloting.a_committee import Committee
from tests.cohorts.rounds.test_every_act import anything

NOBODY = Key("0" * 16)
REASON = "bezwaar van de aanvrager"
ABOUT = ("Werkgevers", "School")
"""The members whom an act is tried on; the applicants are the first two candidates."""
ALSO = {"reason", "whom", "signed"}
"""What may be left out, and is given all the same: without it much is refused."""

Values = Mapping[Any, Sequence[Any]]


def values(here: Committee) -> Values:
    """Type → what there is of it; several of which something may be told, each in turn."""
    of = (here.store, here.organiser, here.round)
    head, people = here.head, people_of(*of)
    persons = head.candidates[:2]
    ids = [people.who[who].id for who in persons]
    members = [here.members[name].key for name in ABOUT]
    made, decided = heads_of(*of), [one.key for one in decisions_of(*of)]
    found: dict[Any, Sequence[Any]] = {
        RoundKey: [here.round],
        StageKey: [here.stage],
        StageHead: [head],
        StagePlan: [head.plan],
        PersonKey: persons,
        ApplicantId: ids,
        AccountKey: members,
        Keys: [people.keys],
        About: [*map(about_decision, decided), about_stage(here.stage)],
        ProposalKey: [one.key for one in made] or [NOBODY],
        DecisionKey: decided or [NOBODY],
        ProposalHead: made,
        Proposal: [proposal_of(*of, one.key) for one in made],
        Source: [source_of(*of, one) for one in decided],
        Judged: [Judged(yes=True)],
        Invited: [Invited("Later")],
        "called": [*ids, here.round],
        "reason": [REASON],
        "kind": [*KINDS, "everything"],
    }
    several: dict[Any, Sequence[Any]] = {
        Sequence[ProposalHead]: [made] if made else [],
        Sequence[PersonKey]: [list(persons)],
        Sequence[ApplicantId]: [ids],
        Sequence[Invited]: [[Invited("Later")]],
        Collection[AccountKey]: [members],
        Collection[str]: [[]],
        Mapping[PersonKey, Tie]: [dict.fromkeys(head.candidates, Tie.NONE)],
        frozenset[Role]: [EVERYBODY],
    }
    return found | several


def arguments(function: Callable[..., Any], here: Values, known: int) -> Iterator[dict[str, Any]]:
    """All that is asked after the first ``known``, one choice of everything after another.

    None where nothing of a kind is there (yet).
    """
    kinds = get_type_hints(function)
    asked = {
        name: _choice(name, kinds[name], here)
        for name, one in [*inspect.signature(function).parameters.items()][known:]
        if one.default is inspect.Parameter.empty or name in ALSO
    }
    if all(asked.values()):
        for turn in range(max(map(len, asked.values()), default=1)):
            yield {name: of[turn % len(of)] for name, of in asked.items()}


def _choice(name: str, kind: Any, here: Values) -> Sequence[Any]:
    if kind in here:
        return here[kind]
    if kind is str and name in here:
        return here[name]
    return [anything(kind)]
