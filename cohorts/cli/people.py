"""``cohorts people``: who may log in, and what they may in which round."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated

import typer

from cohorts.cli.at_home import at_home, site_address, way_in_at
from cohorts.cli.language import spoken
from cohorts.cli.options import AddressOption, LanguageOption, RoundOption
from cohorts.errors import InputError, Problem
from cohorts.rounds.accounts.account_named import key_named
from cohorts.rounds.accounts.add_person import add_person
from cohorts.rounds.accounts.know_outside import know_outside
from cohorts.rounds.accounts.only_here import only_here
from cohorts.rounds.accounts.reset import reset
from cohorts.rounds.accounts.revoke import revoke
from cohorts.rounds.actor import Actor
from cohorts.rounds.life.round_named import round_named
from cohorts.rounds.roles import Role
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.words import Language, say


@dataclass(frozen=True)
class Asked:
    """One command: about whom, in which round, and for which screen."""

    store: Store
    actor: Actor
    name: str
    round: RoundKey | None
    role: Role | None
    address: str
    email: str | None
    language: Language


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("people")(people)


def people(
    people_action: Annotated[str, typer.Argument(metavar="ACTION")],
    staff_name: Annotated[str, typer.Argument(metavar="NAME")],
    round_: RoundOption = None,
    role: Annotated[
        Role | None, typer.Option("--role", metavar="organiser|auditor|chair|member|coach")
    ] = None,
    address: AddressOption = None,
    email: Annotated[str | None, typer.Option("--email", metavar="EMAIL")] = None,
    language: LanguageOption = None,
) -> None:
    """Let somebody in, or out, or in again."""
    spoken_ = spoken(language)
    if people_action not in ACTIONS:
        facts = {"given": people_action, "known": list(ACTIONS)}
        raise InputError(Problem("rounds.action", "ACTION", facts))
    if role is not None and round_ is None:
        raise InputError(Problem("accounts.role_where", "--role"))
    with at_home(spoken_) as (store, actor):
        where = None if round_ is None else round_named(store, actor, round_)
        root = address or site_address()
        asked = Asked(store, actor, staff_name, where, role, root, email, spoken_)
        typer.echo(ACTIONS[people_action](asked))


def _add(asked: Asked) -> str:
    token = add_person(asked.store, asked.actor, asked.name, asked.round, asked.role)
    if token is None:
        return say("accounts.given_role", asked.language, name=asked.name)
    return _address(asked, token)


def _outside(asked: Asked) -> str:
    if asked.email is None:
        raise InputError(Problem("accounts.email_needed", "--email"))
    know_outside(asked.store, asked.actor, key_named(asked.store, asked.name), asked.email)
    return say("accounts.known_outside", asked.language, name=asked.name, email=asked.email)


def _revoke(asked: Asked) -> str:
    revoke(asked.store, asked.actor, key_named(asked.store, asked.name), asked.round)
    what = "revoked" if asked.round is None else "revoked_there"
    return say(f"accounts.{what}", asked.language, name=asked.name)


def _reset(asked: Asked) -> str:
    token = reset(asked.store, asked.actor, key_named(asked.store, asked.name))
    return _address(asked, token)


def _address(asked: Asked, token: str) -> str:
    """For them alone; it is said here once, and kept nowhere."""
    address = way_in_at(asked.address, token, asked.language)
    said = say("accounts.address", asked.language, name=asked.name, address=address)
    if only_here(address):
        said = f"{said}\n{say('accounts.only_here', asked.language)}"
    return said


ACTIONS: Mapping[str, Callable[[Asked], str]] = {
    "add": _add,
    "outside": _outside,
    "revoke": _revoke,
    "reset": _reset,
}
