"""``cohorts edit``: move people by hand, see what each step costs, and write the files again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from cohorts.cli.folder import check_folder
from cohorts.cli.inputs import FILES, Typed, takes
from cohorts.cli.language import spoken
from cohorts.cli.options import JsonOption, LanguageOption, ProposalFile
from cohorts.cli.steps import Excuse, MoveStep, SwapStep, excuses, moves, swaps
from cohorts.errors import NotAllowedError, Problem
from cohorts.hands.board import Board
from cohorts.people.applicant import ApplicantId
from cohorts.record.read import read_document
from cohorts.record.remark_part import remarks_data
from cohorts.record.reopen import reopen
from cohorts.reports import write_reports
from cohorts.reports.outcome import verdict
from cohorts.reports.plain import plain
from cohorts.reports.step import step_data, step_lines
from cohorts.round.finding import OF_ALL
from cohorts.words import say

MoveOption = Annotated[list[str] | None, typer.Option("--move", metavar="ID=GROUP|out")]
SwapOption = Annotated[list[str] | None, typer.Option("--swap", metavar="ID=ID")]
OverrideOption = Annotated[list[str] | None, typer.Option("--override", metavar="RULE:ID=REASON")]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("edit")(takes(edit, FILES))


def edit(
    proposal: ProposalFile,
    typed: Typed,
    out: Annotated[Path, typer.Option("--out", metavar="DIR")],
    move: MoveOption = None,
    swap: SwapOption = None,
    override: OverrideOption = None,
    by: Annotated[str, typer.Option("--by", metavar="NAME")] = "",
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Move people by hand, first the moves, then the swaps."""
    asked: list[MoveStep | SwapStep] = [*moves(move), *swaps(swap)]
    reasons = excuses(override)
    check_folder(out)
    spoken_ = spoken(language)
    stated = read_document(proposal)
    read = typed.read()
    board = Board.of(reopen(stated, read.applicants, read.programme, **read.given))
    told: list[dict[str, Any]] = []
    for step in asked:
        before = board
        board = step(_freed(board, step.people))
        change = board.change_since(before)
        told.append(step_data(change, board.programme, spoken_))
        if not json_:
            lines = step_lines(change, board.programme, spoken_)
            typer.echo("\n".join([*map(plain, lines), ""]))
    if asked and not json_:
        typer.echo(say("step.scale", spoken_) + "\n")
    board = _excused(board, reasons, by)
    if problems := _forbidden(board):
        raise NotAllowedError(*problems)
    made = board.proposal()
    written = write_reports(made, out, spoken_)
    if json_:
        files = {name: str(path) for name, path in written.items()}
        noticed = remarks_data(made.round.remarks, spoken_)
        content = {"steps": told, "remarks": noticed, "written": files}
        typer.echo(json.dumps(content, ensure_ascii=False))
        return
    typer.echo("\n".join([verdict(made, spoken_), *read.remarks_said(spoken_, made.round.remarks)]))
    typer.echo(say("cli.report", spoken_, path=str(written["report.html"])))


def _freed(board: Board, people: tuple[str, ...]) -> Board:
    """Whoever is pinned and named by hand is let go; the rule that pins still has its say."""
    for person in people:
        if person in board.pinned:
            board = board.unpin(person)
    return board


def _excused(board: Board, reasons: list[Excuse], by: str) -> Board:
    for one in reasons:
        board = board.override(one.rule, one.person, one.reason, by)
    return board


def _forbidden(board: Board) -> list[Problem]:
    """What may not be written: broken musts without a reason, wrong sizes, wrong places."""
    change = board.change()
    problems = [
        Problem(
            "edit.size",
            "",
            {"group": s.group, "size": s.size, "smallest": s.smallest, "largest": s.largest},
        )
        for s in change.sizes
    ]
    if change.places_off > 0:
        problems.append(Problem("edit.places"))
    for breach in board.open_breaches():
        rule = board.programme.rule(breach.rule)
        people = breach.people or (ApplicantId(""),)
        facts = {
            "rule": rule.titles,
            "group": breach.group,
            "people": tuple(board.label(p) for p in breach.people),
            "option": f"--override {breach.rule}:{people[0]}=",
        }
        problems.append(
            Problem(
                "edit.breach_nowhere"
                if breach.group == OF_ALL
                else "edit.breach_people"
                if breach.people
                else "edit.breach",
                "",
                facts,
            )
        )
    return problems
