"""What the organiser says about the columns: ``--map FIELD=HEADER`` and ``map.toml``."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from cohorts.errors import InputError, Problem
from cohorts.intake.dates import Order
from cohorts.intake.numbers import Style
from cohorts.intake.whole import write_whole
from cohorts.people.applicant import FIELD_NAMES

SCHEMA_VERSION = 1
Headers = Annotated[tuple[str, ...], BeforeValidator(lambda v: (v,) if isinstance(v, str) else v)]


class FieldMap(BaseModel):
    """``fields``: field → header (or several, tried in order; text fields are joined).

    ``ignore``: headers to leave out; ``extra``: headers to keep under their own name;
    ``numbers``, ``dates``: header → style, where a column leaves doubt.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: Literal[1] = 1
    fields: dict[str, Headers] = Field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    numbers: dict[str, Style] = Field(default_factory=dict)
    dates: dict[str, Order] = Field(default_factory=dict)
    sbi_version: str | None = None

    def check_fields(self, place: str) -> Self:
        """Raises InputError for a field that does not exist."""
        unknown = [field for field in self.fields if field not in FIELD_NAMES]
        if unknown:
            facts = {"unknown": tuple(unknown), "known": FIELD_NAMES}
            raise InputError(Problem("intake.map_field", place, facts))
        return self

    def merged(self, other: FieldMap) -> FieldMap:
        """This map with what ``other`` says on top."""
        return FieldMap(
            fields=self.fields | other.fields,
            ignore=tuple(dict.fromkeys(self.ignore + other.ignore)),
            extra=tuple(dict.fromkeys(self.extra + other.extra)),
            numbers=self.numbers | other.numbers,
            dates=self.dates | other.dates,
            sbi_version=other.sbi_version or self.sbi_version,
        )


def read_maps(given: Sequence[str]) -> FieldMap:
    """All ``--map`` options together, each ``FIELD=HEADER`` or a TOML file."""
    result = FieldMap()
    for option in given:
        field, sign, header = option.partition("=")
        if sign and field.strip() in FIELD_NAMES and header.strip():
            one = FieldMap(fields={field.strip(): (header.strip(),)})
        elif Path(option).is_file():
            one = load_map(Path(option))
        else:
            raise InputError(Problem("intake.map_option", "--map", {"given": option}))
        result = result.merged(one)
    return result


def load_map(path: Path) -> FieldMap:
    """A map from its file. Raises InputError."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        check_version(table, str(path))
        return FieldMap.model_validate(table).check_fields(str(path))
    except ValidationError as error:
        first = error.errors()[0]
        facts = {"fault": f"{'.'.join(map(str, first['loc']))}: {first['msg']}"}
        raise InputError(Problem("intake.map_file", str(path), facts)) from None
    except (OSError, ValueError, RecursionError) as error:
        facts = {"fault": str(error)}
        raise InputError(Problem("intake.map_file", str(path), facts)) from None


def check_version(table: Mapping[str, object], place: str) -> None:
    """Raises InputError for a file of a version that does not exist yet."""
    version = table.get("schema_version")
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise InputError(Problem("programme.newer", place, {"version": version}))


def save_map(field_map: FieldMap, path: Path) -> None:
    """Writes ``map.toml``."""
    write_whole({path: as_toml(field_map)})


def as_toml(field_map: FieldMap) -> str:
    """``map.toml`` as text."""
    lines = ["schema_version = 1"]
    for name in ("ignore", "extra"):
        if values := getattr(field_map, name):
            lines += [f"{name} = [{', '.join(map(_quoted, values))}]"]
    if field_map.sbi_version:
        lines.append(f"sbi_version = {_quoted(field_map.sbi_version)}")
    lines += ["", "[fields]"]
    for field, headers in field_map.fields.items():
        lines += [f"{field} = [{', '.join(map(_quoted, headers))}]"]
    for name in ("numbers", "dates"):
        if table := getattr(field_map, name):
            lines += ["", f"[{name}]", *(f"{_quoted(k)} = {_quoted(v)}" for k, v in table.items())]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """As a string of TOML, in which control signs may not stand."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
