"""Lays down what this release keeps, so that every later one is tried on it.

``python -m tests.releases.write_stores URL``, with an empty database of PostgreSQL: writes the
copies that ``cohorts backup`` makes of both databases, and a round as one zip, into
``tests/releases/stores/RELEASE/``. Once, when the release is made; they are never changed after it.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
import tomllib
from pathlib import Path

from cohorts import compose, load_programme
from cohorts.composing.proposal import Proposal
from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.accounts.first_account import first_account
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.choose_programme import choose_programme
from cohorts.rounds.asking.give import give
from cohorts.rounds.boarding.pin_somebody import pin
from cohorts.rounds.boarding.undo import undo
from cohorts.rounds.deciding.decide import decide
from cohorts.rounds.deciding.decision import decisions_of
from cohorts.rounds.deciding.deviation import seats_of
from cohorts.rounds.deciding.tell import tell
from cohorts.rounds.deciding.told_of import How, told_of
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.jobs.asking_for import ask_for, stop
from cohorts.rounds.jobs.job import Kind
from cohorts.rounds.life.export_round import export_round
from cohorts.rounds.life.new_round import new_round
from cohorts.rounds.people.add_somebody import add_somebody
from cohorts.rounds.people.confirm import confirm
from cohorts.rounds.people.drop import drop
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.people.mend import mend
from cohorts.rounds.proposing.heads import heads_of
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.rounds.roles import Role
from cohorts.store.backup import backup
from cohorts.store.keys import RoundKey
from cohorts.store.place import understood, url_of_file
from cohorts.store.store import Store, opened

HERE = Path(__file__).with_name("stores")
ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "examples"
FILE, PRESET = "people.csv", "programme.toml"
COPIES = {"sqlite": "rounds.sqlite.gz", "postgresql": "rounds.dump"}
"""Database → the copy of it."""
ROUND, HOLDS = "round.zip", "holds.json"
SECONDS = 0.2


def main(database: str) -> None:
    """Both databases are filled by the same acts; the zip is of the first."""
    folder = HERE / release()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "copy.sqlite"
        store = opened(url_of_file(Path(place) / "rounds.sqlite"))
        actor, round_ = filled(store)
        (folder / ROUND).write_bytes(export_round(store, actor, round_))
        holds = json.dumps(what_holds(store, actor, round_), indent=1, ensure_ascii=False)
        (folder / HOLDS).write_text(f"{holds}\n", encoding="utf-8")
        backup(store.url, copy)
        (folder / COPIES["sqlite"]).write_bytes(gzip.compress(copy.read_bytes(), mtime=0))
    server = opened(understood(database))
    filled(server)
    backup(server.url, folder / COPIES["postgresql"])


def release() -> str:
    """Which this is."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return str(project["version"])


def filled(store: Store) -> tuple[Actor, RoundKey]:
    """A little of everything that acts keep."""
    anna = first_account(store, "Anna")
    round_ = new_round(store, anna, "Najaar", load_programme(str(EXAMPLES / PRESET)))
    add_person(store, anna, "Mo", round_, Role.AUDITOR)
    here = (store, anna, round_)
    drop(*here, FILE, (EXAMPLES / FILE).read_bytes())
    confirm(*here)
    gone = add_somebody(*here, {"name": "Wim", "fte": "9"})
    erase_person(*here, gone)
    people = people_of(*here)
    first = people.keys.of[people.applicants.people[0].id]
    mend(*here, first, {"fte": "17"})
    choose_programme(*here, load_programme(str(EXAMPLES / PRESET)))
    give(*here, "seed", 3)
    stop(*here, ask_for(*here, Kind.COMPOSE))
    (key,) = keep_proposals(*here, [_composed(store, anna, round_)], made=Made.COMPOSED)
    seated = [who for who, group in seats_of(proposal_of(*here, key)).items() if group]
    pin(*here, key, seated[0])
    undo(*here, key)
    decide(*here, key, signed="Jo Vos", reason="Het past")
    tell(*here, seated[:2], How.EMAIL)
    drop(*here, FILE, (EXAMPLES / FILE).read_bytes())
    return anna, round_


def what_holds(store: Store, actor: Actor, round_: RoundKey) -> dict[str, object]:
    """What whoever opens it must find again."""
    here = (store, actor, round_)
    heads, decisions = heads_of(*here), decisions_of(*here)
    seats = seats_of(proposal_of(*here, heads[0].key))
    return {
        "people": sorted(str(one.id) for one in people_of(*here).applicants),
        "seats": {str(who): group for who, group in sorted(seats.items())},
        "signed": [one.signed for one in decisions],
        "told": len(told_of(*here)),
    }


def _composed(store: Store, actor: Actor, round_: RoundKey) -> Proposal:
    programme = load_programme(str(EXAMPLES / PRESET))
    people = people_of(store, actor, round_).applicants
    return compose(people, programme, time_limit=SECONDS, seed=3)


if __name__ == "__main__":
    main(sys.argv[1])
