"""Where what takes long is killed: for each try the same stores, copies and rounds anew."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine, make_url, text

from benchmarks.crash_acts import CrashRound, begun
from cohorts.rounds.life.export_round import export_round
from cohorts.rounds.life.rename import rename
from cohorts.store.backup import backup
from cohorts.store.place import url_of_file
from cohorts.store.releases import MIGRATIONS, known
from cohorts.store.store import opened
from cohorts.store.trying import BEGINS

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
NAME, CHANGED = "Najaar", "changed"
"""What the round is called in the copy, and since."""


@dataclass(eq=False)
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
        rename(store, made.actor, made.round, CHANGED)
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
