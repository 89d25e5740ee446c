"""The documents of the organiser's own that letters are filled into, as they are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pydantic import Base64Bytes, BaseModel, ConfigDict
from sqlalchemy import Connection, select

from cohorts.rounds.act import look, revision_of
from cohorts.rounds.actor import Actor
from cohorts.rounds.posting.template_fields import TemplateField
from cohorts.rounds.roles import READERS
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store
from cohorts.store.tables import account, template

OBJECT = "template"


class TemplateKind(StrEnum):
    """For which letters; ALL: those that have none of their own."""

    ALL = "all"
    PLACED = "placed"
    RESERVE = "reserve"
    NOT_PLACED = "not_placed"
    STAGE = "stage"


class TemplateValue(BaseModel):
    """As it stands in the store. ``text``: all that can be read in it, to find names by."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    name: str
    content: Base64Bytes
    fields: tuple[TemplateField, ...]
    text: str


@dataclass(frozen=True)
class KeptTemplate:
    """``by``: a name; ``at``: when."""

    value: TemplateValue
    by: str
    at: str


@dataclass(frozen=True)
class KeptTemplates:
    """``revision``: of all of them, for who changes one."""

    by_kind: Mapping[TemplateKind, KeptTemplate]
    revision: int


def kept_templates(store: Store, actor: Actor, round_: RoundKey) -> KeptTemplates:
    """All of a round. Raises RefusedError where it is not theirs."""
    with look(store, actor, round_, may=READERS) as connection:
        return KeptTemplates(
            templates_in(connection, round_), revision_of(connection, round_, OBJECT)
        )


def templates_in(connection: Connection, round_: RoundKey) -> dict[TemplateKind, KeptTemplate]:
    """The same where the role was checked; what no act of ours wrote is none."""
    query = (
        select(template, account.c.name)
        .join(account, account.c.key == template.c.by)
        .where(template.c.round == round_)
        .order_by(template.c.kind)
    )
    found = {}
    for row in connection.execute(query):
        try:
            value = TemplateValue.model_validate_json(row.value)
            found[TemplateKind(row.kind)] = KeptTemplate(value, row.name, row.at)
        except ValueError:  # of a file of a round that others made
            continue
    return found
