"""What takes long is killed half way: a copy made, put back, an erasure, an import, a migration.

``python -m benchmarks.crash_copies [--kills 20] [--kind backup] [--database URL] [--json]``: each
of them in a process of its own, so many times, killed (SIGKILL, with the programs of the database
that it started) at a moment drawn at random. ``--database``: a server of PostgreSQL where databases
may be made; without it SQLite. Then what is kept must be as it was before or as it should be after
(``half_written``), the doctor must find nothing (``doctor``), and the same must succeed when it is
done again (``stuck``); ``left``: databases for the time being that still stand then.

``done``: how many had ended when the kill came; what had ended must be there (``lost``).
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import random
import secrets
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sqlalchemy import create_engine, func, make_url, select, text

from benchmarks.crash_acts import CrashRound, begun
from cohorts.errors import CohortsError
from cohorts.rounds.accounts.first_account import administrator_of
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.life.export_round import export_round
from cohorts.rounds.life.import_round import import_round
from cohorts.rounds.life.rename import rename
from cohorts.store import tables
from cohorts.store.backup import backup
from cohorts.store.doctor import doctor
from cohorts.store.place import understood, url_of_file
from cohorts.store.releases import MIGRATIONS, known
from cohorts.store.restore import restore
from cohorts.store.store import Store, opened
from cohorts.store.trying import BEGINS
from cohorts.store.upgrading import bring_up_to_date

LATER = """
import sqlalchemy as sa
from alembic import op

revision = "r98"
down_revision = "{before}"


def upgrade() -> None:
    op.add_column("note", sa.Column("later", sa.Text()))
    table = sa.table("round", sa.column("name"))
    op.execute(sa.update(table).values(name="later"))
"""
LONGEST = 1.3
"""Of the time that the whole takes: the latest moment of a kill."""
NAME = "Najaar"


@dataclasses.dataclass
class Found:
    """What was found over all kills of one kind."""

    kills: int = 0
    done: int = 0
    lost: int = 0
    half_written: int = 0
    doctor: int = 0
    stuck: int = 0
    left: int = 0

    @property
    def amiss(self) -> int:
        """How much is not as it should be."""
        return self.lost + self.half_written + self.doctor + self.stuck + self.left


@dataclasses.dataclass(eq=False)
class Place:
    """Where one try stands: a store of its own, a copy, a round elsewhere, a later release."""

    url: str
    folder: Path
    made: CrashRound
    travelled: bytes

    @property
    def copy(self) -> Path:
        """The one that is made, or put back."""
        return self.folder / "copy"

    @property
    def later(self) -> Path:
        """The migrations of a later release."""
        return self.folder / "later"


Look = Callable[[Place], bool | None]
"""Whether it was done: False: not at all; None: half."""


def _name(place: Place) -> str:
    store = Store(place.url)
    with store.reading() as connection:
        query = select(tables.round_.c.name).where(tables.round_.c.key == place.made.round)
        found = str(connection.execute(query).scalar_one())
    store.close()
    return found


def _backup(place: Place) -> None:
    backup(place.url, place.copy)


def _restore(place: Place) -> None:
    restore(place.copy, place.url)


def _restored(place: Place) -> bool | None:
    return {NAME: True, "changed": False}.get(_name(place))


def _backed_up(place: Place) -> bool | None:
    """The copy is whole, whichever of the two it is: put back, the round has its name."""
    try:
        restore(place.copy, place.url)
    except CohortsError:
        return None
    return {NAME: False, "changed": True}.get(_name(place))


def _erase(place: Place) -> None:
    store = opened(place.url)
    erase_person(store, place.made.actor, place.made.round, str(place.made.people[0]))


def _erased(place: Place) -> bool | None:
    store = Store(place.url)
    with store.reading() as connection:
        gone = select(func.count()).where(tables.applicant.c.erased_at.is_not(None))
        count = connection.execute(gone).scalar_one()
    store.close()
    return {0: False, 1: True}.get(count)


def _import(place: Place) -> None:
    store = opened(place.url)
    actor = administrator_of(store)
    if actor is not None:
        import_round(store, actor, place.travelled)


def _imported(place: Place) -> bool | None:
    store = Store(place.url)
    with store.reading() as connection:
        count = connection.execute(select(func.count()).select_from(tables.round_)).scalar_one()
    store.close()
    return {1: False, 2: True}.get(count)


def _migrate(place: Place) -> None:
    store = Store(place.url)
    bring_up_to_date(store, place.later)
    store.close()


def _migrated(place: Place) -> bool | None:
    return {"changed": False, "later": True}.get(_name(place))


KINDS: dict[str, tuple[Callable[[Place], None], Look]] = {
    "backup": (_backup, _backed_up),
    "restore": (_restore, _restored),
    "erase": (_erase, _erased),
    "import": (_import, _imported),
    "migration": (_migrate, _migrated),
}


class Ground:
    """Makes a place for each try, as another one left it: a file, or a database of a server."""

    def __init__(self, folder: Path, server: str | None) -> None:
        self.folder, self.server = folder, server
        self.base = self._url("base")
        elsewhere = opened(self._url("elsewhere"))
        there = begun(elsewhere, "Elders")
        travelled = export_round(elsewhere, there.actor, there.round)
        elsewhere.close()
        store = opened(self.base)
        made = begun(store, NAME)
        backup(self.base, folder / "copy")
        rename(store, made.actor, made.round, "changed")
        store.close()
        self.made, self.travelled = made, travelled
        later = folder / "later"
        shutil.copytree(MIGRATIONS, later)
        (later / "versions" / "r98_later.py").write_text(LATER.format(before=known()[-1]))

    def _url(self, name: str) -> str:
        if self.server is None:
            return url_of_file(self.folder / f"{name}.sqlite")
        called = f"k_{name}_{secrets.token_hex(4)}"
        self.ask(f"CREATE DATABASE {called}")
        return make_url(self.server).set(database=called).render_as_string(hide_password=False)

    def ask(self, statement: str) -> list[str]:
        """Of the server."""
        engine = create_engine(self.server or "sqlite://", isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            found = connection.execute(text(statement))
            rows = [str(row[0]) for row in found] if found.returns_rows else []
        engine.dispose()
        return rows

    def place(self) -> Place:
        """A new one."""
        folder = Path(tempfile.mkdtemp(dir=self.folder))
        os.environ["XDG_DATA_HOME"] = str(folder)
        shutil.copyfile(self.folder / "copy", folder / "copy")
        shutil.copytree(self.folder / "later", folder / "later")
        if self.server is None:
            shutil.copyfile(self.folder / "base.sqlite", folder / "rounds.sqlite")
            url = url_of_file(folder / "rounds.sqlite")
        else:
            name = f"k_try_{secrets.token_hex(4)}"
            self.ask(f"CREATE DATABASE {name} TEMPLATE {make_url(self.base).database}")
            url = make_url(self.server).set(database=name).render_as_string(hide_password=False)
        return Place(url, folder, self.made, self.travelled)

    def clear(self, place: Place) -> None:
        """It is not needed any more."""
        shutil.rmtree(place.folder)
        if self.server is not None:
            self.ask(f"DROP DATABASE {make_url(place.url).database} WITH (FORCE)")

    def left(self) -> int:
        """Databases for the time being, when nobody has one."""
        if self.server is None:
            return 0
        return sum(name.startswith(BEGINS) for name in self.ask("SELECT datname FROM pg_database"))

    def close(self) -> None:
        """Nothing stays on the server."""
        if self.server is not None:
            ours = "SELECT datname FROM pg_database WHERE datname ~ '^k_(base|elsewhere|try)_'"
            for name in self.ask(ours):
                self.ask(f"DROP DATABASE {name} WITH (FORCE)")


def begun_apart(place: Place, do: Callable[[Place], None]) -> int:
    """A process that does it; with all that it starts it is a group of its own."""
    process = os.fork()
    if process == 0:
        try:
            os.setpgid(0, 0)
            do(place)
            os._exit(0)
        except BaseException:  # noqa: BLE001 - told, and then this process is done
            traceback.print_exc()
        finally:
            os._exit(1)
    with suppress(OSError):  # whichever of the two is first
        os.setpgid(process, process)
    return process


def killed(place: Place, do: Callable[[Place], None], after: float) -> bool:
    """Whether it had ended; killed with all that it started."""
    process = begun_apart(place, do)
    time.sleep(after)
    ended, status = os.waitpid(process, os.WNOHANG)
    if ended:
        if os.waitstatus_to_exitcode(status):
            raise RuntimeError("it does not do it without a kill either")
        return True
    os.killpg(process, signal.SIGKILL)
    os.waitpid(process, 0)
    return False


def tried(ground: Ground, kind: str, drawn: random.Random, kills: int) -> Found:
    """One kind, so many times."""
    do, found = KINDS[kind][0], Found()
    whole = ground.place()
    begins = time.monotonic()
    os.waitpid(begun_apart(whole, do), 0)
    takes = time.monotonic() - begins
    ground.clear(whole)
    while found.kills < kills:
        place = ground.place()
        done = killed(place, do, drawn.uniform(0, LONGEST * takes))
        found.kills += 1
        found.done += done
        examine(ground, place, kind, found, done=done)
        ground.clear(place)
    return found


def examine(ground: Ground, place: Place, kind: str, found: Found, *, done: bool) -> None:
    """What is left; and then the same once more."""
    do, look = KINDS[kind]
    store = Store(place.url)
    found.doctor += len(doctor(store))
    store.close()
    seen = look(place)
    found.half_written += seen is None
    found.lost += done and seen is False
    for half in place.folder.glob("rounds-*"):  # a copy from before has that name once it is whole
        own = opened(url_of_file(half))
        found.half_written += bool(doctor(own))
        own.close()
    if seen is False:
        try:
            do(place)
        except CohortsError:
            traceback.print_exc()
            found.stuck += 1
    if kind in ("backup", "restore"):
        backup(place.url, place.folder / "another")  # clears what the killed one left
        found.left += ground.left()


def main() -> int:
    """Kills, counts and tells; 1 where something is amiss."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--kind", choices=KINDS, action="append")
    given = parser.parse_args()
    drawn = random.Random(given.seed)  # noqa: S311 - moments, no secrets
    told: dict[str, Found] = {}
    with tempfile.TemporaryDirectory() as folder:
        ground = Ground(Path(folder), given.database and understood(given.database))
        for kind in given.kind or KINDS:
            told[kind] = tried(ground, kind, drawn, given.kills)
            print(kind, told[kind], file=sys.stderr, flush=True)
        ground.close()
    plain = {kind: dataclasses.asdict(found) for kind, found in told.items()}
    print(json.dumps(plain) if given.json else "\n".join(f"{k} {v}" for k, v in plain.items()))
    return 1 if any(found.amiss for found in told.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
