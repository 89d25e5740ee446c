"""``cohorts prices``: what every must costs, and what would be otherwise if."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import typer

from cohorts.cli.first_time import tell_first_time
from cohorts.cli.inputs import Typed, takes
from cohorts.cli.language import spoken
from cohorts.cli.options import EffortOption, JsonOption, LanguageOption
from cohorts.outlook.prices import Prices
from cohorts.outlook.prices import prices as prices_of
from cohorts.people.applicant import Applicant
from cohorts.record.remark_part import remarks_data
from cohorts.reports.plain import plain
from cohorts.reports.prices import price_lines
from solver.solution import Effort


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("prices")(takes(prices))


def prices(
    typed: Typed,
    effort: EffortOption = Effort.QUICK,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Compose, and say what every must costs and what would change if."""
    read = typed.read()
    tell_first_time(read.applicants, spoken(language))
    found = prices_of(read.applicants, read.programme, effort=effort, **read.given)
    if json_:
        noticed = {"remarks": remarks_data(read.remarks, spoken(language))}
        typer.echo(json.dumps(_data(found) | noticed, ensure_ascii=False))
        return
    lines = [plain(line) for line in price_lines(found, spoken(language))]
    typer.echo("\n".join([*lines, *read.remarks_said(spoken(language))]))


def _data(found: Prices) -> dict[str, Any]:
    """For machines; people by id."""
    return {
        "musts": [_part(must) for must in found.musts],
        "weakest": _part(found.weakest),
        "lots": _part(found.lots),
        "shapes": [_part(shape) for shape in found.shapes],
        "probable": _part(found.probable),
    }


def _part(value: Any) -> Any:
    """Data in the shape of JSON."""
    if isinstance(value, Applicant):
        return str(value.id)
    if hasattr(value, "__dataclass_fields__"):
        return {name: _part(getattr(value, name)) for name in value.__dataclass_fields__}
    if isinstance(value, tuple | list):
        return [_part(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): _part(one) for key, one in value.items()}
    return value
