"""``proposal.json``: everything that was decided, so that it can be checked and read again."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any, Final, Literal

from pydantic import Field

from cohorts.composing.proposal import Proposal, Reached
from cohorts.programme.frozen import frozen
from cohorts.programme.own_words import in_own_words
from cohorts.record.group_name import group_name
from cohorts.record.let_in_said import refused_said
from cohorts.record.meaning import MEANING_VERSION
from cohorts.record.not_placed_part import not_placed_parts
from cohorts.record.parts import (
    AdmittedPart,
    NotPlacedPart,
    OverridePart,
    Part,
    RemarkPart,
    RepairedPart,
    ScorePart,
    SmallerPart,
    StandingPart,
    StatedFact,
    StepPart,
)
from cohorts.record.remark_part import remark_part
from cohorts.record.repair_part import repaired_part
from cohorts.record.settings import Settings, settings_of
from cohorts.round.finding import Finding, GroupFinding
from cohorts.words import Language
from solver.score import Score
from solver.solution import Effort

SCHEMA_VERSION: Final = 2


class GroupFindingPart(Part):
    """One rule in one group; ``amounts`` per term, ``sentence`` in the document's language."""

    rule: str
    verdict: str
    amounts: dict[str, int]
    facts: dict[str, StatedFact]
    people: list[str]
    quality: float
    broken: bool
    sentence: str


class GroupPart(Part):
    """One group; ``choices``: what it took, by option number."""

    number: int
    name: str
    members: list[str]
    choices: dict[str, list[int]]
    findings: list[GroupFindingPart]


class OverallPart(Part):
    """One rule over the whole composition."""

    rule: str
    title: str
    amounts: dict[str, int]
    missing: int
    here: float | None
    random: float | None


class ProposalDocument(Part):
    """The whole file.

    ``meaning_version``: what its figures and sentences mean, see :mod:`cohorts.record.meaning`.
    ``frozen_programme``: the programme it was composed by, as data; None where a release did not
    keep it. ``settings``: what it was composed with, by name; see
    :mod:`cohorts.composing.inputs`.
    """

    schema_version: Literal[2] = SCHEMA_VERSION
    meaning_version: int = Field(default=MEANING_VERSION, ge=1)
    programme: str
    frozen_programme: dict[str, Any] | None = None
    language: Language = Field(strict=False)
    status: Literal["optimal", "feasible", "infeasible"]
    groups: list[GroupPart]
    not_placed: list[NotPlacedPart]
    admitted: list[AdmittedPart] = Field(default_factory=list)
    smaller: list[SmallerPart] = Field(default_factory=list)
    score: ScorePart
    standing: StandingPart | None = None
    bound: int | None
    gap: float | None
    weights: dict[str, int | None]
    findings: list[OverallPart]
    settings: Settings
    seed: int
    effort: Effort = Field(strict=False)
    places: str
    input_sha256: str
    versions: dict[str, str]
    checked: bool
    reproducible: bool
    seconds: float = Field(ge=0)
    story: list[StepPart] = Field(default_factory=list)
    answer: int | None = Field(default=None, ge=2)
    by_hand: bool = False
    overrides: list[OverridePart] = Field(default_factory=list)
    repaired: RepairedPart | None = None
    remarks: list[RemarkPart] = Field(default_factory=list)


@in_own_words
def document(proposal: Proposal, language: Language) -> ProposalDocument:
    """The proposal as a document, sentences in ``language``."""
    round_, soft = proposal.round, proposal.score.points
    bound = proposal.bound
    return ProposalDocument(
        programme=proposal.programme.name,
        frozen_programme=frozen(proposal.asked_by),
        language=language,
        status=proposal.status.value,
        groups=_groups(proposal, language),
        not_placed=not_placed_parts(proposal, language),
        admitted=_admitted(proposal, language),
        smaller=[
            SmallerPart(group=number, size=one.size, reason=one.reason)
            for number, one in sorted(round_.smaller.items())
        ],
        score=score_part(proposal.score),
        standing=_standing(proposal.standing, round_.point),
        bound=bound,
        gap=None if bound is None else abs(soft - bound) / max(1, abs(soft)),
        weights=dict(proposal.weights),
        findings=[_overall(finding, proposal, language) for finding in proposal.findings],
        settings=settings_of(round_),
        seed=round_.seed,
        effort=proposal.effort,
        places=str(round_.places),
        input_sha256=proposal.input_sha256,
        versions=dict(proposal.versions),
        checked=True,
        reproducible=proposal.reproducible,
        seconds=round(proposal.seconds, 3),
        story=[StepPart(**asdict(step)) for step in proposal.story],
        answer=proposal.answer,
        by_hand=proposal.by_hand,
        overrides=[OverridePart(**asdict(override)) for override in proposal.overrides],
        repaired=repaired_part(proposal.repaired),
        remarks=[remark_part(remark, language) for remark in round_.remarks],
    )


def score_part(score: Score) -> ScorePart:
    """A score as a document states it."""
    return ScorePart(
        hard=score.hard,
        not_placed=score.not_placed,
        groups_off=score.groups_off,
        standing=list(score.standing),
        worst=score.worst,
        alike=score.alike,
        soft=score.points,
        lot=score.lot,
    )


def _standing(reached: Reached | None, point: int) -> StandingPart | None:
    if reached is None:
        return None
    return StandingPart(
        mode=reached.mode,
        margin=reached.margin / point,
        reached=reached.merit / point,
        floor=None if reached.floor is None else reached.floor / point,
        proven=reached.proven,
    )


def _groups(proposal: Proposal, language: Language) -> list[GroupPart]:
    composition, found = proposal.composition, proposal.found_in
    return [
        GroupPart(
            number=number,
            name=group_name(proposal, number, language),
            members=[str(a.id) for a in members],
            choices={name: list(taken[number]) for name, taken in composition.choices.items()},
            findings=[
                _group_finding(rule, group, proposal, language) for rule, group in found[number]
            ],
        )
        for number, members in composition.groups.items()
    ]


def _admitted(proposal: Proposal, language: Language) -> list[AdmittedPart]:
    programme = proposal.programme
    return [
        AdmittedPart(id=who, said=refused_said(one, programme, language), reason=one.reason)
        for who, one in sorted(proposal.round.admitted.items())
    ]


def _group_finding(
    key: str, finding: GroupFinding, proposal: Proposal, language: Language
) -> GroupFindingPart:
    facts = {k: list(v) if isinstance(v, tuple) else v for k, v in finding.facts.items()}
    return GroupFindingPart(
        rule=key,
        verdict=finding.verdict,
        amounts=dict(finding.amounts),
        facts=facts,
        people=[str(i) for i in finding.people],
        quality=finding.quality,
        broken=finding.broken,
        sentence=proposal.programme.rule(key).sentence(finding, language),
    )


def _overall(finding: Finding, proposal: Proposal, language: Language) -> OverallPart:
    against = proposal.random.get(finding.rule)
    return OverallPart(
        rule=finding.rule,
        title=proposal.programme.rule(finding.rule).title(language),
        amounts=finding.total(),
        missing=finding.missing,
        here=None if against is None else against.value,
        random=None if against is None else against.random,
    )


def as_json(content: ProposalDocument) -> str:
    """The document as text."""
    return json.dumps(content.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"
