"""Lives of what is kept, each on an empty store of its own: in a file, or on a server."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from cohorts.errors import CohortsError
from cohorts.store.place import url_of_file
from cohorts.store.store import Store, opened
from tests.cohorts.rounds.staff import rows
from tests.cohorts.store.kept import emptied


class OnAStore(RuleBasedStateMachine):
    """``url``: of an empty store; given by the test. ``store``: opened by the life as it begins."""

    url: Callable[[], str]
    store: Store

    def tried(self, act: Callable[[], object]) -> bool:
        """Whether it was done; where it was refused, nothing is other than it was."""
        were = rows(self.store)
        try:
            act()
        except CohortsError:
            assert rows(self.store) == were
            return False
        return True


Lived = TypeVar("Lived", bound=OnAStore)


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
    run_state_machine_as_test(
        on_empty_stores(life, database, request, folder),
        settings=settings(
            max_examples=lives,
            stateful_step_count=acts,
            deadline=None,
            derandomize=True,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )


def on_empty_stores(
    life: type[Lived], database: str, request: pytest.FixtureRequest, folder: Path
) -> type[Lived]:
    """Each life of it begins on an empty store of its own."""

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
    return type(life.__name__, (life,), {"url": staticmethod(empty)})
