"""``cohorts count``: votes counted by a rule, and how sure each place is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer

from cohorts.cli.folder import check_folder
from cohorts.cli.language import spoken
from cohorts.cli.options import JsonOption, LanguageOption, OutOption
from cohorts.cli.progress import told_on_stderr
from cohorts.committee.ballot_files import read_criteria, read_votes
from cohorts.committee.counting import counting_rules
from cohorts.committee.counting.rule_named import rule_named
from cohorts.committee.sureness.whole_count import CountAsked, WholeCount, whole_count
from cohorts.committee.votes import Asked
from cohorts.errors import InputError, Problem
from cohorts.forms.exact_number import exact_number
from cohorts.intake.applicants import read_applicants
from cohorts.people.companies import told_apart
from cohorts.reports.count_json import count_json
from cohorts.reports.count_outcome import count_outcome
from cohorts.reports.count_rules import rule_whole, rules_listed, rules_page
from cohorts.reports.page.count_page import count_page
from cohorts.reports.standing_csv import standing_csv
from cohorts.reports.write import save
from cohorts.words import Language, say

PAGE = "count.html"
MOST_REDRAWS = 100_000
WHOLE = 100
SCALE = re.compile(r"\s*([+-]?[0-9.,/]+)\s*[-–]\s*([+-]?[0-9.,/]+)\s*")
"""Lowest-highest; either may be below 0."""
VotesFile = Annotated[Path | None, typer.Argument(metavar="FILE", readable=False)]
BallotsOption = Annotated[Asked | None, typer.Option("--ballots", metavar="yes|scores|order")]


def _file(option: str) -> typer.models.OptionInfo:
    made: typer.models.OptionInfo = typer.Option(option, metavar="FILE", readable=False)
    return made


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("count")(count)


def count(
    votes: VotesFile = None,
    rule: Annotated[str | None, typer.Option("--rule", metavar="R")] = None,
    seats: Annotated[int | None, typer.Option("--seats", metavar="K")] = None,
    ballots: BallotsOption = None,
    criteria: Annotated[Path | None, _file("--criteria")] = None,
    scale: Annotated[str | None, typer.Option("--scale", metavar="LOW-HIGH")] = None,
    weights: Annotated[Path | None, _file("--weights")] = None,
    interests: Annotated[Path | None, _file("--blocked")] = None,
    doubts: Annotated[Path | None, _file("--doubts")] = None,
    setting: Annotated[list[str] | None, typer.Option("--set", metavar="NAME=VALUE")] = None,
    quorum: Annotated[float, typer.Option("--quorum", metavar="PERCENT")] = 0,
    lot_seed: Annotated[int, typer.Option("--seed", metavar="N")] = 0,
    redraws: Annotated[int | None, typer.Option("--redraws", metavar="N")] = None,
    names: Annotated[Path | None, _file("--applicants")] = None,
    out: OutOption = None,
    rules: Annotated[bool, typer.Option("--rules")] = False,
    markdown: Annotated[bool, typer.Option("--markdown")] = False,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Count votes by a rule, and say how sure each place is."""
    spoken_ = spoken(language)
    if rules:
        typer.echo("\n".join(_rules(rule or (str(votes) if votes else None), spoken_, markdown)))
        return
    if votes is None or rule is None or seats is None:
        given = {"FILE": votes, "--rule": rule, "--seats": seats}
        absent = tuple(name for name, value in given.items() if value is None)
        raise InputError(Problem("count.missing", "", {"names": absent}))
    if out is not None:
        check_folder(out)
    asked = CountAsked(
        rule_named(rule, setting or ()), seats, lot_seed, _quorum(quorum), _redraws(redraws)
    )
    read = read_votes(
        votes,
        asked=ballots,
        criteria=None if criteria is None else read_criteria(criteria),
        scale=_scale(scale),
        weights=weights,
        blocked=interests,
        doubts=doubts,
        most_yes=asked.rule.yes_limit,
    )
    told = told_on_stderr(spoken_, "count.progress")
    whole = whole_count(read, asked, _names(names), progress=told)
    _tell(whole, rule, out, spoken_, json_=json_)


def _tell(
    whole: WholeCount, rule: str, out: Path | None, language: Language, *, json_: bool
) -> None:
    """Writes the files, where that is asked, and says what came of it."""
    document = count_json(whole, rule, language)
    if out is not None:
        contents = {
            "standing.csv": standing_csv(whole).encode(),
            "count.json": document.encode(),
            PAGE: count_page(whole, rule, language).encode(),
        }
        save(out, contents)
    if json_:
        typer.echo(document, nl=False)
        return
    typer.echo("\n".join(count_outcome(whole, language)))
    if out is not None:
        typer.echo(f"\n{say('count.saved', language, path=str(out / PAGE))}")


def _rules(name: str | None, language: Language, markdown: bool) -> list[str]:
    known = counting_rules()
    if markdown:
        return rules_page(known, language)
    if name is None:
        return rules_listed(known, language)
    return rule_whole(name, type(rule_named(name)), language)


def _quorum(percent: float) -> Fraction:
    if not 0 <= percent <= WHOLE:
        raise InputError(Problem("count.quorum_range", "--quorum", {"given": percent}))
    return Fraction(str(percent)) / WHOLE


def _redraws(given: int | None) -> int | None:
    if given is not None and not 1 <= given <= MOST_REDRAWS:
        facts = {"given": given, "most": MOST_REDRAWS}
        raise InputError(Problem("count.redraws", "--redraws", facts))
    return given


def _scale(given: str | None) -> tuple[Fraction, Fraction] | None:
    if given is None:
        return None
    parts = SCALE.fullmatch(given)
    try:
        low, high = (exact_number(part) for part in (parts.groups() if parts else ()))
    except ValueError:
        raise InputError(Problem("count.scale_form", "--scale", {"given": given[:80]})) from None
    return low, high


def _names(file: Path | None) -> Mapping[str, str]:
    """Id → how an applicant is called."""
    if file is None:
        return {}
    return {str(a.id): a.label for a in told_apart(read_applicants(file))}
