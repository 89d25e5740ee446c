"""The programme of a round in the store: frozen, by its digest, with keys for whom it names."""

from __future__ import annotations

import json
from collections.abc import Callable

from sqlalchemy import Connection, insert, select

from cohorts.errors import InputError, Problem
from cohorts.people.applicant import ApplicantId
from cohorts.programme.frozen import frozen, thawed
from cohorts.programme.programme import Programme, load_programme
from cohorts.rounds.asking.setting_rows import Settings, set_setting, settings_in
from cohorts.rounds.asking.stood import Stood
from cohorts.rounds.people.kept_people import Keys
from cohorts.store.canonical import sha256
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.tables import programme as programme_table
from cohorts.store.tables import round_ as round_table

WHOLE, CHOSEN, OFF = "programme", "chosen", "off"
"""Names of settings: two digests, and the keys of the rules that are off."""


def keep_programme(connection: Connection, programme: Programme, keys: Keys) -> str:
    """Among those that were used; gives its digest.

    Raises InputError where it names somebody who is not in the round.
    """
    value = _kept(programme, keys)
    digest = sha256(value)
    here = programme_table.c.digest == digest
    if connection.scalar(select(programme_table.c.digest).where(here)) is None:
        connection.execute(insert(programme_table), {"digest": digest, "value": value})
    return digest


def programme_by(connection: Connection, digest: str, keys: Keys) -> Programme:
    """The one that was kept. Raises InputError where this release cannot read it."""
    here = programme_table.c.digest == digest
    value = connection.scalars(select(programme_table.c.value).where(here)).one()
    programme = thawed(json.loads(value), "programme")
    return _called(programme, lambda key: str(keys.ids[PersonKey(Key(key))]))


def stood_in(connection: Connection, round_: RoundKey, keys: Keys) -> Stood:
    """The programme of a round: as it was changed, or the preset it began with."""
    return stood_by(connection, round_, keys, settings_in(connection, round_))


def stood_by(connection: Connection, round_: RoundKey, keys: Keys, settings: Settings) -> Stood:
    """The same, of settings that were read already."""
    if WHOLE not in settings:
        query = select(round_table.c.preset).where(round_table.c.key == round_)
        preset = load_programme(connection.scalars(query).one())
        return Stood(preset, preset)
    return Stood(
        programme_by(connection, settings[WHOLE], keys),
        programme_by(connection, settings[CHOSEN], keys),
        frozenset(settings.get(OFF, ())),
    )


def keep_stood(connection: Connection, round_: RoundKey, stood: Stood, keys: Keys) -> None:
    """Instead of what stood in the round; what is in force is among those that were used too."""
    keep_programme(connection, stood.in_force, keys)
    set_setting(connection, round_, WHOLE, keep_programme(connection, stood.whole, keys))
    set_setting(connection, round_, CHOSEN, keep_programme(connection, stood.chosen, keys))
    set_setting(connection, round_, OFF, sorted(stood.off) or None)


def digest_of(programme: Programme, keys: Keys) -> str:
    """By which :func:`keep_programme` keeps it. Raises InputError as that does."""
    return sha256(_kept(programme, keys))


def _kept(programme: Programme, keys: Keys) -> str:
    def key_of(who: str) -> str:
        try:
            return str(keys.of[ApplicantId(who)])
        except KeyError:
            raise InputError(Problem("compose.pin_unknown", "", {"person": who})) from None

    # in its own order: what a rule names one after the other is told so
    return json.dumps(frozen(_called(programme, key_of)), ensure_ascii=False, allow_nan=False)


def _called(programme: Programme, of: Callable[[str], str]) -> Programme:
    """With whom its rules name called otherwise."""
    rules = tuple(rule.calling(of) for rule in programme.rules)
    return programme.model_copy(update={"rules": rules})
