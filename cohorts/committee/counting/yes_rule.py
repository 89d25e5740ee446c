"""What every rule of yes and no has: to how many candidates a ballot may say yes."""

from __future__ import annotations

from abc import ABC
from typing import Annotated, ClassVar

from pydantic import Field
from typing_extensions import override

from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.votes import Asked
from cohorts.words.texts import texts


class YesRule(CountingRule, ABC):
    """``most``: a ballot with more yes is refused, and not counted in part; None: no limit."""

    ASKS: ClassVar = frozenset({Asked.YES})

    MEANS: ClassVar = {
        "most": texts(
            nl="van hoeveel kandidaten iemand hoogstens ja mag zeggen; met meer wordt niet geteld",
            en="to how many candidates somebody may say yes; with more there is no count",
        )
    }

    most: Annotated[int, Field(ge=1)] | None = None

    @property
    @override
    def yes_limit(self) -> int | None:
        return self.most
