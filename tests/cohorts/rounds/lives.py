"""Lives of what is kept, each on an empty store of its own: in a file, or on a server."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from cohorts.store.place import url_of_file
from cohorts.store.store import opened
from tests.cohorts.store.kept import emptied


class OnAStore(RuleBasedStateMachine):
    """``url``: of an empty store; given by the test."""

    url: Callable[[], str]


def live(
    life: type[OnAStore],
    database: str,
    request: pytest.FixtureRequest,
    folder: Path,
    *,
    lives: int,
    acts: int,
) -> None:
    """So many ``lives`` of so many ``acts``, always the same; ``database``: sqlite, postgresql."""

    def in_a_file() -> str:
        file = folder / f"{secrets.token_hex(4)}.sqlite"
        shutil.copyfile(request.getfixturevalue("empty_file"), file)
        return url_of_file(file)

    def on_the_server() -> str:
        url: str = request.getfixturevalue("own_database")
        opened(url).close()
        emptied(url)
        return url

    empty = {"sqlite": in_a_file, "postgresql": on_the_server}[database]
    empty()  # where there is no server, it is said before anything begins
    run_state_machine_as_test(
        type(life.__name__, (life,), {"url": staticmethod(empty)}),
        settings=settings(
            max_examples=lives,
            stateful_step_count=acts,
            deadline=None,
            derandomize=True,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
