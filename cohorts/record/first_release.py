"""How the first release (0.1.0) took the fingerprint of its inputs: proposals of it stay checkable.

It hashed every field of every model, defaults as well. What its models held is kept as data
(``release_0_1_0.json``: model → fields without a default, and the others with theirs), so that
neither a new field nor a new default changes an old hash. A field that moves, or is renamed, needs
its old place here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import BaseModel

from cohorts.conditions.condition import Condition
from cohorts.people.applicant import Applicant
from cohorts.programme.programme import Programme
from cohorts.record.json_text import unfit
from cohorts.round.merit import Standing
from cohorts.round.round import Round
from cohorts.rules.rule import Level, Rule

FIRST_SCHEMA = 1
"""The form of its proposals, and the meaning of their figures."""
LATER: Mapping[str, frozenset[str]] = {
    "": frozenset(
        {
            "meaning_version",
            "frozen_programme",
            "standing",
            "remarks",
            "story",
            "repaired",
            "answer",
            "admitted",
            "smaller",
        }
    ),
    "score": frozenset({"standing", "alike"}),
    "not_placed": frozenset({"told", "causes"}),
}
"""Part of a proposal → the fields that came after that form."""
NOT_YET: Any = {
    **dict.fromkeys(LATER[""] - {"meaning_version"}, True),  # which is added where it is read
    "score": LATER["score"],
    "not_placed": {"__all__": LATER["not_placed"]},
}
"""The same, to leave out of what is written."""
SETTINGS_THEN = ("count_from", "groups", "keep", "on", "pins", "size", "target")


def check_first_form(content: Mapping[str, Any]) -> None:
    """Raises UnfitError where a proposal of the first form holds a field that came later.

    And where it lacks a setting, of which a later release may have more.
    """
    settings = content.get("settings")
    absent = set(SETTINGS_THEN) - settings.keys() if isinstance(settings, Mapping) else ()
    if absent:
        raise unfit("programme.fault_missing", f"settings.{min(absent)}")
    for part, names in LATER.items():
        inside = content.get(part) if part else content
        for one in inside if isinstance(inside, list) else [inside]:
            there = sorted(names & one.keys()) if isinstance(one, Mapping) else []
            if there:
                place = f"{part}.{there[0]}" if part else there[0]
                raise unfit("programme.fault_extra_forbidden", place)


def as_meant_then(programme: Programme) -> Programme:
    """The programme in the words of today.

    A widest distance to travel was no must where ``level = "should"`` was written beside it.
    Standing was weighed, whatever a preset of that name says since.
    """
    groups = programme.groups.model_copy(update={"standing": Standing.WEIGHED, "margin": 0.0})
    rules = tuple(map(_rule_then, programme.rules))
    return programme.model_copy(update={"groups": groups, "rules": rules})


def _rule_then(rule: Rule) -> Rule:
    written = "level" in rule.model_fields_set and rule.level is Level.SHOULD
    return rule.as_wish() if rule.rule == "travel" and written else rule


@cache
def known() -> Mapping[str, Any]:
    """What the models of the release held."""
    file = files("cohorts.record") / "release_0_1_0.json"
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


def first_fingerprint(round_: Round, programme: Programme, written: Sequence[Applicant]) -> str:
    """SHA-256 over everything that decides the answer, but for the effort, as it was then.

    ``written``: the applicants of the round as they were given.
    """
    of_person, of_relation = known()["applicant"], known()["relation"]
    content: dict[str, object] = {
        "applicants": [
            {name: getattr(a, name) for name in of_person} | {"extra": dict(a.extra)}
            for a in written
        ],
        "relations": [{name: getattr(r, name) for name in of_relation} for r in round_.relations],
        "merit": [(k, str(v)) for k, v in sorted((round_.merit or {}).items())],
        "previous": sorted((round_.previous or {}).items()),
        "settings": [round_.groups, round_.smallest, round_.largest, round_.target, round_.keep],
        "pins": sorted(round_.pins.items()),
        "set_aside": [(s.applicant.id, s.why) for s in round_.set_aside],
        "day": [round_.on.isoformat(), round_.count_from],
        "places": str(round_.places),
        "seed": round_.seed,
        "programme": _as_then(programme),
    }
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _as_then(value: Any) -> Any:
    """In the shape of JSON; of a model the fields it had then."""
    if isinstance(value, BaseModel):
        return _model(value)
    if isinstance(value, Mapping):
        return {str(_as_then(key)): _as_then(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_as_then(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def _model(one: BaseModel) -> dict[str, Any]:
    """What was written in it, and for the rest the defaults of then."""
    then = _known_of(one)
    if then is None:
        return {name: _as_then(getattr(one, name)) for name in type(one).model_fields}
    said = {
        name: _as_then(getattr(one, name))
        for name in (*then["required"], *then["defaults"])
        if name in one.model_fields_set
    }
    return {**then["defaults"], **_implied(one, said), **said}


def _known_of(one: BaseModel) -> Mapping[str, Any] | None:
    """What its kind held; None for a kind that came later."""
    found: Mapping[str, Any] | None
    if isinstance(one, Rule):
        found = known()["rules"].get(one.rule)
    elif isinstance(one, Condition):
        found = known()["conditions"].get(one.condition)
    else:
        found = known()["models"].get(type(one).__name__)
    return found


def _implied(one: BaseModel, said: Mapping[str, Any]) -> dict[str, Any]:
    """The one default that depended on another field: a widest distance made a must of travel."""
    widest = isinstance(one, Rule) and one.rule == "travel" and said.get("widest_km") is not None
    return {"level": "must"} if widest else {}
