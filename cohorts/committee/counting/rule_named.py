"""A counting rule by its name, with what was set of it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from difflib import get_close_matches

from pydantic import ValidationError

from cohorts.committee.counting import counting_rules
from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.errors import InputError, Problem
from cohorts.forms.fault import fault_of


def rule_named(name: str, settings: Iterable[str] = ()) -> CountingRule:
    """``settings``: ``name=value`` each. Raises InputError with what is known, for every fault."""
    known = counting_rules()
    if name not in known:
        near = get_close_matches(name, known, 1)
        facts: dict[str, object] = {"given": name[:80], "known": tuple(known), "near": near}
        code = "count.rule_near" if near else "count.rule_unknown"
        raise InputError(Problem(code, "--rule", facts))
    return _with(known[name], name, tuple(settings))


def _with(kind: type[CountingRule], name: str, settings: tuple[str, ...]) -> CountingRule:
    values: dict[str, object] = {}
    faults = []
    for setting in settings:
        field, equals, value = setting.partition("=")
        field = field.strip()
        facts = {"given": setting[:80], "rule": name, "known": tuple(kind.model_fields)}
        if not equals:
            faults.append(Problem("count.set_form", "--set", facts))
        elif field not in kind.model_fields:
            code = "count.set_unknown" if kind.model_fields else "count.set_nothing"
            faults.append(Problem(code, "--set", facts))
        elif field in values:
            faults.append(Problem("count.set_twice", "--set", {"given": field}))
        else:
            values[field] = _value(value.strip())
    if faults:
        raise InputError(*faults)
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        wrong: dict[str, object] = {"fault": fault_of(error), "rule": name}
        raise InputError(Problem("count.set_value", "--set", wrong)) from None


def _value(text: str) -> object:
    """As TOML would read it; what is none of that is a word."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except (ValueError, RecursionError):  # also a number or a nesting without end
        return text
