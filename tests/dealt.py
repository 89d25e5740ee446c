"""Which process of the tests begins with what, so that none is left with a long one at the end.

Of two processes one begins with what is looked at in a browser, which computes beside the test:
where both did, a page could take longer to draw than a test waits. Each gets an equal run of the
tests as they stand in order, and takes from another when it is done. So every run begins with its
share of what takes long; a file stays in one piece where it can.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

import pytest

LONG = "long"
"""The mark of a file of which a test takes a minute."""
BROWSER = "browser"
"""The fixture of what is looked at in a browser: seconds where others take hundredths."""


def dealt(items: Sequence[pytest.Item], processes: int) -> list[pytest.Item]:
    """The same tests, in as many runs as there are processes."""
    files = [list(file) for _, file in groupby(items, key=lambda item: item.path)]
    files.sort(key=_takes, reverse=True)
    heavy = [file for file in files if _takes(file)]
    light = [item for file in files[len(heavy) :] for item in file]
    runs: list[list[pytest.Item]] = [[] for _ in range(processes)]
    look = runs[: (processes + 1) // 2]
    for file in heavy:
        min(look if _looks(file) else runs, key=len).extend(file)
    ends = [len(items) * number // processes for number in range(processes + 1)]
    for number, (begin, end) in enumerate(pairwise(ends)):
        room = max(0, end - begin - len(runs[number]))
        runs[number] += light[:room]
        del light[:room]
    return [item for run in runs for item in run] + light


def _takes(file: list[pytest.Item]) -> int:
    """How much of the end of all tests it could be, in three sorts."""
    if any(item.get_closest_marker(LONG) for item in file):
        return 2
    return int(_looks(file))


def _looks(file: list[pytest.Item]) -> bool:
    """Whether any of it is looked at in a browser."""
    return any(BROWSER in getattr(item, "fixturenames", ()) for item in file)
