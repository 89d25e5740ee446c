"""What stands on each sheet of the workbook."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate

from cohorts.composing.proposal import Proposal
from cohorts.intake.report import remark_parts
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.units import UNITS
from cohorts.record.group_name import group_name
from cohorts.record.not_placed_part import not_placed_parts
from cohorts.record.parts import NotPlacedPart
from cohorts.record.referred import facts_said, where_to
from cohorts.reports.by_hand import by_hand
from cohorts.reports.holds_least import weakest
from cohorts.reports.let_in_told import let_in_told
from cohorts.reports.made_with import settings
from cohorts.reports.meets import meets
from cohorts.reports.outcome import how_sure, verdict
from cohorts.reports.repair_told import mended
from cohorts.reports.sheet import Column, Table
from cohorts.reports.smaller_told import smaller_told
from cohorts.reports.stamp import Stamped
from cohorts.reports.without_group import everybody
from cohorts.words import Language, say
from cohorts.words.phrase import field_name
from cohorts.words.sentences import sentences

WHO = ("id", "company", "name", "activity", "place", "province")
COLUMNS = (*WHO, "fte", "turnover", "founded", "life_phase", "themes", "question")
SIZES = ("fte", "turnover", "founded")


def overview(proposal: Proposal, language: Language) -> Table:
    """A row a group: how many, from where, and from which size to which."""
    asked = [field for rule in proposal.programme.rules for field in rule.numbers_shown()]
    fields = [f for f in dict.fromkeys([*SIZES, *asked]) if _known(proposal, f)]
    titles = [
        Column(say(f"report.{end}_of", language, field=f), _kind(f))
        for f in fields
        for end in ("smallest", "largest")
    ]
    extra = _chosen(proposal, language)
    head = (
        Column(proposal.programme.word("group", language)),
        Column(say("report.size", language), "whole"),
        Column(say("report.where", language)),
        *titles,
        Column(say("report.not_ideal", language)),
        *(Column(say(f"report.{key}", language)) for key, _ in extra),
    )
    rows = tuple(
        (
            group_name(proposal, number, language),
            len(members),
            _where(members),
            *(end for f in fields for end in _ends(members, f)),
            _weakest(proposal, number, language),
            *(cells[number] for _, cells in extra),
        )
        for number, members in proposal.composition.groups.items()
    )
    return Table(head, rows)


def repair_sheet(proposal: Proposal, language: Language) -> Table | None:
    """Who must be told what; None of what was not repaired, or changes nothing for anybody."""
    told = mended(proposal, language)
    if told is None or not (told.people or told.groups):
        return None
    head = (Column(say("repair.who", language)), Column(say("repair.what", language)))
    rows = tuple((one.who, one.what) for one in (*told.people, *told.groups))
    return Table(head, rows, frozenset({len(told.people)}) - {0, len(rows)})


def groups(proposal: Proposal, language: Language) -> Table:
    """A row a member, in the order of the groups."""
    used = [c for c in COLUMNS if any(a.text(c) for a in proposal.round.applicants)]
    head = (
        Column(proposal.programme.word("group", language), "whole"),
        *(Column(field_name(c, language), _kind(c)) for c in used),
    )
    composed = proposal.composition.groups
    rows = [
        [number, *(_value(a, c, language) for c in used)]
        for number, members in composed.items()
        for a in members
    ]
    starts = accumulate((len(members) for members in composed.values()), initial=0)
    return Table(head, tuple(rows), frozenset(starts) - {0, len(rows)})


def findings(proposal: Proposal, language: Language) -> Table:
    """Every rule in every group, with its sentence."""
    keys, kinds = ("rule", "level", "finding", "quality"), ("text", "text", "text", "share")
    titles = zip((say(f"report.{key}", language) for key in keys), kinds, strict=True)
    word = proposal.programme.word("group", language)
    head = (Column(word, "whole"), *(Column(title, kind) for title, kind in titles))
    rows = []
    for finding in proposal.findings:
        rule = proposal.programme.rule(finding.rule)
        level = say("report.must" if rule.is_must else "report.wish", language)
        rows += [
            (g.group, rule.title(language), level, rule.sentence(g, language), g.quality)
            for g in finding.groups
        ]
    return Table(head, tuple(rows))


def no_group(proposal: Proposal, language: Language) -> Table:
    """Who has no group, why, and where they may go instead."""
    keys = ("id", "company", "name")
    people = {str(a.id): a for a in everybody(proposal)}
    facts = facts_said(proposal.referrals.values(), language)
    head = (
        *(Column(field_name(k, language)) for k in keys),
        *(Column(say(f"report.{k}", language)) for k in ("outcome", "reason", "told")),
        Column(" ".join(filter(None, (say("report.instead", language), facts)))),
    )
    rows = tuple(
        (
            *(people[part.id].text(k) for k in keys),
            say(f"report.{part.kind}", language),
            part.reason,
            _to_write(part),
            _places(proposal, part, language),
        )
        for part in not_placed_parts(proposal, language)
    )
    return Table(head, rows)


def _to_write(part: NotPlacedPart) -> str:
    """What can be written to somebody: what is about nobody else, as it is."""
    return part.reason if part.kind in ("refused", "not_on") else part.told


def _places(proposal: Proposal, part: NotPlacedPart, language: Language) -> str:
    """Where somebody can go; how old these facts are stands above the column."""
    found = proposal.referrals.get(ApplicantId(part.id))
    return "" if found is None else " ".join(where_to(found, language))


def remarks_sheet(proposal: Proposal, language: Language) -> Table:
    """Everything that was noticed while reading and can change the groups: a row a remark."""
    keys = ("row", "column", "value", "fault", "remedy")
    titles = (say(f"remarks.{key}", language) for key in keys)
    kinds = ("whole", "text", "text", "text", "text")
    parts = (remark_parts(remark, language, plainly=True) for remark in proposal.round.remarks)
    rows = tuple((int(row) if row else None, *rest) for row, *rest in parts)
    return Table(tuple(map(Column, titles, kinds)), rows)


def settings_sheet(proposal: Proposal, stamped: Stamped, language: Language) -> Table:
    """What this is, the outcome, how sure it is, and what it was made with."""
    head = (Column(say("report.setting", language)), Column(say("report.value", language)))
    first = (
        (say("stamp.label", language), stamped.whole),
        (say("report.setting_verdict", language), verdict(proposal, language)),
        (say("report.setting_how_sure", language), how_sure(proposal, language)),
    )
    title = say("report.setting_let_in", language)
    let_in = ((title, said) for said in let_in_told(proposal, language))
    exempt = say("report.setting_smaller", language)
    smaller = ((exempt, said) for said in smaller_told(proposal, language))
    return Table(head, (*first, *let_in, *smaller, *settings(proposal, language)))


def _chosen(proposal: Proposal, language: Language) -> list[tuple[str, dict[int, str]]]:
    """What groups chose and what was decided by hand: header and cells; only where there is any."""
    numbers = proposal.composition.groups
    found = [
        ("meets", {n: meets(proposal, n, language) for n in numbers}),
        ("changed_by_hand", {n: " ".join(by_hand(proposal, n, language)) for n in numbers}),
    ]
    return [(key, cells) for key, cells in found if any(cells.values())]


def _known(proposal: Proposal, field: str) -> bool:
    return any(a.number(field) is not None for a in proposal.round.applicants)


def _kind(field: str) -> str:
    """The kind of a field's column: euros, a whole number, a number or text."""
    if field in UNITS:
        return "euro" if UNITS[field] == "euro" else "whole"
    return "text" if field in COLUMNS and field not in SIZES else "number"


def _value(applicant: Applicant, field: str, language: Language) -> object:
    if field in SIZES:
        return applicant.number(field)
    if field == "life_phase" and applicant.life_phase:
        said = sentences(language).get(f"report.phase_{applicant.life_phase}")
        return said or applicant.life_phase
    if field in applicant.read_as:
        # what a rule reads there is another spelling of it
        return getattr(applicant, field)
    return applicant.text(field)


def _where(members: tuple[Applicant, ...]) -> str:
    places = Counter(a.municipality or a.place for a in members if a.municipality or a.place)
    return ", ".join(f"{p} ({n})" if n > 1 else str(p) for p, n in places.most_common())


def _ends(members: tuple[Applicant, ...], field: str) -> tuple[float | None, float | None]:
    values = [v for a in members if (v := a.number(field)) is not None]
    return (min(values), max(values)) if values else (None, None)


def _weakest(proposal: Proposal, number: int, language: Language) -> str:
    """The sentence of the rule that holds least in the group; empty where all hold."""
    found = weakest(proposal, [number])
    return found[0].sentence(found[1], language) if found else ""
