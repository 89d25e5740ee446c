"""``cohorts repair``: somebody stops, somebody comes in, and as few people move as can be."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any, cast

import typer

from cohorts.after.repairing import Repair, Wishes
from cohorts.after.repairing import repair as repair_proposal
from cohorts.cli.folder import check_folder
from cohorts.cli.inputs import Typed, takes
from cohorts.cli.language import spoken
from cohorts.cli.options import (
    EffortOption,
    JsonOption,
    LanguageOption,
    OutOption,
    ProposalFile,
)
from cohorts.composing.inputs import INPUTS, Given
from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError, Problem
from cohorts.people.applicant import ApplicantId
from cohorts.record.document import document
from cohorts.record.read import read_document
from cohorts.record.remark_part import remarks_data
from cohorts.reports import write_reports
from cohorts.reports.outcome import verdict
from cohorts.reports.plain import plain
from cohorts.reports.repair_told import Mended, mended
from cohorts.words import Language, say
from solver.solution import Effort

GONE = "gone"
MOST_OPTIONS, MOST_MOVES = 9, 1_000_000
GoneOption = Annotated[list[str] | None, typer.Option("--gone", metavar="ID")]
StayOption = Annotated[list[str] | None, typer.Option("--stay", metavar="ID")]
RatherNotOption = Annotated[list[str] | None, typer.Option("--rather-not", metavar="ID")]
MovesOption = Annotated[int | None, typer.Option("--max-moves", metavar="N")]
CountOption = Annotated[int, typer.Option("--options", metavar="N")]
TakeOption = Annotated[int, typer.Option("--take", metavar="N")]


def register(app: typer.Typer) -> None:
    """Adds the command; who stopped may be known to the proposal alone, so that it looks itself."""
    app.command("repair")(takes(repair, {n: one for n, one in INPUTS.items() if n != GONE}))


def repair(
    proposal: ProposalFile,
    typed: Typed,
    gone: GoneOption = None,
    max_moves: MovesOption = None,
    stay: StayOption = None,
    rather_not: RatherNotOption = None,
    options_count: CountOption = 3,
    take: TakeOption = 1,
    effort: EffortOption = Effort.NORMAL,
    out: OutOption = None,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Repair a proposal after somebody stopped or came in, with as few moves as can be."""
    _in_range("--max-moves", max_moves, 0, MOST_MOVES)
    _in_range("--options", options_count, 1, MOST_OPTIONS)
    _in_range("--take", take, 1, MOST_OPTIONS)
    if out is not None:
        check_folder(out)
    spoken_, stated = spoken(language), read_document(proposal)
    read = typed.read()
    found = repair_proposal(
        stated,
        read.applicants,
        read.programme,
        wishes=Wishes(
            stay=stay or (), rather_not=rather_not or (), most_moves=max_moves, count=options_count
        ),
        effort=effort,
        **_given(read.given, gone or ()),
    )
    if take > len(found.options):
        facts = {"given": take, "count": len(found.options)}
        raise InputError(Problem("repair.take", "--take", facts))
    made = found.options[take - 1]
    written = {} if out is None else write_reports(made, out, spoken_)
    check = "" if out is None else _check_command(out, typed)
    if json_:
        files = {name: str(path) for name, path in written.items()}
        content = _data(found, made, spoken_) | {"written": files, "check": check}
        typer.echo(json.dumps(content, ensure_ascii=False))
        return
    noticed = read.remarks_said(spoken_, made.round.remarks)
    typer.echo("\n".join([*map(plain, _lines(found, made, spoken_)), *noticed]))
    if out is not None:
        typer.echo(f"\n{say('cli.report', spoken_, path=str(written['report.html']))}")
        typer.echo(f"{say('repair.check', spoken_)}\n  {check}")


def _given(given: Given, gone: Sequence[str]) -> Given:
    """With who has stopped, as it was typed: the proposal may know somebody whom no file has."""
    return cast("Given", {**given, GONE: [ApplicantId(one) for one in gone]})


def _in_range(flag: str, given: int | None, low: int, high: int) -> None:
    if given is not None and not low <= given <= high:
        facts = {"given": given, "low": low, "high": high}
        raise InputError(Problem("repair.range", flag, facts))


def _check_command(out: Path, typed: Typed) -> str:
    """What recomputes it, as it can be typed; settings it takes from the proposal."""
    return shlex.join(["cohorts", "check", str(out / "proposal.json"), *typed.files])


def _lines(found: Repair, made: Proposal, language: Language) -> Iterator[str]:
    each = _said(found, language)
    told = each[found.options.index(made)]
    yield from told.began
    yield ""
    for number, own in enumerate(each):
        # what each says of itself, under the title that says which was taken
        yield told.options[number].title
        yield from (f"  {line}" for line in own.options[number].lines)
    if told.proof:
        yield told.proof
    yield from _to_tell(told, language)
    yield ""
    yield verdict(made, language)
    yield from _notes(found, made, language)


def _said(found: Repair, language: Language) -> list[Mended]:
    """Each option in words: every one of them was repaired."""
    return [told for one in found.options if (told := mended(one, language)) is not None]


def _to_tell(told: Mended, language: Language) -> Iterator[str]:
    if told.people or told.groups:
        yield ""
        yield f"{say('repair.tell', language)}:"
        yield from (f"  {one.who}: {one.what}" for one in (*told.people, *told.groups))
    if told.rest:
        yield told.rest


def _notes(found: Repair, made: Proposal, language: Language) -> Iterator[str]:
    """What the organiser has to know beside it."""
    taken = found.options.index(made)
    labels = {str(a.id): a.label for a in made.round.applicants}
    with made.programme.in_own_words():
        for one in found.fallen[taken]:
            facts = {
                "rule": _title(made, one.breach, language),
                "who": labels.get(one.person, one.person),
            }
            yield say("repair.fallen", language, **facts)
    if not found.same_input:
        yield say("repair.other_input", language)


def _title(made: Proposal, key: str, language: Language) -> str:
    rules = {rule.key: rule for rule in made.programme.rules}
    return rules[key].title(language) if key in rules else key


def _data(found: Repair, made: Proposal, language: Language) -> dict[str, Any]:
    """All of it for machines: every option whole, and the one that was taken."""
    each = _said(found, language)
    told = each[found.options.index(made)]
    options = [document(one, language).model_dump(mode="json") for one in found.options]
    return {
        "fewest": found.fewest,
        "proven": found.proven,
        "taken": found.options.index(made) + 1,
        "same_input": found.same_input,
        "remarks": remarks_data(made.round.remarks, language),
        "options": [
            {
                "moves": len(one["repaired"]["options"][number]["moved"]),
                **one["repaired"]["options"][number],
                "sentences": list(each[number].options[number].lines),
                "proposal": one,
            }
            for number, one in enumerate(options)
        ],
        "told": [
            *({"kind": "person", "who": one.who, "what": one.what} for one in told.people),
            *({"kind": "group", "who": one.who, "what": one.what} for one in told.groups),
        ],
        "fallen": [
            {"breach": o.breach, "person": o.person, "reason": o.reason, "by": o.by}
            for o in found.fallen[found.options.index(made)]
        ],
    }
