"""Proposals in a store: kept, headed, opened again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from cohorts.composing.proposal import Proposal
from cohorts.errors import RefusedError
from cohorts.record.document import ProposalDocument, document
from cohorts.round.overrides import Override
from cohorts.rounds.asking.choose_programme import choose_programme
from cohorts.rounds.erasing.erase_person import erase_person
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.proposing.heads import heads_of
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.store.keys import Key, ProposalKey
from cohorts.store.store import Store
from cohorts.store.tables import proposal
from cohorts.words import Language
from tests.cohorts.rounds.proposing.kept_round import KeptRound, kept_round
from tests.cohorts.rounds.proposing.samples import NAMES, composed
from tests.cohorts.rounds.staff import joined


def keep(kept: KeptRound, made: Proposal, **more: Any) -> ProposalKey:
    (key,) = keep_proposals(kept.store, kept.actor, kept.round, [made], made=Made.COMPOSED, **more)
    return key


def told(one: Proposal, language: Language) -> ProposalDocument:
    return document(one, language).model_copy(update={"remarks": []})


def opened(kept: KeptRound, key: ProposalKey) -> Proposal:
    return proposal_of(kept.store, kept.actor, kept.round, key)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_the_same_again(store: Store, name: str) -> None:
    kept = kept_round(store, name)
    made = composed(name)
    again = opened(kept, keep(kept, made))
    for language in Language:
        assert told(again, language) == told(made, language)
    assert no_value_of_anybody(kept)


def no_value_of_anybody(kept: KeptRound) -> bool:
    """In what the table of proposals holds."""
    people = people_of(kept.store, kept.actor, kept.round).applicants
    said = {
        str(value)
        for one in people
        for value in (one.id, one.name, one.company, one.email, one.kvk, one.question)
        if value
    }
    with kept.store.reading() as connection:
        rows = [" ".join(map(str, row)) for row in connection.execute(select(proposal))]
    # a short id may stand in a figure: as a name it would stand in quotes
    return not [
        one for one in said for row in rows if f'"{one}"' in row or (len(one) > 5 and one in row)
    ]


def test_heads_tell_what_it_came_out_of_and_whether_it_still_holds(store: Store) -> None:
    kept = kept_round(store, "spp-pilot")
    made = composed("spp-pilot")
    first = keep(kept, made)
    second = keep(kept, made, before=first)
    heads = heads_of(store, kept.actor, kept.round)
    assert [(head.number, head.key, head.before, head.by) for head in heads] == [
        (1, first, None, "Anna"),
        (2, second, first, "Anna"),
    ]
    assert not any(head.outdated for head in heads)
    choose_programme(store, kept.actor, kept.round, "bedrijfsontwikkeling")
    third = keep(kept, made, before=second)
    assert [head.outdated for head in heads_of(store, kept.actor, kept.round)] == [True] * 3
    assert opened(kept, third).programme.name == made.programme.name


def test_nobody_else_looks_at_it_though_it_was_opened(store: Store) -> None:
    kept = kept_round(store, "spp-pilot")
    key = keep(kept, composed("spp-pilot"))
    opened(kept, key)
    stranger = joined(store, kept.actor, "Stranger")
    with pytest.raises(RefusedError):
        proposal_of(store, stranger, kept.round, key)
    with pytest.raises(RefusedError):
        opened(kept, ProposalKey(Key("0" * 16)))


def test_what_was_typed_is_not_in_it(store: Store) -> None:
    kept = kept_round(store, "spp-pilot")
    made = composed("spp-pilot")
    who = made.composition.groups[1][0].id
    moved = replace(
        made, by_hand=True, overrides=(Override("keep_apart", who, "Zij willen het zelf", "Bea"),)
    )
    key = keep(kept, moved)
    with store.reading() as connection:
        value = connection.execute(select(proposal.c.value)).scalar_one()
    assert "Zij willen" not in value
    assert "Bea" not in value
    assert opened(kept, key).overrides == moved.overrides


def test_whoever_is_erased_keeps_an_empty_seat(store: Store) -> None:
    kept = kept_round(store, "overijssel")
    made = composed("overijssel")
    key = keep(kept, made)
    gone = made.composition.groups[1][0]
    person = people_of(store, kept.actor, kept.round).keys.of[gone.id]
    opened(kept, key)
    erase_person(store, kept.actor, kept.round, str(gone.id))
    again = opened(kept, key)
    named = [[a.id for a in members] for members in again.composition.groups.values()]
    before = [[a.id for a in members] for members in made.composition.groups.values()]
    as_erased = f"gewist-{person}"
    assert [{as_erased if one == gone.id else one for one in group} for group in before] == [
        set(group) for group in named
    ]
    text = document(again, Language.NL).model_dump_json()
    assert gone.company is not None
    assert gone.company not in text


def test_those_made_of_the_same_share_what_is_worked_out(store: Store) -> None:
    kept = kept_round(store, "spp-pilot")
    made = composed("spp-pilot")
    first, second = opened(kept, keep(kept, made)), opened(kept, keep(kept, made))
    assert first.round is second.round
    assert first.asked_by is second.asked_by
    of_another_seed = replace(made, round=replace(made.round, seed=7))
    third = opened(kept, keep(kept, of_another_seed))
    assert third.round.seed == 7
    assert third.round is not first.round
