"""Who the people are behind the applications, in one file and from one file to the next.

What is surely one person is closed over: a = b and b = c make one of all three. But a link between
two of which only one cannot be a certain third is no longer sure: it would join those who cannot be
one. Whoever is doubtful stays two people until somebody answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product

from cohorts.people.address import plain_address
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.identity import Traits, cannot_be_one
from cohorts.people.joined import Joined
from cohorts.people.links import Link, Links, links
from cohorts.people.person_name import Alike, alike, person_name

Pairs = Iterable[tuple[str, str]]
BEFORE, NOW = "before\x1f", "now\x1f"
MOST_COMPARED = 40
"""With more different cores than this, what would be one person is doubtful altogether."""
BETWEEN = "between"
"""Why a link is doubtful that would be sure, but for a third."""


@dataclass(frozen=True)
class Doubt:
    """Two people who may be one (their ids, the smaller first), and why."""

    a: ApplicantId
    b: ApplicantId
    why: str


@dataclass(frozen=True)
class Persons:
    """``people``: the ids of the applications of each person, by the smallest.

    ``doubts``: between people, each called by its smallest id. ``shared``: the people who gave one
    e-mail address under different names.
    """

    people: tuple[tuple[ApplicantId, ...], ...]
    doubts: tuple[Doubt, ...]
    shared: tuple[tuple[ApplicantId, ...], ...]


def persons(applications: Sequence[Applicant], one: Pairs = (), two: Pairs = ()) -> Persons:
    """Who is one person; ``one``, ``two``: pairs of ids that somebody said are one person, or two.

    Ids are different; a pair with an unknown id says nothing. The order given decides nothing.
    """
    people = sorted(applications, key=lambda a: a.id)
    ids = [a.id for a in people]
    told, apart = _placed(one, ids), _placed(two, ids)
    found = links(people)
    unlike = _unlike(found, Joined(len(ids), told), apart)
    sure = [link for link in found.sure if unlike[link[0]] == unlike[link[1]]]
    unsure = {
        (a, b): BETWEEN
        for a, b in found.sure.keys() - set(sure)
        if found.core_of[a] not in unlike[b] and found.core_of[b] not in unlike[a]
    }
    whole = Joined(len(ids), (*told, *sure))
    doubts = _doubts({**found.doubtful, **unsure}, whole, apart)
    return Persons(
        tuple(tuple(ids[i] for i in several) for several in whole.sets()),
        tuple(Doubt(ids[a], ids[b], why) for (a, b), why in sorted(doubts.items())),
        _shared(people, whole),
    )


@dataclass(frozen=True)
class Matched:
    """``who``: id now → the id of the same person before; ``doubts``: id before, id now, why."""

    who: Mapping[ApplicantId, ApplicantId]
    doubts: tuple[Doubt, ...]


def matched(
    before: Sequence[Applicant], now: Sequence[Applicant], one: Pairs = (), two: Pairs = ()
) -> Matched:
    """Who of one import is who of another, whatever their ids, which may be given anew each time.

    ``one``, ``two``: pairs (id before, id now) that somebody answered. Somebody who says to the
    letter what one of the other import says is that one; who may be two of them is doubtful.
    """
    one, two = tuple(one), tuple(two)
    then, since = ({pair[side] for pair in (*one, *two)} for side in (0, 1))
    whole = _to_the_letter(
        [a for a in before if a.id not in then], [a for a in now if a.id not in since]
    )
    both = [replace(a, id=ApplicantId(BEFORE + a.id)) for a in before if a.id not in whole]
    both += [replace(a, id=ApplicantId(NOW + a.id)) for a in now if a.id not in whole.values()]
    told, apart = ([(BEFORE + a, NOW + b) for a, b in pairs] for pairs in (one, two))
    found = persons(both, told, apart)
    who = {new: old for old, new in whole.items()}
    doubts = {(d.a, d.b): d.why for d in found.doubts}
    for several in found.people:
        old, new = ([i for i in several if i.startswith(mark)] for mark in (BEFORE, NOW))
        if len(old) == len(new) == 1:
            who[_bare(new[0])] = _bare(old[0])
        else:
            doubts |= dict.fromkeys(product(old, new), BETWEEN)
    asked = (
        Doubt(_bare(a), _bare(b), why)
        for (a, b), why in sorted(doubts.items())
        if a.startswith(BEFORE) and b.startswith(NOW)
    )
    return Matched(who, tuple(asked))


def _to_the_letter(
    before: Sequence[Applicant], now: Sequence[Applicant]
) -> dict[ApplicantId, ApplicantId]:
    """Id before → id now, of whoever says the same in everything but the id, and alone does."""
    old, new = _only_ones(before), _only_ones(now)
    return {old[said]: new[said] for said in old.keys() & new.keys()}


def _only_ones(people: Sequence[Applicant]) -> dict[str, ApplicantId]:
    """What somebody says → their id, where that is something and nobody repeats it."""
    said = [(repr(replace(a, id=ApplicantId(""), told_apart=None, read_as={})), a) for a in people]
    often = Counter(text for text, _ in said)
    return {text: a.id for text, a in said if often[text] == 1 and (a.name or a.email or a.company)}


def _bare(marked: str) -> ApplicantId:
    return ApplicantId(marked.partition("\x1f")[2])


def _placed(pairs: Pairs, ids: Sequence[ApplicantId]) -> list[Link]:
    """The places of both of each pair, the smaller first."""
    place = {str(one): i for i, one in enumerate(ids)}
    known = ((place[a], place[b]) for a, b in pairs if a in place and b in place)
    return [(min(pair), max(pair)) for pair in known]


def _unlike(found: Links, told: Joined, apart: Iterable[Link]) -> list[frozenset[object]]:
    """Per application all that it cannot be, of what sure links would join it to.

    What somebody said is one person is taken as one. Two with the same answer here may be joined:
    neither can be what the other is bound to, for nobody is unlike themselves.
    """
    unlike: dict[int, set[object]] = {}
    for a, b in apart:
        unlike.setdefault(told.of(a), set()).add(told.of(b))
        unlike.setdefault(told.of(b), set()).add(told.of(a))
    places = range(len(found.core_of))
    reached = Joined(len(places), (*found.sure, *((i, told.of(i)) for i in places)))
    for several in reached.sets():
        units = told.sets(several)
        if len({found.core_of[i] for i in several}) > 1:
            for unit, others in _splits(units, found):
                unlike.setdefault(told.of(unit[0]), set()).update(others)
    return [frozenset(unlike.get(told.of(i), ())) for i in places]


def _splits(
    units: Sequence[Sequence[int]], found: Links
) -> Iterator[tuple[Sequence[int], set[object]]]:
    """Each unit with the cores it cannot be one with; with too many cores, each with itself."""
    cores = [{found.core_of[i] for i in unit} for unit in units]
    different = set[Traits]().union(*cores)
    if len(different) > MOST_COMPARED:
        for unit in units:
            yield unit, {unit[0]}
        return
    never = {a: {b for b in different if cannot_be_one(a, b)} for a in different}
    for unit, own in zip(units, cores, strict=True):
        yield unit, set[object]().union(*(never[core] for core in own)) - own


def _doubts(
    doubtful: Mapping[Link, str], whole: Joined, apart: Iterable[Link]
) -> Mapping[Link, str]:
    """What is left to ask: of two people once, and never what somebody answered."""
    answered = {_pair(whole.of(a), whole.of(b)) for a, b in apart}
    found: dict[Link, str] = {}
    for (a, b), why in sorted(doubtful.items()):
        pair = _pair(whole.of(a), whole.of(b))
        if pair[0] != pair[1] and pair not in answered:
            found[pair] = min(why, found.get(pair, why))
    return found


def _pair(a: int, b: int) -> Link:
    return (a, b) if a < b else (b, a)


def _shared(people: Sequence[Applicant], whole: Joined) -> tuple[tuple[ApplicantId, ...], ...]:
    """Those of each address that people with different names gave."""
    given: dict[str, dict[int, Applicant]] = {}
    for i, a in enumerate(people):
        if address := plain_address(a.email or ""):
            given.setdefault(address, {}).setdefault(whole.of(i), a)
    return tuple(
        tuple(people[i].id for i in sorted(by_person))
        for _, by_person in sorted(given.items())
        if _names_differ([a.name for a in by_person.values() if a.name])
    )


def _names_differ(names: Sequence[str]) -> bool:
    """Whether one of these names cannot be another's."""
    told = [person_name(name) for name in names]
    return any(alike(*two) is Alike.OTHER for two in pairwise((*told, *told[:1])))
