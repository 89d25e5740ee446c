"""How a file was read, as it is kept: without its name, and with nobody's id or values."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field

from sqlalchemy import Connection, select

from cohorts.intake.fields.headers import How, Match
from cohorts.rounds.people.one_person import Pair
from cohorts.store.canonical import canonical
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.tables import upload


@dataclass(frozen=True)
class ReadReport:
    """``count``: its rows; ``asked``: the fields that its columns feed; ``rows``: who stands where.

    ``merged``: of who answered twice in it the key that counts, the other, and their rows;
    ``one``: pairs of keys that it showed to be one person, the one that counts first.
    """

    kind: str = ""
    detail: str = ""
    count: int = 0
    clean: bool = False
    matches: tuple[Match, ...] = ()
    asked: tuple[str, ...] = ()
    rows: Mapping[PersonKey, int] = field(default_factory=dict)
    merged: Sequence[tuple[PersonKey, PersonKey, int, int]] = ()
    one: Sequence[Pair] = ()

    @property
    def text(self) -> str:
        """As JSON."""
        return canonical(asdict(self))


def report_of(connection: Connection, round_: RoundKey, number: int | None) -> ReadReport:
    """That of a file; an empty one where there is none."""
    text = connection.scalar(
        select(upload.c.report).where(upload.c.round == round_, upload.c.number == number)
    )
    return report_in(text) if text else ReadReport()


def report_in(text: str) -> ReadReport:
    """The report that ``text`` holds."""
    said = json.loads(text)
    matches = tuple(Match(**one | {"how": How(one["how"])}) for one in said["matches"])
    merged = [(_person(a), _person(b), kept, left) for a, b, kept, left in said["merged"]]
    return ReadReport(
        **said
        | {
            "matches": matches,
            "asked": tuple(said["asked"]),
            "rows": {_person(key): row for key, row in said["rows"].items()},
            "merged": merged,
            "one": [(_person(a), _person(b)) for a, b in said["one"]],
        }
    )


def _person(key: str) -> PersonKey:
    return PersonKey(Key(key))
