"""``cohorts check``: recompute a proposal from the data."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator

import typer

from cohorts.cli.inputs import Typed, takes
from cohorts.cli.language import spoken
from cohorts.cli.options import JsonOption, LanguageOption, ProposalFile
from cohorts.composing.prepare import remarks_of
from cohorts.record.as_stated import SUBJECTS
from cohorts.record.document import ProposalDocument
from cohorts.record.meaning import SCORE
from cohorts.record.read import read_document
from cohorts.record.recompute import CheckReport
from cohorts.record.recompute import check as check_document
from cohorts.record.remark_part import remarks_data
from cohorts.record.reopen import given_with
from cohorts.reports.one_line import on_one_line
from cohorts.reports.outcome import but_for
from cohorts.reports.plain import plain
from cohorts.words import Language, say

MOST_SHOWN = 30


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("check")(takes(check))


def check(
    proposal: ProposalFile,
    typed: Typed,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Recompute every figure of a proposal and list every breach."""
    stated = read_document(proposal)
    read = typed.read()
    report = check_document(stated, read.applicants, read.programme, **read.given)
    noticed = remarks_of(read.applicants, read.programme, given_with(read.given, stated))
    if json_:
        content = {"holds": report.holds, "reproved": False, **dataclasses.asdict(report)}
        content["remarks"] = remarks_data(noticed, stated.language)
        typer.echo(json.dumps(content, ensure_ascii=False, default=str))
    else:
        spoken_ = spoken(language)
        lines = _lines(report, stated, spoken_)
        typer.echo("\n".join([*lines, *read.remarks_said(spoken_, noticed)]))
    if not report.holds:
        raise typer.Exit(1)


def _lines(report: CheckReport, stated: ProposalDocument, language: Language) -> list[str]:
    """What is wrong, what is listed, and what was not recomputed."""
    lines = [_verdict(report, language)]
    nothing = say("check.nothing", language)
    for m in report.mismatches[:MOST_SHOWN]:
        facts = {
            "place": on_one_line(m.place),
            "stated": nothing if m.stated is None else on_one_line(m.stated),
            "true": nothing if m.true is None else on_one_line(m.true),
        }
        lines.append("  " + say("check.mismatch", language, **facts))
    for b in report.breaches:
        broken = "check.breach" if b.group else "check.breach_nowhere"
        broken = broken if b.rule else "check.breach_structure"
        sentence = plain(b.sentence)
        lines.append("  " + say(broken, language, group=str(b.group), sentence=sentence))
    if report.older:
        lines += [say("check.older", language), *_listed(report, language)]
    if report.waited:
        lines.append(say("check.waiting", language))
    if report.remarks_believed:
        lines.append(say("check.remarks", language))
    return [*lines, *_as_stated(report, stated, language)]


def _as_stated(report: CheckReport, stated: ProposalDocument, language: Language) -> Iterator[str]:
    """What nothing here can recompute, by what it is about.

    The words of an older one, and what it counts otherwise, are told where that is told.
    """
    standing = stated.standing
    claims = standing is not None and (standing.proven or standing.floor is not None)
    if stated.bound is not None or stated.status == "optimal" or claims:
        yield say("check.bound", language)
    if report.settings:
        given = [on_one_line(" ".join(one).strip()) for one in report.settings.items()]
        yield say("check.settings", language, given=given)
    about = [
        say(f"check.stated_{subject}", language)
        for subject, places in SUBJECTS.items()
        if subject != "proof" and set(places) & set(report.as_stated)
    ]
    if about:
        yield say("check.as_stated", language, about=about)


def _verdict(report: CheckReport, language: Language) -> str:
    """Whether all is right and all musts hold, and of which nothing can be said."""
    if not report.holds or report.breaches:
        return say("check.excused" if report.holds else "check.wrong", language)
    silent = [titles[language] for titles in report.nothing_said_of]
    partly = [(titles[language], values) for titles, values in report.partly_said_of]
    if not silent and not partly:
        return say("check.holds", language)
    return f"{say('check.right', language)} {but_for(silent, partly, language)}"


def _listed(report: CheckReport, language: Language) -> Iterator[str]:
    """What is computed otherwise since, and whether the programme is still the same."""
    for one in report.listed:
        rule = say("check.score", language) if one.rule == SCORE else one.rule
        facts = {"rule": rule, "why": one.change.why(language), "count": len(one.differs)}
        yield "  " + say("check.listed" if one.differs else "check.listed_same", language, **facts)
    if report.programme:
        yield "  " + say("check.other_programme", language, count=len(report.programme))
