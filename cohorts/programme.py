"""A programme: its groups, places and rules; read from TOML, presets in ``programmes/``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SerializeAsAny,
    field_validator,
    model_validator,
)

from cohorts.errors import InputError, Problem
from cohorts.places import Places
from cohorts.programme_file import read_programme_table
from cohorts.rules import rules
from cohorts.rules.rule import Rule
from cohorts.words import Language

SCHEMA_VERSION = 1


class GroupPlan(BaseModel):
    """How large the groups are and who gets a place."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    size: tuple[Annotated[int, Field(ge=1, le=1000)], Annotated[int, Field(ge=1, le=1000)]]
    target: int
    places: str = "everyone"

    @field_validator("places")
    @classmethod
    def _known_places(cls, value: str) -> str:
        try:
            return str(Places.parse(value))
        except InputError:
            msg = "everyone | exactly m | at most m | as many as possible"
            raise ValueError(msg) from None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.size[0] <= self.target <= self.size[1]:
            msg = "smallest <= target <= largest"
            raise ValueError(msg)
        return self


def _as_rule(value: object) -> Rule:
    """A table of TOML as the rule whose name it carries."""
    if isinstance(value, Rule):
        return value
    table: dict[str, Any] = dict(value) if isinstance(value, Mapping) else {}
    kind = rules().get(str(table.get("rule")))
    if kind is None:
        msg = f"unknown rule {table.get('rule')!r}; known: {', '.join(rules())}"
        raise ValueError(msg)
    return kind.model_validate(table)


class Programme(BaseModel):
    """What a programme asks of its groups."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: Literal[1]
    name: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,60}$")
    title: dict[Language, str]
    about: dict[Language, str] = Field(default_factory=dict)
    source: str = ""
    groups: GroupPlan
    rules: tuple[Annotated[SerializeAsAny[Rule], BeforeValidator(_as_rule)], ...] = Field(
        min_length=1
    )

    @field_validator("rules")
    @classmethod
    def _keyed(cls, given: tuple[Rule, ...]) -> tuple[Rule, ...]:
        """Every rule gets a key of its own: its name, numbered where it occurs more than once."""
        often = Counter(rule.rule for rule in given)
        seen: Counter[str] = Counter()
        keyed = []
        for rule in given:
            seen[rule.rule] += 1
            number = f"-{seen[rule.rule]}" if often[rule.rule] > 1 else ""
            keyed.append(rule.model_copy(update={"key": rule.key or f"{rule.rule}{number}"}))
        if len({rule.key for rule in keyed}) < len(keyed):
            msg = "two rules have the same key"
            raise ValueError(msg)
        return tuple(keyed)

    def rule(self, key: str) -> Rule:
        """The rule with this key. Raises KeyError."""
        return {rule.key: rule for rule in self.rules}[key]


def presets() -> tuple[str, ...]:
    """The names of the programmes that come with the product."""
    folder = files("cohorts") / "programmes"
    names = (f.name for f in folder.iterdir())
    return tuple(sorted(n.removesuffix(".toml") for n in names if n.endswith(".toml")))


def load_programme(name_or_file: str | Path) -> Programme:
    """A preset by name, or a TOML file by path.

    Raises InputError: every fault with its line and field.
    """
    name = str(name_or_file)
    if name in presets():
        text = (files("cohorts") / "programmes" / f"{name}.toml").read_text(encoding="utf-8")
        return read_programme_table(text, f"{name}.toml", Programme)
    path = Path(name_or_file)
    if not path.is_file():
        facts = {"given": name, "known": presets()}
        raise InputError(Problem("programme.unknown", name, facts))
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise InputError(Problem("programme.unreadable", str(path))) from None
    return read_programme_table(text, str(path), Programme)
