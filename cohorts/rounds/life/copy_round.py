"""A round anew: programme and settings of another one, and none of its people."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from cohorts.composing.inputs import INPUTS
from cohorts.programme.programme import Programme
from cohorts.programme.ticked_off import USUAL
from cohorts.rounds.accounts.staff_name import one_line
from cohorts.rounds.act import acting, check_role
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.programme_rows import keep_stood, stood_in
from cohorts.rounds.asking.setting_rows import set_setting, setting_in
from cohorts.rounds.asking.stood import Stood, made
from cohorts.rounds.calling.ticks_asked import SETTING as TICKS
from cohorts.rounds.judging.plan_stage import keep_stage
from cohorts.rounds.judging.stage_head import stages_in
from cohorts.rounds.life.new_round import OBJECT, begun, check_may_begin
from cohorts.rounds.people.kept_people import Keys, keys_in
from cohorts.rounds.roles import READERS
from cohorts.rounds.typed_note import Typed, kept_apart, read_back
from cohorts.rules.rule import Rule
from cohorts.store.canonical import canonical
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import round_ as round_table

NOBODY = Keys({}, {})


def copy(store: Store, actor: Actor, round_: RoundKey, name: str) -> RoundKey:
    """Whoever makes it is its organiser. What names somebody of the other round stays there.

    So do its committee and all that these said. The stages are planned as they were; whoever is
    named to judge in one is to be named anew. What the programme ticks off goes along, not of whom.

    Raises InputError where the name cannot be, RefusedError where the other round is not theirs to
    see or they may begin none.
    """
    with store.writing() as connection:
        check_role(connection, actor, round_, READERS)
        check_may_begin(connection, actor)
        called = one_line(name)
        preset = select(round_table.c.preset).where(round_table.c.key == round_)
        key = begun(connection, actor, called, connection.scalars(preset).one())
        with acting(connection, actor, key, "round.copy", object_=OBJECT):
            _copy_programme(connection, round_, key)
            _copy_settings(connection, round_, key)
            _copy_stages(connection, round_, key, actor)
        return key


def _copy_programme(connection: Connection, old: RoundKey, new: RoundKey) -> None:
    stood = stood_in(connection, old, keys_in(connection, old))
    whole, chosen = _naming_nobody(stood.whole), _naming_nobody(stood.chosen)
    off = stood.off & {rule.key for rule in whole.rules}
    keep_stood(connection, new, Stood(whole, chosen, off), NOBODY)


def _naming_nobody(programme: Programme) -> Programme:
    """Without the rules that name somebody. Raises InputError where nothing is left."""
    kept = [rule for rule in programme.rules if not _named(rule)]
    return programme if len(kept) == len(programme.rules) else made(programme, rules=kept)


def _named(rule: Rule) -> list[str]:
    """Whom a rule names."""
    found: list[str] = []

    def heard(who: str) -> str:
        found.append(who)
        return who

    rule.calling(heard)
    return found


def _copy_settings(connection: Connection, old: RoundKey, new: RoundKey) -> None:
    people = keys_in(connection, old).ids
    for name in INPUTS:
        value = setting_in(connection, old, name)
        if value is not None and not _names(canonical(value), people):
            set_setting(connection, new, name, value)
    ticks = read_back(connection, setting_in(connection, old, TICKS))
    if ticks is not None:  # what was typed stands in notes of the new round
        typed = [one if one in USUAL else Typed(one) for one in ticks if one is not None]
        set_setting(connection, new, TICKS, kept_apart(connection, new, typed))


def _copy_stages(connection: Connection, old: RoundKey, new: RoundKey, actor: Actor) -> None:
    for one in stages_in(connection, old):
        plan = one.plan.model_copy(update={"judges": ()})
        keep_stage(connection, new, one.number, plan, actor)


def _names(text: str, people: Collection[str]) -> bool:
    """Whether a value holds a key of somebody; they are random, so by chance it never does."""
    return any(key in text for key in people)
