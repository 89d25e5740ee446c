"""What follows from people, programme and settings alone, computed once for many checks of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from cohorts.composing.compose import demands_of
from cohorts.composing.prepare import prepare
from cohorts.programme.programme import Programme
from solver.pricing import mean_charges

Key = Callable[..., object]


@contextmanager
def prepared_once() -> Iterator[None]:
    """Within it ``check`` prepares a round, asks its demands and draws its random groups once.

    Everything that a proposal states is still read, recomputed and compared for each.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cohorts.record.recompute.prepare", _once(prepare, _of_people))
        patch.setattr("cohorts.record.recompute.demands_of", _once(demands_of, _of_round))
        patch.setattr("cohorts.composing.compose.mean_charges", _once(mean_charges, id))
        yield


def _of_people(applicants: Any, programme: Programme, **given: Any) -> object:
    return [id(a) for a in applicants], programme.model_dump_json(), repr(sorted(given.items()))


def _of_round(programme: Programme, round_: Any) -> object:
    return programme.model_dump_json(), id(round_)


def _once(compute: Callable[..., Any], key: Key) -> Callable[..., Any]:
    """The same, remembered with what it was given: so no other object gets the id of that."""
    known: dict[str, Any] = {}

    def answered(*given: Any, **named: Any) -> Any:
        name = str(key(*given, **named))
        if name not in known:
            known[name] = given, compute(*given, **named)
        return known[name][1]

    return answered
