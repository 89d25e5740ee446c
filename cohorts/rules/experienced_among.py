"""Somebody with experience in every group, and not too many of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

import numpy as np
from pydantic import model_validator
from pydantic_core import PydanticCustomError
from typing_extensions import override

from cohorts.people.applicant import Applicant
from cohorts.round.finding import Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Demand, Rule, described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.worked import Worked
from solver.terms import Tally
from solver.terms.tally import FREE


class ExperiencedAmong(Rule):
    """Tally with bounds: members from ``from_value`` up, short of ``least`` or over ``most``."""

    TITLE = texts(
        nl="In elke groep ervaren leden: {field} vanaf {from_value}",
        en="Experienced members in every group: {field} from {from_value}",
    )
    ABOUT = texts(
        nl="In elke groep zitten leden met veel ervaring, van wie de anderen leren: minstens "
        "zo veel en, als u dat invult, hoogstens zo veel. Wie niets invulde, telt niet mee.",
        en="Every group has members with much experience, from whom the others learn: at least so "
        "many and, where you fill it in, at most so many. Whoever filled in nothing does not "
        "count.",
    )
    SENTENCES: ClassVar = {
        "kept": texts(
            nl="Met {field} vanaf {from_value}: {people}.",
            en="With {field} from {from_value}: {people}.",
        ),
        "few": texts(
            nl="Te weinig leden met {field} vanaf {from_value}: {count}, gevraagd {least}.",
            en="Too few members with {field} from {from_value}: {count}, asked {least}.",
        ),
        "many": texts(
            nl="Te veel leden met {field} vanaf {from_value}: {people}; hoogstens {most}.",
            en="Too many members with {field} from {from_value}: {people}; at most {most}.",
        ),
        "nobody": texts(
            nl="Niemand heeft {field} vanaf {from_value}.",
            en="Nobody has {field} from {from_value}.",
        ),
    }
    AMONG_FEW: ClassVar = {
        "kept": texts(
            nl="{people} {people:heeft|hebben} {field} vanaf {from_value}.",
            en="{people} {people:has|have} {field} from {from_value}.",
        ),
        "few": texts(
            nl="Te weinig van hen hebben {field} vanaf {from_value}: {count}, gevraagd {least}.",
            en="Too few of them have {field} from {from_value}: {count}, asked {least}.",
        ),
        "many": texts(
            nl="Van hen {count:heeft|hebben} {count} {field} vanaf {from_value}; hoogstens {most}.",
            en="Of them {count} {count:has|have} {field} from {from_value}; at most {most}.",
        ),
        "nobody": texts(
            nl="Geen van hen heeft {field} vanaf {from_value}.",
            en="None of them has {field} from {from_value}.",
        ),
    }
    JOINS = frozenset({"kept"})
    MENDED_BY_MORE = True
    WORKED = (
        Worked(
            fields={"from_value": 10, "least": 1, "most": 2},
            groups=(
                {
                    "Anker": {"experience": 15},
                    "Berk": {"experience": 2},
                    "Citer": {"experience": 1},
                },
                {"Duin": {"experience": 3}, "Eik": {"experience": 9}, "Fluit": {}},
                {"Geul": {"experience": 11}, "Hek": {"experience": 20}, "Iep": {"experience": 30}},
            ),
        ),
    )

    field: str = described("experience", nl="veld of kolom met een getal", en="field with a number")
    from_value: float = described(
        ..., nl="vanaf dit getal is iemand ervaren", en="experienced from here", allow_inf_nan=False
    )
    least: int = described(1, nl="kleinste aantal per groep", en="fewest per group", ge=0, le=1000)
    most: int | None = described(
        None,
        nl="grootste aantal per groep; leeg: geen",
        en="most per group; empty: any",
        ge=0,
        le=1000,
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.most is None and self.least == 0:
            raise PydanticCustomError("asks_nothing", "'least' or 'most' must ask something")
        if self.most is not None and self.least > self.most:
            raise PydanticCustomError("bounds_order", "least <= most")
        return self

    @override
    def needs(self) -> tuple[str, ...]:
        return (self.field,)

    @override
    def knows(self, applicant: Applicant, field: str) -> bool:
        return applicant.number(field) is not None

    def experienced(self, applicant: Applicant) -> bool:
        """Whether the applicant's number is known and high enough."""
        number = applicant.number(self.field)
        return number is not None and number >= self.from_value

    @override
    def lacks(self, round_: Round) -> Mapping[str, tuple[str | float, ...]]:
        return {self.field: (self.from_value,)}

    @override
    def demands(self, round_: Round) -> list[Demand]:
        code = [0 if self.experienced(a) else -1 for a in round_.applicants]
        term = Tally(
            name=self.key,
            code=np.array(code, dtype=np.int64),
            low=np.array([self.least], dtype=np.int64),
            high=np.array([FREE if self.most is None else self.most], dtype=np.int64),
            amount=np.ones(round_.n, dtype=np.int64),
            price=1,
        )
        return [self.demand(term, people=1)]

    @override
    def is_unknown(self, applicant: Applicant, pool: Any) -> bool:
        return applicant.number(self.field) is None

    @override
    def measure_group(self, group: Seated, pool: Any) -> GroupFinding:
        members = group.members
        found = [a for a in members if self.experienced(a)]
        short = max(self.least - len(found), 0)
        over = 0 if self.most is None else max(len(found) - self.most, 0)
        facts: dict[str, Fact] = {
            "field": self.field,
            "from_value": self.from_value,
            "least": self.least,
            "most": self.most,
            "count": len(found),
            "people": tuple(a.label for a in found),
        }
        share = short / self.least if short else over / len(members)
        return GroupFinding(
            group.number,
            "few" if short else "many" if over else "kept" if found else "nobody",
            {self.key: short + over},
            facts,
            tuple(a.id for a in found),
            round(1 - share, 3),
        )
