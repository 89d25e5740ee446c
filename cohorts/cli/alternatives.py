"""``cohorts alternatives``: several answers that really differ, side by side."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Annotated, Any

import typer

from cohorts.cli.first_time import tell_first_time
from cohorts.cli.folder import check_folder
from cohorts.cli.inputs import Typed, takes
from cohorts.cli.language import spoken
from cohorts.cli.options import EffortOption, HideOption, JsonOption, LanguageOption, OutOption
from cohorts.cli.progress import told_on_stderr
from cohorts.errors import InputError, Problem
from cohorts.outlook.alternatives import DIFFER, MOST, WITHIN, Answers
from cohorts.outlook.alternatives import alternatives as alternatives_of
from cohorts.outlook.recruit.advised import advised
from cohorts.record.hide import parse_hidden
from cohorts.record.remark_part import remarks_data
from cohorts.reports.answers_files import hidden_in, write_alternatives
from cohorts.reports.answers_said import alternatives_lines
from cohorts.reports.plain import plain
from cohorts.words import say
from solver.solution import Effort

MOST_WITHIN = 1000
"""Ten times as dear as the best is no answer to anything."""


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("alternatives")(takes(alternatives))


def alternatives(
    typed: Typed,
    count: Annotated[int, typer.Option("--count", metavar="N")] = 3,
    differ: Annotated[float, typer.Option("--differ", metavar="PERCENT")] = float(100 * DIFFER),
    within: Annotated[float, typer.Option("--within", metavar="PERCENT")] = float(100 * WITHIN),
    effort: EffortOption = Effort.NORMAL,
    out: OutOption = None,
    hide: HideOption = None,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Compose in several ways that really differ, and lay them side by side."""
    _check(count, differ, within)
    if out is not None:
        check_folder(out)
    spoken_, hidden = spoken(language), parse_hidden(hide)
    read = typed.read()
    tell_first_time(read.applicants, spoken_)
    with advised(read.applicants, read.programme, **read.given):
        found = alternatives_of(
            read.applicants,
            read.programme,
            count=count,
            differ=_share(differ),
            within=_share(within),
            effort=effort,
            progress=told_on_stderr(spoken_),
            **read.given,
        )
    page = None
    if out is not None:
        page = write_alternatives(found, out, spoken_, hidden)
    if json_:
        noticed = {"remarks": remarks_data(read.remarks, spoken_)}
        typer.echo(json.dumps(_data(found) | noticed, ensure_ascii=False))
        return
    said = alternatives_lines(hidden_in(found, hidden), spoken_, paged=page is not None)
    lines = [plain(line) for line in said]
    typer.echo("\n".join([*lines, *read.remarks_said(spoken_)]))
    if page is not None:
        typer.echo(f"\n{say('alternatives.report_of', spoken_, path=str(page))}")


def _check(count: int, differ: float, within: float) -> None:
    """Raises InputError for a number of answers, or a percentage, that cannot be."""
    given: tuple[tuple[str, float, float, float], ...] = (
        ("count", count, 1, MOST),
        ("differ", differ, 1, 100),
        ("within", within, 0, MOST_WITHIN),
    )
    for name, value, least, most in given:
        if not least <= value <= most:
            facts = {"given": value, "most": most}
            raise InputError(Problem(f"alternatives.{name}", f"--{name}", facts))


def _share(percent: float) -> Fraction:
    """A percentage as it was typed, as a share."""
    return Fraction(str(percent)) / 100


def _data(found: Answers) -> dict[str, Any]:
    """For machines; people by id."""
    return {
        "asked": {
            "count": found.count,
            "differ": float(found.differ),
            "within": float(found.within),
        },
        "complete": found.complete,
        "answers": [
            {
                "number": answer.number,
                "groups": {
                    str(n): [str(a.id) for a in members]
                    for n, members in answer.proposal.composition.groups.items()
                },
                "differs": [float(share) for share in answer.differs],
                "points": answer.points,
                "score": answer.proposal.score.points,
                "elsewhere": [
                    {"person": str(seat.person), "before": seat.before, "after": seat.after}
                    for seat in _seats(answer)
                ],
                "rules": [
                    {
                        "rule": step.rule,
                        "points": step.points,
                        "better_in": list(step.better),
                        "worse_in": list(step.worse),
                    }
                    for step in answer.rules
                ],
            }
            for answer in found.answers
        ],
        "together": [[str(person.id) for person in people] for people in found.together],
    }


def _seats(answer: Any) -> tuple[Any, ...]:
    diff = answer.diff
    return () if diff is None else (*diff.moved, *diff.placed, *diff.left)
