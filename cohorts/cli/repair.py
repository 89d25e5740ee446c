"""``cohorts repair``: somebody stops, somebody comes in, and as few people move as can be."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from cohorts.after.repair import Repair, Wishes
from cohorts.after.repair import repair as repair_proposal
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
from cohorts.composing.inputs import INPUTS
from cohorts.composing.proposal import Proposal
from cohorts.errors import InputError, Problem
from cohorts.record.document import document
from cohorts.record.read import read_document
from cohorts.reports import write_reports
from cohorts.reports.outcome import verdict
from cohorts.reports.plain import plain
from cohorts.reports.repaired import Mended, mended
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
    options: CountOption = 3,
    take: TakeOption = 1,
    effort: EffortOption = Effort.NORMAL,
    out: OutOption = None,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Repair a proposal after somebody stopped or came in, with as few moves as can be."""
    _in_range("--max-moves", max_moves, 0, MOST_MOVES)
    _in_range("--options", options, 1, MOST_OPTIONS)
    _in_range("--take", take, 1, MOST_OPTIONS)
    if out is not None:
        check_folder(out)
    spoken_, stated = spoken(language), read_document(proposal)
    read = typed.read()
    found = repair_proposal(
        stated,
        read.applicants,
        read.programme,
        gone=gone or (),
        wishes=Wishes(
            stay=stay or (), rather_not=rather_not or (), most_moves=max_moves, count=options
        ),
        effort=effort,
        **read.given,
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


def _in_range(flag: str, given: int | None, low: int, high: int) -> None:
    if given is not None and not low <= given <= high:
        facts = {"given": given, "low": low, "high": high}
        raise InputError(Problem("repair.range", flag, facts))


def _check_command(out: Path, typed: Typed) -> str:
    """What recomputes it, as it can be typed; settings it takes from the proposal."""
    return shlex.join(["cohorts", "check", str(out / "proposal.json"), *typed.files])


def _lines(found: Repair, made: Proposal, language: Language) -> Iterator[str]:
    told = mended(made, language)
    assert told is not None  # noqa: S101 - each option of a repair was repaired
    yield from told.began
    yield ""
    for option in told.options:
        yield option.title
        yield from (f"  {line}" for line in option.lines)
    if told.proof:
        yield told.proof
    yield from _to_tell(told, language)
    yield ""
    yield verdict(made, language)
    yield from _notes(found, made, language)


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
    told = mended(made, language)
    assert told is not None  # noqa: S101 - each option of a repair was repaired
    options = [document(one, language).model_dump(mode="json") for one in found.options]
    return {
        "fewest": found.fewest,
        "proven": found.proven,
        "taken": found.options.index(made) + 1,
        "same_input": found.same_input,
        "options": [
            {
                "moves": len(one["repaired"]["options"][number]["moved"]),
                **one["repaired"]["options"][number],
                "sentences": list(told.options[number].lines),
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
