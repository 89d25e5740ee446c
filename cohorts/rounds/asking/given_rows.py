"""What is given beside programme and people, in the store: keys instead of ids.

Each input is JSON of its own type under its own name; relations, of which somebody may have noted
something, have a table.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, cast, get_args, get_type_hints

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection

from cohorts.composing.inputs import INPUTS, Given
from cohorts.errors import InputError, Problem
from cohorts.people.applicant import ApplicantId
from cohorts.round.exact_points import ExactPoints, of_votes, point_of
from cohorts.round.merit import THOUSANDTHS
from cohorts.round.remark import Noting, noticed
from cohorts.rounds.act import Acting
from cohorts.rounds.asking.admitted_rows import admitted_in, keep_admitted
from cohorts.rounds.asking.kept_file import KeptFile, file_in
from cohorts.rounds.asking.naming import by_ids, by_keys, present_in
from cohorts.rounds.asking.not_on_rows import not_on_in
from cohorts.rounds.asking.relation_rows import keep_relations, relations_in
from cohorts.rounds.asking.setting_rows import Settings, set_setting, settings_in
from cohorts.rounds.people.kept_people import KeptPeople, Keys
from cohorts.store.keys import RoundKey

RELATIONS, MERIT, NOT_ON, ADMITTED = "relations", "merit", "not_on", "admitted"
POINT = "merit.point"
OF_VOTES = "merit.of_votes"


def given_in(connection: Connection, round_: RoundKey, people: KeptPeople) -> Given:
    """All that is given, of whoever is among these people.

    Who did not go on after a stage stands in what was decided of that, and nowhere else.
    """
    settings = settings_in(connection, round_)
    return given_by(connection, round_, people, settings, files_in(connection, settings, people))


def files_in(
    connection: Connection, settings: Settings, people: KeptPeople
) -> Mapping[str, KeptFile]:
    """Input → the file that it came from, by what stands in the round."""
    found = {name: file_in(connection, settings, name, people.keys) for name in INPUTS}
    return {name: file for name, file in found.items() if file is not None}


def given_by(
    connection: Connection,
    round_: RoundKey,
    people: KeptPeople,
    settings: Settings,
    files: Mapping[str, KeptFile],
) -> Given:
    """The same, of settings and files that were read already."""
    stated = {name: settings[name] for name in INPUTS if name in settings}
    found = {name: _taken(name, one, people) for name, one in stated.items()}
    for name in found.keys() & files.keys():
        found[name] = Noting(found[name], *files[name].remarks)
    point, salt = settings.get(POINT), settings.get(OF_VOTES)
    if MERIT in found and (point is not None or salt is not None):
        units, remarks = point or THOUSANDTHS, noticed(found[MERIT])
        found[MERIT] = ExactPoints(found[MERIT], units, *remarks, exact=True, of_votes=salt or "")
    if left := not_on_in(connection, round_, people):
        found[NOT_ON] = left
    if let_in := admitted_in(connection, round_, people):
        found[ADMITTED] = let_in
    if relations := relations_in(connection, round_, people, settings):
        found[RELATIONS] = relations
    return cast("Given", found)  # each by its own type


def keep_given(doing: Acting, name: str, value: Any, keys: Keys) -> None:
    """Instead of what was given; None: nothing is.

    Raises InputError where it names somebody who is not in the round, or is no such value.
    """
    if name == RELATIONS:
        keep_relations(doing, value or (), keys)
        return
    if name == ADMITTED:
        keep_admitted(doing, value or {}, keys)
        return
    stated = None if value is None else _stated(name, value, keys)
    set_setting(doing.connection, doing.round, name, stated)
    if name == MERIT:  # how many units are a point, where these are no thousandths
        point = point_of(value)
        kept = None if point == THOUSANDTHS else point
        set_setting(doing.connection, doing.round, POINT, kept)
        set_setting(doing.connection, doing.round, OF_VOTES, of_votes(value) or None)


def _stated(name: str, value: Any, keys: Keys) -> Any:
    try:
        checked = _type(name).validate_python(value)
    except ValidationError:
        raise InputError(Problem("asking.no_value")) from None
    stated = _type(name).dump_python(checked, mode="json")
    return by_keys(stated, keys) if _names_people(name) else stated


def _taken(name: str, stated: Any, people: KeptPeople) -> Any:
    if _names_people(name):
        stated = by_ids(stated, present_in(people))
    return _type(name).validate_python(stated)


@cache
def _type(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(get_type_hints(Given)[name])


@cache
def _names_people(name: str) -> bool:
    return _holds_ids(get_type_hints(Given)[name])


def _holds_ids(hint: Any) -> bool:
    return hint is ApplicantId or any(map(_holds_ids, get_args(hint)))
