"""``cohorts prices``: what every must costs, and what would be otherwise if."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from cohorts.cli.inputs import read_inputs
from cohorts.cli.language import spoken
from cohorts.cli.options import (
    ApplicantsFile,
    CountFromOption,
    GroupsOption,
    JsonOption,
    LanguageOption,
    MapOption,
    MeritFile,
    OnOption,
    PinOption,
    PlacesOption,
    PreviousFile,
    ProgrammeName,
    RelationsFile,
    SizeOption,
    day,
    pins,
    sizes,
    status,
)
from cohorts.outlook.prices import Prices
from cohorts.outlook.prices import prices as prices_of
from cohorts.people.applicant import Applicant
from cohorts.reports.plain import plain
from cohorts.reports.prices import price_lines
from solver.solution import Effort


def register(app: typer.Typer) -> None:
    """Adds the command."""
    app.command("prices")(prices)


def prices(
    applicants: ApplicantsFile,
    programme: ProgrammeName,
    map_: MapOption = None,
    relations: RelationsFile = None,
    merit: MeritFile = None,
    previous: PreviousFile = None,
    groups: GroupsOption = None,
    size: SizeOption = None,
    places: PlacesOption = None,
    on: OnOption = None,
    count_from: CountFromOption = None,
    pin: PinOption = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N")] = 0,
    effort: Annotated[
        Effort, typer.Option("--effort", metavar="quick|normal|thorough")
    ] = Effort.QUICK,
    language: LanguageOption = None,
    json_: JsonOption = False,
) -> None:
    """Compose, and say what every must costs and what would change if."""
    given = read_inputs(applicants, programme, map_, relations, merit, previous)
    found = prices_of(
        given.applicants,
        given.programme,
        effort=effort,
        relations=given.relations,
        merit=given.merit,
        previous=given.previous,
        groups=groups,
        size=sizes(size),
        places=places,
        on=day(on),
        count_from=status(count_from),
        pins=pins(pin),
        seed=seed,
    )
    if json_:
        typer.echo(json.dumps(_data(found), ensure_ascii=False))
        return
    typer.echo("\n".join(plain(line) for line in price_lines(found, spoken(language))))


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
