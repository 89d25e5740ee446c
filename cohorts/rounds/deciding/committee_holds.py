"""Whether what a dossier says of a committee is what the log knows, and gives what was decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cohorts.errors import CohortsError
from cohorts.record.json_text import read_json
from cohorts.round.exact_points import exact_points
from cohorts.round.left_at import LeftAt, Why
from cohorts.rounds.deciding import dossier_form as form
from cohorts.rounds.deciding.log_holds import Difference
from cohorts.rounds.deciding.open_dossier import Dossier
from cohorts.rounds.deciding.recount import points_again, recounted, words_of
from cohorts.rounds.standings.decided_head import DECIDED
from cohorts.rounds.standings.without_names import (
    digest_of_ballots,
    digest_of_passed,
    digest_of_plan,
)
from cohorts.store.canonical import digest


def committee_differences(dossier: Dossier) -> Iterator[Difference]:
    """Of every stage that the log tells of: what was asked, cast, counted and decided."""
    logged = [one.number for one in dossier.log.events if one.act == DECIDED]
    committee = dossier.committee
    stated = [] if committee is None else [one.event for one in committee.stages]
    if stated != logged:
        yield Difference(form.COMMITTEE, "stages", stated, logged)
        return
    if committee is None:
        return
    if committee.ballots != (dossier.ballots is not None):
        yield Difference(form.COMMITTEE, "ballots", committee.ballots, not committee.ballots)
        return
    for place, stage in enumerate(committee.stages):
        known = _known(stage)
        yield from _as_logged(dossier, stage, known)
        if dossier.ballots is not None and not stage.erased:
            yield from _counted_again(dossier, stage, place, known)
    yield from _set_aside(dossier, committee)


def _at(stage: form.StagePart, place: str) -> str:
    return f"stages[{stage.number}].{place}"


def _known(stage: form.StagePart) -> Mapping[str, Any]:
    """What its event says."""
    known: dict[str, Any] = {}
    for one in stage.said:
        known |= read_json(one.value)
    return known


def _as_logged(
    dossier: Dossier, stage: form.StagePart, known: Mapping[str, Any]
) -> Iterator[Difference]:
    event = dossier.log.events[stage.event - 1]
    digests = read_json(event.digests)
    for one in stage.said:
        stated = digests[one.part][0] if one.part < len(digests) else None
        if (true := digest(one.value, one.salt)) != stated:
            yield Difference(form.COMMITTEE, _at(stage, f"said[{one.part + 1}]"), true, stated)
    if known.get("plan_sha256") != (plan := digest_of_plan(stage.plan)):
        yield Difference(form.COMMITTEE, _at(stage, "plan"), plan, known.get("plan_sha256"))
    yield from _consistent(stage)
    if stage.erased:
        return
    if known.get("passed_sha256") != (came := _passed(stage)):
        yield Difference(form.COMMITTEE, _at(stage, "came"), came, known.get("passed_sha256"))


def _passed(stage: form.StagePart) -> str:
    return digest_of_passed(
        (
            one.key,
            one.counted,
            one.on,
            one.why,
            digest(one.reason, one.reason_salt) if one.reason_salt else "",
        )
        for one in stage.came
    )


def _consistent(stage: form.StagePart) -> Iterator[Difference]:
    """Who goes on was counted so, or people decided otherwise."""
    for one in stage.came:
        counted = one.counted == ""
        on = counted is not (one.why == Why.BY_PEOPLE)
        if one.on is not on:
            yield Difference(form.COMMITTEE, _at(stage, f"came → {one.key}"), one.on, on)
        elif one.why not in (one.counted, Why.BY_PEOPLE):
            place = _at(stage, f"came → {one.key}")
            yield Difference(form.COMMITTEE, place, one.why, one.counted)


def _counted_again(
    dossier: Dossier, stage: form.StagePart, place: int, known: Mapping[str, Any]
) -> Iterator[Difference]:
    stages = dossier.ballots.stages if dossier.ballots else []
    ballots = stages[place] if place < len(stages) else None
    if ballots is None or ballots.number != stage.number:
        stated = None if ballots is None else ballots.number
        yield Difference(form.BALLOTS, f"stages[{place + 1}].number", stated, stage.number)
        return
    cast = digest_of_ballots((one.said for one in ballots.ballots), ballots.salt)
    if (true := known.get("ballots_sha256")) != cast:
        yield Difference(form.BALLOTS, _at(stage, "ballots"), cast, true)
    try:
        outcome = recounted(stage, ballots, int(known.get("seats", 0)))
    except (CohortsError, ValueError, KeyError, TypeError):  # no plan, or no ballot of it
        yield Difference(form.BALLOTS, _at(stage, "count"), None, known.get("on"))
        return
    true_words = words_of(outcome)
    for one in stage.came:
        if one.counted != true_words[one.key]:
            at = _at(stage, f"came → {one.key}")
            yield Difference(form.COMMITTEE, at, one.counted or "on", true_words[one.key] or "on")
    if stage.points:
        yield from _points(dossier, exact_points(points_again(stage, outcome)))


def _points(dossier: Dossier, true: Mapping[str, int]) -> Iterator[Difference]:
    """The points of the composition are those of the count."""
    keys = {one.id: one.key for one in dossier.people.people}
    merit = dossier.inputs.merit or {}
    stated = {keys.get(who, who): value for who, value in merit.items()}
    for who, value in sorted(stated.items()):
        if value != true.get(who):
            yield Difference(form.INPUTS, f"merit → {who}", value, true.get(who))


def _set_aside(dossier: Dossier, committee: form.CommitteePart) -> Iterator[Difference]:
    """Who did not go on, of those who take part in the composition, is set aside in it as such."""
    settings = dossier.proposal.settings
    gone, stated = set(settings.get("gone", ())), settings.get("not_on", {})
    for one in dossier.people.people:
        if one.erased or one.id in gone:
            continue
        true = _left(one.key, committee)
        if stated.get(one.id) != true:
            yield Difference(form.PROPOSAL, f"settings.not_on → {one.id}", stated.get(one.id), true)


def _left(key: str, committee: form.CommitteePart) -> str | None:
    """Where somebody left first, and why; None: they went on."""
    for stage in committee.stages:
        rows = [one for one in stage.came if one.now == key]
        if not any(one.on for one in rows):
            why = Why(rows[-1].why) if rows else Why.LATE
            return LeftAt(stage.number, why).text
    return None
