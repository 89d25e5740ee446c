"""``cohorts check``: recompute a proposal from the data."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Annotated

import typer

from cohorts.cli.inputs import read_inputs
from cohorts.cli.language import spoken
from cohorts.cli.options import (
    ApplicantsFile,
    CountFromOption,
    GroupsOption,
    JsonOption,
    LanguageOption,
    MapOption,
    MeritFile,
    OnOption,
    PinOption,
    PlacesOption,
    PreviousFile,
    ProgrammeName,
    RelationsFile,
    SizeOption,
    WaitingFile,
    day,
    pins,
    sizes,
    status,
)
from cohorts.record.document import ProposalDocument, read_document
from cohorts.record.recompute import CheckReport
from cohorts.record.recompute import check as check_document
from cohorts.words import Language, say

MOST_SHOWN = 30


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("check")(check)


def check(
    proposal: Annotated[Path, typer.Argument(metavar="PROPOSAL")],
    applicants: ApplicantsFile,
    programme: ProgrammeName,
    map_: MapOption = None,
    relations: RelationsFile = None,
    merit: MeritFile = None,
    previous: PreviousFile = None,
    waiting: WaitingFile = None,
    groups: GroupsOption = None,
    size: SizeOption = None,
    places: PlacesOption = None,
    on: OnOption = None,
    count_from: CountFromOption = None,
    pin: PinOption = None,
    seed: Annotated[int | None, typer.Option("--seed", metavar="N")] = None,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Recompute every figure of a proposal and list every breach."""
    stated = read_document(proposal)
    given = read_inputs(applicants, programme, map_, relations, merit, previous, waiting)
    report = check_document(
        stated,
        given.applicants,
        given.programme,
        relations=given.relations,
        merit=given.merit,
        previous=given.previous,
        waiting=given.waiting,
        groups=groups,
        size=sizes(size),
        places=places,
        on=day(on),
        count_from=status(count_from),
        pins=pins(pin) or None,
        seed=seed,
    )
    if json_:
        content = {"holds": report.holds, "reproved": False, **dataclasses.asdict(report)}
        typer.echo(json.dumps(content, ensure_ascii=False, default=str))
    else:
        typer.echo("\n".join(_lines(report, stated, spoken(language))))
    if not report.holds:
        raise typer.Exit(1)


def _lines(report: CheckReport, stated: ProposalDocument, language: Language) -> list[str]:
    fine = "check.excused" if report.breaches else "check.holds"
    key = fine if report.holds else "check.wrong"
    lines = [say(key, language)]
    nothing = say("check.nothing", language)
    for m in report.mismatches[:MOST_SHOWN]:
        facts = {
            "place": m.place,
            "stated": nothing if m.stated is None else str(m.stated),
            "true": nothing if m.true is None else str(m.true),
        }
        lines.append("  " + say("check.mismatch", language, **facts))
    for b in report.breaches:
        broken = "check.breach" if b.group else "check.breach_nowhere"
        broken = broken if b.rule else "check.breach_structure"
        lines.append("  " + say(broken, language, group=str(b.group), sentence=b.sentence))
    if stated.bound is not None or stated.status == "optimal":
        lines.append(say("check.bound", language))
    return lines
