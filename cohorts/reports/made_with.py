"""What a proposal was made with, as rows of a table."""

from __future__ import annotations

from cohorts.composing.proposal import Proposal
from cohorts.programme.programme import GroupPlan
from cohorts.round.merit import Standing
from cohorts.rules.rule import Rule
from cohorts.words import Language, say
from cohorts.words.phrase import number


def settings(proposal: Proposal, language: Language) -> list[tuple[str, str]]:
    """What it was made with; then every rule with its weight and its reason."""
    plan = proposal.asked_by.groups
    rules = [(r.title(language), _weight(r, plan, language)) for r in proposal.programme.rules]
    return made_with(proposal, language) + rules


def made_with(proposal: Proposal, language: Language) -> list[tuple[str, str]]:
    """Programme, sizes, places, lot and data."""
    round_, programme = proposal.round, proposal.programme
    mode, asked = round_.places.mode.replace(" ", "_"), round_.places.number or 0
    facts = {
        "programme": f"{programme.name} ({programme.source})".replace(" ()", ""),
        "groups": str(len(proposal.composition.groups)),
        "size": say("report.from_to", language, low=round_.smallest, high=round_.largest),
        "places": say(f"report.places_{mode}", language, number=asked),
        "fairness": say("programme.fairness", language) if round_.fairness else "",
        "seed": str(round_.seed),
        "effort": say(f"report.effort_{proposal.effort.value}", language),
        "input": proposal.input_sha256,
    }
    facts = {key: value for key, value in facts.items() if value}
    return [(say(f"report.setting_{key}", language), value) for key, value in facts.items()]


def _weight(rule: Rule, plan: GroupPlan, language: Language) -> str:
    """A must, or a wish with its weight; then the reason, in the programme's own words."""
    if rule.RANKS and plan.standing is Standing.FIRST:
        said = f"{say('programme.first', language).capitalize()}."
    elif rule.is_must:
        said = say("report.a_must", language)
    else:
        said = say("report.a_wish", language, weight=number(rule.weight, language))
    return f"{said} {rule.reason[language]}".strip()
