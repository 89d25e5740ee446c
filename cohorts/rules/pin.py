"""Somebody sits in a given group, whatever else happens."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import ClassVar, Self

import numpy as np
from typing_extensions import override

from cohorts.errors import InputError, Problem
from cohorts.forms.field import PINNED
from cohorts.people.applicant import ApplicantId
from cohorts.round.composition import Composition
from cohorts.round.finding import OF_ALL, Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.rule import Demand, Level, Rule, described, texts
from cohorts.rules.seated import Seated
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
        "kept": texts(nl="{label} zit hier vast.", en="{label} is fixed here."),
        "broken": texts(
            nl="{label} hoort in groep {wished}.", en="{label} belongs in group {wished}."
        ),
        "nowhere": texts(
            nl="{label} hoort in groep {wished}, en heeft geen plaats.",
            en="{label} belongs in group {wished}, and has no place.",
        ),
        "other": texts(nl="Niemand zit hier vast.", en="Nobody is fixed here."),
    }
    OF_FEW = False
    OF_ANY_GROUP = False
    OF_HOW_ALIKE = False
    NAMES_SOMEBODY = True
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
        Level.MUST,
        nl="must: geldt altijd; should: telt mee",
        en="must: always; should: weighed",
        asked=False,
    )
    person: str = described(..., nl="nummer (id) van de persoon", en="id of the person")
    group: int = described(
        ..., nl="nummer van de groep", en="number of the group", ge=1, le=100_000
    )

    name: str = described(
        "",
        nl="hoe deze persoon in het verslag heet; leeg: zoals bij de aanmelding",
        en="what this person is called in the report; empty: as in the application",
        asked=False,
    )

    @override
    def title(self, language: Language) -> str:
        """By name where it is known, and by id where not."""
        facts = {"name": self.name or self.person, "group": self.group}
        return phrase(self.TITLE[language], facts, language)

    @override
    def calling(self, of: Callable[[str], str]) -> Self:
        """Without the name, which the round knows."""
        return self.model_copy(update={"person": of(self.person), "name": ""})

    @classmethod
    @override
    def brought_by(cls, round_: Round, name: str, *, asked: bool) -> Iterable[Self]:
        """Whoever was pinned beside the programme, with a key no programme can have."""
        return tuple(
            cls(rule=name, person=person, group=group).model_copy(
                update={"key": f"{PINNED}{person}"}
            )
            for person, group in sorted(round_.pins.items())
        )

    @override
    def fixed_seat(self, round_: Round) -> tuple[ApplicantId, int] | None:
        row = self._row(round_)
        return (round_.applicants[row].id, self.group) if self.level is Level.MUST else None

    @override
    def idle_in(self, round_: Round) -> bool:
        return ApplicantId(self.person) in round_.gone

    @override
    def in_round(self, round_: Round) -> Self:
        """The same pin with the name of its person, where that is somebody in the round."""
        row = round_.rows.get(ApplicantId(self.person))
        if self.name or row is None:
            return self
        return self.model_copy(update={"name": round_.applicants[row].label})

    @override
    def demands(self, round_: Round) -> list[Demand]:
        about = np.array([self._row(round_)], dtype=np.int64)
        allowed = np.zeros((1, round_.groups + 1), dtype=bool)
        allowed[0, self.group - 1] = True
        term = Place(name=self.key, about=about, allowed=allowed, n=round_.n, price=1)
        return [self.demand(term, people=1)]

    def _row(self, round_: Round) -> int:
        person = ApplicantId(self.person)
        if person not in round_.rows:
            raise InputError(Problem("compose.pin_unknown", self.key, {"person": self.person}))
        if self.group > round_.groups:
            facts = {"group": self.group, "groups": round_.groups}
            raise InputError(Problem("compose.pin_group", self.key, facts))
        return round_.rows[person]

    @override
    def pool(self, round_: Round) -> str:
        """What the person is called."""
        return self.name or round_.applicants[self._row(round_)].label

    @override
    def others(self, composition: Composition, pool: str) -> int | None:
        """Where the person sits."""
        return composition.seats.get(ApplicantId(self.person))

    @override
    def minding(
        self, before: int | None, now: int | None, composition: Composition
    ) -> Collection[int]:
        """None but the two that the person left and came to."""
        return ()

    @override
    def measure_group(self, group: Seated, pool: str) -> GroupFinding:
        here = group.number == group.others
        verdict = "other" if not here else "kept" if group.number == self.group else "broken"
        wrong = verdict == "broken"
        return GroupFinding(
            group.number,
            verdict,
            {self.key: int(wrong)},
            self._facts(pool),
            (ApplicantId(self.person),) if here else (),
            0.0 if wrong else 1.0,
        )

    @override
    def measure_whole(
        self, composition: Composition, pool: str, others: int | None
    ) -> GroupFinding:
        nowhere = others is None
        return GroupFinding(
            OF_ALL,
            "nowhere" if nowhere else "",
            {self.key: int(nowhere)},
            self._facts(pool),
            (ApplicantId(self.person),) if nowhere else (),
        )

    def _facts(self, label: str) -> dict[str, Fact]:
        return {"label": label, "wished": self.group}
