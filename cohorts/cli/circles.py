"""``cohorts circles``: who waits in which circle in preparation, and whom to recruit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from cohorts.cli.folder import check_folder
from cohorts.cli.inputs import Inputs, read_inputs
from cohorts.cli.language import spoken
from cohorts.cli.options import (
    ApplicantsFile,
    CountFromOption,
    GroupsOption,
    JsonOption,
    LanguageOption,
    MapOption,
    OnOption,
    PinOption,
    PlacesOption,
    ProgrammeName,
    RelationsFile,
    SizeOption,
    WaitingFile,
    day,
    pins,
    sizes,
    status,
)
from cohorts.composing.compose import compose
from cohorts.composing.prepare import Given
from cohorts.errors import InputError, NoCompositionError
from cohorts.intake.whole import write_whole
from cohorts.outlook.circles import Circles, circles_of, circles_without
from cohorts.outlook.circles.circle_text import Section, sections
from cohorts.outlook.circles.data import as_data
from cohorts.outlook.recruit.advice_text import as_problem
from cohorts.outlook.recruit.advised import TOO_FEW
from cohorts.reports.plain import plain
from cohorts.reports.write import WAITING
from cohorts.round.waiting import waiting_csv
from cohorts.words import Language, explain, say
from solver.solution import Effort


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("circles")(circles)


def circles(
    applicants: ApplicantsFile,
    programme: ProgrammeName,
    map_: MapOption = None,
    relations: RelationsFile = None,
    waiting: WaitingFile = None,
    groups: GroupsOption = None,
    size: SizeOption = None,
    places: PlacesOption = None,
    on: OnOption = None,
    count_from: CountFromOption = None,
    pin: PinOption = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N")] = 0,
    effort: Annotated[
        Effort, typer.Option("--effort", metavar="quick|normal|thorough")
    ] = Effort.NORMAL,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR")] = None,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Show who waits in which circle in preparation, whom to recruit, and what else can be done."""
    if out is not None:
        check_folder(out)
    given = read_inputs(applicants, programme, map_, relations, None, None, waiting)
    asked = Given(
        relations=given.relations,
        waiting=given.waiting,
        groups=groups,
        size=sizes(size),
        places=places,
        on=day(on),
        count_from=status(count_from),
        pins=pins(pin),
        seed=seed,
    )
    found = _circles(given, asked, effort)
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        write_whole({out / WAITING: waiting_csv(found.waiting)})
    spoken_ = spoken(language)
    if json_:
        typer.echo(json.dumps(as_data(found, spoken_), ensure_ascii=False))
        return
    typer.echo("\n".join(map(plain, _lines(found, spoken_))))
    if out is not None:
        typer.echo(f"\n{say('circles.saved', spoken_, path=str(out / WAITING))}")


def _circles(given: Inputs, asked: Given, effort: Effort) -> Circles:
    """Of those whom composing leaves without a group; where nothing can be composed, of all."""
    try:
        return circles_of(compose(given.applicants, given.programme, effort=effort, **asked))
    except NoCompositionError:
        pass
    except InputError as error:
        if error.problems[0].code not in TOO_FEW:
            raise
    return circles_without(given.applicants, given.programme, **asked)


def _lines(found: Circles, language: Language) -> list[str]:
    lines: list[str] = []
    if found.whole is not None:
        lines += [say("circles.whole", language), *_whole(found, language)]
    for section in sections(found, language):
        lines += ["", *_section(section)]
    return lines or [say("circles.nobody", language)]


def _whole(found: Circles, language: Language) -> list[str]:
    """Whom to recruit for the round as it was asked."""
    if found.whole is None or found.whole.possible:
        return [say("circles.whole_possible", language)]
    return [explain(as_problem(found.whole), language)[0]]


def _section(section: Section) -> list[str]:
    return [section.title, *(f"  {line}" for line in section.lines)]
