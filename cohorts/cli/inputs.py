"""What a round is made of, as arguments and options of a command: generated from the inputs."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import GenericAlias
from typing import Annotated, Any, cast, get_type_hints

import typer

from cohorts.cli.options import ApplicantsFile, MapOption, ProgrammeName, SkipOption
from cohorts.composing.input import Input
from cohorts.composing.inputs import INPUTS, Given
from cohorts.intake import Applicants, read_applicants
from cohorts.intake.field_map import FieldMap, read_maps
from cohorts.programme.programme import Programme, load_programme

OF_EVERY_ROUND: Mapping[str, Any] = {
    "applicants": ApplicantsFile,
    "programme": ProgrammeName,
    "map_": MapOption,
    "skip": SkipOption,
}
"""What comes before the inputs."""


@dataclass(frozen=True)
class Read:
    """The people, the programme, and all that was given beside them."""

    applicants: Applicants
    programme: Programme
    given: Given


@dataclass(frozen=True)
class Typed:
    """What was typed; nothing is read before ``read`` is called.

    ``values``: name of an input → what was typed for it; absent or None: nothing.
    """

    applicants: Path
    programme: str
    field_map: Callable[[], FieldMap]
    values: Mapping[str, Any]

    def read(self) -> Read:
        """Everything read and understood. Raises InputError for the first that cannot be."""
        programme = load_programme(self.programme)
        people = read_applicants(self.applicants, self.field_map())
        given = {
            name: one.read(self.values[name], people)
            for name, one in INPUTS.items()
            if not _is_absent(self.values.get(name))
        }
        return Read(people, programme, cast("Given", given))  # each by the reader of its name


def _is_absent(typed: Any) -> bool:
    """Whether nothing was typed: a flag that is not there is no wish that it be off."""
    return typed is None or typed is False or typed == []


def takes(
    command: Callable[..., None], inputs: Mapping[str, Input] = INPUTS
) -> Callable[..., None]:
    """The command, with an argument and options in the place of its parameter of kind Typed."""
    hints = get_type_hints(command, include_extras=True)
    own = inspect.signature(command, eval_str=True).parameters.values()
    place = next(parameter.name for parameter in own if hints[parameter.name] is Typed)
    options = {one.option.name: name for name, one in inputs.items()}

    def run(**typed: Any) -> None:
        values = {name: typed.pop(option) for option, name in options.items()}
        applicants, programme, maps, skip = (typed.pop(name) for name in OF_EVERY_ROUND)
        field_map = partial(read_maps, maps or (), skip)
        command(**typed, **{place: Typed(applicants, programme, field_map, values)})

    parameters: list[inspect.Parameter] = []
    for parameter in own:
        if parameter.name == place:
            parameters += _parameters(inputs)
        else:
            annotation = hints[parameter.name]
            parameters.append(parameter.replace(annotation=annotation, kind=parameter.KEYWORD_ONLY))
    run.__name__, run.__doc__ = command.__name__, command.__doc__
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined] # what inspect looks for
    run.__annotations__ = {p.name: p.annotation for p in parameters}
    return run


def _parameters(inputs: Mapping[str, Input]) -> list[inspect.Parameter]:
    """One for each; the map and the rows may be left out, as may every input."""
    absent = inspect.Parameter.empty
    first = [
        _parameter(name, kind, None if kind in (MapOption, SkipOption) else absent)
        for name, kind in OF_EVERY_ROUND.items()
    ]
    return first + [_parameter(one.option.name, _annotation(one), None) for one in inputs.values()]


def _parameter(name: str, annotation: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default
    )


def _annotation(one: Input) -> Any:
    """As the command line library wants it."""
    option = one.option
    kind: Any = GenericAlias(list, (option.kind,)) if option.many else option.kind
    return Annotated[kind | None, typer.Option(option.flag, metavar=option.metavar or None)]


FILES = {name: one for name, one in INPUTS.items() if one.is_file}
"""What a proposal does not hold itself: a command that goes by its settings asks only for these."""
