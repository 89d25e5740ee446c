"""Where a member may have a tie: a hint for them alone, never set, and never told to others.

It shows nothing of an applicant that is not on the list of names already: whatever the form says,
the hint is the same. What merely looks like a name is enough, for nothing follows from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.named_company import Companies
from cohorts.rounds.act import look
from cohorts.rounds.actor import Actor
from cohorts.rounds.interests.mail_providers import is_of_a_provider
from cohorts.rounds.judging.stage_head import StageKey, stage_in
from cohorts.rounds.judging.who_judges import check_judges
from cohorts.rounds.members.member import Member
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.roles import Role
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store


class Hint(StrEnum):
    """CALLED: the name on the list is like that of the member's organisation.

    PERHAPS: something else says that they may know each other; what, is never said.
    """

    CALLED = "called"
    PERHAPS = "perhaps"


def suggested(
    store: Store, actor: Actor, round_: RoundKey, stage: StageKey
) -> Mapping[PersonKey, Hint]:
    """Of candidates of the stage. Raises RefusedError for who does not judge in it."""
    with look(store, actor, round_, may=frozenset({Role.MEMBER})) as connection:
        head = stage_in(connection, round_, stage)
        member = check_judges(connection, round_, head, actor)
        who = people_in_store(connection, store.url, round_).who
        return hints(member, {one: who[one] for one in head.candidates if one in who})


def hints(member: Member, candidates: Mapping[PersonKey, Applicant]) -> Mapping[PersonKey, Hint]:
    """By organisation, number of the trade register, e-mail domain, and who names whom."""
    own = Companies([_as_applicant(member)])
    found = {}
    for person, one in candidates.items():
        if one.company and own.meant(one.company):
            found[person] = Hint.CALLED
        elif _same_domain(member.email, one.email or "") or any(map(own.meant, _named(one))):
            found[person] = Hint.PERHAPS
    return found


def _as_applicant(member: Member) -> Applicant:
    """The member as a company that others may name; where nothing is known, nobody can."""
    return Applicant(
        id=ApplicantId(str(member.key)),
        name=member.name,
        company=member.organisation or None,
        kvk=member.number or None,
    )


def _named(one: Applicant) -> Iterator[str]:
    """Whom an application names: by number, who put it forward, rivals, chain and relatives."""
    if one.kvk:
        yield one.kvk
    if one.partner:
        yield one.partner
    yield from (*one.competitors, *one.suppliers, *one.buyers, *one.family)


def _same_domain(one: str, other: str) -> bool:
    """Whether two addresses are of one organisation, as far as their domains can say."""
    ours, theirs = (text.rpartition("@")[2].strip().casefold() for text in (one, other))
    return bool(ours) and ours == theirs and not is_of_a_provider(ours)
