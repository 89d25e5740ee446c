"""People of one company sit together, not too many of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import ClassVar

import numpy as np
from typing_extensions import override

from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.companies import company_of
from cohorts.round.composition import Composition
from cohorts.round.finding import OF_ALL, Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Demand, Level, Rule, described, texts
from cohorts.rules.seated import Seated, changed
from cohorts.rules.worked import Worked
from solver.terms import Tally, Together

Company = tuple[Applicant, ...]
Companies = tuple[list[Company], frozenset[ApplicantId]]


class CompanyTogether(Rule):
    """Together: per company the groups it is spread over, minus one; ``.most``: a Tally.

    A company may be placed in part: with more people than ``most`` the others stay outside.
    """

    TITLE = texts(
        nl="Mensen van één bedrijf bij elkaar, hoogstens {most}",
        en="People of one company together, at most {most}",
    )
    ABOUT = texts(
        nl="Mensen van één bedrijf zitten in dezelfde groep, met hoogstens zo veel. Heeft een "
        "bedrijf meer mensen, dan krijgen bij een eis de anderen geen plaats. Eén bedrijf is: "
        "hetzelfde KvK-nummer, of anders dezelfde naam.",
        en="People of one company sit in the same group, at most so many of them. As a must the "
        "others of a company with more people get no place. One company is: the same number in "
        "the trade register, or else the same name.",
    )
    SENTENCES: ClassVar = {
        "together": texts(
            nl="Samen geplaatst, van één bedrijf: {together}.",
            en="Placed together, of one company: {together}.",
        ),
        "nobody": texts(
            nl="Van elk bedrijf zit hier één persoon.",
            en="Each company has one person here.",
        ),
        "split": texts(
            nl="Deze mensen van één bedrijf zitten niet bij elkaar: {split}.",
            en="These people of one company do not sit together: {split}.",
        ),
        "crowded": texts(
            nl="Hoogstens {most} van één bedrijf is de afspraak; hier zijn er meer: {over}.",
            en="At most {most} of one company is agreed; there are more here: {over}.",
        ),
    }
    OF_FEW = False
    OF_HOW_ALIKE = False
    WORKED = (
        Worked(
            fields={"most": 2},
            groups=(
                {"Anna": {"company": "Anker"}, "Bert": {"company": "Anker"}},
                {"Cora": {"company": "Berk"}, "Dirk": {"company": "Citer"}},
                {"Eva": {"company": "Berk"}, "Fred": {"company": "Duin"}},
            ),
        ),
    )

    level: Level = described(
        Level.MUST,
        nl="must: geldt altijd; should: telt mee",
        en="must: always; should: weighed",
        asked=False,
    )
    most: int = described(
        3,
        nl="hoogstens zo veel van één bedrijf in een groep",
        en="most of one company",
        ge=1,
        le=1000,
    )

    @override
    def needs(self) -> tuple[str, ...]:
        return ("company", "kvk")

    def companies(self, round_: Round) -> list[Company]:
        """The companies of at least two people, by their smallest id."""
        sign = company_of(round_.applicants)
        people: dict[str, list[Applicant]] = {}
        for a in round_.applicants:
            if a.id in sign:
                people.setdefault(sign[a.id], []).append(a)
        return [tuple(part) for part in people.values() if len(part) > 1]

    @override
    def demands(self, round_: Round) -> list[Demand]:
        companies = self.companies(round_)
        if not companies:
            return []
        rows = tuple(
            np.array([round_.rows[a.id] for a in part], dtype=np.int64) for part in companies
        )
        together = Together(name=self.key, n=round_.n, sets=rows, price=1)
        demands = [self.demand(together, people=1)]
        # a company that is not larger than a group may hold asks nothing
        large = [part for part in rows if part.size > self.most]
        if large:
            demands.append(self.demand(self._tally(large, round_.n), people=1))
        return demands

    def _tally(self, large: list[np.ndarray], n: int) -> Tally:
        code = np.full(n, -1, dtype=np.int64)
        for company, rows in enumerate(large):
            code[rows] = company
        return Tally(
            name=f"{self.key}.most",
            code=code,
            low=np.zeros(len(large), dtype=np.int64),
            high=np.full(len(large), self.most, dtype=np.int64),
            amount=np.ones(n, dtype=np.int64),
            price=1,
        )

    @override
    def pool(self, round_: Round) -> Companies:
        """The companies of at least two people, and who is known to be of one."""
        return self.companies(round_), frozenset(company_of(round_.applicants))

    @override
    def others(self, composition: Composition, pool: Companies) -> list[Company]:
        """Those with a place of every company that is spread over groups."""
        placed = _placed(pool[0], composition)
        return [part for part in placed if len({composition.seats[a.id] for a in part}) > 1]

    @override
    def minding(
        self, before: list[Company], now: list[Company], composition: Composition
    ) -> Collection[int]:
        return changed(before, now, composition)

    @override
    def is_unknown(self, applicant: Applicant, pool: Companies) -> bool:
        return applicant.id not in pool[1]

    @override
    def measure_group(self, group: Seated, pool: Companies) -> GroupFinding:
        here = {a.id for a in group.members}
        inside = [tuple(a for a in part if a.id in here) for part in pool[0]]
        over = [part for part in inside if len(part) > self.most]
        split = [part for part in group.others if any(a.id in here for a in part)]
        facts: dict[str, Fact] = {
            "together": tuple(_people(part) for part in inside if len(part) > 1),
            "over": tuple(_people(part) for part in over),
            "split": tuple(_people(part) for part in split),
            "most": self.most,
        }
        verdict = "crowded" if over else "split" if split else "nobody"
        if verdict == "nobody" and facts["together"]:
            verdict = "together"
        wrong = Counter(a.id for part in (*over, *split) for a in part)
        concerned = sum(i in here for i in wrong)
        return GroupFinding(
            group.number,
            verdict,
            {f"{self.key}.most": sum(len(part) - self.most for part in over)},
            facts,
            tuple(wrong),
            round(1 - concerned / len(group.members), 3),
            shares={self.key: len(split)},
        )

    @override
    def measure_whole(
        self, composition: Composition, pool: Companies, others: list[Company]
    ) -> GroupFinding:
        # what is not spread is in one group, or in none
        spread = (len({composition.seats[a.id] for a in part}) for part in others)
        return GroupFinding(OF_ALL, "", {self.key: sum(groups - 1 for groups in spread)})


def _placed(companies: list[Company], composition: Composition) -> list[Company]:
    """Those of each company who have a place."""
    return [tuple(a for a in part if a.id in composition.seats) for part in companies]


def _people(part: Company) -> str:
    """The people of a company by their own names, behind the name of the company."""
    names = " + ".join(a.name or a.id for a in part)
    return f"{part[0].company or part[0].label} ({names})"
