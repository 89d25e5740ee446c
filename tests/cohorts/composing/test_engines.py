"""The door to the engines: each name leads somewhere, and nothing is fetched before it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cohorts.composing import engines


def test_every_name_leads_to_what_it_says() -> None:
    assert set(engines.__all__) == set(engines.ROOMS)
    for name, room in engines.ROOMS.items():
        assert getattr(engines, name) is getattr(sys.modules[room], name)


def test_another_name_is_none_of_it() -> None:
    with pytest.raises(AttributeError):
        engines.nothing  # type: ignore[attr-defined]  # noqa: B018 - asked for to see it refused


def test_composing_and_every_command_are_there_before_the_engines_are() -> None:
    code = (
        "import sys, cohorts.composing.compose, cohorts.record.recompute, cohorts.cli.app;"
        "print([m for m in ('numba', 'ortools', 'solver.solve') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
