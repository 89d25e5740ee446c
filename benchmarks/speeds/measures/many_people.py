"""Tens of thousands of people: what is asked, what follows from given groups, the document.

Three sets of four rules. The solving itself is no part of it: the groups are those of neighbours by
id. Each case is a process of its own, forked once all applicants are read, so that its peak of
memory is its own and theirs; fewer are the first of them.

    python benchmarks/speeds/measures/many_people.py [PEOPLE …]
"""

from __future__ import annotations

import json
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[1]))
from many_rows import many

from cohorts import load_programme, read_applicants
from cohorts.composing.compose import assemble, demands_of, stated
from cohorts.composing.prepare import prepare
from cohorts.intake.beside.relations_file import read_relations
from cohorts.people.applicant import Applicant, Status
from cohorts.people.relation import Relation
from cohorts.record.document import as_json, document
from cohorts.words import Language
from sample_data.making.files import write_records, write_relations
from solver.choices import with_cheapest_choices
from solver.sizes import even_seats
from solver.solution import Effort

Made = TypeVar("Made")
Given = tuple[Sequence[Applicant], Sequence[Relation]]
FORKED = multiprocessing.get_context("fork")
PEOPLE = (10_000, 20_000, 40_000)
STAFF = 'rule = "comparable"\nfield = "fte"\nscale = "log"\nwidest = 20\n'
RIVALS = 'rule = "keep_apart"\nkinds = ["competitor", "family"]\nlevel = "must"\n'
TIMES = 'rule = "availability"\n'
SETS = {
    "texts": ('rule = "same_question"\n', 'rule = "shared_theme"\n', RIVALS, STAFF),
    "trades": ('rule = "same_trade"\nwithin_km = 25\n', RIVALS, STAFF, TIMES),
    "numbers": (
        STAFF,
        TIMES,
        'rule = "at_most"\nfield = "partner"\nmost = 4\nlevel = "must"\n',
        'rule = "travel"\n',
    ),
}
HEAD = (
    'schema_version = 1\nname = "many"\n[title]\nnl = "Velen"\nen = "Many"\n'
    '[groups]\nsize = [8, 12]\ntarget = 10\nplaces = "everyone"\n'
)


def timed(what: str, run: Callable[[], Made], **figures: int) -> Made:
    """Prints the CPU seconds of a step, the most memory so far, and further figures."""
    began = time.process_time()
    made = run()
    took = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000
    case = {"what": what, "seconds": round(took, 2), "peak_megabytes": peak, **figures}
    print(json.dumps(case), flush=True)
    return made


def measure(folder: Path, rules: str, people: int, given: Given) -> None:
    """One set of rules: demands, assemble, document."""
    applicants, relations = given
    path = folder / f"{rules}.toml"
    path.write_text(HEAD + "".join(f"[[rules]]\n{rule}" for rule in SETS[rules]), "utf-8")
    programme = load_programme(path)
    case = f"many people: {{}}, {rules}, {people:,}"
    round_ = timed(
        case.format("prepare"),
        lambda: prepare(applicants, programme, relations=relations, count_from=Status.APPROACHED),
    )
    asked, notices = timed(case.format("demands"), lambda: demands_of(programme, round_))
    grouping = with_cheapest_choices(asked.task.terms, even_seats(asked.task), asked.task)
    solution = stated(grouping, asked, reproducible=True)
    proposal = timed(
        case.format("assemble"),
        lambda: assemble(solution, asked, programme, round_, notices, effort=Effort.QUICK),
    )
    timed(
        case.format("document"),
        lambda: as_json(document(proposal, Language.EN)),
        remarks=len(proposal.round.remarks),
    )


def read(people: int, folder: Path) -> Given:
    """So many applicants and what is between them, written as files and read from those."""
    records, between = many(people)
    write_records(records, folder / "people.csv")
    write_relations(between, folder / "relations.csv")
    applicants = read_applicants(folder / "people.csv")
    return applicants, read_relations(folder / "relations.csv", applicants)


def first(people: int, given: Given) -> Given:
    """The first so many of them, and what is between those."""
    applicants, relations = given[0][:people], given[1]
    ids = {a.id for a in applicants}
    return applicants, [r for r in relations if r.a in ids and r.b in ids]


def main() -> None:
    asked = [int(people) for people in sys.argv[1:]] or PEOPLE
    with tempfile.TemporaryDirectory() as name:
        everybody = read(max(asked), Path(name))
        for people in asked:
            given = first(people, everybody)
            for rules in SETS:
                case = FORKED.Process(target=measure, args=(Path(name), rules, people, given))
                case.start()
                case.join()
                if case.exitcode:
                    raise SystemExit(case.exitcode)


if __name__ == "__main__":
    main()
