from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from solver.errors import InvalidTaskError
from solver.pairing.rotation import RotationTask
from tests.solver.pairing.rotation.tasks import even, pairs, session, task

FAULTS: dict[str, Callable[[], RotationTask]] = {
    "no_sessions": lambda: task(4),
    "too_many_rows": lambda: even(2_001, 2, 1),
    "shape": lambda: replace(even(4, 2, 1), codes=np.zeros((1, 3), dtype=np.int64)),
    "bounds": lambda: task(4, session([3, 2], [2, 2], 4)),
    "row": lambda: even(4, 2, 1, apart=[(0, 4)]),
    "same_row": lambda: even(4, 2, 1, met=[(1, 1)]),
    "table": lambda: task(4, session([2, 2], [2, 2], 4, hosts=((0, 2),))),
    "two_tables": lambda: task(4, session([2, 2], [2, 2], 4, hosts=((0, 1), (0, 0)))),
    "host_absent": lambda: task(4, session([1, 2], [2, 2], 4, absent={0}, hosts=((0, 1),))),
}


@pytest.mark.parametrize("code", FAULTS)
def test_what_is_wrong_is_said(code: str) -> None:
    with pytest.raises(InvalidTaskError) as caught:
        FAULTS[code]()
    assert caught.value.code == code


def test_apart_in_a_session_where_both_are_there() -> None:
    here = session([1, 2], [2, 2], 4, absent={3}, apart=[(2, 0), (3, 1)])
    asked = task(4, here, apart=[(1, 0), (0, 1)], met=[(2, 1)])
    assert asked.apart_in(0) == {(0, 1), (0, 2)}
    assert asked.met_before() == {(1, 2)}
    assert pairs().shape == (0, 2)
