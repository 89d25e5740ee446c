"""A command that was not given as it should be: what is wrong with it, in our words."""

from __future__ import annotations

from typing import Any

from cohorts.errors import Problem

HERE = "cohorts"
NUMBERS = {int: "cli.whole_number", float: "cli.number"}
"""What an option takes → the code of what is said where something else stands there."""


def usage_problem(error: Any) -> Problem | None:
    """What the command line library objects to; None where the error is not one of its own.

    The library keeps its exceptions to itself; all of them tell a message, and some more.
    """
    kind, parameter = type(error).__name__, getattr(error, "param", None)
    if not hasattr(error, "format_message"):
        return None
    if kind == "NoSuchOption":
        return Problem("cli.no_option", HERE, {"option": error.option_name})
    if kind == "BadOptionUsage":
        return Problem("cli.no_value", HERE, {"option": error.option_name})
    if parameter is None:
        commands = getattr(error.ctx and error.ctx.command, "commands", None)
        if commands:
            return Problem("cli.no_command", HERE, {"known": tuple(commands)})
        return Problem("cli.usage", HERE, {"fault": error.format_message()})
    facts: dict[str, object] = {
        "name": parameter.opts[0] if parameter.param_type_name == "option" else _shown(parameter),
        "form": _shown(parameter),
        "about": parameter.help or "",
    }
    code = "cli.absent" if kind == "MissingParameter" else _misfit(parameter)
    return Problem(code, HERE, facts)


def _misfit(parameter: Any) -> str:
    """What belongs there, said in words where it is a number; else it is one of a few words."""
    return NUMBERS.get(parameter.type_descriptor.annotation, "cli.value")


def _shown(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())
