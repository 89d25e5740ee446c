"""What a closed or decided stage came to, as whoever looks may see it: the only look at that.

What each may see, and what they can solve from it, is decision note 75.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from sqlalchemy import Connection, select

from cohorts.committee.counting.elected import Drawn
from cohorts.committee.shortlisting.stage_outcome import Why
from cohorts.committee.sureness.count_shown import CountShown, count_shown
from cohorts.committee.sureness.split_shown import SplitShown
from cohorts.committee.votes import Asked, Election, Silence
from cohorts.committee.votes.heard import Heard, heard
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.balloting.votes_gone import votes_gone
from cohorts.rounds.judging.gone_on import GoneOn, gone_on_in
from cohorts.rounds.judging.stage_head import RELEASED, StageKey, check_phase, stage_in
from cohorts.rounds.people.kept_people import KeptPeople, people_in_store
from cohorts.rounds.roles import Role
from cohorts.rounds.standings.go_on import BY_PEOPLE
from cohorts.rounds.standings.stage_counted import why_each
from cohorts.rounds.standings.votes_counted import Counted, counted_in
from cohorts.rounds.standings.who_sees import Sees, Sight, others_who_decide, sees
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import account, passed

MAY_LOOK = frozenset({Role.ORGANISER, Role.AUDITOR, Role.CHAIR, Role.MEMBER})
NOT_CHOSEN = "not_chosen"
"""By the votes, in one word: whether it was by lot shows in an end whether two stood equal."""
BY_VOTES = {Why.LOWER.value, Why.LOT.value, Why.NOT_CHOSEN.value}


@dataclass(frozen=True)
class Exact:
    """For the auditor alone. ``standing``: by the rule, if it has any; ``yes``: where asked."""

    heard: Heard
    yes: int | None
    standing: Fraction | None
    why: str


@dataclass(frozen=True)
class Stood:
    """One who came. ``on``: as it was decided, else as it was counted; ``counted``: as counted.

    ``why``: a word of :class:`Why`, or NOT_CHOSEN; "" where on as counted. ``reason``: where people
    decided otherwise. ``equal``, ``one_vote``, ``divided``: as of :class:`CountShown`.
    """

    person: PersonKey
    name: str
    on: bool
    counted: bool
    why: str = ""
    reason: str = ""
    split: SplitShown | None = None
    equal: bool = False
    one_vote: bool = False
    divided: bool = False
    exact: Exact | None = None


@dataclass(frozen=True)
class Lot:
    """Names of who stood equal, in the order of their lots; the first ``taken`` went on."""

    among: tuple[str, ...]
    taken: int


@dataclass(frozen=True)
class StageStanding:
    """``people``: who goes on, then who does not; equals by name. Empty where nothing may be seen.

    ``kept_from``: whether it is a tie of theirs that keeps them from it; then ``instead`` names who
    decides. ``voters``: who could judge; ``voted``: who judged at least one. ``by_figure``: whether
    the figures tell who goes before whom; ``uncounted``: whether nobody was chosen because the rule
    could not count what was cast. ``decided_at``, ``decided_by``: "" before.
    """

    sight: Sight
    kept_from: bool
    instead: tuple[str, ...] = ()
    people: tuple[Stood, ...] = ()
    voters: int = 0
    voted: int = 0
    lots: tuple[Lot, ...] = ()
    by_figure: bool = False
    uncounted: bool = False
    decided_at: str = ""
    decided_by: str = ""


def standing_of(store: Store, actor: Actor, round_: RoundKey, stage: StageKey) -> StageStanding:
    """Raises RefusedError before the close, and for who has no role in it.

    Once the votes are erased only who goes on is told, to whoever sees more before.
    """
    with look(store, actor, round_, may=MAY_LOOK) as connection:
        head = stage_in(connection, round_, stage)
        check_phase(head, *RELEASED)
        people = people_in_store(connection, store.url, round_)
        may = sees(connection, round_, head, actor, people)
        if may.sight is Sight.NOTHING:
            instead = others_who_decide(connection, round_, actor) if may.kept_from else ()
            return StageStanding(may.sight, bool(may.kept_from), instead)
        passed_, (at, by) = gone_on_in(connection, stage), _decided(connection, stage)
        if may.sight is Sight.OUTCOME or stage in votes_gone(connection, round_):
            found = StageStanding(
                Sight.OUTCOME, bool(may.kept_from), people=_outcome(passed_, people, may)
            )
        else:
            counted = counted_in(connection, round_, head, people)
            found = _standing(people, counted, passed_, may.sight)
        return replace(found, decided_at=at, decided_by=by)


def _outcome(
    passed_: Mapping[PersonKey, GoneOn], people: KeptPeople, may: Sees
) -> tuple[Stood, ...]:
    """Only who goes on and who does not, without those of whom they may see nothing."""
    return _in_order(
        Stood(who, people.shown[who].label, one.on, one.on)
        for who, one in passed_.items()
        if who in people.who and who not in may.kept_from
    )


def _standing(
    people: KeptPeople, counted: Counted, passed_: Mapping[PersonKey, GoneOn], sight: Sight
) -> StageStanding:
    whys = _whys(counted, passed_)
    shown = _shown(counted, whys)
    stood = [
        _told(_stood(who, people.shown[who].label, why, passed_.get(who)), shown)
        for who, why in whys.items()
        if who in people.who
    ]
    lots = shown.drawn
    if sight is Sight.EXACT:
        stood = [replace(one, exact=_exact(counted, one, passed_)) for one in stood]
        lots = _drawn(counted)
    names = {str(who): one.label for who, one in people.shown.items()}
    return StageStanding(
        sight,
        kept_from=False,
        people=_in_order(stood),
        voters=len(counted.election.ballots),
        voted=_voted(counted.election),
        lots=tuple(Lot(tuple(names[c] for c in one.among), one.taken) for one in lots),
        by_figure=shown.by_figure,
        uncounted=_uncounted(counted, whys),
    )


def _whys(counted: Counted, passed_: Mapping[PersonKey, GoneOn]) -> dict[PersonKey, str]:
    """Why each is out as it was counted, "": in; once decided, as it was counted then."""
    if not passed_:
        return dict(why_each(counted))
    return {who: _counted_then(one) for who, one in passed_.items()}


def _counted_then(one: GoneOn) -> str:
    if one.why != BY_PEOPLE:
        return one.why
    return NOT_CHOSEN if one.on else ""


def _uncounted(counted: Counted, whys: Mapping[PersonKey, str]) -> bool:
    """Also where people have decided on each of them since, so that nobody is told as such."""
    never = counted.elected is not None and bool(counted.elected.uncounted)
    return Why.UNCOUNTED.value in whys.values() or (never and "" not in whys.values())


def _shown(counted: Counted, whys: Mapping[PersonKey, str]) -> CountShown:
    """By what it was when it was decided; a lot only where it is still the same count."""
    inside = set(counted.election.candidates)
    chosen = {str(who) for who, why in whys.items() if not why} & inside
    lost = {str(who) for who, why in whys.items() if why in BY_VOTES} & inside
    same = {str(counted.keys[a.id]) for a in counted.outcome.on} == chosen
    return count_shown(
        counted.election,
        counted.stage.plan.stage.counting,
        chosen=chosen,
        lost=lost,
        drawn=_drawn(counted) if same else (),
    )


def _drawn(counted: Counted) -> tuple[Drawn, ...]:
    """The lots that settled who goes on; in a joint stage fit decides among equals."""
    joint = counted.stage.plan.stage.joint
    return counted.elected.real_ties if counted.elected and not joint else ()


def _stood(who: PersonKey, name: str, why: str, decided: GoneOn | None) -> Stood:
    on = decided.on if decided else not why
    told = NOT_CHOSEN if why in BY_VOTES else why
    return Stood(who, name, on, not why, told, decided.reason if decided else "")


def _told(one: Stood, shown: CountShown) -> Stood:
    """With what may be told of the votes."""
    candidate = str(one.person)
    return replace(
        one,
        split=shown.splits.get(candidate),
        equal=candidate in shown.equal,
        one_vote=candidate in shown.one_vote,
        divided=candidate in shown.divided,
    )


def _exact(counted: Counted, one: Stood, passed_: Mapping[PersonKey, GoneOn]) -> Exact | None:
    """None for who was not judged."""
    election, candidate = counted.election, str(one.person)
    if candidate not in election.candidates:
        return None
    standing = counted.elected.standing if counted.elected else {}
    decided = passed_.get(one.person)
    return Exact(
        heard(election, candidate),
        sum(b.times for b in election.ballots if b.value(candidate))
        if election.asked is Asked.YES
        else None,
        standing.get(candidate),
        decided.why if decided else why_each(counted)[one.person],
    )


def _voted(election: Election) -> int:
    """How many judged at least one."""
    return sum(
        ballot.times
        for ballot in election.ballots
        if any(not isinstance(one, Silence) for one in map(ballot.said.get, election.candidates))
    )


def _in_order(stood: Iterable[Stood]) -> tuple[Stood, ...]:
    """Who goes on first; by what is told of them, and then by name: no order shows within it."""
    return tuple(
        sorted(stood, key=lambda one: (not one.on, -_height(one), one.name.casefold(), one.person))
    )


def _height(one: Stood) -> Fraction:
    """The lowest part of the scale they may stand at; below everything where nothing is told."""
    split = one.split
    if split is None or not split.is_told or split.judged is None:
        return Fraction(-1)
    return split.low / (split.judged if split.asked is Asked.YES else 1)


def _decided(connection: Connection, stage: StageKey) -> tuple[str, str]:
    """When and by whom; "" before that."""
    query = (
        select(passed.c.at, account.c.name)
        .join(account, account.c.key == passed.c.by)
        .where(passed.c.stage == stage)
        .order_by(passed.c.at)
        .limit(1)
    )
    row = connection.execute(query).one_or_none()
    return ("", "") if row is None else (row.at, row.name)
