"""The round that measures compose: made applicants of the main sample under a programme."""

from __future__ import annotations

import tempfile
from pathlib import Path

from cohorts import load_programme, read_applicants
from cohorts.composing.prepare import prepare
from cohorts.intake.beside.relations_file import read_relations
from cohorts.programme.programme import Programme
from cohorts.round.round import Round
from sample_data.making.files import write_relations, write_workbook
from sample_data.rounds import overijssel

ELEVEN_RULES = Path(__file__).parents[1] / "all_rules.toml"


def made(people: int, rules: Path | str = ELEVEN_RULES) -> tuple[Programme, Round]:
    """The programme, and the round of so many made people."""
    records, relations = overijssel.make(overijssel.SEED, people)
    programme = load_programme(rules)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_workbook(records, folder / "people.xlsx")
        write_relations(relations, folder / "relations.csv")
        applicants = read_applicants(folder / "people.xlsx")
        between = read_relations(folder / "relations.csv", applicants)
    return programme, prepare(applicants, programme, relations=between)
