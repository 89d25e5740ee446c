"""Reads an earlier composition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from cohorts.errors import InputError, Problem
from cohorts.intake.beside.directory import Directory
from cohorts.intake.beside.rows import Row, as_it_stands, read_rows, shown
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.identity import Answer, Met, company_met, same, traits
from cohorts.people.person_name import Alike, alike
from cohorts.round.remark import Noting, Remark

MOST_NAMED = 8
GROUP = re.compile(r"[1-9][0-9]{0,5}")


def read_previous(path: str | Path, applicants: Sequence[Applicant]) -> Mapping[ApplicantId, int]:
    """An earlier ``groups.csv``; people who no longer apply are passed over.

    Somebody is found by id; where that is another's now, or nobody's, by company and name, as far
    as the file tells them. Raises InputError with every bad row, and where nobody in it applies:
    that is another round's.
    """
    people = Earlier(applicants)
    previous: dict[ApplicantId, int] = {}
    strangers = []

    def read(row: Row, place: str) -> None:
        group = as_it_stands(row["group"])
        if not GROUP.fullmatch(group):
            facts = {"given": shown(row["group"])}
            raise InputError(Problem("intake.previous_group", place, facts))
        person = people.who(row)
        if person is None:
            strangers.append(shown(row["applicant_id"]))
        elif previous.setdefault(person, int(group)) != int(group):
            raise InputError(Problem("intake.person_twice", place, {"person": person}))

    rows = read_rows(path, ("group", "applicant_id"), read, ("company", "name"))
    if strangers and not previous:
        more = len(strangers) - MOST_NAMED
        who = (*strangers[:MOST_NAMED], *([f"+ {more}"] if more > 0 else []))
        facts = {"people": who, "count": len(strangers)}
        raise InputError(Problem("intake.previous_strangers", Path(path).name, facts))
    return Noting(previous, *rows.remarks, *_gone(strangers))


def _gone(strangers: Sequence[str]) -> Iterator[Remark]:
    """One remark about all who stand in an earlier composition and do not apply now."""
    if strangers:
        facts = {"count": len(strangers), "people": tuple(strangers[:MOST_NAMED])}
        yield Remark("intake.previous_gone", facts=facts)


class Earlier:
    """Who of now is who in an earlier file."""

    def __init__(self, applicants: Sequence[Applicant]) -> None:
        self._directory = Directory(applicants)
        self._people = {a.id: a for a in applicants}
        self._by_words: dict[tuple[str, ...], list[Applicant]] = {}
        for a in applicants:
            self._by_words.setdefault(traits(a).name.words, []).append(a)

    def who(self, row: Row) -> ApplicantId | None:
        """Whoever has the id, unless company and name are both another's; else by these."""
        given = ApplicantId(as_it_stands(row["applicant_id"]))
        company, name = (as_it_stands(row.get(column)) or None for column in ("company", "name"))
        stated = Applicant(id=given, company=company, name=name)
        by_id = self._directory.by_id(given)
        if by_id is not None and not _are_others(stated, self._people[by_id]):
            return by_id
        alike_named = self._by_words.get(traits(stated).name.words, [])
        found = [a.id for a in alike_named if same(stated, a).answer is Answer.YES]
        return found[0] if len(found) == 1 else None


def _are_others(a: Applicant, b: Applicant) -> bool:
    """Both the name and the company are another's."""
    one, two = traits(a), traits(b)
    return alike(one.name, two.name) is Alike.OTHER and company_met(one, two) is Met.OTHER
