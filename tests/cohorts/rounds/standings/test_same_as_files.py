"""Move2Social through acts by members gives what its files give: who goes on, why, and standing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from cohorts.committee.ballot_files.criteria_file import criteria_of
from cohorts.committee.ballot_files.read_votes import read_votes
from cohorts.committee.shortlisting.funnel import Stage, read_funnel
from cohorts.committee.shortlisting.one_stage import Way, one_stage
from cohorts.committee.shortlisting.seats_of import seats_of
from cohorts.committee.shortlisting.stage_outcome import StageOutcome
from cohorts.committee.shortlisting.standing_points import standing_points
from cohorts.committee.votes import Election, Silence
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.balloting.cast import cast
from cohorts.rounds.balloting.close_votes import close_votes
from cohorts.rounds.balloting.send import send
from cohorts.rounds.balloting.vote_value import Judged
from cohorts.rounds.interests.declare import declare
from cohorts.rounds.judging.open_stage import open_interests, open_votes
from cohorts.rounds.judging.plan_stage import plan_stage
from cohorts.rounds.judging.stage_head import StageKey, stages_of
from cohorts.rounds.judging.stage_plan import Tie, plan_of
from cohorts.rounds.life.new_round import new_round
from cohorts.rounds.people.confirm import confirm
from cohorts.rounds.people.drop import drop
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.standings.go_on import go_on
from cohorts.rounds.standings.votes_counted import counted_in
from cohorts.store.doctor import doctor
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from tests.cohorts.rounds.balloting.a_committee import in_days, invited, ties_seen
from tests.cohorts.rounds.staff import begun

FOLDER = Path("sample_data/move2social")
PEOPLE = "aanmeldingen.xlsx"


def _cast(stage: Stage) -> Election:
    return read_votes(
        FOLDER / stage.votes,
        asked=stage.ballots,
        criteria=criteria_of(stage.criteria, stage.votes) or None,
    ).election


def _judged(said: object, *, yes: bool) -> Judged:
    if said is Silence.ABSTAINED:
        return Judged(abstained=True)
    assert isinstance(said, tuple)
    return Judged(yes=bool(said[0])) if yes else Judged(scores=said)


def _by_members(
    store: Store, anna: Actor, round_: RoundKey, stage: Stage, members: Mapping[str, Actor]
) -> StageKey:
    """The ballots of the file, each cast by who is called so."""
    election = _cast(stage)
    judges = [members[ballot.voter].key for ballot in election.ballots]
    key = plan_stage(store, anna, round_, plan_of({"stage": stage, "judges": judges}))
    open_interests(store, anna, round_, key)
    head = next(one for one in stages_of(store, anna, round_) if one.key == key)
    of = {who: a for who, a in people_of(store, anna, round_).who.items() if who in head.candidates}
    for ballot in election.ballots:
        said = {who: ballot.said.get(str(a.id), Silence.NOT_JUDGED) for who, a in of.items()}
        ties = {
            who: Tie.HANDLES if one is Silence.RECUSED else Tie.NONE for who, one in said.items()
        }
        declare(store, members[ballot.voter], round_, key, ties)
    open_votes(store, anna, round_, key, until=in_days(1))
    for ballot in election.ballots:
        voter = members[ballot.voter]
        for who, a in of.items():
            one = ballot.said.get(str(a.id), Silence.NOT_JUDGED)
            if one not in (Silence.RECUSED, Silence.NOT_JUDGED):
                judged = _judged(one, yes=not stage.criteria)
                cast(store, voter, round_, key, who, judged=judged, once=f"{who}")
        send(store, voter, round_, key)
    close_votes(store, anna, round_, key)
    return key


def _outcome(store: Store, anna: Actor, round_: RoundKey, key: StageKey) -> StageOutcome:
    people = people_of(store, anna, round_)
    head = next(one for one in stages_of(store, anna, round_) if one.key == key)
    with store.reading() as connection:
        return counted_in(connection, round_, head, people).outcome


def _told(outcome: StageOutcome) -> tuple[object, ...]:
    return (
        {a.id for a in outcome.came},
        {a.id for a in outcome.on},
        {one.applicant.id: (one.why, one.judgements) for one in outcome.left},
        dict(outcome.standing),
        outcome.open,
        sorted((t.judged, t.abstained, t.not_judged, t.recused) for t in outcome.turnout),
    )


def test_members_and_files_come_to_the_same(store: Store) -> None:
    anna, _ = begun(store)
    round_ = new_round(store, anna, "Move2Social", "move2social")
    drop(store, anna, round_, PEOPLE, (FOLDER / PEOPLE).read_bytes())
    confirm(store, anna, round_)
    people, asked = people_of(store, anna, round_), asked_of(store, anna, round_)
    stages = read_funnel(FOLDER / "funnel.toml").stages
    names = dict.fromkeys(b.voter for stage in stages for b in _cast(stage).ballots)
    members = invited(store, anna, round_, *names)
    here = people.applicants
    for number, stage in enumerate(stages, 1):
        key = _by_members(store, anna, round_, stage, members)
        head = next(one for one in stages_of(store, anna, round_) if one.key == key)
        assert head.opened_at is not None
        on = date.fromisoformat(head.opened_at[:10])
        way = Way(asked.programme, people.applicants, FOLDER, on, 0)
        seats = seats_of(stage, len(here), asked.programme, asked.given)
        files = one_stage(number, stage, here, way, seats)
        found = _outcome(store, anna, round_, key)
        assert _told(found) == _told(files)
        if stage.joint:
            assert standing_points(found) == standing_points(files)
        if number > 1:  # ties were told in the second only
            ties_seen(store, members[next(iter(names))], round_, key)
        go_on(store, anna, round_, key)
        here = replace(here, people=tuple(sorted(files.on, key=lambda a: a.id)))
    assert not list(doctor(store))
