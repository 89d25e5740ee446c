"""Each group has a theme that its members share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from typing_extensions import override

from cohorts.people.applicant import Applicant
from cohorts.round.finding import Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.options_named import choice
from cohorts.rules.rule import Demand, Level, Rule, described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.worked import Worked
from cohorts.words import Language


class SharedTheme(Rule):
    """A choice per group: must = every member named it; should = 1 per member who did not."""

    TITLE = texts(nl="Een gedeelde waarde in: {field}", en="A value shared in: {field}")
    TITLE_OF_THEMES: ClassVar = texts(nl="Een gedeeld thema", en="A shared theme")
    ABOUT = texts(
        nl="Elke groep krijgt een thema dat de leden zelf noemden. Als eis noemt elk lid het "
        "thema; als wens zo veel mogelijk leden. Wie niets noemde, telt niet mee.",
        en="Each group gets a theme its members named themselves. As a must every member names "
        "it; as a should as many as possible. Whoever named nothing does not count.",
    )
    SENTENCES: ClassVar = {
        "all": texts(nl="Alle leden noemen ‘{theme}’.", en="All members name ‘{theme}’."),
        "most": texts(
            nl="{count} van de {known} leden noemen ‘{theme}’; niet {people}.",
            en="{count} of {known} members name ‘{theme}’; not {people}.",
        ),
        "few": texts(
            nl="Geen thema is van de helft van de leden. Het meest genoemd is ‘{theme}’: {count} "
            "van de {size}.",
            en="No theme is shared by half of the members. Named most is ‘{theme}’: {count} of "
            "{size}.",
        ),
        "unknown": texts(nl="Niemand noemde een thema.", en="Nobody named a theme."),
    }
    AMONG_FEW: ClassVar = {
        "all": texts(nl="Zij noemen ‘{theme}’.", en="They name ‘{theme}’."),
        "most": texts(
            nl="Zij noemen niet hetzelfde: ‘{theme}’ noemt {people} niet.",
            en="They do not name the same: {people} did not name ‘{theme}’.",
        ),
        "few": texts(nl="Zij noemen niet hetzelfde.", en="They do not name the same."),
        "unknown": texts(nl="Geen van hen noemde een thema.", en="None of them named a theme."),
    }
    JOINS = frozenset({"all", "most"})
    TAKES = TELLS = "theme"
    WORKED = (
        Worked(
            groups=(
                {"Anker": {"themes": ("export", "robots")}, "Berk": {"themes": ("export",)}},
                {
                    "Citer": {"themes": ("robots",)},
                    "Duin": {"themes": ("robots",)},
                    "Eik": {"themes": ("export",)},
                    "Fluit": {},
                },
            ),
        ),
    )

    field: str = described("themes", nl="veld met thema's", en="field with themes")

    @override
    def needs(self) -> tuple[str, ...]:
        return (self.field,)

    @override
    def title(self, language: Language) -> str:
        named = self.field == "themes"
        return self.TITLE_OF_THEMES[language] if named else super().title(language)

    @property
    @override
    def options_in(self) -> str:
        return self.field

    def options(self, round_: Round) -> tuple[str, ...]:
        """The themes anybody named, in alphabetical order."""
        return round_.values(self.field)

    @override
    def lacks(self, round_: Round) -> Mapping[str, tuple[str | float, ...]]:
        return {self.field: self.options(round_)}

    @override
    def demands(self, round_: Round) -> list[Demand]:
        options = self.options(round_)
        if not options:
            return []
        named = [a.values(self.field) for a in round_.applicants]
        term = choice(self.key, named, options, round_, must=self.level is Level.MUST)
        return [self.demand(term, people=1)]

    @override
    def pool(self, round_: Round) -> tuple[str, ...]:
        return self.options(round_)

    @override
    def is_unknown(self, applicant: Applicant, pool: tuple[str, ...]) -> bool:
        return not applicant.values(self.field)

    @override
    def measure_group(self, group: Seated, pool: tuple[str, ...]) -> GroupFinding:
        number, members = group.number, group.members
        themes = [pool[option] for option in group.taken]
        if not themes:
            return GroupFinding(number, "unknown", {self.key: 0}, quality=0.0)
        theme = themes[0]
        known = [a for a in members if a.values(self.field)]
        without = [a for a in known if theme not in a.values(self.field)]
        half = 2 * (len(known) - len(without)) >= len(members)
        verdict = "few" if not half else "most" if without else "all"
        facts: dict[str, Fact] = {
            "title": theme if half else None,
            "theme": theme,
            "count": len(known) - len(without),
            "known": len(known),
            "size": len(members),
            "people": tuple(a.label for a in without),
        }
        return GroupFinding(
            number,
            verdict,
            {self.key: len(without)},
            facts,
            tuple(a.id for a in without),
            round(1 - len(without) / max(len(known), 1), 3),
        )
