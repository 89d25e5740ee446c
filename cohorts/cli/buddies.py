"""``cohorts buddies``: who is whose buddy within each group, why, and what else there is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from cohorts.after.buddies import Buddies, ByHand, buddies_of
from cohorts.after.coaches import Coaching, coaching_of
from cohorts.after.earlier_buddies import with_earlier
from cohorts.cli.buddy_pairs import known_pairs
from cohorts.cli.folder import check_folder
from cohorts.cli.inputs import FILES, Read, Typed, takes
from cohorts.cli.language import spoken
from cohorts.cli.options import HideOption, JsonOption, LanguageOption, OutOption, ProposalFile
from cohorts.composing.proposal import Proposal
from cohorts.intake.beside.buddies_file import EarlierBuddies, read_earlier_buddies
from cohorts.intake.beside.coaches_file import read_coaches
from cohorts.people.relation import pair_of
from cohorts.programme.buddy_plan import BuddyPlan, Form, OddOne, usual
from cohorts.record.group_name import group_name
from cohorts.record.hide import parse_hidden
from cohorts.record.read import read_document
from cohorts.record.reopen import reopen
from cohorts.reports.buddies_json import buddies_data
from cohorts.reports.buddy_words import BuddyWords, about
from cohorts.reports.coach_words import coaching_lines
from cohorts.reports.plain import plain
from cohorts.reports.write_buddies import hide_in, write_buddies
from cohorts.words import Language, say

FormOption = Annotated[Form | None, typer.Option("--form", metavar="pairs|ring|guide")]
OddOption = Annotated[OddOne | None, typer.Option("--odd", metavar="trio|out")]
PairOption = Annotated[list[str] | None, typer.Option("--pair", metavar="ID=ID")]
NotOption = Annotated[list[str] | None, typer.Option("--not", metavar="ID=ID")]
EarlierOption = Annotated[Path | None, typer.Option("--earlier", metavar="FILE", readable=False)]

CoachesOption = Annotated[Path | None, typer.Option("--coaches", metavar="FILE", readable=False)]


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("buddies")(takes(buddies, FILES))


def buddies(
    proposal: ProposalFile,
    typed: Typed,
    form: FormOption = None,
    odd: OddOption = None,
    pair: PairOption = None,
    not_: NotOption = None,
    earlier: EarlierOption = None,
    coaches: CoachesOption = None,
    hide: HideOption = None,
    out: OutOption = None,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Make buddies within each group of a proposal."""
    hidden = parse_hidden(hide)
    if out is not None:
        check_folder(out)
    spoken_ = spoken(language)
    stated = read_document(proposal)
    read = typed.read()
    reopened = reopen(stated, read.applicants, read.programme, **read.given)
    plan = _plan(read.programme.buddies or usual(), form, odd)
    before = EarlierBuddies()
    if earlier is not None:
        before = read_earlier_buddies(earlier, read.applicants)
    with_met, plan = with_earlier(reopened, plan, before)
    own = read.programme.buddies is not None
    made = buddies_of(with_met, plan, _by_hand(read, reopened, pair, not_, before), own=own)
    made = hide_in(made, hidden)
    coaching = _coaching(coaches, read, reopened)
    written = {} if out is None else write_buddies(made, out, spoken_, coaching)
    if json_:
        files = {name: str(path) for name, path in written.items()}
        content = {**buddies_data(made, spoken_, coaching), "written": files}
        typer.echo(json.dumps(content, ensure_ascii=False))
        return
    lines = [*_lines(made, spoken_), *coaching_lines(coaching, spoken_)]
    typer.echo("\n".join(map(plain, lines)))
    if written:
        typer.echo(say("buddies.written", spoken_, path=str(written["buddies.html"])))


def _coaching(file: Path | None, read: Read, proposal: Proposal) -> tuple[Coaching, ...]:
    """Who coaches whom, where a file of coaches is given."""
    if file is None:
        return ()
    return coaching_of(proposal.composition.groups, read_coaches(file, read.applicants))


def _plan(plan: BuddyPlan, form: Form | None, odd: OddOne | None) -> BuddyPlan:
    """The plan with what was typed in its place."""
    typed = {"form": form, "odd": odd}
    return plan.model_copy(update={name: one for name, one in typed.items() if one is not None})


def _by_hand(
    read: Read,
    proposal: Proposal,
    pair: list[str] | None,
    not_: list[str] | None,
    before: EarlierBuddies,
) -> ByHand:
    pins = known_pairs(pair, "--pair", read.applicants, proposal)
    vetoes = known_pairs(not_, "--not", read.applicants, proposal)
    return ByHand(pins, frozenset(pair_of(a, b) for a, b in vetoes), before.was_out or {})


def _lines(made: Buddies, language: Language) -> Iterator[str]:
    """Each group: its bonds with reasons, what is not ideal and what else there is."""
    with made.proposal.programme.in_own_words():
        yield from about(made, language)
        for group in made.groups:
            words = BuddyWords(made, group, language)
            yield ""
            yield group_name(made.proposal, group.number, language)
            for said in words.bonds():
                yield f"  {said.who}{f' ({said.label})' if said.label else ''}"
                yield f"    {' '.join(said.reasons)}"
                if said.regrets:
                    yield f"    {say('buddies.not_ideal', language)}: {' '.join(said.regrets)}"
                if said.instead:
                    yield f"    {said.instead}"
            if without := words.out():
                yield f"  {without}"
        yield ""
        yield say("buddies.next", language)
        yield say("buddies.scale", language)
