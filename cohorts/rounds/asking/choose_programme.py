"""Choosing the programme of a round: a preset, or one of one's own; and going back to it."""

from __future__ import annotations

from sqlalchemy import update

from cohorts.programme.programme import Programme, load_programme, presets
from cohorts.rounds.act import act, check_may
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.changing import ASKED, changed, forget_of_programme
from cohorts.rounds.asking.programme_rows import keep_stood
from cohorts.rounds.asking.stood import Stood
from cohorts.rounds.people.kept_people import keys_in
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import round_ as round_table


def choose_programme(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    chosen: str | Programme,
    *,
    seen: int | None = None,
) -> int:
    """The round goes by this programme, with its own sizes, places and number of groups.

    ``chosen``: the name of a preset, or a programme that was read. Gives the revision. Raises
    InputError for a preset there is not, and where it names somebody who is not in the round.
    """
    check_may(store, actor, round_, may=ORGANISERS)
    programme = load_programme(chosen) if isinstance(chosen, str) else chosen
    with act(
        store, actor, round_, "asked.choose", may=ORGANISERS, object_=ASKED, seen=seen
    ) as doing:
        keys = keys_in(doing.connection, round_)
        keep_stood(doing.connection, round_, Stood(programme, programme), keys)
        forget_of_programme(doing, keys)
        if programme.name in presets():
            here = round_table.c.key == round_
            doing.connection.execute(update(round_table).where(here).values(preset=programme.name))
        doing.say({"programme": programme.name})
        return doing.revision


def back_to_own(store: Store, actor: Actor, round_: RoundKey, *, seen: int | None = None) -> int:
    """The programme as it was chosen: everything that was changed in it is taken back."""
    return changed(
        store,
        actor,
        round_,
        "own",
        lambda stood: Stood(stood.chosen, stood.chosen),
        says={},
        anew=True,
        seen=seen,
    )
