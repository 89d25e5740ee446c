"""A funnel opens no file outside its own folder, and tells nothing of what stands in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from cohorts.committee.shortlisting.funnel_files import NAMING
from cohorts.errors import InputError
from cohorts.words import Language, explain
from tests.cohorts.committee.shortlisting.small_round import run, write_round, write_votes

FOREIGN = "root:x:0:0"
STAFF = {"a": 4, "b": 5, "c": 6}
VOTES = {"votes": "votes.csv"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Of a funnel, with a foreign file beside it."""
    (tmp_path / "foreign.csv").write_text(f"{FOREIGN}\n{FOREIGN}\n", "utf-8")
    found = tmp_path / "funnel"
    (found / "below").mkdir(parents=True)
    write_votes(found, "votes.csv", ["applicant_id,v1", "a,ja", "b,ja", "c,nee"])
    write_votes(found / "below", "votes.csv", ["applicant_id,v1", "a,ja", "b,ja", "c,nee"])
    return found


def stage(**files: str) -> str:
    named = [f"{field} = '{name}'\n" for field, name in (VOTES | files).items()]
    return "[[stages]]\ntitle = 'S'\nrule = 'approval'\nplaces = 1\n" + "".join(named)


@pytest.mark.parametrize("field", NAMING)
@pytest.mark.parametrize("name", ["../foreign.csv", "below/../../foreign.csv", "absolute", "link"])
def test_a_file_elsewhere_is_refused_and_not_read(folder: Path, field: str, name: str) -> None:
    programme = write_round(folder, STAFF)
    foreign = folder.parent / "foreign.csv"
    (folder / "link").symlink_to(foreign)
    given = str(foreign) if name == "absolute" else name
    with pytest.raises(InputError) as raised:
        run(folder, programme, stage() + stage(**{field: given}))
    (problem,) = raised.value.problems
    assert (problem.code, problem.place) == ("shortlist.outside", f"stages.2.{field}")
    for language in Language:
        fault, remedy = explain(problem, language)
        assert given[:80] in fault
        assert remedy
        assert FOREIGN not in fault + remedy


def test_a_link_to_itself_is_refused(folder: Path) -> None:
    programme = write_round(folder, STAFF)
    (folder / "round").symlink_to("round")
    with pytest.raises(InputError):
        run(folder, programme, stage(votes="round"))


@pytest.mark.parametrize("name", ["votes.csv", "below/votes.csv", "below/../votes.csv", "inner"])
def test_what_lies_in_it_is_read(folder: Path, name: str) -> None:
    programme = write_round(folder, STAFF)
    (folder / "inner").symlink_to(folder / "below" / "votes.csv")
    assert len(run(folder, programme, stage(votes=name)).outcomes[0].on) == 1
