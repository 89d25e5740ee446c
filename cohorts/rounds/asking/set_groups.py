"""Changing how large the groups are, and who gets a place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cohorts.composing.inputs import INPUTS
from cohorts.rounds.act import act
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.changing import ASKED
from cohorts.rounds.asking.given_rows import keep_given
from cohorts.rounds.asking.programme_rows import keep_stood, stood_in
from cohorts.rounds.asking.stood import made
from cohorts.rounds.people.kept_people import keys_in
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


def set_groups(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    fields: Mapping[str, Any],
    *,
    seen: int | None = None,
) -> int:
    """These fields of the programme's :class:`GroupPlan` (``size``, ``places`` …) are so.

    What was given in their place goes. Gives the revision. Raises InputError where they do not go
    together.
    """
    with act(
        store, actor, round_, "asked.groups", may=ORGANISERS, object_=ASKED, seen=seen
    ) as doing:
        keys = keys_in(doing.connection, round_)
        stood = stood_in(doing.connection, round_, keys)
        groups = stood.whole.groups.model_dump(mode="json") | dict(fields)
        whole = made(stood.whole, groups=groups)
        keep_stood(doing.connection, round_, stood.changed(whole), keys)
        for name in fields:
            if name in INPUTS:
                keep_given(doing, name, None, keys)
        doing.say({"fields": sorted(fields)})
        return doing.revision
