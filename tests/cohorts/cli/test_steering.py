"""What an error quotes from a file does not colour, move or ring a terminal."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cohorts.cli.run import Run


def test_signs_that_steer_are_not_passed_on(run: Run, tmp_path: Path) -> None:
    people = tmp_path / "people.csv"
    people.write_text("id,bedrijf\n1,Anker\n2,Berk\n", encoding="utf-8")
    settled = tmp_path / "map.toml"
    settled.write_text('[fields]\nname = "\\u001b[31mrood\\u0007"\n', encoding="utf-8")
    ran = run("intake", people, "--map", settled, "--language", "en")
    assert ran.code == 2
    assert "rood" in ran.err
    assert not {"\x1b", "\x07"} & set(ran.err)
    told = run("intake", people, "--map", settled, "--json")
    assert "rood" in json.loads(told.out)["error"]["fault"]
