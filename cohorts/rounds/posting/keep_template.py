"""A document of the organiser's own for letters: kept in place of another, or taken away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from sqlalchemy import Connection, delete, insert, select

from cohorts.errors import InputError, Problem
from cohorts.forms.from_bytes import file_name
from cohorts.people.applicant import Applicant
from cohorts.rounds.act import Acting, act, check_may
from cohorts.rounds.actor import Actor
from cohorts.rounds.people.kept_people import people_in_store
from cohorts.rounds.posting.kept_templates import (
    OBJECT,
    TemplateKind,
    TemplateValue,
    templates_in,
)
from cohorts.rounds.posting.template_fields import fields_read
from cohorts.rounds.roles import ORGANISERS
from cohorts.rounds.typed_text import visible
from cohorts.store.canonical import sha256
from cohorts.store.clock import now
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import template

MORE_THAN_A_WORD = re.compile(r"[\s\d@]")
"""A name of one word stands in many a text."""


def keep_template(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    file: str,
    content: bytes,
    *,
    kind: TemplateKind,
    seen: int | None = None,
) -> None:
    """From now on letters of this kind are filled into it.

    What stood stays where this raises: InputError for what :func:`fields_read` does not take, and
    where it names somebody of the round; RefusedError, StaleError.
    """
    check_may(store, actor, round_, may=ORGANISERS)
    name = visible(file_name(file))
    document, fields = fields_read(content, name)
    with act(
        store, actor, round_, "letter.template", may=ORGANISERS, object_=OBJECT, seen=seen
    ) as doing:
        people = people_in_store(doing.connection, store.url, round_)
        if named := _named(document.text, people.who.values()):
            raise InputError(Problem("template.names_somebody", name, {"what": named}))
        value = TemplateValue.model_construct(
            name=name, content=content, fields=tuple(sorted(fields)), text=document.text
        )
        _take(doing, kind)
        row = {"round": round_, "kind": kind.value, "value": value.model_dump_json()}
        doing.connection.execute(insert(template), row | {"at": now(), "by": actor.key})
        doing.say({"kind": kind.value, "digest": sha256(content.hex())})


def drop_template(
    store: Store, actor: Actor, round_: RoundKey, kind: TemplateKind, *, seen: int | None = None
) -> None:
    """Letters of this kind are filled into it no more. Raises InputError where there is none.

    RefusedError, StaleError.
    """
    with act(
        store, actor, round_, "letter.template_gone", may=ORGANISERS, object_=OBJECT, seen=seen
    ) as doing:
        if kind not in templates_in(doing.connection, round_):
            raise InputError(Problem("template.none"))
        _take(doing, kind)
        doing.say({"kind": kind.value})


def templates_naming(
    connection: Connection, round_: RoundKey, names: Callable[[str], bool]
) -> Sequence[tuple[str, str]]:
    """Every document whose text ``names`` somebody: its kind and the SHA-256 of its row's value."""
    here = select(template.c.value).where(template.c.round == round_)
    return [
        (kind.value, sha256(connection.scalars(here.where(template.c.kind == kind.value)).one()))
        for kind, one in templates_in(connection, round_).items()
        if names(one.value.text)
    ]


def _take(doing: Acting, kind: TemplateKind) -> None:
    here = (template.c.round == doing.round, template.c.kind == kind.value)
    doing.connection.execute(delete(template).where(*here))


def _named(text: str, people: Iterable[Applicant]) -> list[str]:
    """Who of the round is named in it: that would stand in everybody's letter, and never go."""
    here = text.casefold()
    values = {value for a in people for value in (a.name, a.company, a.kvk, a.email) if value}
    return sorted(
        value
        for value in values
        if MORE_THAN_A_WORD.search(value)
        and re.search(rf"(?<!\w){re.escape(value.casefold())}(?!\w)", here)
    )
