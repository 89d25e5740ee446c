"""Somebody sits in a given group, whatever else happens."""

from __future__ import annotations

from typing import ClassVar, Self

import numpy as np

from cohorts.errors import InputError, Problem
from cohorts.people.applicant import ApplicantId
from cohorts.round.composition import Composition
from cohorts.round.finding import Fact, Finding, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Demand, Level, Rule, described, texts
from cohorts.rules.worked import Worked
from cohorts.words import Language
from cohorts.words.phrase import phrase
from solver.terms import Place


class Pin(Rule):
    """Place: one unit for whoever is pinned and sits elsewhere, or nowhere."""

    TITLE = texts(nl="{name} in groep {group}", en="{name} in group {group}")
    ABOUT = texts(
        nl="Deze persoon zit in deze groep. De groep houdt haar nummer.",
        en="This person sits in this group. The group keeps its number.",
    )
    SENTENCES: ClassVar = {
        "kept": texts(nl="{label} zit vast in deze groep.", en="{label} is fixed in this group."),
        "broken": texts(
            nl="{label} hoort in groep {wished}.", en="{label} belongs in group {wished}."
        ),
        "other": texts(nl="Niemand zit hier vast.", en="Nobody is fixed here."),
    }
    WORKED = (
        Worked(
            fields={"person": "Anker", "group": 1},
            groups=({"Anker": {}, "Berk": {}}, {"Citer": {}, "Duin": {}}),
        ),
        Worked(
            fields={"person": "Anker", "group": 2},
            groups=({"Anker": {}, "Berk": {}}, {"Citer": {}, "Duin": {}}),
        ),
    )

    level: Level = described(
        Level.MUST, nl="must: geldt altijd; should: telt mee", en="must: always; should: weighed"
    )
    person: str = described(..., nl="nummer (id) van de persoon", en="id of the person")
    group: int = described(
        ..., nl="nummer van de groep", en="number of the group", ge=1, le=100_000
    )

    name: str = described(
        "",
        nl="hoe deze persoon in het verslag heet; leeg: zoals bij de aanmelding",
        en="what this person is called in the report; empty: as in the application",
    )

    def title(self, language: Language) -> str:
        """By name where it is known, and by id where not."""
        facts = {"name": self.name or self.person, "group": self.group}
        return phrase(self.TITLE[language], facts, language)

    def named(self, round_: Round) -> Self:
        """The same pin with the name of its person, where that is somebody in the round."""
        row = round_.rows.get(ApplicantId(self.person))
        if self.name or row is None:
            return self
        return self.model_copy(update={"name": round_.applicants[row].label})

    def demands(self, round_: Round) -> list[Demand]:
        allowed = np.ones((round_.n, round_.groups + 1), dtype=bool)
        row = self._row(round_)
        allowed[row] = False
        allowed[row, self.group - 1] = True
        return [self.demand(Place(name=self.key, allowed=allowed, price=1), people=1)]

    def _row(self, round_: Round) -> int:
        person = ApplicantId(self.person)
        if person not in round_.rows:
            raise InputError(Problem("compose.pin_unknown", self.key, {"person": self.person}))
        if self.group > round_.groups:
            facts = {"group": self.group, "groups": round_.groups}
            raise InputError(Problem("compose.pin_group", self.key, facts))
        return round_.rows[person]

    def measure(self, composition: Composition, round_: Round) -> Finding:
        label = self.name or round_.applicants[self._row(round_)].label
        facts: dict[str, Fact] = {"label": label, "wished": self.group}
        seat = next(
            (n for n, g in composition.groups.items() if any(a.id == self.person for a in g)), None
        )
        groups = []
        for number in composition.groups:
            verdict = "other" if number != seat else "kept" if seat == self.group else "broken"
            wrong = verdict == "broken"
            groups.append(
                GroupFinding(
                    number,
                    verdict,
                    {self.key: int(wrong)},
                    facts,
                    (ApplicantId(self.person),) if number == seat else (),
                    0.0 if wrong else 1.0,
                    broken=wrong and self.level is Level.MUST,
                )
            )
        return Finding(self.key, tuple(groups), {self.key: int(seat is None)})
