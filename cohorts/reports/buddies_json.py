"""``buddies.json``: the buddies with every finding, for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from cohorts.after.buddies import Bond, Buddies, GroupBuddies, Instead
from cohorts.after.buddy_fit import UNIT
from cohorts.after.coaches import Coaching
from cohorts.reports.buddy_words import BuddyWords
from cohorts.reports.coach_words import coaching_data
from cohorts.words import Language

SCHEMA_VERSION = 1


def buddies_data(
    buddies: Buddies, language: Language, coaching: Sequence[Coaching] = ()
) -> dict[str, Any]:
    """All of it as JSON values; sentences in ``language``, costs in points."""
    plan = buddies.plan
    return {
        "schema_version": SCHEMA_VERSION,
        "language": language.value,
        "programme": buddies.proposal.programme.name,
        "form": plan.form.value,
        "odd": plan.odd.value,
        "most": plan.most,
        "guide_field": plan.guide_field,
        "guide_from": plan.guide_from,
        "usual": not buddies.own,
        "hidden": list(buddies.hidden),
        "rules": [
            {
                "key": rule.key,
                "title": rule.title(language),
                "must": rule.is_must,
                "weight": rule.weight,
            }
            for rule in buddies.fit.rules
            if rule.key not in buddies.untold
        ],
        "groups": [_group(buddies, group, language) for group in buddies.groups],
        "coaching": coaching_data(coaching, language),
    }


def buddies_json(buddies: Buddies, language: Language, coaching: Sequence[Coaching] = ()) -> str:
    """The same as text."""
    return (
        json.dumps(buddies_data(buddies, language, coaching), ensure_ascii=False, indent=2) + "\n"
    )


def _group(buddies: Buddies, group: GroupBuddies, language: Language) -> dict[str, Any]:
    saying = BuddyWords(buddies, group, language)
    return {
        "group": group.number,
        "cost": _cost(buddies, group),
        "bonds": [_bond(buddies, bond, saying) for bond in group.bonds],
        "ring": list(group.ring),
        "guides": list(group.guides),
        "out": list(group.out),
        "out_said": saying.out(),
        "never": [
            {"people": list(pair), "why": why.code, "rule": why.key}
            for pair, why in group.never.items()
        ],
    }


def _cost(buddies: Buddies, group: GroupBuddies) -> float | None:
    """Of all bonds together: no other way costs less, with as much regard to who was out."""
    units = sum(cost for bond in group.bonds for cost in bond.costs.values())
    return None if buddies.untold else units / UNIT


def _bond(buddies: Buddies, bond: Bond, saying: BuddyWords) -> dict[str, Any]:
    said = saying.bond(bond)
    return {
        "people": list(bond.people),
        "directed": bond.directed,
        "pinned": bond.pinned,
        "cost": None if buddies.untold else sum(bond.costs.values()) / UNIT,
        "reasons": list(said.reasons),
        "not_ideal": list(said.regrets),
        "findings": [
            {
                "rule": rule.key,
                "verdict": found.verdict,
                "cost": bond.costs.get(rule.key, 0) / UNIT,
                "sentence": saying.sentence((rule, found), bond),
            }
            for rule, found in saying.told(bond)
        ],
        "instead": None if bond.instead is None else _instead(bond.instead, buddies),
        "instead_said": said.instead,
    }


def _instead(other: Instead, buddies: Buddies) -> dict[str, Any]:
    return {
        "come": [list(people) for people in other.come],
        "go": [list(people) for people in other.go],
        "out": list(other.out),
        "cost": None if buddies.untold else other.cost / UNIT,
        "by_rule": {
            key: cost / UNIT for key, cost in other.costs.items() if key not in buddies.untold
        },
    }
