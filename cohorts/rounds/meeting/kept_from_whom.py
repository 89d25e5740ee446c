"""Whom somebody is kept from, as far as a room may hear it."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from cohorts.people.applicant import Applicant
from cohorts.people.named_company import Companies
from cohorts.people.relation import RelationKind
from cohorts.rounds.asking.relation_rows import relations_in
from cohorts.rounds.asking.setting_rows import settings_in
from cohorts.rounds.people.kept_people import KeptPeople
from cohorts.store.keys import PersonKey, RoundKey


def kept_from_whom(
    connection: Connection,
    round_: RoundKey,
    people: KeptPeople,
    heard: Mapping[PersonKey, Applicant],
    person: PersonKey,
) -> tuple[str, ...]:
    """Labels of rivals among ``heard``: by relations that were given, and by what either wrote.

    Only what is sure; nobody else is named, so that no dossier tells of one that stays dark.
    """
    me = people.who[person]
    here = {a.id: a for a in heard.values() if a.id != me.id}
    found = set()
    for one in relations_in(connection, round_, people, settings_in(connection, round_)):
        if one.kind is RelationKind.COMPETITOR and me.id in (one.a, one.b):
            found |= {one.a, one.b}
    companies = Companies([*here.values(), me])
    found |= {other.id for other in _named(companies, me)}
    found |= {a.id for a in here.values() if me in _named(companies, a)}
    return tuple(sorted((here[one].label for one in found if one in here), key=str.casefold))


def _named(companies: Companies, one: Applicant) -> list[Applicant]:
    """Whom they surely name as a competitor."""
    meant = (companies.meant(text) for text in one.competitors)
    signs = {sign for found in meant if found and found.sure for sign in found.companies}
    return [other for sign in sorted(signs) for other in companies.people[sign]]
