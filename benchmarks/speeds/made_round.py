"""The round that measures compose: made applicants of the main sample under a programme."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Unpack

from cohorts import load_programme, read_applicants
from cohorts.composing.inputs import Given
from cohorts.composing.prepare import prepare
from cohorts.intake.beside.relations_file import read_relations
from cohorts.programme.programme import Programme
from cohorts.round.round import Round
from sample_data.making.files import write_relations, write_workbook
from sample_data.rounds import overijssel

ELEVEN_RULES = Path(__file__).parents[1] / "all_rules.toml"


def made(
    people: int, rules: Path | str = ELEVEN_RULES, **given: Unpack[Given]
) -> tuple[Programme, Round]:
    """The programme, and the round of so many made people; ``given``: what else it is made of."""
    records, relations = overijssel.make(overijssel.SEED, people)
    programme = load_programme(rules)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_workbook(records, folder / "people.xlsx")
        write_relations(relations, folder / "relations.csv")
        applicants = read_applicants(folder / "people.xlsx")
        between = read_relations(folder / "relations.csv", applicants)
    given["relations"] = between
    return programme, prepare(applicants, programme, **given)
