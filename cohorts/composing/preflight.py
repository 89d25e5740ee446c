"""What can be said before anything is composed: counts, contradictions, empty fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cohorts.composing.applied import applied, worth_a_look
from cohorts.composing.exclude_each_other import exclude_each_other
from cohorts.errors import InputError, NoCompositionError, Problem
from cohorts.people.applicant import ApplicantId
from cohorts.people.relation import Pair
from cohorts.people.stage import Stage
from cohorts.programme.programme import Programme
from cohorts.round.room import RoomMode
from cohorts.round.round import Round
from cohorts.rules.rule import Rule
from cohorts.words import Language, say

FEW_KNOWN = 0.5
MOST_NAMED = 8


def check_counts(round_: Round, programme: Programme) -> None:
    """Number of people, groups and sizes. Raises InputError where they cannot work.

    Each begins with who applied, and where they went.
    """
    wrong = _wrong_count(round_)
    if wrong is not None:
        said = {"who": applied(round_, programme), **worth_a_look(round_)}
        raise InputError(replace(wrong, facts={**wrong.facts, **said}))


def _wrong_count(round_: Round) -> Problem | None:
    """The first count that cannot work."""
    n = round_.places.wanted(round_.n)
    facts: dict[str, object] = {
        "n": round_.n,
        "wanted": n,
        "groups": round_.groups,
        "smallest": round_.smallest,
        "largest": round_.largest,
        "room": round_.groups * round_.largest,
        "need": round_.need,
    }
    if round_.places.mode is RoomMode.EXACTLY and (round_.places.number or 0) > round_.n:
        asked = facts | {"wanted": round_.places.number}
        return Problem("compose.more_places_than_people", "--places", asked)
    if round_.places.number is not None and round_.places.number < round_.need:
        # whoever comes, no more get a place
        asked = facts | {"wanted": round_.places.number}
        return Problem("compose.too_few_places", "--places", asked)
    if n < min(round_.smallest, round_.need):
        return Problem("compose.too_few_people", "", facts)
    if n < round_.need:
        return Problem("compose.too_many_groups", "--groups", facts)
    if not round_.places.may_close and n > round_.groups * round_.largest:
        return Problem("compose.too_little_room", "--groups", facts)
    return None


def usable_rules(
    programme: Programme, round_: Round, *, composed: bool = False
) -> tuple[tuple[Rule, ...], list[Problem]]:
    """The rules whose fields hold anything, and a notice for each field that is (nearly) empty.

    ``composed``: it was composed before, and who said something may be erased since. Raises
    InputError where a must reads an empty field, or nothing is left to compose by; not then.
    """
    usable, notices = [], []
    for rule in programme.rules:
        is_usable, noticed = usable_rule(rule, round_, composed=composed)
        notices += noticed
        if is_usable:
            usable.append(rule)
    if not composed:
        check_known(programme, usable, round_)
    return tuple(usable), notices


def usable_rule(rule: Rule, round_: Round, *, composed: bool = False) -> tuple[bool, list[Problem]]:
    """Whether the fields of a rule hold anything, and a notice for each that (nearly) does not.

    Raises InputError for a must that reads an empty field, unless it was ``composed`` before.
    """
    if round_.stage is not None and not round_.stage.has_reached(rule.stage):
        late = {"what": rule.titles, "stage": _called(rule.stage)}
        return False, [Problem("compose.rule_waits", rule.key, late)]
    empty = [f for f in rule.needs() if _known(rule, round_, f) == 0]
    if empty and (rule.NEEDS_EACH or len(empty) == len(rule.needs())):
        facts: dict[str, object] = {"rule": rule.titles, "fields": tuple(empty)}
        if rule.is_must and not composed:
            raise InputError(Problem("compose.must_without_data", rule.key, facts))
        return False, [Problem("compose.rule_without_data", rule.key, facts)]
    return True, list(_sparse(rule, round_))


def check_known(programme: Programme, usable: Sequence[Rule], round_: Round) -> None:
    """Raises InputError where nothing is left to compose by."""
    if any(rule.needs() for rule in programme.rules) and not any(r.needs() for r in usable):
        looked_at = dict.fromkeys(field for rule in programme.rules for field in rule.needs())
        unknown = {"who": applied(round_, programme), "fields": tuple(looked_at)}
        raise InputError(Problem("compose.nothing_known", programme.name, unknown))


def _sparse(rule: Rule, round_: Round) -> Iterator[Problem]:
    for field in rule.needs():
        known = _known(rule, round_, field)
        if 0 < known < FEW_KNOWN * round_.n:
            facts = {"rule": rule.titles, "field": field, "known": known, "n": round_.n}
            yield Problem("compose.few_known", rule.key, facts)


def _known(rule: Rule, round_: Round, field: str) -> int:
    return sum(rule.knows(applicant, field) for applicant in round_.applicants)


def open_conditions(programme: Programme, round_: Round) -> Iterator[Problem]:
    """A notice for each condition that waits, or is not known of people who are composed."""
    for condition in programme.conditions:
        if round_.stage is not None and not round_.stage.has_reached(condition.stage):
            late = {"what": condition.titles, "stage": _called(condition.stage)}
            yield Problem("compose.condition_waits", condition.key, late)
    people: dict[str, list[str]] = {}
    for applicant, judgement in round_.asked:
        people.setdefault(judgement.condition, []).append(applicant.label)
    for key, labels in people.items():
        titles = {language: programme.condition(key).title(language) for language in Language}
        facts = {"condition": titles, "count": len(labels), "people": _some(labels)}
        yield Problem("compose.condition_unknown", key, facts)


def _called(stage: Stage) -> dict[Language, str]:
    return {language: say(f"programme.stage_{stage}", language) for language in Language}


def _some(labels: list[str]) -> tuple[str, ...]:
    more = (f"+ {len(labels) - MOST_NAMED}",) if len(labels) > MOST_NAMED else ()
    return (*labels[:MOST_NAMED], *more)


def check_relations(programme: Programme, round_: Round) -> list[Problem]:
    """Contradictions and cliques among the relations.

    Raises NoCompositionError where one of them keeps more people outside than may stay there;
    returns a notice for each that can be met only so.
    """
    apart = _must_apart(programme, round_)
    return [*_torn(programme, round_, apart), *_crowded(round_, apart)]


def _torn(programme: Programme, round_: Round, apart: set[Pair]) -> Iterator[Problem]:
    """Who must stay together and apart: only with none of them in a group can both be."""
    for rule in programme.rules:
        for part in rule.sets_together(round_):
            pair = next((pair for pair in sorted(apart) if set(pair) <= set(part)), None)
            if pair is None:
                continue
            facts: dict[str, object] = {
                "people": _labels(round_, pair),
                "all": _labels(round_, sorted(part)),
                "via": _via(_labels(round_, sorted(set(part) - set(pair)))),
            }
            if len(part) > _may_stay_outside(round_):
                raise NoCompositionError(Problem("compose.apart_and_together", "", facts))
            yield Problem("compose.apart_and_together_outside", "", facts)


def _via(linking: tuple[str, ...]) -> object:
    """In words through whom two belong together; empty where their own relation says so."""
    if not linking:
        return ""
    return {lang: say("compose.via", lang, people=_some(list(linking))) for lang in Language}


def _crowded(round_: Round, apart: set[Pair]) -> Iterator[Problem]:
    """More people who may not sit together than there are groups: the others have no place."""
    clique = exclude_each_other(apart, round_).people
    over = len(clique) - round_.groups
    if over <= 0:
        return
    people = _labels(round_, clique)
    facts: dict[str, object] = {
        "people": people,
        "others": len(people) - 1,
        "count": len(people),
        "groups": round_.groups,
    }
    if (outside := _may_stay_outside(round_)) < over:
        facts |= {"everybody": people, "least": len(people) - outside}
        # one more than can be met is a clash; then one relation let go is enough
        few = people[: round_.groups + outside + 1]
        facts |= {"people": few, "others": len(few) - 1}
        raise NoCompositionError(Problem("compose.clique", "", facts))
    yield Problem("compose.clique_outside", "", facts)


def _may_stay_outside(round_: Round) -> int:
    """How many people at most need no place."""
    return round_.n - round_.places.bounds(round_.n).low


def _labels(round_: Round, people: Iterable[ApplicantId]) -> tuple[str, ...]:
    return tuple(round_.applicants[round_.rows[person]].label for person in people)


def check_pins(programme: Programme, round_: Round) -> None:
    """Raises InputError for a pin that means nothing, NoCompositionError for too many in one.

    Whoever is pinned must have a place, so that a crowd is one wherever not everybody has.
    """
    groups: dict[int, set[ApplicantId]] = {}
    for rule in programme.rules:
        seat = rule.fixed_seat(round_)
        if seat is not None:
            groups.setdefault(seat[1], set()).add(seat[0])
    for group, people in groups.items():
        if len(people) > round_.largest:
            facts = {"group": group, "people": tuple(sorted(people)), "largest": round_.largest}
            raise NoCompositionError(Problem("compose.pins_crowd", "", facts))


def _must_apart(programme: Programme, round_: Round) -> set[Pair]:
    return {pair for rule in programme.rules for pair in rule.musts_apart(round_)}
