"""``rotation.json``: the plan, what was asked, and its figures, which can be worked out from it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from cohorts.after.rotation.spread_over import Trait
from cohorts.after.rotation.tables_plan import TablesPlan
from cohorts.composing.compose import versions
from cohorts.people.relation import Pair
from cohorts.words import Language

SCHEMA_VERSION = 1


def tables_document(plan: TablesPlan, language: Language) -> dict[str, Any]:
    """The plan in the shape of JSON; people by id, tables and sessions from 1.

    ``uneven`` is a fraction, written as ``7/3``, so that it is exact.
    """
    figures = plan.figures
    everybody = [str(a.id) for a in plan.round_.applicants]
    return {
        "schema_version": SCHEMA_VERSION,
        "programme": plan.programme.name,
        "people": everybody,
        "sessions": [_session(plan, number) for number in range(len(plan.sessions))],
        "set_aside": [
            {"id": str(one.applicant.id), "why": one.why.value} for one in plan.round_.set_aside
        ],
        "apart": [{"rule": key, "pairs": _pairs(p)} for key, p in plan.kept.musts.items()],
        "rather_apart": [{"rule": key, "pairs": _pairs(p)} for key, p in plan.kept.wishes.items()],
        "met": _pairs(plan.met),
        "spread": [
            _trait(trait, str(even.uneven), even.off, everybody, language)
            for trait, even in zip(plan.traits, figures.evenness, strict=True)
        ],
        "figures": {
            "pairs_met": len(figures.meetings),
            "pairs_more_than_once": _pairs(figures.more_than_once),
            "pairs_met_again": _pairs(figures.met_again),
            "pairs_rather_not": _pairs(figures.rather_not),
            "repeats": figures.repeats,
            "again": figures.again,
            "most_meetings": figures.most,
            "uneven": str(figures.uneven),
        },
        "bound": plan.bound,
        "least_again": plan.least_again,
        "best": plan.best,
        "fairest": plan.fairest,
        "method": plan.method,
        "seed": plan.round_.seed,
        "effort": plan.effort.value,
        "reproducible": plan.reproducible,
        "input_sha256": plan.input_sha256,
        "versions": versions(),
    }


def tables_json(plan: TablesPlan, language: Language) -> str:
    """The same as text."""
    return json.dumps(tables_document(plan, language), ensure_ascii=False, indent=1) + "\n"


def _session(plan: TablesPlan, number: int) -> dict[str, Any]:
    asked = plan.sessions[number]
    hosts: dict[int, list[str]] = {}
    for person, table in asked.hosts.items():
        hosts.setdefault(table, []).append(str(person))
    tables = [
        {
            "number": table,
            "size": list(asked.tables[table - 1]),
            "members": list(map(str, people)),
            "hosts": hosts.get(table, []),
        }
        for table, people in enumerate(plan.sittings[number], 1)
    ]
    return {
        "number": asked.number,
        "title": asked.title,
        "tables": tables,
        "absent": [str(a.id) for a in plan.round_.applicants if a.id not in asked.there],
        "apart": _pairs(asked.apart),
    }


def _trait(
    trait: Trait, uneven: str, off: int, people: list[str], language: Language
) -> dict[str, Any]:
    """A field, its values in words, and who has which."""
    labels = [trait.label(value, language) for value in range(len(trait.values))]
    holds = zip(people, trait.holds, strict=True)
    return {
        "field": trait.field,
        "values": labels,
        "of": {person: list(had) for person, had in holds if had},
        "uneven": uneven,
        "tables_off": off,
    }


def _pairs(pairs: Iterable[Pair]) -> list[list[str]]:
    return [[str(a), str(b)] for a, b in sorted(pairs)]
