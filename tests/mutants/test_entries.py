"""The wrong edits fit what they edit; that their tests fail is shown by ``make mutants``."""

from __future__ import annotations

import pytest

from tests.mutants.entries import ROOT, Mutant, mutants

LEAST = 30


def test_there_are_enough() -> None:
    names = [mutant.name for mutant in mutants()]
    assert len(set(names)) == len(names) >= LEAST


@pytest.mark.parametrize("mutant", mutants(), ids=lambda mutant: mutant.name)
def test_an_edit_fits_and_its_test_is_there(mutant: Mutant) -> None:
    assert mutant.applied((ROOT / mutant.file).read_text("utf-8"))
    file, name = mutant.test.split("::", 1)
    assert f"def {name.split('[')[0].rsplit('::', 1)[-1]}(" in (ROOT / file).read_text("utf-8")
