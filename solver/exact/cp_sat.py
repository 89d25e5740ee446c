"""CP-SAT, loaded when it is first asked: that takes 80 MB and half a second, and most never ask."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ortools.sat.python import cp_model
else:

    class _WhenAsked:
        """The module, of which every name is looked up at the moment it is used."""

        def __getattr__(self, name: str) -> Any:
            return getattr(import_module("ortools.sat.python.cp_model"), name)

    cp_model = _WhenAsked()

__all__ = ["cp_model"]
