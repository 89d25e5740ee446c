"""Every rule with the fields it is tried with, at both levels where it has both."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from cohorts.rules import rules
from cohorts.rules.rule import Level, Rule

EXAMPLES: dict[str, list[dict[str, Any]]] = {
    "alike": [{"field": "province"}, {"field": "life_phase", "level": "must"}],
    "availability": [{}, {"slots": 2}, {"level": "must"}],
    "at_least": [{"field": "life_phase", "value": "start"}, {"field": "branche", "value": "ict"}],
    "at_most": [
        {"field": "province", "most": 1, "level": "must"},
        {"field": "branche", "most": 1},
        {"field": "themes", "most": 2, "values": ["groei"]},
    ],
    "chain_apart": [{}, {"level": "should"}],
    "company_together": [{"most": 2}, {"level": "should", "most": 1}],
    "comparable": [
        {"field": "fte", "scale": "log", "widest": 3},
        {"field": "turnover", "scale": "log"},
        {"field": "founded", "widest": 10, "level": "must"},
        {
            "field": "life_phase",
            "scale": "ordinal",
            "order": ["start", "growth", "established", "transfer"],
            "widest": 1,
        },
    ],
    "complementary": [
        {"field": "fte"},
        {"field": "fte", "from_value": 20, "level": "must"},
        {"field": "branche", "values": ["ict"]},
    ],
    "experienced_among": [
        {"field": "fte", "from_value": 50, "least": 2},
        {"field": "founded", "from_value": 2000, "most": 2, "level": "must"},
    ],
    "family_apart": [{}, {"level": "should"}],
    "keep_apart": [{}, {"kinds": ["competitor", "met"], "level": "should"}],
    "keep_together": [{}, {"kinds": ["colleague", "together"], "level": "should"}],
    "merit": [{}],
    "never_alone": [
        {"field": "province", "level": "must"},
        {"field": "branche"},
        {"field": "themes", "values": ["groei"]},
    ],
    "one_region": [
        {"regions": {"Overijssel": ("Zwolle", "Deventer"), "Drenthe": ("Emmen",)}},
        {"regions": {"A": ("Deventer",), "B": ("Emmen", "Deventer")}, "level": "must"},
    ],
    "past_contact": [
        {},
        {"level": "must", "kinds": ["met", "knows"]},
        {"wish": "prefer", "kinds": ["knows", "supplies"]},
    ],
    "pin": [{"person": "a00", "group": 1}, {"person": "a01", "group": 1, "level": "should"}],
    "quota": [
        {"field": "province", "value": "Overijssel", "least": 1, "most": 2, "level": "must"},
        {"field": "branche", "value": "ict", "most": 1000.5, "amount": "turnover"},
    ],
    "roles_wanted": [
        {"field": "life_phase", "wanted": {"start": 1, "growth": 2}, "level": "must"},
        {"field": "branche", "wanted": {"bouw": 1, "ict": 1}},
    ],
    "same_trade": [{}, {"within_km": 60, "sectors": ["branche"], "sector_weight": 0.5}],
    "same_question": [{}, {"fields": ["question", "themes"]}],
    "shared_theme": [{}, {"level": "must"}],
    "several": [
        {"field": "province"},
        {"field": "founded", "least": 4, "level": "must"},
        {"field": "founded", "least": 2, "most": 3},
    ],
    "size_balance": [{}, {"level": "must"}],
    "stay": [{}, {"level": "must"}],
    "travel": [
        {},
        {"places": ["Zwolle", "7411"], "widest_km": 40},
        {"widest_km": 30, "widest_level": "should"},
        {"widest_minutes": 45, "level": "must"},
    ],
}
CASES = [(name, fields) for name, many in EXAMPLES.items() for fields in many]


def build(name: str, fields: dict[str, Any]) -> Rule:
    return rules()[name].model_validate({"rule": name, "key": name, **fields})


def at_both_levels() -> list[tuple[str, dict[str, Any]]]:
    """All cases, each also at the other level; what no rule may be is left out."""
    found = []
    for name, fields in CASES:
        for level in Level:
            case = (name, {**fields, "level": str(level)})
            if may_be(*case) and case not in found:
                found.append(case)
    return found


def may_be(name: str, fields: dict[str, Any]) -> bool:
    try:
        build(name, fields)
    except ValidationError:
        return False
    return True


LEVELS = at_both_levels()
