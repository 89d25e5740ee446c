"""Which rows are one person, which of their answers counts, and what is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace

from cohorts.errors import InputError, Problem
from cohorts.intake.fields.added import says_nothing
from cohorts.intake.fields.field_map import FieldMap
from cohorts.intake.made_id import MADE
from cohorts.intake.report import Merged
from cohorts.people.applicant import FIELD_NAMES, Applicant, ApplicantId
from cohorts.people.identity import Answer, same, traits
from cohorts.people.joined import Joined
from cohorts.people.persons import Persons, persons
from cohorts.people.surnames import one_surname
from cohorts.round.remark import Remark

Row = tuple[int, Applicant]
ONE_SURNAME = "identity.one_surname"
NAMED = 8
DERIVED = frozenset({"id", "submitted", "municipality", "province", "latitude", "longitude"})
"""Fields that nobody fills in to say something, or that follow from others."""


@dataclass(frozen=True)
class People:
    """Of each person the answer that counts; those that do not; and what to say of all."""

    kept: tuple[Applicant, ...]
    merged: tuple[Merged, ...]
    remarks: tuple[Remark, ...]


def says_something(applicant: Applicant) -> bool:
    """Anything beside an id, the moment of sending in and what a form adds of itself."""
    silent = {"id", "submitted", "extra"}
    said = (getattr(applicant, f.name) for f in fields(applicant) if f.name not in silent)
    own = any(not says_nothing(header) for header in applicant.extra)
    return own or any(value not in (None, (), {}) for value in said)


def numbered(rows: Sequence[Row]) -> list[Row]:
    """Ids that were made of equal rows get a number, where nothing tells who the rows are of."""
    seen: dict[ApplicantId, int] = {}
    told = []
    for row, applicant in rows:
        number = seen[applicant.id] = seen.get(applicant.id, 0) + 1
        again = number > 1 and MADE.fullmatch(applicant.id)
        another = again and _is_nobody_in_particular(applicant)
        own = ApplicantId(f"{applicant.id}-{number}") if another else applicant.id
        told.append((row, replace(applicant, id=own)))
    return told


def _is_nobody_in_particular(applicant: Applicant) -> bool:
    told = traits(applicant)
    return not (told.name.words or told.address or told.kvk or told.company)


def check_ids(rows: Sequence[Row], file: str) -> None:
    """Raises InputError where two rows carry the same id; a made one is of the same answer."""
    seen: dict[str, int] = {}
    twice = []
    for row, applicant in rows:
        if applicant.id in seen and not MADE.fullmatch(applicant.id):
            twice.append(f"{applicant.id} ({seen[applicant.id]}, {row})")
        seen.setdefault(applicant.id, row)
    if twice:
        raise InputError(Problem("intake.same_id", file, {"ids": tuple(twice[:10])}))


def people_in(rows: Sequence[Row], field_map: FieldMap) -> People:
    """The people behind the rows. Of each the latest answer counts: by moment, else by row.

    Raises InputError where the map says of two that they are one person and that they are not.
    """
    _check_answers(field_map)
    by_id: dict[ApplicantId, list[Row]] = {}
    for row, applicant in rows:
        by_id.setdefault(applicant.id, []).append((row, applicant))
    found = persons([of[0][1] for of in by_id.values()], field_map.same, field_map.not_same)
    answers = {
        several[0]: sorted((one for i in several for one in by_id[i]), key=_in_time)
        for several in found.people
    }
    told = frozenset(map(frozenset, field_map.same))
    left = [(answer, of[-1]) for of in answers.values() for answer in of[:-1]]
    remarks = (
        *_of_answers(field_map, set(by_id)),
        *(remark for of in answers.values() for remark in _of_one(of, told)),
        *_of_several(found, {who: of[-1] for who, of in answers.items()}),
    )
    kept = tuple(of[-1][1] for of in answers.values())
    merged = (Merged(a.label, row, left, a.id, before.id) for (left, before), (row, a) in left)
    return People(kept, tuple(merged), remarks)


def _check_answers(field_map: FieldMap) -> None:
    """Raises InputError for pairs that are one person by some answers, and two by another."""
    ids = sorted({i for pair in (*field_map.same, *field_map.not_same) for i in pair})
    place = {one: i for i, one in enumerate(ids)}
    joined = Joined(len(ids), ((place[a], place[b]) for a, b in field_map.same))
    both = sorted({p for p in field_map.not_same if len({joined.of(place[i]) for i in p}) == 1})
    if both:
        pairs = tuple(f"{a} = {b}" for a, b in both[:NAMED])
        raise InputError(Problem("identity.contradiction", "[same], [not_same]", {"pairs": pairs}))


def _of_answers(field_map: FieldMap, ids: set[ApplicantId]) -> Iterator[Remark]:
    """Answers about people who are not in the file."""
    named = {i for pair in (*field_map.same, *field_map.not_same) for i in pair}
    if absent := sorted(named - ids):
        facts = {"ids": tuple(absent[:NAMED]), "count": len(absent)}
        yield Remark("identity.answer_unknown", facts=facts)


def _of_one(answers: Sequence[Row], told: frozenset[frozenset[str]]) -> Iterator[Remark]:
    """Of somebody who answered more than once: what does not count, and what is lost."""
    row, kept = answers[-1]
    for before, earlier in answers[:-1]:
        facts: dict[str, object] = {"who": called(kept), "kept": str(row), "left": str(before)}
        facts |= {"id_kept": kept.id, "id_left": earlier.id}
        answer, why = same(kept, earlier)
        if kept.id == earlier.id:
            why = "same_row"
        elif {kept.id, earlier.id} in told:
            why = "answered"
        elif answer is not Answer.YES:
            why = "by_another"
        yield Remark(f"identity.one_{why}", facts=facts)
        if lost := _lost(kept, earlier):
            yield Remark("identity.lost", facts={**facts, "fields": lost})


def _lost(kept: Applicant, earlier: Applicant) -> tuple[str, ...]:
    """Fields and own columns that the earlier answer filled, and the one that counts did not."""
    names = [n for n in FIELD_NAMES if n not in DERIVED and not n.endswith(("_low", "_high"))]
    empty = (None, ())
    lost = [n for n in names if getattr(kept, n) in empty and getattr(earlier, n) not in empty]
    return (*lost, *sorted(earlier.extra.keys() - kept.extra.keys()))


def _of_several(found: Persons, counts: dict[ApplicantId, Row]) -> Iterator[Remark]:
    """Who may be one person, who shares an address, and who has one surname."""
    for doubt in found.doubts:
        (row_a, a), (row_b, b) = sorted((counts[doubt.a], counts[doubt.b]), key=_by_id)
        facts: dict[str, object] = {"a": _details(a), "id_a": a.id, "row_a": str(row_a)}
        facts |= {"b": _details(b), "id_b": b.id, "row_b": str(row_b)}
        yield Remark(f"identity.doubt_{doubt.why}", facts=facts)
    for people in found.shared:
        who = tuple(called(counts[one][1]) for one in people[:NAMED])
        facts = {"people": who, "more": len(people) - len(who), "count": len(people)}
        yield Remark("identity.shared_address", facts=facts)
    yield from _of_surnames([applicant for _, applicant in counts.values()])


def _of_surnames(people: Sequence[Applicant]) -> Iterator[Remark]:
    """One remark about all surnames that stand in several companies."""
    yield from surnames_asked(one_surname(sorted(people, key=lambda a: a.id)))


def surnames_asked(families: Sequence[Sequence[Applicant]]) -> Iterator[Remark]:
    """One remark about all these families; none where there are none."""
    if families:
        shown = tuple(_told_apart(family[:NAMED]) for family in families)
        ids = tuple(tuple(a.id for a in family) for family in families)
        facts = {"count": len(families), "families": shown[:NAMED], "ids": ids}
        yield Remark(ONE_SURNAME, facts=facts)


def _told_apart(family: Sequence[Applicant]) -> str:
    """Their names; of those who have one name, the id and the company too."""
    named = Counter(a.name for a in family)
    return " + ".join(
        f"{a.id}: {called(a)}" if named[a.name] > 1 else a.name or a.id for a in family
    )


def _in_time(one: Row) -> tuple[str, int]:
    row, applicant = one
    return applicant.submitted or "", row


def _by_id(one: Row) -> ApplicantId:
    return one[1].id


def _details(applicant: Applicant) -> str:
    """Name and company behind a number."""
    return ", ".join(filter(None, (applicant.name, applicant.company))) or "?"


def called(applicant: Applicant) -> str:
    """Name and company, as far as they are known; else the id."""
    known = [text for text in (applicant.name, applicant.company) if text]
    return f"{known[0]} ({known[1]})" if len(known) > 1 else (known or [applicant.id])[0]
