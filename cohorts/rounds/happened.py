"""What happened in a round, from its log: each event in a sentence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, select

from cohorts.rounds.typed_note import read_back
from cohorts.store.keys import Key, PersonKey
from cohorts.store.tables import account, event, said
from cohorts.words import Language, phrase
from cohorts.words.sentences import sentences
from cohorts.words.texts import Texts


@dataclass(frozen=True, eq=False)
class Happened:
    """One event.

    ``number``: its place in the log from 1, 0: not to be told yet; ``of``: the object that
    it changed; ``said``: what is left of what it says, each part with whom it is about.
    """

    number: int
    at: str
    by: str
    account: Key
    act: str
    of: str
    revision: int
    about: tuple[PersonKey, ...]
    said: tuple[tuple[object, PersonKey | None], ...]

    @property
    def facts(self) -> Mapping[str, object]:
        """What fills its sentence: what it says, how many it is about, and who did it."""
        found: dict[str, object] = {}
        for value, _ in self.said:
            told = value.items() if isinstance(value, dict) else ()
            found |= {name: fact for name, fact in told if fact is not None}  # None: erased
        return found | {"count": len(set(self.about)), "by": self.by}

    def sentence(self, language: Language) -> str:
        """In words: ``event.<object>_<verb>``, without names of applicants.

        Where a part of what it says was erased with somebody: ``event.<object>_<verb>_less``.
        """
        known = sentences(language)
        code = f"event.{self.act.replace('.', '_')}"
        for key in (code, f"{code}_less"):
            try:
                return phrase(known[key], self.facts, language)
            except KeyError:  # no such sentence, or a fact that is gone
                continue
        return phrase(known["event.other"], self.facts, language)

    @property
    def sentences(self) -> Texts:
        """The same in every language: a fact of another sentence."""
        return {language: self.sentence(language) for language in Language}


def happened(
    connection: Connection, chain: Key, *where: ColumnElement[bool]
) -> tuple[Happened, ...]:
    """The events of a chain for which all of ``where`` holds, the oldest first."""
    here = (event.c.chain == chain, *where)
    query = select(event, account.c.name).outerjoin(account, account.c.key == event.c.actor)
    rows = connection.execute(query.where(*here).order_by(event.c.number)).all()
    told = _told(connection, here)
    return tuple(
        Happened(
            number=row.number,
            at=row.at,
            by=row.name or "",
            account=Key(row.actor),
            act=row.act,
            of=row.object,
            revision=row.revision,
            about=_people(json.loads(row.about)),
            said=tuple(told.get(row.number, ())),
        )
        for row in rows
    )


def _told(
    connection: Connection, here: Iterable[ColumnElement[bool]]
) -> Mapping[int, list[tuple[object, PersonKey | None]]]:
    """Number of an event → what is left of what it says."""
    same = (event.c.chain == said.c.chain) & (event.c.number == said.c.number)
    query = select(said).join(event, same).where(*here).order_by(said.c.number, said.c.part)
    found: dict[int, list[tuple[object, PersonKey | None]]] = {}
    rows = connection.execute(query).all()
    values = read_back(connection, [json.loads(row.value) for row in rows])
    for row, value in zip(rows, values, strict=True):
        found.setdefault(row.number, []).append((value, row.person))
    return found


def _people(keys: Iterable[str]) -> tuple[PersonKey, ...]:
    return tuple(PersonKey(Key(key)) for key in keys)
