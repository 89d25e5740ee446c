"""Runs what the pages show, in a folder of its own, and tells each page with what came out.

``bash`` blocks hold ``cohorts`` commands and ``python`` blocks programs; both are run. A block with
``file=NAME`` is written to that file. A ``text out`` block shows what the block before it printed:
``head=N`` and ``tail=N`` keep so many lines, ``width=N`` so many signs of each. ``exit=N``: the
last command of the block ends with that code.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from cohorts.cli import main
from tests.docs.pages import ROOT, Block, Page

ELSEWHERE = {"make", "python", "cd", "source", "git"}
"""What a page may name without it being run here; see test_commands.py."""


class ExampleError(AssertionError):
    """An example does not do what its page says."""


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str


def retold(page: Page, folder: Path) -> str:
    """The page's text, with every output as it is now. Raises ExampleError."""
    furnish(folder)
    text, moved, printed = page.text, 0, ""
    scope: dict[str, object] = {"__name__": "example"}
    # what the pages keep stands in that folder too, whatever the machine keeps elsewhere
    kept = {"COHORTS_DATABASE_URL": f"sqlite:///{folder}/kept/rounds.sqlite"}
    with contextlib.chdir(folder), patch.dict(os.environ, kept):
        for block in page.blocks:
            place = f"{page}:{block.line}"
            if "file" in block.options:
                Path(block.options["file"]).write_text(block.body, encoding="utf-8")
            elif block.language == "bash":
                printed = _run_commands(block, place)
            elif block.language == "python":
                printed = _run_program(block, place, scope)
            elif "out" in block.options:
                now = shown(printed, block.options)
                text = text[: block.start + moved] + now + text[block.end + moved :]
                moved += len(now) - len(block.body)
    return text


def furnish(folder: Path) -> None:
    """Puts the samples and the small examples where a reader has them."""
    for name in ("sample_data", "docs/examples"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored, dirs_exist_ok=True)


def has_examples(page: Page) -> bool:
    """Whether anything on the page is run."""
    return any("file" in b.options or b.language in ("bash", "python") for b in page.blocks)


def commands(block: Block) -> Iterator[list[str]]:
    """The commands of a block, in words; a line that ends on a backslash goes on."""
    joined = re.sub(r"\\\n\s*", "", block.body)
    for line in joined.splitlines():
        if words := shlex.split(line, comments=True):
            yield words


def shown(printed: str, options: Mapping[str, str]) -> str:
    """The lines a page shows of what was printed."""
    width = int(options.get("width", 110))
    lines = [_cut(line.rstrip(), width) for line in printed.rstrip("\n").split("\n")]
    head, tail = int(options.get("head", 0)), int(options.get("tail", 0))
    if (head or tail) and head + tail < len(lines):
        lines = [*lines[:head], "…", *lines[len(lines) - tail :]]
    return "\n".join(lines) + "\n"


def _cut(line: str, width: int) -> str:
    return line if len(line) <= width else line[: width - 2].rstrip() + " …"


def _run_commands(block: Block, place: str) -> str:
    """Everything the commands printed; what went wrong stands behind it."""
    printed, last = "", Ran(0, "", "")
    for words in commands(block):
        if last.code:
            raise ExampleError(f"{place}: exit {last.code}\n{last.err}")
        if words[0] == "cohorts":
            last = run(words[1:])
            printed += last.out + (last.err if last.code else "")
        elif words[0] not in ELSEWHERE:
            raise ExampleError(f"{place}: nobody knows how to run {words[0]}")
    if last.code != int(block.options.get("exit", 0)):
        raise ExampleError(f"{place}: exit {last.code}\n{last.out}{last.err}")
    return printed


def run(arguments: list[str]) -> Ran:
    """The program in this process, in the folder of this moment."""
    out, err = io.StringIO(), io.StringIO()
    code: object = 0
    with (
        patch.object(sys, "argv", ["cohorts", *arguments]),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as ended:
            code = ended.code
    return Ran(int(str(code or 0)), out.getvalue(), err.getvalue())


def _run_program(block: Block, place: str, scope: dict[str, object]) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        program = compile(block.body, place, "exec", dont_inherit=True)
        exec(program, scope)  # noqa: S102 - our own pages
    return out.getvalue()
