"""An open set: every file of a folder that defines a class of a kind adds a member, by its name."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterable, Mapping
from importlib import import_module
from types import ModuleType
from typing import TypeVar

Kind = TypeVar("Kind")


def members_of(package: str, path: Iterable[str], base: type[Kind]) -> Mapping[str, type[Kind]]:
    """Name of the file → its class, by name. A file that defines no ``base`` is passed over."""
    found: dict[str, type[Kind]] = {}
    for info in sorted(pkgutil.iter_modules(path), key=lambda i: i.name):
        own = _own(import_module(f"{package}.{info.name}"), base)
        if own is not None:
            found[info.name] = own
    return found


def _own(module: ModuleType, base: type[Kind]) -> type[Kind] | None:
    kinds = [
        kind
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, base) and kind.__module__ == module.__name__
        if kind is not base and not inspect.isabstract(kind)
    ]
    return kinds[0] if kinds else None
