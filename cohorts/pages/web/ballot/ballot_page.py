"""The whole ballot in one page, so that it needs no line while somebody reads and judges."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from cohorts.committee.votes import Asked
from cohorts.errors import CohortsError
from cohorts.pages.kept import store
from cohorts.pages.web.ballot.dossier_told import Told, as_json, scale, told
from cohorts.pages.web.ballot.own_state import closes_said, extended_said, given_up_said, state_of
from cohorts.pages.web.ballot.seated import Seated, refused, seated
from cohorts.pages.web.doors.cookie import lengthened
from cohorts.reports.looks_at_said import looks_at
from cohorts.reports.stage_said import rule_about, silence_means, stage_said
from cohorts.reports.ties_said import examples_of
from cohorts.rounds.balloting.own_ballot import OwnBallot, own_ballot
from cohorts.rounds.balloting.receipts import own_receipts
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.deciding.outcome_told import Whom, outcome_told
from cohorts.rounds.interests.suggested import suggested
from cohorts.rounds.judging.second_given_up import second_given_up
from cohorts.rounds.judging.stage_head import Phase, StageHead
from cohorts.rounds.judging.stage_plan import Tie
from cohorts.rounds.members.member import Member, members_of
from cohorts.rounds.standings.standing_of import standing_of
from cohorts.store.canonical import sha256
from cohorts.words import say
from cohorts.words.dutch_time import dutch_time

WORDS = (
    "left_minutes", "left_minute", "left_none", "saving", "saved", "unsaved", "unsaved_send",
    "not_kept", "log_in_again", "no_storage", "done", "todo", "later_mark", "abstained_mark",
    "unjudged_none", "unjudged_one", "unjudged_many", "yes_said", "time_up", "time_up_unsaved",
    "reload", "too_late_mark", "refused_some", "refused_mark", "was_said",
    "judged_again_some",
)  # fmt: skip
"""What the script says."""
DECIDED = {
    Whom.GOES_ON: "decided",
    Whom.CAN_BE_PLACED: "jointly",
    Whom.TAKES_PART: "placed",
}
"""What a decided step is called, by whom it came to."""
TIES = (Tie.KNOWS, Tie.HANDLES, Tie.PERSONAL, Tie.ABSTAINS)


def ballot_page(request: Request) -> Response:
    """What there is to do now: ties, dossiers, or nothing."""
    here = seated(request)
    if isinstance(here, Response):
        return here
    return lengthened(store(), page_of(here), request, here.actor)


def page_of(here: Seated, faults: list[str] | None = None) -> Response:
    """The page as it stands; ``faults``: what was not kept of what was sent."""
    people = [one for one in members_of(store(), here.actor, here.seat.round) if not one.left_at]
    facts: dict[str, Any] = {
        "faults": faults,
        "members": [_member(here, one) for one in people],
        "state": state_of(here.stage),
        "own": _own(here),
    }
    if here.stage is None or here.stage.phase is Phase.PLANNED:
        return here.page("waiting.html.jinja", said="not_yet", **facts)
    facts |= {
        "fixed": stage_said(here.stage.plan, here.language),
        "rule_about": rule_about(here.stage.plan, here.language),
        "closes": closes_said(here),
        "extended": extended_said(here),
        "given_up": given_up_said(here),
    }
    try:
        ballot = own_ballot(store(), here.actor, here.seat.round, here.stage.key)
    except CohortsError as fault:
        return refused(here.request, fault, 403)
    if here.stage.phase is Phase.DECIDED:
        facts |= _gone_on(here, here.stage)
    if ballot.is_out:
        kept = own_receipts(store(), here.actor, here.seat.round, here.stage.key)
        return here.page("waiting.html.jinja", said="out", kept=bool(kept), **facts)
    facts["kept_from"] = any(one.interest and one.interest.blocks for one in ballot.names)
    facts["barred"] = _barred(ballot)
    open_ties = any(one.interest is None for one in ballot.names)
    if here.stage.phase is Phase.INTERESTS or (open_ties and here.stage.is_open):
        return _ties(here, ballot, facts, told_all=not open_ties)
    if here.stage.is_open and ballot.dossiers:
        return _dossiers(here, ballot, facts)
    kept = own_receipts(store(), here.actor, here.seat.round, here.stage.key)
    late = sorted((one.applicant.label, one.person) for one in ballot.dossiers)
    facts |= {"late": late, "ties": _blocking(here)}
    said = DECIDED[facts["whom"]] if "whom" in facts else _why(here)
    return here.page("waiting.html.jinja", said=said, kept=bool(kept), **facts)


def _gone_on(here: Seated, stage: StageHead) -> dict[str, Any]:
    """Whom it came to, by name, without anyone whom they are kept from."""
    found = standing_of(store(), here.actor, here.seat.round, stage.key)
    told = outcome_told(store(), here.actor, here.seat.round, stage.key, found)
    return {"whom": told.whom, "names_told": told.names, "without": found.kept_from}


def _blocking(here: Seated) -> list[tuple[str, str]]:
    """The ties that keep somebody from a dossier, in words."""
    return [
        (one.value, say(f"ballot.tie_{one.value}", here.language)) for one in TIES if one.blocks
    ]


def _why(here: Seated) -> str:
    assert here.stage is not None  # noqa: S101 - asked by who knows it
    if here.stage.phase is Phase.JUDGING:
        if here.stage.is_open:
            return "nothing_left"
        return "first_over" if _second_to_come(here, here.stage) else "time_up"
    return here.stage.phase.value


def _second_to_come(here: Seated, stage: StageHead) -> bool:
    """Whether the chair decides what comes next, and no close."""
    of = (store(), here.actor, here.seat.round, stage.key)
    return stage.plan.second and stage.turn == 1 and second_given_up(*of) is None


def _barred(ballot: OwnBallot) -> list[str]:
    """Companies that they know, and of which the chair decided that they do not judge them."""
    return [
        one.name
        for one in ballot.names
        if one.interest and one.interest.barred and not one.interest.tie.blocks
    ]


def _member(here: Seated, one: Member) -> str:
    position = say(f"ballot.position_{one.position.value}", here.language)
    return f"{one.called}, {position}"


def _ties(here: Seated, ballot: OwnBallot, facts: dict[str, Any], *, told_all: bool) -> Response:
    assert here.stage is not None  # noqa: S101 - asked by who knows it
    plan = here.stage.plan
    ties = [
        {
            "value": tie.value,
            "name": say(f"ballot.tie_{tie.value}", here.language),
            "means": say(f"ballot.tie_{tie.value}_means", here.language),
            "examples": examples_of(plan, tie, here.language),
        }
        for tie in TIES
    ]
    return here.page(
        "ties.html.jinja",
        ties=ties,
        names=ballot.names,
        hints=suggested(store(), here.actor, here.seat.round, here.stage.key),
        told_all=told_all,
        seen=ballot.ties,
        no_tie=Tie.NONE.value,
        **facts,
    )


def _dossiers(here: Seated, ballot: OwnBallot, facts: dict[str, Any]) -> Response:
    assert here.stage is not None  # noqa: S101 - asked by who knows it
    plan, language = here.stage.plan, here.language
    scores = plan.asked is Asked.SCORES
    asked = max(len(plan.stage.criteria), 1)
    here_read = [
        told(one, ballot.offers.get(one.person), asked, language) for one in ballot.dossiers
    ]
    scales = [scale(one.spoken(language), language) for one in plan.stage.criteria]
    return here.page(
        "ballot.html.jinja",
        dossiers=here_read,
        examples=_examples(here) if scores and plan.examples else [],
        scales=scales,
        long_score=next((score for one in scales for score in one.of_two_digits), ""),
        scores=scores,
        looks_at=looks_at(plan, language),
        ties=_blocking(here),
        silence=silence_means(plan, language),
        most_yes=plan.stage.counting.yes_limit or 0,
        words={key: say(f"ballot.{key}_script", language) for key in WORDS},
        sent_at=dutch_time(ballot.sent_at, language) if ballot.sent_at else "",
        begun=any(one.vote for one in ballot.dossiers),
        **facts,
    )


def _examples(here: Seated) -> list[Told]:
    """Two that are made up; what is said of them stays in the page."""

    def t(key: str) -> str:
        return say(f"ballot.{key}", here.language)

    return [
        Told(
            f"example{number}",
            t(f"example_{number}"),
            tuple(t(f"example_{number}_line_{line}") for line in (1, 2, 3)),
            (),
            (),
            as_json(Judged(), ""),
            "",
            None,
            0,
            "",
        )
        for number in (1, 2)
    ]


def _own(here: Seated) -> str:
    """Under what a device keeps the answers of this member in this turn."""
    stage = here.stage
    return sha256(f"{here.actor.key}:{stage.key}:{stage.turn}")[:16] if stage else ""
