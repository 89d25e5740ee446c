"""The program: its commands, and how it says that something went wrong."""

from __future__ import annotations

import json
import os
import sys
import traceback
import uuid
from contextlib import suppress
from functools import cache
from typing import Any

import typer

from cohorts.cli import (
    access,
    alternatives,
    audit,
    backup,
    buddies,
    check,
    circles,
    compose,
    count,
    diff,
    doctor,
    drill,
    edit,
    erase,
    intake,
    manual,
    panel,
    people,
    prices,
    programmes,
    repair,
    replay,
    report,
    restore,
    rotation,
    rules,
    screen,
    shortlist,
)
from cohorts.cli import round as round_command
from cohorts.cli.language import language_of
from cohorts.cli.manual import in_words
from cohorts.cli.options import LanguageOption
from cohorts.cli.streams import ready_streams
from cohorts.cli.usage import usage_problem
from cohorts.errors import CohortsError, Problem
from cohorts.forms.fault import fault_of
from cohorts.reports.plain import plain
from cohorts.words import Language, explain, say
from cohorts.words.vocabulary import speaking

PROGRAM = "cohorts"
"""What help calls it, however it was started."""
STOPPED = 4
INTERRUPTED = 130
WRONG_INPUT = 2
BROKEN = 70
MOST_TOLD = 40

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
for command in (
    intake,
    compose,
    circles,
    check,
    replay,
    report,
    edit,
    repair,
    buddies,
    diff,
    prices,
    alternatives,
    rotation,
    panel,
    count,
    programmes,
    rules,
    screen,
    shortlist,
    round_command,
    people,
    access,
    erase,
    backup,
    restore,
    drill,
    doctor,
    audit,
    manual,
):
    command.register(app)


@app.callback()
def program(language: LanguageOption = None) -> None:
    """What may stand before a command: the language, read before anything else is."""
    del language


def main() -> None:
    """Runs the command and ends with its exit code; never with a traceback."""
    arguments = sys.argv[1:] or ["--help"]
    try:
        code = _ended(arguments)
    except KeyboardInterrupt:  # between two of our own steps
        code = stopped(arguments)
    sys.exit(code)


def stopped(arguments: list[str]) -> int:
    """The exit code of who stopped it before there was anything; told, if that is still wanted."""
    with suppress(KeyboardInterrupt):
        return _told((Problem("cli.stopped"),), STOPPED, arguments)
    return STOPPED


def _ended(arguments: list[str]) -> int:
    """The exit code, also where our own words do not reach anybody."""
    ready_streams(arguments)
    try:
        with speaking({}):  # a command that reads a programme speaks in its words until it ends
            code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        place = str(error.filename or "")
        code = _told(
            (Problem("cli.system", place, {"fault": fault_of(error)}),), WRONG_INPUT, arguments
        )
    return code


def _run(arguments: list[str]) -> int:
    """The exit code of the command; what the system itself refuses is passed on."""
    try:
        asked = _commands(language_of(arguments))
        code = asked(args=arguments, prog_name=PROGRAM, standalone_mode=False)
    except CohortsError as error:
        return _told(error.problems, error.exit_code, arguments)
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except SystemExit:  # the library's word for a reader of our output that went away
        return 0
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - the last resort: an error id, never a traceback
        return _usage(error, arguments) or _unexpected(arguments)
    if code == INTERRUPTED:
        return stopped(arguments)
    return code if isinstance(code, int) else 0


@cache
def _commands(language: Language) -> Any:
    """All commands, which take some 0.1 s to make of their functions."""
    return in_words(typer.main.get_command(app), language)


def _told(problems: tuple[Problem, ...], code: int, arguments: list[str]) -> int:
    """Every problem in words on stderr, or for machines on stdout."""
    language = language_of(arguments)
    told = []
    for problem in problems:
        fault, remedy = explain(problem, language)
        told.append(
            {"code": problem.code, "place": problem.place, "fault": fault, "remedy": remedy}
        )
    with suppress(OSError):  # where nobody can hear it, the exit code is all that can be said
        if "--json" in arguments:
            content = {"error": told[0], "errors": told}
            sys.stdout.write(json.dumps(content, ensure_ascii=False) + "\n")
            return code
        for one in told[:MOST_TOLD]:
            place = f"{one['place']}: " if one["place"] else ""
            sys.stderr.write(plain(f"{place}{one['fault']} {one['remedy']}") + "\n")
        if len(told) > MOST_TOLD:
            sys.stderr.write(say("intake.more", language, count=len(told) - MOST_TOLD) + "\n")
    return code


def _usage(error: Exception, arguments: list[str]) -> int:
    """The exit code of a wrong command; 0 where it is something else."""
    problem = usage_problem(error)
    return 0 if problem is None else _told((problem,), WRONG_INPUT, arguments)


def _unexpected(arguments: list[str]) -> int:
    number = uuid.uuid4().hex[:8]
    if os.environ.get("COHORTS_DEBUG"):
        traceback.print_exc()
    return _told((Problem("cli.unexpected", "", {"number": number}),), BROKEN, arguments)


__all__ = ["app", "main"]
