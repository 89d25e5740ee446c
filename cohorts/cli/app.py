"""The program: its commands, and how it says that something went wrong."""

from __future__ import annotations

import json
import os
import sys
import traceback
import uuid

import typer

from cohorts.cli import check, compose, intake, manual, programmes, rules
from cohorts.cli.language import language_of
from cohorts.cli.manual import in_words
from cohorts.errors import CohortsError, Problem
from cohorts.words import explain

STOPPED = 4
WRONG_INPUT = 2
BROKEN = 70

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (intake, compose, check, programmes, rules, manual):
    command.register(app)


def main() -> None:
    """Runs the program and ends with its exit code; never with a traceback."""
    arguments = sys.argv[1:]
    try:
        program = in_words(typer.main.get_command(app), language_of(arguments))
        code = program(args=arguments, standalone_mode=False)
    except CohortsError as error:
        code = _told(error.problems, error.exit_code, arguments)
    except (KeyboardInterrupt, typer.Abort):
        code = _told((Problem("compose.stopped"),), STOPPED, arguments)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as error:  # noqa: BLE001 - the last resort: an error id, never a traceback
        code = _usage(error, arguments) or _unexpected(arguments)
    sys.exit(code if isinstance(code, int) else 0)


def _told(problems: tuple[Problem, ...], code: int, arguments: list[str]) -> int:
    """Every problem in words on stderr, or for machines on stdout."""
    language = language_of(arguments)
    told = []
    for problem in problems:
        fault, remedy = explain(problem, language)
        told.append(
            {"code": problem.code, "place": problem.place, "fault": fault, "remedy": remedy}
        )
    if "--json" in arguments:
        sys.stdout.write(json.dumps({"error": told[0], "errors": told}, ensure_ascii=False) + "\n")
        return code
    for one in told:
        place = f"{one['place']}: " if one["place"] else ""
        sys.stderr.write(f"{place}{one['fault']} {one['remedy']}\n")
    return code


def _usage(error: Exception, arguments: list[str]) -> int:
    """The exit code of a wrong command; 0 where it is something else.

    The command line library keeps its own exceptions to itself; they all can tell their message.
    """
    message = getattr(error, "format_message", None)
    if message is None:
        return 0
    return _told((Problem("cli.usage", "cohorts", {"fault": message()}),), WRONG_INPUT, arguments)


def _unexpected(arguments: list[str]) -> int:
    number = uuid.uuid4().hex[:8]
    if os.environ.get("COHORTS_DEBUG"):
        traceback.print_exc()
    return _told((Problem("cli.unexpected", "", {"number": number}),), BROKEN, arguments)


__all__ = ["app", "main"]
