"""``cohorts replay``: recompute a decision from its dossier, without the store."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from cohorts.cli.language import spoken
from cohorts.cli.options import JsonOption, LanguageOption
from cohorts.reports.one_line import on_one_line
from cohorts.reports.plain import plain
from cohorts.rounds.deciding.log_holds import Difference
from cohorts.rounds.deciding.moments import day_said
from cohorts.rounds.deciding.replay import Replayed
from cohorts.rounds.deciding.replay import replay as recomputed
from cohorts.words import Language, say

MOST_SHOWN = 30


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("replay")(replay)


def replay(
    dossier: Annotated[Path, typer.Argument(metavar="DOSSIER.zip", readable=False)],
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Recompute a decision from its dossier, and name whatever differs."""
    found = recomputed(dossier)
    if json_:
        typer.echo(json.dumps(_content(found), ensure_ascii=False, default=str))
    else:
        typer.echo("\n".join(map(plain, _lines(found, spoken(language)))))
    if not found.holds:
        raise typer.Exit(1)


def _content(found: Replayed) -> dict[str, object]:
    made = found.dossier.decision
    return {
        "holds": found.holds,
        "decision": made.model_dump(),
        "head": found.dossier.head,
        "events": len(found.dossier.log.events),
        "erased": found.erased,
        "votes_untold": found.votes_untold,
        "stages_recounted": found.recounted,
        "differences": [dataclasses.asdict(one) for one in found.differences],
        "check": None if found.check is None else dataclasses.asdict(found.check),
    }


def _lines(found: Replayed, language: Language) -> Iterator[str]:
    made = found.dossier.decision
    yield _verdict(found, language)
    for one in found.differences[:MOST_SHOWN]:
        yield f"  {_said(one, language)}"
    if (more := len(found.differences) - MOST_SHOWN) > 0:
        yield f"  {say('replay.more', language, count=more)}"
    for breach in found.check.breaches if found.check else ():
        if not breach.excused:
            facts = {"group": str(breach.group), "sentence": breach.sentence}
            yield "  " + say("replay.breach", language, **facts)
    yield from _committee(found, language)
    if found.votes_untold:
        yield say("replay.votes_untold", language)
    if found.erased:
        yield say("replay.erased", language, count=found.erased)
    if made.reason_erased:
        yield say("replay.reason_erased", language)
    day = day_said(made.at, language)
    facts = {"name": made.signed, "day": day, "number": str(made.proposal_number)}
    yield say("replay.signed", language, moved=made.moved, **facts)
    if not found.differences:
        events = len(found.dossier.log.events)
        yield say("replay.log", language, count=events, head=found.dossier.head)
    yield say("replay.unread", language)


def _committee(found: Replayed, language: Language) -> Iterator[str]:
    """Whether the votes were counted again, where a committee judged."""
    committee, ballots = found.dossier.committee, found.dossier.ballots
    if committee is None:
        return
    lost = [str(one.number) for one in committee.stages if one.erased]
    if ballots is None:
        yield say("replay.not_recounted", language)
    elif again := [one for one in ballots.stages if one.number in found.recounted]:
        cast = sum(len(one.ballots) for one in again)
        yield say("replay.recounted", language, count=len(again), ballots=cast)
    if ballots is not None and lost:
        yield say("replay.recount_erased", language, count=len(lost), numbers=tuple(lost))


def _verdict(found: Replayed, language: Language) -> str:
    if not found.holds:
        return say("replay.differs", language, count=len(found.differences))
    groups = [group.members for group in found.dossier.proposal.groups]
    key = "replay.holds" if found.check is not None else "replay.holds_erased"
    return say(key, language, people=sum(map(len, groups)), groups=len(groups))


def _said(one: Difference, language: Language) -> str:
    nothing = say("replay.nothing", language)
    values = {
        name: nothing if value is None else on_one_line(value)
        for name, value in (("stated", one.stated), ("true", one.true))
    }
    place = " ".join(filter(None, (one.file, on_one_line(one.place))))
    return say("replay.difference", language, place=place, **values)
