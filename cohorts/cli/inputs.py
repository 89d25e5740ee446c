"""What a round is made of, as arguments and options of a command: generated from the inputs."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from types import GenericAlias
from typing import Annotated, Any, cast, get_type_hints

import typer

from cohorts.cli.options import (
    ApplicantsFile,
    MapOption,
    NewOption,
    ProgrammeName,
    SkipOption,
)
from cohorts.composing.input import Input
from cohorts.composing.inputs import INPUTS, Given
from cohorts.composing.prepare import remarks_of, remarks_on
from cohorts.errors import CohortsError, InputError, NoCompositionError
from cohorts.intake import Applicants
from cohorts.intake.fields.field_map import FieldMap, read_maps
from cohorts.intake.several_files import read_several
from cohorts.programme.programme import Programme, load_programme
from cohorts.reports.plain import plain
from cohorts.reports.remarked import beside, remarks_said
from cohorts.round.remark import Remark
from cohorts.words import Language
from cohorts.words.vocabulary import speak

OF_EVERY_ROUND: Mapping[str, Any] = {
    "applicants": ApplicantsFile,
    "programme": ProgrammeName,
    "map_": MapOption,
    "skip": SkipOption,
    "new": NewOption,
}
"""What comes before the inputs."""


FROM_THE_DATA = {InputError.exit_code, NoCompositionError.exit_code}
"""Who stops the work, or moves somebody by hand, knows why it ended."""


@dataclass(frozen=True)
class Read:
    """The people, the programme, and all that was given beside them."""

    applicants: Applicants
    programme: Programme
    given: Given
    file: Path

    @cached_property
    def remarks(self) -> tuple[Remark, ...]:
        """What was noticed on the way, and can change the groups; and what is asked of them."""
        return remarks_of(self.applicants, self.programme, self.given)

    def remarks_said(
        self, language: Language, remarks: Sequence[Remark] | None = None
    ) -> list[str]:
        """That, or ``remarks``, in lines: how many, the first few, and where the rest is."""
        noticed = self.remarks if remarks is None else remarks
        return [plain(line) for line in remarks_said(noticed, language, str(self.file))]


@dataclass
class Typed:
    """What was typed; nothing is read before ``read`` is called.

    ``values``: name of an input → what was typed for it; absent or None: nothing. ``new``: files
    with people beside the applicants. ``files``: the arguments that name all files, to be typed
    again for another command. ``noticed``:
    tells what was noticed so far while reading, and can change the groups; only where somebody
    has to know it, for that takes as long as making the round.
    """

    applicants: Path
    programme: str
    field_map: Callable[[], FieldMap]
    values: Mapping[str, Any]
    new: Sequence[Path] = ()
    files: tuple[str, ...] = ()
    noticed: Callable[[], tuple[Remark, ...]] = field(default=tuple, init=False)

    def read(self) -> Read:
        """Everything read and understood; from here on the programme's own words are spoken.

        Raises InputError for the first that cannot be.
        """
        programme = load_programme(self.programme)
        speak(programme.words.given)
        people = read_several(self.applicants, self.new, self.field_map())
        self.noticed = partial(remarks_on, people, {})
        given = {
            name: one.read(self.values[name], people)
            for name, one in INPUTS.items()
            if not _is_absent(self.values.get(name))
        }
        # each by the reader of its name
        read = Read(people, programme, cast("Given", given), self.applicants)
        self.noticed = lambda: read.remarks
        return read

    def told(self, error: CohortsError) -> CohortsError:
        """The error, and beside it what reading noticed: that may be what it comes from."""
        noticed = self.noticed() if error.exit_code in FROM_THE_DATA else ()
        if not noticed:
            return error
        return type(error)(*error.problems, beside(noticed, str(self.applicants)))


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
        applicants, programme, maps, skip, new = (typed.pop(name) for name in OF_EVERY_ROUND)
        field_map = partial(read_maps, maps or (), skip)
        files = _typed_again(applicants, programme, maps or (), skip, new or (), values)
        given = Typed(applicants, programme, field_map, values, new or (), files)
        try:
            command(**typed, **{place: given})
        except CohortsError as error:
            raise given.told(error) from None

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


def _typed_again(
    applicants: Path,
    programme: str,
    maps: Sequence[str],
    skip: str | None,
    new: Sequence[Path],
    values: Mapping[str, Any],
) -> tuple[str, ...]:
    """The arguments that name the same files; as they were typed."""
    flags = [("--programme", programme), *(("--map", one) for one in maps)]
    flags += [("--skip", skip)] if skip else []
    flags += [("--new", str(one)) for one in new]
    flags += [(one.option.flag, str(values[n])) for n, one in FILES.items() if values.get(n)]
    return (str(applicants), *(part for flag in flags for part in flag))


def _parameters(inputs: Mapping[str, Input]) -> list[inspect.Parameter]:
    """One for each; the map, the rows and the newcomers may be left out, as may every input."""
    absent = inspect.Parameter.empty
    first = [
        _parameter(name, kind, None if kind in (MapOption, SkipOption, NewOption) else absent)
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
    said = typer.Option(option.flag, metavar=option.metavar or None, readable=False)
    return Annotated[kind | None, said]


FILES = {name: one for name, one in INPUTS.items() if one.is_file}
"""What a proposal does not hold itself: a command that goes by its settings asks only for these."""
