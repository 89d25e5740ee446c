"""Each group has times at which its members can come."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from typing_extensions import override

from cohorts.errors import NoCompositionError, Problem
from cohorts.people.applicant import Applicant
from cohorts.people.day_parts import part_said
from cohorts.round.finding import Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.options_named import choice, left_out
from cohorts.rules.rule import Demand, Level, Rule, described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.worked import Worked
from cohorts.words import Language


class Availability(Rule):
    """A choice of ``slots`` per group: must = every member can at all of them.

    As a should one unit per member and slot that does not suit; a member whom none suits costs one
    point. Of who ticked nothing it is not known: they cost nothing, and are named.
    """

    TITLE = texts(
        nl="{slots:Een tijd|Tijden} waarop de leden kunnen",
        en="{slots:A time|Times} at which the members can come",
    )
    ABOUT = texts(
        nl="Elke groep krijgt zo veel tijden om bij elkaar te komen, uit wat de leden aankruisten. "
        "Als eis kan elk lid op al die tijden; als wens zo veel mogelijk leden. Van wie niets "
        "aankruiste, is het niet bekend: die telt niet mee en wordt genoemd. Dagdelen in andere "
        "woorden (di-ochtend, dinsdagochtend, Tue am) zijn één tijd.",
        en="Each group gets so many times to meet, out of what its members ticked. As a must "
        "every member can at all of them; as a should as many as possible. Of whoever ticked "
        "nothing it is not known: they do not count, and are named. Parts of the week in other "
        "words (di-ochtend, dinsdagochtend, Tue am) are one time.",
    )
    SENTENCES: ClassVar = {
        "all": texts(nl="Alle leden kunnen op {slots}.", en="All members can come on {slots}."),
        "most": texts(
            nl="{can} van de {count} leden {can:kan|kunnen} op {slots}; niet: {people}.",
            en="{can} of {count} members can come on {slots}; not: {people}.",
        ),
        "told": texts(
            nl="{can} van de {count} leden {can:kan|kunnen} op {slots}.",
            en="{can} of {count} members can come on {slots}.",
        ),
        "none": texts(
            nl="Geen van de leden die iets opgaven, kan op {slots}.",
            en="None of the members who said anything can come on {slots}.",
        ),
        "unknown": texts(
            nl="Niemand in deze groep gaf op wanneer het uitkomt.",
            en="Nobody in this group said what times suit.",
        ),
    }
    AMONG_FEW: ClassVar = {
        "all": texts(nl="Zij kunnen samen op {slots}.", en="They can meet on {slots}."),
        **dict.fromkeys(
            ("most", "none"),
            texts(
                nl="Er {slots:is geen tijd|zijn niet genoeg tijden} waarop zij samen kunnen.",
                en="There {slots:is no time|are not enough times} at which they can meet.",
            ),
        ),
        "told": texts(
            nl="Wie iets opgaf, kan op {slots}.", en="Those who said anything can come on {slots}."
        ),
        "unknown": texts(
            nl="Geen van hen gaf op wanneer het uitkomt.", en="None of them said what times suit."
        ),
    }
    BESIDE: ClassVar = {
        "unsaid": texts(nl="{unsaid} {unsaid:gaf|gaven} niets op.", en="{unsaid} did not say."),
    }
    OF_HOW_ALIKE = False
    TAKES = "slots"
    JOINS_FEW = frozenset({"all"})
    WORKED = (
        Worked(
            groups=(
                {"Anker": {"availability": ("12-5", "19-5")}, "Berk": {"availability": ("19-5",)}},
                {
                    "Citer": {"availability": ("12-5",)},
                    "Duin": {"availability": ("12-5",)},
                    "Eik": {"availability": ("19-5",)},
                    "Fluit": {},
                },
            ),
        ),
    )

    field: str = described("availability", nl="veld met tijden", en="field with times")
    slots: int = described(
        1, nl="zo veel tijden per groep", en="so many times per group", ge=1, le=1000
    )

    @override
    def needs(self) -> tuple[str, ...]:
        return (self.field,)

    @property
    @override
    def options_in(self) -> str:
        return self.field

    def options(self, round_: Round) -> tuple[str, ...]:
        """The times anybody ticked, in alphabetical order."""
        return round_.values(self.field)

    @override
    def demands(self, round_: Round) -> list[Demand]:
        options = self.options(round_)
        if not options:
            return []
        must = self.level is Level.MUST
        if must and len(options) < self.slots:
            facts = {"slots": self.slots, "known": options}
            raise NoCompositionError(Problem("compose.few_slots", self.key, facts))
        take = min(self.slots, len(options))
        ticked = [a.values(self.field) for a in round_.applicants]
        term = choice(self.key, ticked, options, round_, must=must, take=take)
        return [self.demand(term, people=1 / take)]

    @override
    def pool(self, round_: Round) -> tuple[str, ...]:
        return self.options(round_)

    @override
    def is_unknown(self, applicant: Applicant, pool: tuple[str, ...]) -> bool:
        return not applicant.values(self.field)

    @override
    def measure_group(self, group: Seated, pool: tuple[str, ...]) -> GroupFinding:
        number, members = group.number, group.members
        slots = tuple(pool[option] for option in group.taken)
        lacking = {a.id: sum(left_out(a.values(self.field), slots)) for a in members}
        without = [a for a in members if lacking[a.id]]
        unsaid = [a for a in members if not a.values(self.field)]
        amount = sum(lacking.values())
        can = len(members) - len(without) - len(unsaid)
        facts: dict[str, Fact] = {
            "slots": slots,
            "can": can,
            "count": len(members),
            "people": tuple(a.label for a in without),
        }
        told = slots and len(unsaid) < len(members)
        if told and unsaid:
            facts["unsaid"] = tuple(a.label for a in unsaid)
        verdict = "none" if not can else "most" if without else "told" if unsaid else "all"
        return GroupFinding(
            number,
            verdict if told else "unknown",
            {self.key: amount},
            facts,
            tuple(a.id for a in without),
            round(1 - amount / max(len(slots) * len(members), 1), 3),
        )

    @override
    def as_told(self, finding: GroupFinding, language: Language) -> GroupFinding:
        """Parts of the week are said in the language of the reader, whoever wrote them."""
        slots = finding.facts.get("slots")
        written = slots if isinstance(slots, tuple | list) else ()
        said = tuple(part_said(str(one), language) for one in written)
        return replace(finding, facts={**finding.facts, "slots": said})
