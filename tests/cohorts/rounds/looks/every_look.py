"""Every act of ``cohorts.rounds``, tried as somebody: all that it tells them, and how it refuses.

None is named here: whatever is there is found (see test_every_act.py), and one that changes
something is taken back, for what it gives or refuses is a look too.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from types import CodeType
from typing import Any

import pytest
from sqlalchemy import Connection, select

from cohorts.errors import CohortsError
from cohorts.rounds.actor import Actor
from cohorts.store.store import Store
from cohorts.store.tables import event, said, sent, stage
from tests.cohorts.rounds.balloting.a_committee import Committee
from tests.cohorts.rounds.looks.arguments import Values, arguments, values
from tests.cohorts.rounds.looks.in_full import in_full
from tests.cohorts.rounds.test_every_act import FOUND, functions

OF_SOMEBODY = functions("store", "actor")
"""Of a round, or of what somebody has in the whole installation."""
HEX = re.compile(r"\b[0-9a-f]{64}\b")
NEW = re.compile(r"\b[0-9a-f]{8,}\b|(?<![\w-])[\w-]{43}(?![\w-])")
"""Made for this one time: a key, a salt, a head, or what stands in a link."""


@dataclass(frozen=True)
class Answer:
    """``told``: in full. ``given``: it is what was asked for; ``refused``: in words of ours.

    ``wrote``: it would have changed something.
    """

    told: str
    given: bool
    refused: bool
    wrote: bool


class _UndoneError(Exception):
    """Nothing that was tried is kept."""


@contextmanager
def nothing_kept() -> Iterator[list[bool]]:
    """Whether anything was written is added to the list, and taken back."""
    writing, wrote = Store.writing, []

    @contextmanager
    def rolled_back(self: Store) -> Iterator[Connection]:
        wrote.append(True)
        with suppress(_UndoneError), writing(self) as connection:
            yield connection
            raise _UndoneError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Store, "writing", rolled_back)
        yield wrote


def every_look(here: Committee, who: Actor) -> dict[str, Answer]:
    """Name of an act, with a number where it is tried on several → what it gives them."""
    heads, there = _heads(here.store), values(here)
    found = {}
    for name, function in OF_SOMEBODY.items():
        for number, answer in enumerate(_answers(name, function, here, who, there)):
            short = name.removeprefix("cohorts.rounds.").partition(".")[2]
            told = HEX.sub(lambda one: "head" if one[0] in heads else one[0], answer.told)
            found[f"{short} {number}".removesuffix(" 0")] = Answer(
                told, answer.given, answer.refused, answer.wrote
            )
    return found


def _answers(
    name: str, function: Callable[..., Any], here: Committee, who: Actor, there: Values
) -> Iterator[Answer]:
    of_round = name in FOUND
    first: list[Any] = [here.store, who, here.round] if of_round else [here.store, who]
    for given in arguments(function, there, len(first)):
        with nothing_kept() as wrote:
            answer = tried(function, first, given)
        told = NEW.sub("new", answer.told) if wrote else answer.told
        yield Answer(told, answer.given, answer.refused, bool(wrote))


def tried(function: Callable[..., Any], first: list[Any], given: Mapping[str, Any]) -> Answer:
    """What is given by position or by name, it is asked by name; refusals with all their facts."""
    several = [one.name for one in inspect.signature(function).parameters.values() if _star(one)]
    named = {name: value for name, value in given.items() if name not in several}
    try:
        found = function(*first, **named)
        if isinstance(found, AbstractContextManager):
            with found as opened:
                return Answer(in_full(opened), given=True, refused=False, wrote=False)
        return Answer(in_full(found), given=True, refused=False, wrote=False)
    except CohortsError as error:
        said = [(one.code, one.place, one.facts) for one in error.problems]
        return Answer(
            f"{type(error).__name__} {in_full(said)}", given=False, refused=True, wrote=False
        )
    except Exception as error:  # noqa: BLE001 - what was given is no such thing
        return Answer(type(error).__name__, given=False, refused=False, wrote=False)


def writes(function: Callable[..., Any]) -> bool:
    """Whether anything that it calls within the rooms opens the store to write."""
    ahead, seen = [inspect.unwrap(function)], set()
    while ahead:
        one = ahead.pop()
        seen.add(one)
        for code in _codes(one.__code__):
            if "writing" in code.co_names:
                return True
            called = (
                inspect.unwrap(found)
                for found in map(one.__globals__.get, code.co_names)
                if inspect.isfunction(found)
            )
            ahead += [
                f for f in called if f.__module__.startswith("cohorts.rounds.") and f not in seen
            ]
    return False


def _codes(code: CodeType) -> Iterator[CodeType]:
    """Its own, and those of functions within it."""
    yield code
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield from _codes(one)


def _star(one: inspect.Parameter) -> bool:
    return one.kind in (one.VAR_POSITIONAL, one.VAR_KEYWORD)


def _heads(store: Store) -> frozenset[str]:
    """Of the log, and of what stands in it as a digest: each has a secret of its own."""
    with store.reading() as connection:
        columns = (event.c.hash, sent.c.digest, stage.c.counted, said.c.value)
        texts = [text for one in columns for text in connection.scalars(select(one))]
    return frozenset(head for text in texts for head in HEX.findall(text or ""))
