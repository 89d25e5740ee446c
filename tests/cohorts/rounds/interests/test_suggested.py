"""Where a member may have a tie, and that the hint tells nothing of what a form says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohorts.errors import RefusedError
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.rounds.interests.mail_providers import PROVIDERS
from cohorts.rounds.interests.suggested import Hint, hints, suggested
from cohorts.rounds.judging.open_stage import open_interests
from cohorts.rounds.members.member import Member, Position
from cohorts.store.keys import AccountKey, Key, PersonKey
from cohorts.store.store import Store
from tests.cohorts.rounds.balloting.a_committee import planned

WHO = PersonKey(Key("1" * 16))
MEMBER = Member(
    AccountKey(Key("a" * 16)),
    "Fatma Yildiz",
    Position.MEMBER,
    "Stichting Kansrijk Twente",
    "fatma@kansrijktwente.nl",
    "12345678",
)


def hint(member: Member = MEMBER, **fields: Any) -> Hint | None:
    one = Applicant(id=ApplicantId("x"), **({"company": "Bakkerij Bos"} | fields))
    return hints(member, {WHO: one}).get(WHO)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, None),
        ({"company": "Kansrijk Twente"}, Hint.CALLED),
        ({"company": "Stichting Kansrijk-Twente"}, Hint.CALLED),
        ({"company": "Stichting Kansrijk Twnte"}, Hint.CALLED),
        ({"kvk": "12345678"}, Hint.PERHAPS),
        ({"kvk": "12345679"}, None),
        ({"email": "Jan@KansrijkTwente.nl"}, Hint.PERHAPS),
        ({"email": "jan@niet-kansrijktwente.nl"}, None),
        ({"partner": "Kansrijk Twente"}, Hint.PERHAPS),
        ({"competitors": ("Drukkerij Vos", "stichting kansrijk twente")}, Hint.PERHAPS),
        ({"suppliers": ("Kansrijk Twente (12345678)",)}, Hint.PERHAPS),
        ({"buyers": ("Gemeente Almelo",)}, None),
        ({"family": ("Fatma Yildiz",)}, Hint.PERHAPS),
        ({"question": "Wat doet Kansrijk Twente?"}, None),
    ],
)
def test_what_suggests_a_tie(fields: dict[str, Any], expected: Hint | None) -> None:
    assert hint(**fields) == expected


@pytest.mark.parametrize("domain", sorted(PROVIDERS)[::7])
def test_two_addresses_at_a_provider_say_nothing(domain: str) -> None:
    member = Member(MEMBER.key, "", Position.MEMBER, "", f"a@{domain}")
    assert hint(member, email=f"b@{domain.upper()}") is None


def test_of_who_said_nothing_of_themselves_nothing_is_suggested() -> None:
    member = Member(MEMBER.key, "", Position.MEMBER, "", "")
    assert hint(member, company=None, email=None) is None
    assert hint(member, company="", email="", partner="", family=("",)) is None


TEXTS = st.sampled_from(["", "Kansrijk Twente", "Bakkerij Bos", "Fatma Yildiz", "12345678"])


@given(st.lists(TEXTS, min_size=4, max_size=4), st.sampled_from(["", "x@kansrijktwente.nl"]))
def test_a_hint_depends_on_no_field_once_the_name_gives_it(texts: list[str], email: str) -> None:
    """So who sees it cannot tell what the form says beside the name."""
    partner, rival, buyer, relative = texts
    found = hint(
        company="Kansrijk Twente",
        email=email,
        partner=partner,
        competitors=(rival,),
        buyers=(buyer,),
        family=(relative,),
    )
    assert found is Hint.CALLED
    given = hint(email=email, partner=partner, competitors=(rival,), buyers=(buyer,))
    assert given in {None, Hint.PERHAPS}


def test_it_is_for_the_member_alone(store: Store) -> None:
    here = planned(store)
    open_interests(store, here.organiser, here.round, here.stage)
    assert suggested(store, here.members["Bank"], here.round, here.stage) == {}
    with pytest.raises(RefusedError):
        suggested(store, here.organiser, here.round, here.stage)
