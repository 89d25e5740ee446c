"""``cohorts replay``: a decision recomputed from its dossier, said in words and for machines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cohorts.rounds.deciding import dossier_form as form
from cohorts.rounds.deciding.dossier import dossier
from cohorts.store.place import url_of_file
from cohorts.store.store import opened
from cohorts.words import Language
from tests.cohorts.cli.run import Run
from tests.cohorts.rounds.deciding.decided_round import changed, proposed_round, written


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    store = opened(url_of_file(tmp_path_factory.mktemp("store") / "rounds.sqlite"))
    here = proposed_round(store, "kennissessie")
    made = dossier(*here.of, here.decide(), Language.NL)
    store.close()
    return made


def test_it_says_that_it_holds(run: Run, whole: bytes, tmp_path: Path) -> None:
    path = written(tmp_path, whole)
    dutch, english = run("replay", path), run("replay", path, "--language", "en")
    assert (dutch.code, english.code) == (0, 0)
    assert dutch.out.startswith("Het besluit klopt: 81 mensen in 14 groepen")
    assert "Jo Vos signed proposal 1" in english.out
    told = json.loads(run("replay", path, "--json").out)
    assert told["holds"] is True
    assert (told["differences"], told["erased"]) == ([], 0)
    assert told["head"] in dutch.out


def test_it_names_what_differs(run: Run, whole: bytes, tmp_path: Path) -> None:
    wrong = changed(whole, form.DECISION, lambda c: c.update(signed="Mo\n\x1b[31m Bos"))
    path = written(tmp_path, wrong)
    ran = run("replay", path)
    assert ran.code == 1
    assert "decision.json signed: er staat Mo\\n\\u001b[31m Bos, het is Jo Vos." in ran.out
    assert json.loads(run("replay", path, "--json").out)["holds"] is False


def test_what_is_no_dossier_ends_with_two(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(b"no zip")
    for given in (path, tmp_path / "nothing.zip"):
        ran = run("replay", given)
        assert ran.code == 2
        assert ran.err
        assert "Traceback" not in ran.err
