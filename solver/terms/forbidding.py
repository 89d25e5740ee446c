"""A term that forbids something whatever it costs beside that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from typing_extensions import override

from solver.terms.term import Term


@dataclass(frozen=True, eq=False, kw_only=True)
class Forbidding(Term):
    """What it forbids is demanded at any ``price``; the price is that of its wish (0: none)."""

    price: int

    @property
    @override
    def is_hard(self) -> bool:
        return True

    @override
    def demanded(self) -> Self:
        return replace(self, price=0)
