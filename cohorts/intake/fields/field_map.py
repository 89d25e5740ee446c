"""What the organiser says about the columns: ``--map FIELD=HEADER`` and ``map.toml``."""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from cohorts.errors import InputError, Problem
from cohorts.forms.fault import fault_of
from cohorts.forms.read_file import MOST_TEXT, read_text
from cohorts.intake.limits import MOST_ROWS
from cohorts.intake.values.dates import Order
from cohorts.intake.values.number_style import Style
from cohorts.intake.whole import write_whole
from cohorts.people.applicant import FIELD_NAMES

SCHEMA_VERSION = 1
ROWS = re.compile(r"(\d{1,7})(?:\s*[-–]\s*(\d{1,7}))?")
Headers = Annotated[tuple[str, ...], BeforeValidator(lambda v: (v,) if isinstance(v, str) else v)]
Pairs = tuple[tuple[str, str], ...]


def _pairs(given: object) -> object:
    """Pairs of ids: a table (``a = "b"``, ``a = ["b", "c"]``), or a list of pairs."""
    if not isinstance(given, Mapping):
        return given
    several = ((a, [b] if isinstance(b, str) else b) for a, b in given.items())
    return tuple((a, b) for a, others in several for b in others)


def _rows(given: object) -> object:
    """Rows as they are written: 12, "12", "20-25", or several."""
    several = given if isinstance(given, list | tuple) else [given]
    return tuple(n for one in several for n in _row_numbers(one))


def _row_numbers(given: object) -> Iterable[int]:
    """Raises ValueError for what is no row, or no range of rows."""
    if isinstance(given, int) and not isinstance(given, bool):
        return (given,)
    found = ROWS.fullmatch(str(given).strip())
    low = int(found[1]) if found else 0
    high = int(found[2] or low) if found else -1
    if not 1 <= low <= high <= MOST_ROWS:
        msg = f"rows: 12, 20-25; given: {str(given)[:40]}"
        raise ValueError(msg)
    return range(low, high + 1)


def rows(text: str) -> tuple[int, ...]:
    """``12,20-25`` as numbers of rows. Raises ValueError."""
    return tuple(n for part in text.split(",") for n in _row_numbers(part))


class FieldMap(BaseModel):
    """``fields``: field → header (or several, tried in order; text fields are joined).

    ``ignore``: headers to leave out; ``extra``: headers to keep under their own name;
    ``numbers``, ``dates``: header → style, where a column leaves doubt. ``skip``: rows that are
    nobody's answers, as the file numbers them. ``turned_round``: headers that ask for what does
    not hold, whose answers are read the other way about. ``hidden_rows``: whether rows that are
    hidden in a workbook are read. ``same``, ``not_same``: pairs of ids that are one person, and
    two.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: Literal[1] = 1
    fields: dict[str, Headers] = Field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    numbers: dict[str, Style] = Field(default_factory=dict)
    dates: dict[str, Order] = Field(default_factory=dict)
    sbi_version: str | None = None
    skip: Annotated[tuple[int, ...], BeforeValidator(_rows)] = ()
    turned_round: Headers = ()
    hidden_rows: Literal["read", "leave_out"] | None = None
    same: Annotated[Pairs, BeforeValidator(_pairs)] = ()
    not_same: Annotated[Pairs, BeforeValidator(_pairs)] = ()

    def check_fields(self, place: str) -> Self:
        """Raises InputError for a field that does not exist."""
        unknown = [field for field in self.fields if field not in FIELD_NAMES]
        if unknown:
            facts = {"unknown": tuple(unknown), "known": FIELD_NAMES}
            raise InputError(Problem("intake.map_field", place, facts))
        return self

    def freed(self, headers: Collection[str]) -> FieldMap:
        """This map without what it says of which field these headers are."""
        kept = {f: tuple(h for h in of if h not in headers) for f, of in self.fields.items()}
        fields = {field: of for field, of in kept.items() if of}
        others = {
            name: tuple(h for h in getattr(self, name) if h not in headers)
            for name in ("ignore", "extra")
        }
        return self.model_copy(
            update={"fields": {f: of for f, of in fields.items() if of}, **others}
        )

    def merged(self, other: FieldMap) -> FieldMap:
        """This map with what ``other`` says on top."""
        return FieldMap(
            fields=self.fields | other.fields,
            ignore=tuple(dict.fromkeys(self.ignore + other.ignore)),
            extra=tuple(dict.fromkeys(self.extra + other.extra)),
            numbers=self.numbers | other.numbers,
            dates=self.dates | other.dates,
            sbi_version=other.sbi_version or self.sbi_version,
            skip=tuple(dict.fromkeys(self.skip + other.skip)),
            turned_round=tuple(dict.fromkeys(self.turned_round + other.turned_round)),
            hidden_rows=other.hidden_rows or self.hidden_rows,
            same=tuple(dict.fromkeys(self.same + other.same)),
            not_same=tuple(dict.fromkeys(self.not_same + other.not_same)),
        )


def read_maps(given: Sequence[str], skip: str | None = None) -> FieldMap:
    """All ``--map`` options together, each ``FIELD=HEADER`` or a TOML file, and ``--skip``.

    Raises InputError.
    """
    try:
        result = FieldMap(skip=rows(skip) if skip else ())
    except ValueError:
        raise InputError(Problem("intake.skip_option", "--skip", {"given": skip})) from None
    for option in given:
        field, sign, header = option.partition("=")
        if sign and field.strip() in FIELD_NAMES and header.strip():
            one = FieldMap(fields={field.strip(): (header.strip(),)})
        elif os.path.lexists(option):
            one = load_map(Path(option))
        else:
            raise InputError(Problem("intake.map_option", "--map", {"given": option}))
        result = result.merged(one)
    return result


def load_map(path: Path) -> FieldMap:
    """A map from its file. Raises InputError."""
    try:
        table = tomllib.loads(read_text(path, MOST_TEXT))
        check_version(table, str(path))
        return FieldMap.model_validate(table).check_fields(str(path))
    except (OSError, ValueError, RecursionError) as error:
        facts = {"fault": fault_of(error)}
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
    if field_map.skip:
        lines.append(f"skip = [{', '.join(map(str, field_map.skip))}]")
    several = ("ignore", "extra", "turned_round")
    lines += [f"{name} = {_list(v)}" for name in several if (v := getattr(field_map, name))]
    single = ("sbi_version", "hidden_rows")
    lines += [f"{name} = {_quoted(v)}" for name in single if (v := getattr(field_map, name))]
    lines += ["", "[fields]"]
    lines += [f"{field} = {_list(headers)}" for field, headers in field_map.fields.items()]
    for name in ("numbers", "dates"):
        if table := getattr(field_map, name):
            lines += ["", f"[{name}]", *(f"{_quoted(k)} = {_quoted(v)}" for k, v in table.items())]
    for name in ("same", "not_same"):
        if pairs := getattr(field_map, name):
            lines += ["", f"[{name}]", *_table(pairs)]
    return "\n".join(lines) + "\n"


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"


def _table(pairs: Pairs) -> Iterator[str]:
    """Each id with all that it is paired with."""
    others: dict[str, list[str]] = {}
    for a, b in pairs:
        others.setdefault(a, []).append(b)
    return (f"{_quoted(a)} = {_list(b)}" for a, b in others.items())


def _quoted(text: str) -> str:
    """As a string of TOML, in which control signs may not stand."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
