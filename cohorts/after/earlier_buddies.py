"""Last year's buddies: people who met before, and who was without one."""

from __future__ import annotations

from dataclasses import replace

from cohorts.composing.proposal import Proposal
from cohorts.intake.beside.buddies_file import EarlierBuddies
from cohorts.people.relation import Relation, RelationKind
from cohorts.programme.buddy_plan import BuddyPlan, usual
from cohorts.rules.rule import Rule


def with_earlier(
    proposal: Proposal, plan: BuddyPlan, earlier: EarlierBuddies
) -> tuple[Proposal, BuddyPlan]:
    """The proposal in whose round they met, and the plan with a rule that minds, where none did."""
    rows = proposal.round.rows
    pairs = [pair for pair in earlier.pairs if all(one in rows for one in pair)]
    if not pairs:
        return proposal, plan
    met = tuple(Relation(a, b, RelationKind.MET) for a, b in pairs)
    round_ = replace(proposal.round, relations=(*proposal.round.relations, *met))

    def minds(rule: Rule) -> bool:
        return not {*pairs}.isdisjoint(rule.pairs_apart(round_))

    if not any(map(minds, plan.rules)):
        more = tuple(rule for rule in usual().rules if minds(rule))
        plan = plan.model_copy(update={"rules": (*plan.rules, *more)})
    return replace(proposal, round=round_), plan
