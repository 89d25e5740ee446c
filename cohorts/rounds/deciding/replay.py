"""Recomputes a decision from its dossier, without the store: what differs, and where.

The people make the round again, from which every figure of the proposal is recomputed; what people
did by hand is done again from the groups as they were computed; where a committee judged, who goes
on is recomputed, and counted again where its ballots lie in it; the log must hold to its head and
say what was decided; every file must be what its hash says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cohorts.errors import CohortsError, InputError, Problem
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.programme.frozen import thawed
from cohorts.record.comparing import as_it_is, unequal
from cohorts.record.recompute import CheckReport, check
from cohorts.rounds.deciding import dossier_form as form
from cohorts.rounds.deciding.committee_holds import committee_differences
from cohorts.rounds.deciding.log_holds import Difference, log_differences
from cohorts.rounds.deciding.open_dossier import Dossier, open_dossier
from cohorts.rounds.people.applicant_json import applicant_of
from cohorts.rounds.proposing.given_again import given_of
from cohorts.rounds.proposing.kept_value import KEPT, PEOPLE, with_names
from cohorts.rounds.proposing.renamed import renamed
from cohorts.store.canonical import canonical, sha256

ANEW = {"options", "given", "overrides", "admitted", "smaller", "input_sha256"}
"""What of a kept proposal is compared otherwise, or is of everything that people answered."""
BEFORE = tuple(place for place in PEOPLE if place.startswith("repaired."))


@dataclass(frozen=True, eq=False)
class Replayed:
    """``erased``: people of whom only the seat is known; then no figure is recomputed.

    ``check``: of the figures; None where they were not recomputed.
    """

    dossier: Dossier
    differences: tuple[Difference, ...]
    erased: int
    check: CheckReport | None

    @property
    def votes_untold(self) -> bool:
        """Whether points of votes counted that are not here; then no figure is recomputed."""
        return self.dossier.inputs.votes_untold

    @property
    def recounted(self) -> tuple[int, ...]:
        """The numbers of the stages whose ballots were counted again."""
        committee, ballots = self.dossier.committee, self.dossier.ballots
        if committee is None or ballots is None:
            return ()
        return tuple(one.number for one in committee.stages if not one.erased)

    @property
    def holds(self) -> bool:
        """Whether nothing differs, and every must holds or has its reason."""
        return not self.differences and (self.check is None or self.check.holds)


def replay(path: Path) -> Replayed:
    """Raises InputError where the file is no dossier, or cannot be read as one."""
    dossier = open_dossier(path)
    erased = sum(one.erased for one in dossier.people.people)
    found = [
        *_hashes(dossier),
        *log_differences(dossier),
        *_steps(dossier),
        *_as_kept(dossier, erased),
        *committee_differences(dossier),
    ]
    if erased or dossier.inputs.votes_untold:
        return Replayed(dossier, tuple(found), erased, None)
    try:
        report = _recomputed(dossier)
    except CohortsError as error:
        raise InputError(Problem("replay.not_composed", form.PEOPLE), *error.problems) from None
    found += [Difference(form.PROPOSAL, m.place, m.stated, m.true) for m in report.mismatches]
    return Replayed(dossier, tuple(found), 0, report)


def _recomputed(dossier: Dossier) -> CheckReport:
    programme = thawed(dossier.programme, form.PROGRAMME)
    return check(
        dossier.proposal,
        people_of(dossier),
        programme,
        **given_of({"given": dossier.inputs.model_dump(exclude_unset=True)}),
    )


def people_of(dossier: Dossier) -> tuple[Applicant, ...]:
    """As the composition knew them. Raises InputError."""
    try:
        people = (
            applicant_of(canonical(one.said), ApplicantId(one.id)) for one in dossier.people.people
        )
        return tuple(sorted(people, key=lambda a: a.id))
    except (ValueError, TypeError):
        raise InputError(Problem("replay.no_people", form.PEOPLE)) from None


def _hashes(dossier: Dossier) -> Iterator[Difference]:
    for name in form.hashed(dossier.texts):
        true, stated = sha256(dossier.texts[name]), dossier.hashes.get(name)
        if stated != true:
            yield Difference(name, "sha256", stated, true)


def _steps(dossier: Dossier) -> Iterator[Difference]:
    """The groups as they were computed, and each step by hand, give those of the decision."""
    seats = {who: int(n) for n, group in dossier.board.groups.items() for who in group}
    before = dict(seats)
    for step in dossier.board.steps:
        for who, group in step.moved.items():
            seats.pop(who, None)
            if group is not None:
                seats[who] = group
    after = {who: group.number for group in dossier.proposal.groups for who in group.members}
    for who in sorted(seats.keys() | after.keys()):
        if seats.get(who) != after.get(who):
            yield Difference(form.BOARD, f"steps → {who}", seats.get(who), after.get(who))
    moved = sum(before.get(who) != after.get(who) for who in before.keys() | after.keys())
    if moved != dossier.decision.moved:
        yield Difference(form.DECISION, "moved", dossier.decision.moved, moved)


def _as_kept(dossier: Dossier, erased: int) -> Iterator[Difference]:
    """The proposal says what the store kept of it: by ids here, by keys there."""
    keys = {one.id: one.key for one in dossier.people.people}
    stated = with_names(_kept_of(dossier), lambda who: keys.get(who, f"? {who}"))
    stated, kept = _of_people(stated, keys), _of_people(dossier.kept, keys)
    if erased or dossier.inputs.votes_untold:  # what is left of both is the seat
        seats, then = _seats(stated.get("groups")), _seats(kept.get("groups"))
        yield from (
            Difference(form.PROPOSAL, f"groups → {who}", seats.get(who), then.get(who))
            for who in sorted(seats.keys() | then.keys())
            if seats.get(who) != then.get(who)
        )
        return
    for name in KEPT:
        if name not in ANEW:
            yield from (
                Difference(form.PROPOSAL, m.place, m.stated, m.true)
                for m in unequal(name, stated.get(name), kept.get(name), read=as_it_is)
            )
    yield from (
        Difference(form.PROPOSAL, m.place, m.stated, m.true)
        for m in unequal("admitted", _let_in(stated), _let_in(kept), read=as_it_is)
    )
    yield from (
        Difference(form.PROPOSAL, m.place, m.stated, m.true)
        for m in unequal("smaller", _smaller(stated), _smaller(kept), read=as_it_is)
    )
    yield from (
        Difference(form.INPUTS, m.place, m.stated, m.true)
        for m in unequal("given", stated["given"], kept.get("given"), read=as_it_is)
        if not m.place.endswith(".note")  # what was noted of a relation stays in the store
    )


def _let_in(content: Mapping[str, Any]) -> Any:
    """Who is let in: why is a note in the store; an older release let nobody in."""
    parts = content.get("admitted", [])
    known = isinstance(parts, list) and all(isinstance(one, dict) for one in parts)
    return [one.get("id") for one in parts] if known else parts


def _smaller(content: Mapping[str, Any]) -> Any:
    """Which groups may go on with fewer: why is a note; an older release let none."""
    parts = content.get("smaller", [])
    known = isinstance(parts, list) and all(isinstance(one, dict) for one in parts)
    return [[one.get("group"), one.get("size")] for one in parts] if known else parts


def _of_people(content: Mapping[str, Any], keys: Mapping[str, str]) -> dict[str, Any]:
    """Without who is only said to have sat in the groups before a repair: they withdrew since."""
    known = frozenset(keys.values())
    left: dict[str, Any] = renamed(dict(content), BEFORE, lambda who: who if who in known else None)
    return left


def _seats(groups: Any) -> dict[str, object]:
    """Key → number of the group; nothing of what is no list of groups."""
    if not isinstance(groups, list):
        return {}
    known = [g for g in groups if isinstance(g, dict) and isinstance(g.get("members"), list)]
    return {str(who): group.get("number") for group in known for who in group["members"]}


def _kept_of(dossier: Dossier) -> dict[str, Any]:
    content = dossier.proposal.model_dump(mode="json", include=KEPT)
    return content | {"given": dossier.inputs.model_dump(mode="json", exclude_unset=True)}
