"""However many processes run the tests: each once, and what takes long at the head of a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

import pytest

from tests.dealt import BROWSER, LONG, dealt


@dataclass(frozen=True)
class OneTest:
    path: Path
    number: int
    marks: tuple[str, ...] = ()
    fixturenames: tuple[str, ...] = field(default=())

    def get_closest_marker(self, name: str) -> str | None:
        return name if name in self.marks else None


def file(name: str, tests: int, *marks: str, needs: tuple[str, ...] = ()) -> list[OneTest]:
    return [OneTest(Path(name), number, marks, needs) for number in range(tests)]


TESTS = [
    *file("a", 40),
    *file("seen", 5, needs=(BROWSER,)),
    *file("b", 41),
    *file("seen too", 9, needs=(BROWSER,)),
    *file("very long", 2, LONG),
    *file("c", 20),
    *file("long", 1, LONG),
]


@pytest.mark.parametrize("processes", [1, 2, 3, 5, 200])
def test_every_test_is_dealt_once(processes: int) -> None:
    given = dealt(TESTS, processes)  # type: ignore[arg-type]  # all that is asked of one
    assert sorted(map(hash, given)) == sorted(map(hash, TESTS))


def test_one_begins_with_what_is_looked_at_the_other_with_what_else_takes_long() -> None:
    given = dealt(TESTS, 2)  # type: ignore[arg-type]  # as above
    half = len(TESTS) // 2
    runs = given[:half], given[half:]
    files = [[str(path) for path, _ in groupby(run, key=lambda one: one.path)] for run in runs]
    assert [names[:2] for names in files] == [["very long", "seen"], ["long", "b"]]
