"""Who of a file is who of the round: by the number in the file, else by what is known of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.identity import Met, Traits, company_met, traits
from cohorts.people.person_name import Alike, alike
from cohorts.people.persons import matched
from cohorts.rounds.people.kept_people import Keys
from cohorts.store.keys import PersonKey

SAME_NUMBER = "same_number"
"""Why it is asked: one number, and what else is known is of two people."""
Answer = tuple[PersonKey, ApplicantId]


@dataclass(frozen=True)
class Doubtful:
    """Somebody of the round who may be somebody in the file, and why."""

    before: PersonKey
    now: ApplicantId
    why: str


@dataclass(frozen=True)
class WhoIsWho:
    """``who``: id in the file → who that is in the round; ``renumbered``: ids that are others' now.

    As long as nothing is answered, those with one number count as one person, others as two.
    """

    who: Mapping[ApplicantId, PersonKey]
    doubts: tuple[Doubtful, ...]
    renumbered: frozenset[ApplicantId]


def who_is_who(
    before: Mapping[PersonKey, Applicant],
    now: Sequence[Applicant],
    keys: Keys,
    same: Sequence[Answer] = (),
    not_same: Sequence[Answer] = (),
) -> WhoIsWho:
    """``same``, ``not_same``: what somebody answered of two of them.

    A number says who somebody is, unless name or company says otherwise: then whoever else it fits
    better has gone before, and what is left is asked.
    """
    by_number = {a.id: keys.of[a.id] for a in now if keys.of.get(a.id) in before}
    one_each = {key: id_ for id_, key in reversed(by_number.items())}
    pairs = [(key, id_) for key, id_ in one_each.items() if (key, id_) not in not_same]
    of = {a.id: a for a in now}
    unlike = [(k, i) for k, i in pairs if (k, i) not in same and _are_others(before[k], of[i])]
    told = [*same, *(pair for pair in pairs if pair not in unlike)]
    found = matched(
        tuple(before.values()),
        now,
        [(before[key].id, id_) for key, id_ in told if key in before],
        [(before[key].id, id_) for key, id_ in not_same if key in before],
    )
    key_of = {a.id: key for key, a in before.items()}
    who = {id_: key_of[then] for id_, then in found.who.items()}
    taken = set(who.values())
    left = [(key, id_) for key, id_ in unlike if key not in taken and id_ not in who]
    gone = frozenset(id_ for key, id_ in unlike if (key, id_) not in left)
    doubts = [Doubtful(key, id_, SAME_NUMBER) for key, id_ in left]
    who |= {id_: key for key, id_ in left}
    taken |= set(who.values())
    doubts += [
        Doubtful(key_of[d.a], d.b, d.why)
        for d in found.doubts
        if key_of[d.a] not in taken and d.b not in who
    ]
    return WhoIsWho(who, tuple(doubts), gone)


def _are_others(a: Applicant, b: Applicant) -> bool:
    """Whether name or, where that is not known of both, company is another's."""
    one, two = traits(a), traits(b)
    names = alike(one.name, two.name)
    return names is Alike.OTHER or (names is Alike.UNKNOWN and _other_company(one, two))


def _other_company(one: Traits, two: Traits) -> bool:
    return company_met(one, two) is Met.OTHER
