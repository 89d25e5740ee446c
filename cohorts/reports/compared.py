"""Two compositions beside each other: read from their files, and said in words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from cohorts.errors import InputError, Problem
from cohorts.intake.files.any_file import read_table
from cohorts.intake.values.as_text import clean_line
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.companies import told_apart
from cohorts.programme.frozen import thawed
from cohorts.programme.programme import Programme
from cohorts.record.read import read_document
from cohorts.record.seating import seating_of
from cohorts.round.diff import Diff, RuleDiff, Seat, Seating
from cohorts.words import Language, say

Labels = dict[ApplicantId, str]


def read_seating(path: Path) -> tuple[Seating, Labels]:
    """Who sits where, from a ``proposal.json`` or ``groups.csv``, and what people are called.

    A proposal names nobody; the ``groups.csv`` beside it does. Raises InputError.
    """
    if path.suffix.lower() == ".csv":
        return _read_groups(path)
    beside = path.parent / "groups.csv"
    labels = _read_groups(beside)[1] if beside.is_file() else {}
    return seating_of(read_document(path)), labels


def _read_groups(path: Path) -> tuple[Seating, Labels]:
    table = read_table(path)
    headers = [header.lower() for header in table.headers]
    absent = tuple(name for name in ("group", "applicant_id") if name not in headers)
    if absent:
        facts: dict[str, object] = {"absent": absent, "headers": table.headers[:20]}
        raise InputError(Problem("intake.columns_absent", table.file, facts))
    groups: dict[int, list[ApplicantId]] = {}
    people: list[Applicant] = []
    for number, cells in table.rows:
        row = {h: clean_line(cell) for h, cell in zip(headers, cells, strict=True)}
        if not re.fullmatch(r"[1-9]\d{0,5}", row["group"]):
            facts = {"given": row["group"][:80]}
            raise InputError(Problem("intake.previous_group", f"{table.file}:{number}", facts))
        person = ApplicantId(row["applicant_id"])
        groups.setdefault(int(row["group"]), []).append(person)
        people.append(Applicant(id=person, company=row.get("company"), name=row.get("name")))
    labels = {a.id: a.label for a in told_apart(people)}
    return Seating(dict(sorted(groups.items()))), labels


def read_programme_of(path: Path) -> Programme | None:
    """The programme that a proposal was composed by; None where its file does not hold one."""
    if path.suffix.lower() == ".csv":
        return None
    table = read_document(path).frozen_programme
    return None if table is None else thawed(table, str(path))


def diff_lines(
    found: Diff, labels: Labels, language: Language, programme: Programme | None = None
) -> list[str]:
    """Who sits elsewhere, and then what got better or worse; in the words of the programme."""
    if programme is None:
        return _lines(found, labels, language, {})
    with programme.in_own_words():
        titles = {rule.key: rule.title(language) for rule in programme.rules}
        return _lines(found, labels, language, titles)


def _lines(found: Diff, labels: Labels, language: Language, titles: Mapping[str, str]) -> list[str]:
    """``titles``: key of a rule → what it is called here; the files may be in another language."""
    lines = [say("diff.same", language)] if found.same_seats else []
    lines += [*_numbers(found, language), *_people(found, labels, language)]
    differing = [rule for rule in found.rules if rule.better is not None]
    if differing:
        lines.append(say("diff.rules", language))
        lines += [
            f"  {_rule(rule, titles.get(rule.rule, rule.after.title), language)}"
            for rule in differing
        ]
        if any(rule.before.broken == rule.after.broken for rule in differing):
            lines.append(say("step.scale", language))
    elif found.rules:
        lines.append(say("diff.rules_same", language))
    return lines


def _numbers(found: Diff, language: Language) -> Iterator[str]:
    for after, before in sorted(found.renumbered.items()):
        yield say("diff.renumbered", language, before=before, after=after)
    for group in found.opened:
        yield say("diff.opened", language, group=group)
    for group in found.closed:
        yield say("diff.closed", language, group=group)


def _people(found: Diff, labels: Labels, language: Language) -> Iterator[str]:
    def listed(key: str, seats: Iterable[Seat], where: Callable[[Seat], str]) -> Iterator[str]:
        shown = [f"  {labels.get(s.person, s.person)}: {where(s)}" for s in seats]
        if shown:
            yield say(f"diff.{key}", language, count=len(shown))
            yield from shown

    def group(number: int | None) -> str:
        return say("diff.nowhere" if number is None else "diff.group", language, group=number)

    def both(seat: Seat) -> str:
        return say("diff.from_to", language, before=seat.before, after=seat.after)

    yield from listed("moved", found.moved, both)
    yield from listed("placed", found.placed, lambda s: group(s.after))
    yield from listed("left", found.left, lambda s: say("diff.was", language, group=s.before))
    yield from listed("new", found.new, lambda s: group(s.after))
    yield from listed(
        "gone",
        found.gone,
        lambda s: group(None) if s.before is None else say("diff.was", language, group=s.before),
    )


def _rule(rule: RuleDiff, title: str, language: Language) -> str:
    one, other = rule.before, rule.after
    if one.broken != other.broken:
        facts = {"rule": title, "before": one.broken, "after": other.broken}
        key = "mended" if not other.broken else "broken" if one.broken else "now"
        return say(f"diff.rule_{key}", language, **facts)
    key = "diff.rule_better" if rule.better else "diff.rule_worse"
    return say(key, language, rule=title, before=one.here, after=other.here)
