"""What a meeting need not see: a proposal without turnover, worries, votes or years of birth.

The documents are made from what is left, so that nothing hidden can reach them. The groups stay
what they are. What is computed from the hidden goes too: how sure it is and the fingerprint.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from cohorts.composing.proposal import Hindrance, NotPlaced, Proposal
from cohorts.errors import InputError, Problem
from cohorts.people.applicant import FIELD_NAMES, Applicant, ApplicantId
from cohorts.programme.programme import Programme
from cohorts.round.admittance import LetIn
from cohorts.round.composition import Composition
from cohorts.round.round import Round
from cohorts.rules.rule import Rule


class Hidden(StrEnum):
    """What can be left out."""

    TURNOVER = "turnover"
    WORRIES = "worries"
    VOTES = "votes"
    AGES = "ages"


FIELDS: Mapping[Hidden, tuple[str, ...]] = {
    Hidden.TURNOVER: ("turnover", "turnover_low", "turnover_high", "profit"),
    Hidden.WORRIES: ("question",),
    Hidden.VOTES: (),
    Hidden.AGES: ("birth_year",),
}
"""The fields of an applicant that go; of votes there are none, but points per person."""

APART = "apart"
"""What a rule is hidden with that tells who is kept from whom; see :func:`without_rules`."""
TOLD = "told"
SELECTED = "selected"
"""The reason of whom standing kept out, where how high people stand is not to be seen."""


def parse_hidden(text: str | None) -> frozenset[Hidden]:
    """``turnover,worries``. Raises InputError ``report.hide``."""
    names = [part.strip().lower() for part in (text or "").split(",") if part.strip()]
    try:
        return frozenset(Hidden(name) for name in names)
    except ValueError:
        facts = {"given": text, "known": tuple(Hidden)}
        raise InputError(Problem("report.hide", "--hide", facts)) from None


def hide(proposal: Proposal, hidden: Collection[Hidden]) -> Proposal:
    """The proposal as it would be told by somebody who does not know what is hidden."""
    if not hidden:
        return proposal
    fields = _fields(hidden, proposal.round)
    programme, asked_by = proposal.programme, proposal.asked_by
    gone = untold((*programme.rules, *asked_by.rules), hidden, proposal.round)
    asked = {condition.key for condition in programme.conditions if _about(condition, fields)}
    votes = Hidden.VOTES in hidden
    given = votes and proposal.round.merit is not None
    selected = _selected(proposal) if given else None
    opened = bool(proposal.composition.groups)
    blind = _Blind(fields, gone, asked, votes=votes, selected=selected, opened=opened)
    told = tuple(
        Problem(f"report.hidden_{one}") for one in sorted(hidden) if _is_there(one, proposal.round)
    )
    kept = [n for n in proposal.notices if n.place not in gone | asked]
    return replace(
        proposal,
        round=blind.round(proposal.round),
        programme=_less(programme, gone, asked),
        asked_by=_less(asked_by, gone, asked),
        composition=blind.composition(proposal.composition),
        findings=tuple(f for f in proposal.findings if f.rule not in gone),
        not_placed=tuple(blind.not_placed(left) for left in proposal.not_placed),
        random={key: value for key, value in proposal.random.items() if key not in gone},
        weights={},
        bound=None,
        standing=None if votes else proposal.standing,
        score=replace(proposal.score, standing=()) if votes else proposal.score,
        input_sha256="",
        overrides=tuple(o for o in proposal.overrides if o.breach not in gone),
        notices=(*told, *kept),
    )


def as_told(proposal: Proposal) -> Proposal:
    """The same without points that came of votes: whoever reads proposals knows a vote, or may.

    Points of an organiser's own file stay: see note 75.
    """
    if not proposal.round.of_votes:
        return proposal
    if TOLD not in proposal.worked_out:
        proposal.worked_out[TOLD] = hide(proposal, {Hidden.VOTES})
    told: Proposal = proposal.worked_out[TOLD]
    return told


def without_rules(proposal: Proposal, gone: Collection[str]) -> Proposal:
    """The proposal as it would be told by somebody who does not know that these rules are asked."""
    return replace(
        proposal,
        programme=_less(proposal.programme, gone, ()),
        asked_by=_less(proposal.asked_by, gone, ()),
        findings=tuple(f for f in proposal.findings if f.rule not in gone),
        overrides=tuple(o for o in proposal.overrides if o.breach not in gone),
    )


def untold(rules: Iterable[Rule], hidden: Collection[Hidden], round_: Round) -> set[str]:
    """The keys of the rules that tell of what is hidden."""
    fields = _fields(hidden, round_)
    return {
        rule.key
        for rule in rules
        if _about(rule, fields) or not rule.HIDDEN_WITH.isdisjoint(hidden)
    }


def _is_there(hidden: Hidden, round_: Round) -> bool:
    """Whether there was anything to hide."""
    if hidden is Hidden.VOTES:
        return round_.merit is not None
    return any(getattr(a, field) is not None for a in round_.applicants for field in FIELDS[hidden])


def _fields(hidden: Collection[Hidden], round_: Round) -> frozenset[str]:
    """The fields that go, and the columns that are one of them."""
    fields = frozenset(field for one in hidden for field in FIELDS[one])
    return fields | {column for column, source in round_.columns.items() if source in fields}


def _less(programme: Programme, gone: Collection[str], asked: Collection[str]) -> Programme:
    """Without the rules ``gone`` and the conditions ``asked``."""
    rules = tuple(rule for rule in programme.rules if rule.key not in gone)
    conditions = tuple(one for one in programme.conditions if one.key not in asked)
    return programme.model_copy(update={"rules": rules, "conditions": conditions})


class _Blind:
    """Leaves out ``fields``, the rules ``gone`` and the conditions ``asked``."""

    def __init__(
        self,
        fields: Collection[str],
        gone: set[str],
        asked: set[str],
        *,
        votes: bool,
        selected: Hindrance | None,
        opened: bool,
    ) -> None:
        self.fields = fields
        self.nothing: dict[str, Any] = dict.fromkeys(f for f in fields if f in FIELD_NAMES)
        self.gone, self.asked, self.votes, self.selected = gone, asked, votes, selected
        self.opened = opened

    def person(self, applicant: Applicant) -> Applicant:
        """Without the fields."""
        extra = {name: text for name, text in applicant.extra.items() if name not in self.fields}
        return replace(applicant, **self.nothing, extra=extra)

    def round(self, round_: Round) -> Round:
        """Everybody without the fields; who is refused only on a hidden ground, without it.

        What was noticed in a hidden column goes as well, for it shows what stands there.
        """
        return replace(
            round_,
            applicants=tuple(map(self.person, round_.applicants)),
            merit=None if self.votes else round_.merit,
            of_votes="" if self.votes else round_.of_votes,
            remarks=tuple(r for r in round_.remarks if r.about not in self.nothing),
            set_aside=tuple(
                replace(
                    aside,
                    applicant=self.person(aside.applicant),
                    judgements=tuple(j for j in aside.judgements if j.condition not in self.asked),
                )
                for aside in round_.set_aside
            ),
            admitted=self._admitted(round_),
            # a reason may say what is hidden
            smaller={n: replace(one, reason="") for n, one in round_.smaller.items()},
            asked=tuple(
                (self.person(a), judgement)
                for a, judgement in round_.asked
                if judgement.condition not in self.asked
            ),
        )

    def _admitted(self, round_: Round) -> dict[ApplicantId, LetIn]:
        """A reason may say what is hidden wherever a condition about that is among its grounds."""
        return {
            who: one
            for who, one in round_.admitted.items()
            if all(j.condition not in self.asked for j in one.judgements)
        }

    def composition(self, composition: Composition) -> Composition:
        """The same groups."""
        return replace(
            composition,
            groups={n: tuple(map(self.person, m)) for n, m in composition.groups.items()},
            not_placed=tuple(map(self.person, composition.not_placed)),
            choices={k: v for k, v in composition.choices.items() if k not in self.gone},
        )

    def not_placed(self, left: NotPlaced) -> NotPlaced:
        """Without what a hidden rule says about it; what decided hangs on every vote."""
        hindrances = tuple(h for h in left.hindrances if h.rule not in self.gone)
        if self.selected is not None and self.opened:
            hindrances = (self.selected,)
        return replace(left, applicant=self.person(left.applicant), hindrances=hindrances)


def _about(asked: BaseModel, fields: frozenset[str]) -> bool:
    """Whether a rule or condition names one of the fields."""
    return not fields.isdisjoint(_texts(asked.model_dump(exclude={"reason"}, mode="json")))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


def _selected(proposal: Proposal) -> Hindrance:
    """That the selection decided too, and for how many places."""
    facts = {"places": len(proposal.composition.seats), "composed": proposal.round.n}
    return Hindrance(SELECTED, facts=facts)
