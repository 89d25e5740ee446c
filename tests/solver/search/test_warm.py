"""What is compiled beforehand is all that a search calls, and a stale kernel is never loaded."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import solver
from solver.search.kernels.compiled import SOURCES

ROOT = Path(solver.__file__).parent
TELL = """
from importlib import import_module
from solver.search.warm import warm
from solver.pairing.reading.read_beforehand import warm as warm_reading
from solver.pairing.rotation.beforehand import warm as warm_rotation
warm()
warm_rotation()
warm_reading()
for entry in {entries}:
    module, name = entry.split(":")
    if not getattr(import_module(module), name).signatures:
        print(entry)
"""
"""Which entries were not called."""


def module_of(file: Path) -> str:
    return ".".join(file.relative_to(ROOT.parent).with_suffix("").parts)


def functions(file: Path) -> Iterator[tuple[ast.FunctionDef, bool]]:
    """Each function of a file, and whether it is compiled."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            marks = {mark.id for mark in node.decorator_list if isinstance(mark, ast.Name)}
            yield node, bool(marks & {"compiled", "inlined"})


def entries() -> set[str]:
    """The compiled functions, ``module:name``, that code which is not compiled calls."""
    made, called = {}, set()
    for file in sorted(ROOT.rglob("*.py")):
        for function, is_compiled in functions(file):
            if is_compiled:
                made[function.name, file] = f"{module_of(file)}:{function.name}"
            else:
                names = (node for node in ast.walk(function) if isinstance(node, ast.Name))
                called |= {(node.id, file) for node in names}
    names_of = {file: vars(import_module(module_of(file))) for _, file in called}
    found = {getattr(names_of[file].get(name), "py_func", None) for name, file in called}
    return {
        entry
        for entry in made.values()
        if _function(entry) in found and _function(entry) is not None
    }


def _function(entry: str) -> object:
    module, name = entry.split(":")
    return getattr(getattr(import_module(module), name), "py_func", None)


def test_every_kernel_that_is_called_is_compiled_beforehand() -> None:
    wanted = entries()
    assert {"solver.search.anneal:anneal", "solver.search.kernels.near:_search"} <= wanted
    told = subprocess.run(
        [sys.executable, "-c", TELL.format(entries=sorted(wanted))],
        cwd=ROOT.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == []


def test_whatever_compiled_code_takes_from_elsewhere_names_the_folder_too() -> None:
    """But for types, which say nothing to the compiler."""
    compiled = [file for file in SOURCES if any(is_compiled for _, is_compiled in functions(file))]
    assert len(compiled) > 20
    for file in compiled:
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("solver"):
                for alias in node.names:
                    value = getattr(import_module(node.module or ""), alias.name)
                    source = import_module(node.module or "").__file__ or ""
                    assert not isinstance(value, int) or Path(source) in SOURCES, (file, alias.name)
