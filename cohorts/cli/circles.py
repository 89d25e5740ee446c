"""``cohorts circles``: who waits in which circle in preparation, and whom to recruit."""

from __future__ import annotations

import json

import typer

from cohorts.cli.first_time import tell_first_time
from cohorts.cli.folder import check_folder
from cohorts.cli.inputs import Read, Typed, takes
from cohorts.cli.language import spoken
from cohorts.cli.options import EffortOption, JsonOption, LanguageOption, OutOption
from cohorts.composing.compose import compose
from cohorts.composing.prepare import as_given
from cohorts.errors import InputError, NoCompositionError
from cohorts.outlook.circles import Circles, circles_of, circles_without
from cohorts.outlook.circles.circle_text import Section, sections
from cohorts.outlook.circles.data import as_data
from cohorts.outlook.recruit.advice_text import as_problem
from cohorts.outlook.recruit.advised import TOO_FEW
from cohorts.record.remark_part import remarks_data
from cohorts.reports.plain import plain
from cohorts.reports.write import WAITING, save
from cohorts.round.waiting import waiting_csv
from cohorts.words import Language, explain, say
from solver.solution import Effort


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("circles")(takes(circles))


def circles(
    typed: Typed,
    effort: EffortOption = Effort.NORMAL,
    out: OutOption = None,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Show who waits in which circle in preparation, whom to recruit, and what else can be done."""
    if out is not None:
        check_folder(out)
    read = typed.read()
    tell_first_time(read.applicants, spoken(language))
    found = _circles(read, effort)
    if out is not None:
        save(out, {WAITING: waiting_csv(found.waiting).encode()})
    spoken_ = spoken(language)
    if json_:
        noticed = {"remarks": remarks_data(read.remarks, spoken_)}
        typer.echo(json.dumps(as_data(found, spoken_) | noticed, ensure_ascii=False))
        return
    typer.echo("\n".join([*map(plain, _lines(found, spoken_)), *read.remarks_said(spoken_)]))
    if out is not None:
        typer.echo(f"\n{say('circles.saved', spoken_, path=str(out / WAITING))}")


def _circles(read: Read, effort: Effort) -> Circles:
    """Of those whom composing leaves without a group; where nothing can be composed, of all.

    Raises InputError, also where nobody is left who could wait.
    """
    try:
        made = compose(read.applicants, read.programme, effort=effort, **read.given)
        return circles_of(made, anyhow=True)
    except NoCompositionError:
        pass
    except InputError as error:
        if error.problems[0].code not in TOO_FEW or not _anybody(read):
            raise
    return circles_without(read.applicants, read.programme, **read.given)


def _anybody(read: Read) -> bool:
    return as_given(read.applicants, read.programme, **read.given).n > 0


def _lines(found: Circles, language: Language) -> list[str]:
    lines: list[str] = []
    if found.circles and not found.programme.groups.circles:
        lines.append(say("circles.no_circles", language))
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
