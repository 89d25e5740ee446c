"""Every function of ``cohorts.rounds`` that is about a round refuses who has no role in it.

None is named here: whatever is there is found, so that one that forgets to ask cannot slip in.
"""

from __future__ import annotations

import ast
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from enum import Enum
from importlib import import_module
from pathlib import Path
from types import ModuleType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from unittest.mock import MagicMock

import pytest

import cohorts.rounds
from cohorts.errors import RefusedError
from cohorts.rounds.accounts.revoke import revoke
from cohorts.rounds.actor import Actor
from cohorts.rounds.roles import Role
from cohorts.store.keys import AccountKey, Key, RoundKey
from cohorts.store.store import Store
from cohorts.words.language import Language
from cohorts.words.sentences import sentences
from tests.cohorts.rounds.staff import begun, joined, rows

OF_A_ROUND = ["store", "actor", "round_"]
MECHANISM = {"act", "look"}
"""These are the asking; they are tried in test_act.py."""


def modules() -> Iterator[ModuleType]:
    for info in pkgutil.walk_packages(cohorts.rounds.__path__, "cohorts.rounds."):
        yield import_module(info.name)


def functions(*first: str) -> dict[str, Callable[..., Any]]:
    """Public functions whose first parameters are called so, by module and name."""
    return {
        f"{module.__name__}.{name}": function
        for module in modules()
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and name not in MECHANISM
        and list(inspect.signature(function).parameters)[: len(first)] == list(first)
    }


FOUND = functions(*OF_A_ROUND)


def tried(function: Callable[..., Any], store: Store, actor: Actor, round_: RoundKey) -> Any:
    """The function with anything of the kind that it wants."""
    kinds = get_type_hints(function)
    wanted = list(inspect.signature(function).parameters.values())[3:]
    empty = [one for one in wanted if one.default is inspect.Parameter.empty]
    named = {o.name: anything(kinds[o.name]) for o in empty if o.kind is o.KEYWORD_ONLY}
    given = [anything(kinds[o.name]) for o in empty if o.kind is o.POSITIONAL_OR_KEYWORD]
    found = function(store, actor, round_, *given, **named)
    if isinstance(found, AbstractContextManager):
        with found:
            return None
    return list(found) if inspect.isgenerator(found) else found


def anything(kind: Any) -> Any:
    """A value of a kind; of several kinds, of the first."""
    if get_args(kind):
        first, origin = get_args(kind)[0], get_origin(kind)
        if origin is Sequence:
            return [anything(first)]
        return anything(first) if origin in UNIONS else MagicMock()
    if inspect.isclass(kind) and issubclass(kind, Enum):
        return next(iter(kind))
    return PLAIN.get(getattr(kind, "__supertype__", kind), MagicMock())


UNIONS = (Union, UnionType)
PLAIN: dict[Any, Any] = {str: "x", bytes: b"x", int: 1, bool: True, Key: Key("1" * 16)}


def test_they_are_found() -> None:
    assert "cohorts.rounds.life.rename.rename" in FOUND
    assert "cohorts.rounds.life.events_since.events_since" in FOUND


def test_nobody_without_a_role_may_do_or_see_anything(store: Store) -> None:
    anna, round_ = begun(store)
    stranger = joined(store, anna, "Stranger")
    revoked = joined(store, anna, "Revoked", round_)
    revoke(store, anna, revoked.key)
    unknown = Actor(AccountKey(Key("f" * 16)), "Unknown")
    before = rows(store)
    for name, function in FOUND.items():
        for actor in (stranger, revoked, unknown):
            with pytest.raises(RefusedError) as error:
                tried(function, store, actor, round_)
            assert error.value.problems[0].code == "rounds.not_yours", name
    assert rows(store) == before


TAKES = {"cohorts.rounds.life.take_out.take_out"}
"""Whoever may read may take along; that they did is written down."""


def test_an_auditor_changes_nothing(store: Store) -> None:
    """Whatever is asked: it is refused, or it is a look."""
    anna, round_ = begun(store)
    auditor = joined(store, anna, "Auditor", round_, Role.AUDITOR)
    before = rows(store, "visit")
    refused = set()
    assert FOUND.keys() >= TAKES
    for name, function in FOUND.items():
        if name in TAKES:
            continue
        try:
            tried(function, store, auditor, round_)
        except RefusedError:
            refused.add(name)
        except Exception:  # noqa: BLE001, S110 - a look at what is not there
            pass
        assert rows(store, "visit") == before, name
    assert "cohorts.rounds.life.rename.rename" in refused


ACTS = {"act", "acting"}


def names_of_acts() -> set[str]:
    """The names that stand in calls of the mechanism."""
    found = set()
    for file in Path(cohorts.rounds.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ACTS:
                texts = [one.value for one in node.args if isinstance(one, ast.Constant)]
                found |= {text for text in texts if isinstance(text, str)}
    return found


def test_every_act_has_a_sentence() -> None:
    assert "round.rename" in names_of_acts()
    known = sentences(Language.NL)
    missing = {name for name in names_of_acts() if f"event.{name.replace('.', '_')}" not in known}
    assert missing == set()
